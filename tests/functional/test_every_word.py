"""Every word that the portal itself says on a page goes through the message catalogs."""

import json
import re
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from portalgen.all_pages import all_pages
from portalgen.edition import edition
from portalgen.facts import fill
from portalgen.frame import frame
from portalgen.loading import load
from portalgen.memory import Memory
from portalgen.packed import packed_folder
from portalgen.render.templates import renderer
from portalgen.timeline.holidays import holidays_in
from portalgen.wording.catalogs import Catalog
from portalgen.wording.pseudo import PseudoTranslations
from portalgen.wording.voice import voice_of
from tests.conftest import MOMENT

NAMES = (
    "portal.css", "calendar.css", "packet.css", "search.css",
    "portal.js", "search.js", "searching.js",
)  # fmt: skip
STATICS = {name: f"/assets/{name}" for name in NAMES}
SPOKEN = ("aria-label", "alt", "title", "content", "data-text", "data-stale")
# What Babel says, in dates, times and money, and what stands in meta tags for machines.
OF_BABEL = (
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May "
    "June July August September October November December am pm Pacific Eastern time San Diego "
    "New York noindex self none Su Mo Tu We Th Fr Sa ics"
)
MACHINES = {
    "content-security-policy",
    "theme-color",
    "viewport",
    "color-scheme",
    "format-detection",
    "refresh",
}


def pseudo_pages(moment: datetime) -> dict[str, LexborHTMLParser]:
    """Return the sample's pages with every message between ⟦ and ⟧."""
    portal = load(packed_folder("content")).portal
    catalog = Catalog("en-US", PseudoTranslations())
    voice = voice_of(portal.practice, moment.date().replace(day=1), catalog)
    public = fill(edition(portal, moment), voice)
    rendering = renderer([packed_folder("site-templates")], voice, Memory(), STATICS, "")
    shown = frame(public, voice)
    return {
        page.address: LexborHTMLParser(
            rendering.render(replace(page, facts={"frame": shown, **page.facts})).text
        )
        for page in all_pages(public, voice)
    }


def words(text: str) -> set[str]:
    """Return the words of a text, without its hours and numbers."""
    return {each.lower() for each in re.findall(r"[^\W\d_]{2,}", text)}


def unbracketed(text: str) -> str:
    """Return what a text says outside of all messages."""
    while (shorter := re.sub("⟦[^⟦⟧]*⟧", " ", text)) != text:
        text = shorter
    return text


def said(page: LexborHTMLParser) -> str:
    """Return all that a page says to eyes and ears, a line for each place."""
    lines = [title.text() for title in page.css("title")]
    for node in page.css("*"):
        if node.tag in {"script", "style"} or _is_for_machines(node.attributes):
            continue
        lines += [node.attributes[name] or "" for name in SPOKEN if name in node.attributes]
    body = page.body
    assert body is not None
    return "\n".join([*lines, *_said_by_the_script(page), body.text(separator="\n")])


def _said_by_the_script(page: LexborHTMLParser) -> list[str]:
    """Return the words that the script is given, without what it puts into them."""
    told = page.css_first("#portal_live")
    facts = json.loads(told.text()) if told is not None else {}
    badges = [text for _, text in facts.get("badges", [])]
    replies = [pattern for *_, pattern in facts.get("replies", [])]
    patterns = [*badges, *replies, *facts.get("words", {}).values()]
    return [re.sub(r"{\w+}", "", pattern) for pattern in patterns]


def _is_for_machines(attributes: dict[str, str | None]) -> bool:
    names = (attributes.get("http-equiv"), attributes.get("name"))
    return any((each or "").lower() in MACHINES for each in names)


@pytest.fixture(scope="module")
def of_the_owner() -> set[str]:
    """The words of the sample's content, and of the holidays that it names by a country."""
    folder: Path = packed_folder("content")
    files = [*folder.rglob("*.yaml"), *folder.rglob("*.md")]
    holidays = [holiday.names for holiday in holidays_in("US", "CA", "en-US", [2026, 2027])]
    return words(
        "\n".join(
            [
                *(file.read_text(encoding="utf-8") for file in files),
                *(name for names in holidays for name in names),
            ]
        )
    )


def test_every_word_comes_from_the_owner_or_from_a_catalog(of_the_owner: set[str]) -> None:
    pages = pseudo_pages(MOMENT)
    assert len(pages) > 25
    for address, page in pages.items():
        whole = said(page)
        assert "⟦" in whole, address
        strange = words(unbracketed(whole)) - of_the_owner - words(OF_BABEL)
        assert not strange, (address, strange)


def test_a_word_beside_the_catalogs_is_found(of_the_owner: set[str]) -> None:
    page = LexborHTMLParser("<body><p>⟦Hours⟧ Öffnungszeiten</p><a aria-label='Zurück'>⟦x⟧</a>")
    strange = words(unbracketed(said(page))) - of_the_owner - words(OF_BABEL)
    assert strange == {"öffnungszeiten", "zurück"}
