"""A moment of away.yaml is one that the clock shows, and shows once.

When clocks go forward an hour of times is skipped, when they go back an hour occurs twice.
portalgen then moves forward and takes the first occurrence; the owner should know.
"""

from collections.abc import Iterator
from datetime import datetime

from portalgen import days
from portalgen.ahead import absences_ahead
from portalgen.model.away import Absence
from portalgen.model.section import Path
from portalgen.problems import Problem, advice
from portalgen.subject import Subject


def clock_times_exist(subject: Subject) -> Iterator[Problem]:
    """Yield advice for each moment that a clock change skips or repeats."""
    zone = subject.desk.timeline.zone
    for number, stretch in absences_ahead(subject.desk):
        for path, moment in _moments(stretch.absence):
            place = subject.place("away", "away", number, *path)
            if days.is_skipped(moment, zone):
                shown = days.instant(moment, zone).astimezone(zone)
                day = "" if shown.date() == moment.date() else f"{shown:%Y-%m-%d} "
                yield advice(
                    place,
                    f"The clocks go forward on this day and skip {moment:%H:%M}.",
                    f"It counts as {day}{shown:%H:%M}; write that, or another time.",
                )
            elif days.occurs_twice(moment, zone):
                yield advice(
                    place,
                    f"The clocks go back on this day and show {moment:%H:%M} twice.",
                    "It counts as the first of the two; another time would be clearer.",
                )


def _moments(absence: Absence) -> Iterator[tuple[Path, datetime]]:
    for key, value in (
        ("from", absence.from_),
        ("until", absence.until),
        ("back", absence.back),
        ("book_by", absence.book_by),
    ):
        if isinstance(value, datetime):
            yield (key,), value
    for number, update in enumerate(absence.updates):
        yield ("updates", number, "at"), update.at
    for number, cover in enumerate(absence.cover):
        for key, value in (("from", cover.from_), ("until", cover.until)):
            if isinstance(value, datetime):
                yield ("cover", number, key), value
