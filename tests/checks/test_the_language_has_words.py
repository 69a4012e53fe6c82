"""Who writes in a language that the portal does not speak is told what clients will read."""

from pathlib import Path

import pytest

from portalgen.checks.the_language_has_words import the_language_has_words
from portalgen.edition import desk, edition
from portalgen.loading import load
from portalgen.subject import Subject
from portalgen.wording.voice import voice_of
from tests.checks.conftest import Run
from tests.conftest import MOMENT, PRACTICE, Write


@pytest.mark.parametrize(
    "language", ["language: de-AT\n", "language: es-MX\n", "language: en-IE\n", ""]
)
@pytest.mark.parametrize("form", ["formal", "informal"])
def test_a_language_with_words_is_fine(run: Run, language: str, form: str) -> None:
    files = {"practice.yaml": f"{PRACTICE}{language}address_form: {form}\n"}
    assert run(the_language_has_words, files) == []


@pytest.mark.parametrize(
    ("language", "name"), [("fr-FR", "French"), ("ar", "Arabic"), ("tlh", "Klingon")]
)
def test_what_clients_read_in_a_language_without_words_is_told(
    run: Run, language: str, name: str
) -> None:
    files = {"practice.yaml": f"{PRACTICE}language: {language}\naddress_form: informal\n"}
    [told] = run(the_language_has_words, files)
    assert str(told) == (
        "content/practice.yaml:5:11: The portal's own words, such as Services and Contact, are not "
        f"translated into {name} yet: clients read them in English, with days, times and money in "
        f"the forms of {language}. There are words for en, de, es; docs/languages.md tells how to "
        "bring your own."
    )


def test_a_language_with_one_way_to_address_clients_is_told_of_the_other(
    write: Write, tmp_path: Path
) -> None:
    own = tmp_path / "wording"
    own.mkdir()
    (own / "fr.po").write_text('msgid "Terms"\nmsgstr "Conditions"\n', encoding="utf-8")
    content = f"{PRACTICE}language: fr-FR\naddress_form: informal\n"
    loaded = load(write({"practice.yaml": content}))
    voice = voice_of(loaded.portal.practice, MOMENT.date().replace(day=1), folders=[own])
    subject = Subject(loaded, desk(loaded.portal, MOMENT), edition(loaded.portal, MOMENT), voice)
    *gaps, told = [str(each) for each in the_language_has_words(subject)]
    assert len(gaps) == 1
    assert told == (
        "content/practice.yaml:6:15: The portal has one way to address clients in French. "
        "Leave `address_form:` out, or bring your own words as docs/languages.md tells."
    )
