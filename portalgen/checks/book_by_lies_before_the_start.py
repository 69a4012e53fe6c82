"""The last chance before an absence lies before it."""

from collections.abc import Iterator

from portalgen import days
from portalgen.ahead import absences_ahead
from portalgen.model.times import written
from portalgen.problems import Problem, advice
from portalgen.subject import Subject


def book_by_lies_before_the_start(subject: Subject) -> Iterator[Problem]:
    """Yield advice for each `book_by` that is not over when its absence starts."""
    for number, stretch in absences_ahead(subject.desk):
        last = stretch.absence.book_by
        if last is None:
            continue
        if days.end_instant(last, subject.desk.timeline.zone) > stretch.starts:
            yield advice(
                subject.place("away", "away", number, "book_by"),
                f"The last chance, {written(last)}, does not lie before the absence, which "
                f"starts on {written(stretch.absence.from_)}.",
                "Write the last day, or moment, before it.",
            )
