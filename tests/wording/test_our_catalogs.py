"""The catalogs that portalgen brings: complete, up to date, and in one voice."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from portalgen.wording.extract import stored_template
from portalgen.wording.merging import is_partial, merged
from portalgen.wording.our_catalogs import OURS, languages
from portalgen.wording.plurals import plurals_of
from portalgen.wording.po_files import Message, read_po
from portalgen.wording.proofreading import proofread

FILES = sorted(OURS.glob("*.po"))
WHOLE = [file for file in FILES if not is_partial(file.stem)]
PARTS = [file for file in FILES if is_partial(file.stem)]
# Words by which a language addresses somebody formally, and informally.
FORMAL = {
    "de": r"\b(Sie|Ihnen|Ihre?[mnrs]?)\b",
    "es": r"(?i)\b(usted|suy[oa]s?|escriba|llame|acuda|envíe|pruebe|añada|copie|póngase)\b",
}
INFORMAL = {
    "de": r"(?i)\b(du|dich|dir|deine?[mnrs]?)\b",
    "es": r"(?i)\b(tú|ti|te|tus?|tuy[oa]s?|escribes|llamas|acude|envía|prueba|añade|buscas)\b",
}


def messages(file: Path) -> tuple[Message, ...]:
    found, faults = read_po(file.read_text(encoding="utf-8"))
    assert faults == ()
    return found


def said(file: Path) -> Iterator[str]:
    for message in messages(file):
        yield from message.said


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_catalog_is_up_to_date_with_the_template(file: Path) -> None:
    fresh = merged(file.read_bytes(), stored_template().read_bytes(), file.name.removesuffix(".po"))
    assert file.read_bytes() == fresh, "Run `make catalogs`."


@pytest.mark.parametrize("file", WHOLE, ids=lambda file: file.name)
def test_every_message_has_words_and_none_is_fuzzy(file: Path) -> None:
    known = {each.key for each in messages(file) if each.is_translated}
    expected = {each.key for each in messages(stored_template())}
    assert sorted(map(str, expected - known)) == []
    assert "#, fuzzy" not in file.read_text(encoding="utf-8")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_no_placeholder_or_sign_would_break_a_page(file: Path) -> None:
    assert list(proofread(messages(file), plurals_of(file.name.split(".")[0]))) == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_message_ends_as_the_english_one_does(file: Path) -> None:
    for message in messages(file):
        for text in message.said:
            assert text == text.strip(), message.ids
            assert "  " not in text
            assert _stop(text) == _stop(message.ids[0]), (message.ids, text)


def _stop(text: str) -> str:
    last = re.sub(r"<[^>]*>", "", text)[-1:]
    return last if last in ".:!?…" else ""


@pytest.mark.parametrize("file", PARTS, ids=lambda file: file.name)
def test_a_catalog_of_differences_holds_only_what_differs(file: Path) -> None:
    whole = OURS / f"{file.name.split('.')[0]}.po"
    others = {each.key: each.said for each in messages(whole)} if whole != file else {}
    for message in messages(file):
        assert message.is_translated
        assert message.said != others.get(message.key, message.ids), message.ids


@pytest.mark.parametrize("language", languages())
def test_the_formal_catalog_says_nothing_informal(language: str) -> None:
    found = [each for each in said(OURS / f"{language}.po") if _addresses(each, INFORMAL[language])]
    assert found == []


@pytest.mark.parametrize("language", languages())
def test_the_informal_words_say_nothing_formal(language: str) -> None:
    informal = {each.key: each.said for each in messages(OURS / f"{language}.informal.po")}
    formal = {each.key: each.said for each in messages(OURS / f"{language}.po")}
    found = [
        text
        for texts in {**formal, **informal}.values()
        for text in texts
        if _addresses(text, FORMAL[language])
    ]
    assert found == []


def _addresses(text: str, pattern: str) -> bool:
    return re.search(pattern, text) is not None


def test_what_the_manual_shows_is_in_order() -> None:
    manual = (Path(__file__).parents[2] / "docs" / "languages.md").read_text(encoding="utf-8")
    shown, faults = read_po("\n".join(re.findall(r"```po\n(.*?)```", manual, re.DOTALL)))
    known = {each.key for each in messages(stored_template())}
    assert faults == ()
    assert len(shown) == 4
    assert {each.key for each in shown} <= known
    assert list(proofread(shown, plurals_of("en"))) == []
