"""An absence starts in the next years and ends within one; anything else is likely a slip.

Absences of more than a year do exist, so nothing is refused.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from portalgen.ahead import absences_ahead
from portalgen.model.away import Absence
from portalgen.model.times import day_part, written
from portalgen.problems import Problem, advice
from portalgen.subject import Subject

_A_YEAR = timedelta(days=366)
_YEARS_AHEAD = 3


def absences_end_within_a_year(subject: Subject) -> Iterator[Problem]:
    """Yield advice for each absence whose days lie unlikely far away or apart."""
    today = subject.edition.today
    for number, stretch in absences_ahead(subject.desk):
        path = ("away", "away", number)
        absence = stretch.absence
        if stretch.first_day - today > _YEARS_AHEAD * _A_YEAR:
            yield advice(
                subject.place(*path, "from"),
                f"This starts on {written(absence.from_)}, more than {_YEARS_AHEAD} years from "
                "now.",
                "Is the year right?",
            )
        for key, end in _far_ends(absence):
            yield advice(
                subject.place(*path, key),
                f"From {written(absence.from_)} to {written(end)} is more than a year.",
                "Is the year right? If nobody knows the end yet, write `until: further notice` "
                "and a `review` day.",
            )
        if _is_far_word(absence, max(today, stretch.first_day)):
            yield advice(
                subject.place(*path, "review"),
                f"Clients wait until {absence.review} for the next word, more than a year.",
                "Is the year right?",
            )


def _far_ends(absence: Absence) -> Iterator[tuple[str, date | datetime]]:
    """Yield each end that lies more than a year after the start, with its key."""
    for key, end in (("until", absence.last), ("back", absence.back)):
        if end is not None and day_part(end) - day_part(absence.from_) > _A_YEAR:
            yield key, end


def _is_far_word(absence: Absence, since: date) -> bool:
    if not absence.is_open_ended or absence.review is None:
        return False
    return absence.review - since > _A_YEAR
