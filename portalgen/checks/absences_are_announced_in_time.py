"""Clients can read of an absence before it begins, or as it does.

Only an `announce` day that the owner wrote can be later than that; a vague absence is announced
on its first day by rule. Once the day has come there is nothing left to mend.
"""

from collections.abc import Iterator
from datetime import date

from portalgen.ahead import absences_ahead
from portalgen.model.away import Detail
from portalgen.model.times import day_part, written
from portalgen.problems import Problem, advice
from portalgen.subject import Subject


def absences_are_announced_in_time(subject: Subject) -> Iterator[Problem]:
    """Yield advice for each absence whose announcement is to come, and comes after its start."""
    for number, stretch in absences_ahead(subject.desk):
        absence, announce = stretch.absence, stretch.absence.announce
        if not isinstance(announce, date) or absence.detail is Detail.VAGUE:
            continue
        if announce > day_part(absence.from_) and stretch.announced > subject.desk.moment:
            yield advice(
                subject.place("away", "away", number, "announce"),
                f"Clients read of this from {announce} on, after its start on "
                f"{written(absence.from_)}.",
                "Write an earlier day, or leave `announce` out.",
            )
