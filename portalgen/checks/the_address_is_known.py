"""The portal knows its public address."""

from collections.abc import Iterator

from portalgen.problems import Problem, advice
from portalgen.subject import Subject


def the_address_is_known(subject: Subject) -> Iterator[Problem]:
    """Yield advice where `url` is left out, and with it all that needs a full address."""
    if subject.loaded.portal.practice.url is None:
        yield advice(
            subject.place("practice", "name"),
            "The portal does not know its own address, so there is no sitemap.",
            "Add `url:` with the public address, such as https://example.com/.",
        )
