"""An absence that is called off, lasts longer, or is over: what it is before and what after.

`now` is the practice's clock without a zone. Raises WrongUse with a sentence for what can not be
meant.
"""

from datetime import date, datetime, timedelta

from portalgen.changes.refused_times import refuse_without_a_word
from portalgen.changes.words import End, Time
from portalgen.days import end_instant, first_instant
from portalgen.model.away import Absence, AbsenceStatus, Level
from portalgen.model.times import day_part, end_moment, first_moment, written
from portalgen.model.values import FurtherNotice
from portalgen.problems import WrongUse
from portalgen.timeline.absences import Stretch
from portalgen.timeline.compile import Timeline

_ONE_DAY = timedelta(days=1)


def called_off(stretch: Stretch, timeline: Timeline) -> Absence:
    """Return an absence that does not take place."""
    _refuse_cancelled(stretch)
    if stretch.ends is not None and stretch.ends <= timeline.moment:
        raise WrongUse(f"{stretch.absence.id} is over; there is nothing to call off.")
    if stretch.holds(timeline.moment) and stretch.absence.level is not Level.NEWS:
        raise WrongUse(
            f"{stretch.absence.id} has begun. `portalgen back --id {stretch.absence.id}` ends it."
        )
    return stretch.absence.model_copy(update={"status": AbsenceStatus.CANCELLED})


def extended(stretch: Stretch, ends: End, review: date | None, timeline: Timeline) -> Absence:
    """Return an absence that lasts longer: to a day (included), a moment, or further notice."""
    absence = stretch.absence
    _refuse_cancelled(stretch)
    if stretch.gone is not None and stretch.gone <= timeline.moment:
        raise WrongUse(f"{absence.id} is over. `portalgen away` adds a new absence.")
    if isinstance(ends, FurtherNotice):
        refuse_without_a_word(review)
        return absence.model_copy(update={"until": ends, "back": None, "review": review})
    if review is not None:
        raise WrongUse("--review is for further notice, and this end is a day. Leave it out.")
    new = end_instant(ends, timeline.zone)
    if new <= timeline.moment or (stretch.ends is not None and new <= stretch.ends):
        raise WrongUse(_not_longer(stretch, ends))
    keeps_back = absence.back is not None and end_moment(ends) <= first_moment(absence.back)
    return absence.model_copy(
        update={"until": ends, "back": absence.back if keeps_back else None, "review": None}
    )


def ended(stretch: Stretch, back: Time, now: datetime) -> Absence:
    """Return an absence from which the owner is back on a day, or at a moment.

    What began on that very day ends now. What is until further notice stays so, and gets `back`.
    """
    absence = stretch.absence
    if not isinstance(back, datetime) and back <= day_part(absence.from_):
        back = now
    if first_moment(back) <= first_moment(absence.from_):
        raise WrongUse(
            f"{absence.id} began this very minute. Try again in a minute, or delete the entry."
        )
    if absence.until is None or isinstance(absence.until, FurtherNotice):
        return absence.model_copy(update={"back": back})
    if isinstance(back, datetime):
        return absence.model_copy(update={"until": back, "back": None})
    return absence.model_copy(update={"until": back - _ONE_DAY, "back": back})


def is_as_planned(before: Stretch, after: Stretch, back: Time, timeline: Timeline) -> bool:
    """Return whether a return after the end is the one that clients read of already."""
    is_after = before.ends is not None and first_instant(back, timeline.zone) >= before.ends
    return is_after and before.back == after.back


def _refuse_cancelled(stretch: Stretch) -> None:
    if stretch.is_cancelled:
        raise WrongUse(f"{stretch.absence.id} is called off already.")


def _not_longer(stretch: Stretch, ends: Time) -> str:
    absence = stretch.absence
    if stretch.ends is None:
        return f"{written(ends)} has passed already."
    former = f"ends on {stretch.last_day}" if absence.last is None else f"ends {absence.last}"
    return (
        f"{absence.id} {former}, and {written(ends)} is not later. To end it sooner, change "
        "`until` in away.yaml."
    )
