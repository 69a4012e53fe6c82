"""Small portals made on the spot: the documents of a kind of page, and the pages themselves."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from typing import Any

from selectolax.lexbor import LexborHTMLParser, LexborNode

from portalgen.documents import Document
from portalgen.edition import Edition, edition
from portalgen.facts import fill
from portalgen.frame import frame
from portalgen.memory import Memory
from portalgen.model.portal import Portal
from portalgen.packed import packed_folder
from portalgen.render.templates import renderer
from portalgen.wording.catalogs import Catalog
from portalgen.wording.pseudo import PseudoTranslations
from portalgen.wording.voice import Voice, voice_of

PRACTICE = {
    "name": "Ines Calder Coaching",
    "owner": "Ines",
    "timezone": "America/Los_Angeles",
    "contact": {"email": "ines@calder.example"},
}
MOMENT = datetime(2026, 11, 23, 15, 10, tzinfo=UTC)
NAMES = (
    "portal.css", "calendar.css", "packet.css", "search.css",
    "portal.js", "search.js", "searching.js",
)  # fmt: skip
STATICS = {name: f"/assets/{name}" for name in NAMES}
# Puts every message into ⟦ and ⟧.
PSEUDO = Catalog("en-US", PseudoTranslations())

Content = Mapping[str, Any]
Documents = Callable[[Edition, Voice], Iterator[Document]]


def documents_of(
    documents: Documents, content: Content, moment: datetime = MOMENT
) -> list[Document]:
    """Return the documents that a kind of page makes of some content."""
    return list(documents(*_public(content, moment, None)))


def facts_of(
    documents: Documents, content: Content, moment: datetime = MOMENT
) -> dict[str, dict[str, Any]]:
    """Return the facts of those documents, by address."""
    return {each.address: dict(each.facts) for each in documents_of(documents, content, moment)}


def pages_of(
    documents: Documents,
    content: Content,
    moment: datetime = MOMENT,
    catalog: Catalog | None = None,
) -> dict[str, LexborHTMLParser]:
    """Return the rendered and parsed pages of a kind for some content, by address."""
    public, voice = _public(content, moment, catalog)
    rendering = renderer([packed_folder("site-templates")], voice, _memory(), STATICS, "")
    around = {"frame": frame(public, voice)}
    return {
        each.address: LexborHTMLParser(
            rendering.render(replace(each, facts={**around, **each.facts})).text
        )
        for each in documents(public, voice)
    }


def part(within: LexborHTMLParser | LexborNode, selector: str) -> LexborNode:
    """Return the one element of a page, or of an element, that a selector means."""
    (found,) = within.css(selector)
    return found


def text_of(found: LexborHTMLParser | LexborNode) -> str:
    """Return the text of an element, or of the main part of a page, on one line."""
    element = part(found, "main") if isinstance(found, LexborHTMLParser) else found
    return " ".join(element.text(separator=" ").split())


def faults(page: LexborHTMLParser) -> list[str]:
    """Return what is wrong with the form of a page, whatever it is about."""
    return [*_empty(page), *_headings(page), *_ids(page)]


def patchwork(page: LexborHTMLParser) -> list[str]:
    """Return the elements that put a text together from several messages of `PSEUDO`."""
    return [
        str(element.html)
        for element in page.css("main *")
        if _without_nested(element.text(deep=False)).count("⟦") > 1
    ]


@cache
def _memory() -> Memory:
    """Return what all tests of a process share, so that each template is compiled once."""
    return Memory()


def _public(content: Content, moment: datetime, catalog: Catalog | None) -> tuple[Edition, Voice]:
    portal = Portal.model_validate({"practice": PRACTICE, **content})
    voice = voice_of(portal.practice, moment.date().replace(day=1), catalog)
    return fill(edition(portal, moment), voice), voice


_FILLED = "h1, h2, h3, h4, h5, h6, p, li, dt, dd, dl, ul, ol, a, section, article, aside, nav"


def _empty(page: LexborHTMLParser) -> Iterator[str]:
    for element in page.css(_FILLED):
        if not element.text().strip() and not _is_filled_later(element):
            yield f"This element is empty: {element.html}"


def _is_filled_later(element: LexborNode) -> bool:
    """Return whether only the script, or the next build, puts something into an element."""
    around: LexborNode | None = element
    while around is not None:
        if "hidden" in around.attributes:
            return True
        around = around.parent
    return "data-live" in element.attributes or element.attributes.get("role") == "status"


def _headings(page: LexborHTMLParser) -> Iterator[str]:
    levels = [int(str(each.tag)[1]) for each in page.css("h1, h2, h3, h4, h5, h6")]
    if levels.count(1) != 1:
        yield f"There are {levels.count(1)} headings of the first level."
    for above, level in zip([0, *levels], levels, strict=False):
        if level > above + 1:
            yield f"A heading of level {level} follows one of level {above}."


def _ids(page: LexborHTMLParser) -> Iterator[str]:
    ids = [str(each.attributes["id"]) for each in page.css("[id]")]
    yield from (f"The id {each} is there twice." for each in set(ids) if ids.count(each) > 1)
    for element in page.css("[aria-labelledby]"):
        if element.attributes["aria-labelledby"] not in ids:
            yield f"Nothing names {element.html}"
    for element in page.css('a[href^="#"]'):
        if (element.attributes["href"] or "")[1:] not in ids:
            yield f"This link leads nowhere: {element.html}"


def _without_nested(text: str) -> str:
    """Return a text without the brackets of messages that were put into another message."""
    while (shorter := re.sub("(⟦[^⟦⟧]*)⟦([^⟦⟧]*)⟧", r"\1\2", text)) != text:
        text = shorter
    return text
