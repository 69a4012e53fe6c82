"""`until` and `back` of one absence tell one story: no open day lies between them."""

from collections.abc import Iterator

from portalgen.problems import Problem
from portalgen.subject import Subject
from portalgen.timeline.absences import contradiction, shut_for


def ends_agree(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each absence with an open day strictly between `until` and `back`."""
    absences = subject.loaded.portal.absences
    open_time = subject.desk.timeline.open_time
    for number, absence in enumerate(absences):
        others = shut_for(
            frozenset(absence.services),
            [each for each in absences if each is not absence],
            open_time,
        )
        day = contradiction(absence, open_time, others)
        if day is not None:
            yield Problem(
                subject.place("away", "away", number, "back"),
                f"`until` says {absence.last}, `back` says {absence.back}, and {day} between "
                "them is an open day.",
                "One of the two is enough; which is right?",
            )
