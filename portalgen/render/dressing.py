"""Sanitised HTML of the owner's texts → as a page needs it.

Decided here: which level headings start at, that the ids of several texts on one page do not
meet, and what tables, images and notes need to be read with a keyboard, a screen reader or a
slow connection. Addresses stay as typed, counted from the portal's root; `portalgen.render.links`
makes them fit a page.
"""

import html
import re
from dataclasses import dataclass

from portalgen import addresses
from portalgen.render.tags import Tag, with_tags, without_tags

_HEAD = re.compile(r"<th(?: [^>]*)?>(.*?)</th>", re.DOTALL)


@dataclass(frozen=True)
class Setting:
    """How a text stands in a page.

    `top` is the level of its highest headings, `prefix` stands before all of its ids; texts that
    share a page need prefixes of their own. `table` and `back` are words of the portal: what an
    unnamed table is called, and the link from a note back to its place in the text.
    """

    top: int = 2
    prefix: str = ""
    table: str = "Table"
    back: str = "Back to the text"


def dressed(clean: str, setting: Setting) -> str:
    """Return sanitised HTML with headings, ids, tables and links as a page needs them."""
    levels = _Levels(setting.top)
    ids = set(re.findall(r'<[^>]* id="([^"]*)"', clean))

    def changed(tag: Tag) -> str:
        tag = _with_own_ids(tag, ids, html.escape(setting.prefix))
        if re.fullmatch(r"h[1-6]", tag.name):
            return str(tag.called(levels.of(tag)))
        if tag.name == "table":
            return _scrolling(tag, clean, setting)
        if tag.name == "img":
            return _image(tag)
        if tag.attributes.get("class") == "footnote-backref":
            tag = tag.without("title").having(aria_label=html.escape(setting.back))
        return _with_rel(tag)

    return _without_empty_parts(with_tags(clean, changed))


def dressed_inline(clean: str) -> str:
    """Return sanitised HTML for the middle of a line, with links as a page needs them."""
    return with_tags(clean, _with_rel).strip()


def _with_own_ids(tag: Tag, ids: set[str], prefix: str) -> Tag:
    if "id" in tag.attributes:
        tag = tag.having(id=prefix + tag.attributes["id"])
    target = tag.attributes.get("href", "")
    if target.startswith("#") and target[1:] in ids:
        tag = tag.having(href=f"#{prefix}{target[1:]}")
    return tag


class _Levels:
    """The levels of a text's headings: the highest is `top`, and none below it is left out."""

    def __init__(self, top: int) -> None:
        self._top = top
        self._open: list[str] = []

    def of(self, tag: Tag) -> str:
        """Return the name that a heading has in the page."""
        if not tag.closes:
            while self._open and self._open[-1] >= tag.name:
                self._open.pop()
            self._open.append(tag.name)
        return f"h{min(self._top + len(self._open) - 1, 6)}"


def _scrolling(tag: Tag, clean: str, setting: Setting) -> str:
    """Return the tag of a table within a part that scrolls, and that a keyboard can reach."""
    if tag.closes:
        return f"{tag}</div>"
    first_row = clean[tag.end :].partition("</tr>")[0]
    heads = (without_tags(each).strip() for each in _HEAD.findall(first_row))
    name = ", ".join(filter(None, heads)).replace('"', "&quot;") or html.escape(setting.table)
    return f'<div class="table" role="group" tabindex="0" aria-label="{name}">{tag}'


def _image(tag: Tag) -> str:
    """Return an image of the portal, loaded when it is needed; of others the words alone."""
    source = tag.attributes.get("src", "")
    if not source:
        return tag.attributes.get("alt", "")
    if not source.startswith("/"):
        tag = tag.having(src=addresses.image(re.sub(r"^(\.{1,2}/)*(images/)?", "", source)))
    return str(tag.having(alt=tag.attributes.get("alt", ""), loading="lazy"))


def _with_rel(tag: Tag) -> str:
    """Return a tag that, if it leads to another site, hands that site no way back."""
    elsewhere = re.match(r"https?:|//", tag.attributes.get("href", ""), re.IGNORECASE)
    return str(tag.having(rel="noopener") if elsewhere else tag)


def _without_empty_parts(clean: str) -> str:
    """Return the HTML without empty paragraphs, and with cells for heads that name nothing."""
    return re.sub(r"<th(?: [^>]*)?>\s*</th>", "<td></td>", clean.replace("<p></p>", ""))
