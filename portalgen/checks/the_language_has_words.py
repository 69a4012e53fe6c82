"""The portal's own words are in the language of the practice, in the way that was asked for."""

from collections.abc import Iterator

from portalgen.problems import Problem, advice
from portalgen.subject import Subject
from portalgen.wording.our_catalogs import ENGLISH, languages
from portalgen.wording.plain import language_name


def the_language_has_words(subject: Subject) -> Iterator[Problem]:
    """Yield advice where clients read English words, or are addressed in another way.

    What is odd about a catalog of the owner is told here, too.
    """
    voice = subject.voice
    practice = subject.loaded.portal.practice
    yield from voice.catalog.advice
    if voice.lang == ENGLISH != voice.tag.split("-")[0]:
        others = ", ".join([ENGLISH, *languages()])
        yield advice(
            subject.place("practice", "language"),
            f"The portal's own words, such as Services and Contact, are not translated into "
            f"{language_name(practice.language)} yet: clients read them in English, with days, "
            f"times and money in the forms of {practice.language}.",
            f"There are words for {others}; docs/languages.md tells how to bring your own.",
        )
    elif not voice.catalog.has_form:
        yield advice(
            subject.place("practice", "address_form"),
            f"The portal has one way to address clients in {language_name(practice.language)}.",
            "Leave `address_form:` out, or bring your own words as docs/languages.md tells.",
        )
