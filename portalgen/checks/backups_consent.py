"""Nobody is named who has not agreed to it."""

from collections.abc import Iterator

from portalgen.problems import Problem, advice
from portalgen.subject import Subject


def backups_consent(subject: Subject) -> Iterator[Problem]:
    """Yield advice for each backup without a day of consent, or with one that lies ahead."""
    for number, person in enumerate(subject.loaded.portal.backup.backups):
        if person.consent is None:
            yield advice(
                subject.place("backup", "backups", number, "id"),
                f"`{person.id}` has not agreed to be named, so no page names them.",
                "Ask, and add `consent:` with the day on which they said yes.",
            )
        elif person.consent > subject.edition.today:
            yield advice(
                subject.place("backup", "backups", number, "consent"),
                f"`{person.id}` is said to agree on {person.consent}, which lies ahead.",
                "Write the day on which they said yes; without one, nobody is named.",
            )
