"""What the owner meant to look at again by a day has been looked at by then."""

from collections.abc import Iterator

from portalgen.ahead import absences_ahead
from portalgen.model.prose import PolicyStatus
from portalgen.problems import Problem, advice
from portalgen.subject import Subject


def review_dates_lie_ahead(subject: Subject) -> Iterator[Problem]:
    """Yield overdue advice for policies and open-ended absences whose day has passed."""
    today = subject.edition.today
    portal = subject.loaded.portal
    for number, policy in enumerate(portal.policies):
        due = policy.review_by
        if due is not None and due < today and policy.status is PolicyStatus.CURRENT:
            yield advice(
                subject.place("policies", number, "review_by"),
                f"You meant to look this policy over by {due}.",
                "Read it, mend it if need be, and write the next day into `review_by`.",
                overdue=True,
            )
    for number, stretch in absences_ahead(subject.desk):
        due = stretch.absence.review
        if due is not None and due < today and stretch.absence.is_open_ended:
            yield advice(
                subject.place("away", "away", number, "review"),
                f"Clients were promised word by {due}, and it is overdue.",
                "Write a new `review` day, or `back` with the first day back.",
                overdue=True,
            )
