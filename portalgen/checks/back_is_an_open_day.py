"""The owner is back when the practice is open.

Clients read the first open time at or after `back`, so a wrong day does no harm to them; but
the owner, who promised another day, should know. Days whose hours nobody knows are not judged.
"""

from collections.abc import Iterator
from datetime import date, datetime

from portalgen import days
from portalgen.ahead import absences_ahead
from portalgen.model.times import day_part, written
from portalgen.problems import Problem, advice
from portalgen.subject import Subject
from portalgen.timeline.absences import Stretch
from portalgen.timeline.compile import Timeline


def back_is_an_open_day(subject: Subject) -> Iterator[Problem]:
    """Yield advice for each `back` at which the practice is closed, or shut by another absence."""
    timeline = subject.desk.timeline
    for number, stretch in absences_ahead(subject.desk):
        back = stretch.absence.back
        if back is None or not stretch.shuts:
            continue
        is_kept = stretch.back is not None and _is_at(back, stretch.back, timeline)
        if not is_kept and timeline.hours_on(day_part(back)).known:
            yield advice(
                subject.place("away", "away", number, "back"),
                f"`back` says {written(back)}, and {_reason(back, stretch, timeline)}.",
                _instead(back, stretch, timeline),
            )


def _reason(back: date | datetime, stretch: Stretch, timeline: Timeline) -> str:
    other = _other_at(back, stretch, timeline)
    if other is not None:
        return f"the absence `{other.absence.id}` takes that time too"
    label = timeline.hours_on(day_part(back)).label
    because = f" ({label})" if label else ""
    return f"you are closed {'then' if isinstance(back, datetime) else 'on that day'}{because}"


def _other_at(back: date | datetime, stretch: Stretch, timeline: Timeline) -> Stretch | None:
    """Return another absence that shuts what would have been open at `back`."""
    instant = days.first_instant(back, timeline.zone)
    opens = timeline.open_time.first_open_from(instant)
    if opens is None or not _is_at(back, opens, timeline):
        return None
    services = set(stretch.absence.services)
    return next(
        (
            each
            for each in timeline.stretches
            if each.shuts
            and each.holds(opens)
            and (each.concerns_all or services & set(each.absence.services))
        ),
        None,
    )


def _is_at(back: date | datetime, instant: datetime, timeline: Timeline) -> bool:
    """Return whether an instant is the moment, or lies on the day, that the owner wrote."""
    if isinstance(back, datetime):
        return instant == days.instant(back, timeline.zone)
    return days.day_of(instant, timeline.zone) == back


def _instead(back: date | datetime, stretch: Stretch, timeline: Timeline) -> str:
    is_taken = _other_at(back, stretch, timeline) is not None
    if stretch.back is None and is_taken:
        return "That has no end, so clients read no day of return. Correct one of the two."
    if stretch.back is None:
        return "An absence without an end follows, so clients read no day of return."
    local = stretch.back.astimezone(timeline.zone)
    read = written(local if isinstance(back, datetime) else local.date())
    if is_taken:
        return f"Clients read {read} instead. Correct one of the two absences, or write that."
    return (
        f"Clients read {read} instead. Write that, or give the day hours in availability.yaml, "
        "below `special_days:`."
    )
