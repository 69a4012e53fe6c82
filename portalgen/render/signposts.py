"""Signposts in the main part of a page: ids of headings, links to them, and a list of them.

Only headings and their ids are read here, as templates and converted texts write them; all other
HTML stays as it is. The ids that are made here start with `part_`, which no id of the content
can. Such headings can be linked to, but offer no link to copy: their words are the portal's own.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from markupsafe import Markup, escape

from portalgen.model.reading import slug_of

_MADE = "part_"
_OWN = (_MADE, "portal_")
# What names a part is called like the part: `cancel_title` stands in `cancel`.
_NAME_OF_A_PART = "_title"
_HEADING = re.compile(
    r"<(?P<tag>h[2-6])(?P<attributes>(?: [^<>]*)?)>(?P<inner>.*?)</(?P=tag)>", re.DOTALL
)
_ID = re.compile(r' id="([^"]*)"')
_ALTERNATIVE = re.compile(r'<img\b[^<>]* alt="([^"]*)"[^<>]*>')
_LEVEL = re.compile(r"<(/?)h([1-6])(?=[ >])")
_NAMING = re.compile(r"""( (?:id="|href="#|aria-labelledby="))([^"]*)""")


@dataclass(frozen=True)
class Heading:
    """A heading that can be linked to, its text, and those below it."""

    id: str
    text: Markup
    below: tuple["Heading", ...] = ()


def with_ids(html: str) -> str:
    """Return HTML in which all headings of the second level have ids, but for those of cards."""
    taken = set(_ID.findall(html))

    def identified(match: re.Match[str]) -> str:
        inner = match["inner"]
        if match["tag"] != "h2" or _id_of(match) is not None or "<a " in inner:
            return match[0]
        id_ = _free(_MADE + (slug_of(_text(inner).unescape()) or "section"), taken)
        taken.add(id_)
        return f'<h2{match["attributes"]} id="{id_}">{inner}</h2>'

    return _HEADING.sub(identified, html)


def with_anchors(html: str, named: Callable[[str], str]) -> str:
    """Return HTML in which headings of texts have a link to themselves beside them.

    `named` returns the name of the link for the text of a heading.
    """

    def anchored(match: re.Match[str]) -> str:
        id_ = _id_of(match)
        text = _text(match["inner"])
        if id_ is None or id_.startswith(_OWN) or not text:
            return match[0]
        name = escape(named(text.unescape()))
        link = f'<a class="anchor" href="#{_part(id_)}" aria-label="{name}">#</a>'
        return f'<div class="anchored">{match[0]}{link}</div>'

    return _HEADING.sub(anchored, html)


def nested(html: str, prefix: str, levels: int) -> str:
    """Return HTML to stand within a larger text: headings lower by some levels, ids prefixed."""
    ids = set(_ID.findall(html))

    def lower(match: re.Match[str]) -> str:
        return f"<{match[1]}h{min(int(match[2]) + levels, 6)}"

    def renamed(match: re.Match[str]) -> str:
        return f"{match[1]}{prefix if match[2] in ids else ''}{match[2]}"

    return _NAMING.sub(renamed, _LEVEL.sub(lower, html))


def headings(html: str) -> tuple[Heading, ...]:
    """Return the headings of the second level that have ids, with those of the third below them."""
    found: list[Heading] = []
    for match in _HEADING.finditer(html):
        id_, level = _id_of(match), match["tag"]
        text = _text(match["inner"])
        if id_ is None or level > "h3" or not text:
            continue
        heading = Heading(_part(id_), text)
        if level == "h3" and found:
            above = found.pop()
            heading = Heading(above.id, above.text, (*above.below, heading))
        found.append(heading)
    return tuple(found)


def how_many(found: Iterable[Heading]) -> int:
    """Return how many headings there are, those below others included."""
    return sum(1 + len(each.below) for each in found)


def _id_of(heading: re.Match[str]) -> str | None:
    found = _ID.search(heading["attributes"])
    return found[1] if found else None


def _part(id_: str) -> str:
    return id_.removesuffix(_NAME_OF_A_PART)


def _text(inner: str) -> Markup:
    """Return the text of a heading without its tags; of an image it is what stands for it."""
    read = _ALTERNATIVE.sub(r"\1", inner)
    return Markup(" ".join(re.sub(r"<[^<>]*>", "", read).split()))


def _free(wanted: str, taken: set[str]) -> str:
    id_, number = wanted, 1
    while id_ in taken:
        number += 1
        id_ = f"{wanted}-{number}"
    return id_
