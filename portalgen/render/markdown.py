"""The owner's Markdown as safe HTML: the only door to Python-Markdown.

A conversion depends on its arguments alone: the parser is made anew for each text, which takes
less than a millisecond, so nothing of one text can reach another. What is decided here, beyond
the syntax: which level headings start at, that ids of several texts on one page do not meet, and
what tables and notes need to be read with a keyboard or a screen reader. Addresses stay as
typed, counted from the portal's root; `portalgen.render.links` makes them fit a page.
"""

import html
import re
from dataclasses import dataclass
from xml.etree import ElementTree

from markdown import Markdown as Parser
from markdown.extensions import Extension
from markdown.extensions.abbr import AbbrExtension
from markdown.extensions.admonition import AdmonitionExtension
from markdown.extensions.attr_list import AttrListExtension
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markdown.extensions.toc import TocExtension
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor

from portalgen import addresses
from portalgen.model.fields import EMAIL_PATTERN, URL_PATTERN, slug_of
from portalgen.render.sanitiser import sanitised, sanitised_inline
from portalgen.render.tags import Tag, with_tags, without_tags
from portalgen.shield import unshielded, unshielded_html


# How many signs a parser may look at on its way from open brackets to the end of a paragraph.
_PATIENCE = 5_000_000


class TooDeep(ValueError):
    """A text opens lists, quotes or brackets within one another until no parser can follow."""


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


def to_html(text: str, setting: Setting = Setting()) -> str:  # noqa: B008 - it is frozen
    """Return a text as safe HTML.

    Raises TooDeep.
    """
    return _dressed(sanitised(_converted(text)), setting)


def to_inline_html(text: str) -> str:
    """Return a text as safe HTML for the middle of a line: no paragraphs, lists or headings.

    Raises TooDeep.
    """
    return with_tags(sanitised_inline(_converted(text)), _with_rel).strip()


def _converted(text: str) -> str:
    if any(_bracket_work(block) > _PATIENCE for block in text.split("\n\n")):
        raise TooDeep
    parser = Parser(
        extensions=[
            TableExtension(use_align_attribute=True),
            DefListExtension(),
            FootnoteExtension(SEPARATOR="-"),
            AbbrExtension(),
            AdmonitionExtension(),
            TocExtension(slugify=_heading_id),
            AttrListExtension(),
            SaneListExtension(),
            _Additions(),
        ],
        output_format="html",
    )
    try:
        return unshielded_html(parser.convert(text))
    except RecursionError:
        raise TooDeep from None


def _bracket_work(block: str) -> int:
    """Return how far a parser looks ahead in a paragraph for ends of brackets that have none."""
    return max(0, block.count("[") - block.count("]")) * len(block)


def _heading_id(heading: str, _separator: str) -> str:
    return slug_of(unshielded(heading)) or "section"


class _Additions(Extension):
    """What Python-Markdown is told beyond its own extensions."""

    def extendMarkdown(self, md: Parser) -> None:  # noqa: N802 - the name is Python-Markdown's
        md.inlinePatterns.register(_AddressedFact(r"<([^<>\s]+)>", md), "addressed-fact", 130)
        md.treeprocessors.register(_Tables(md), "accessible-tables", 5)
        md.treeprocessors.register(_Notes(md), "numbered-notes", 4)


class _AddressedFact(InlineProcessor):
    """A fact in angle brackets is a link where the same address, typed there, would be one."""

    def handleMatch(  # type: ignore[override] # noqa: N802
        self, match: re.Match[str], data: str
    ) -> tuple[ElementTree.Element | None, int | None, int | None]:
        address = unshielded(match[1])
        for pattern, scheme in ((EMAIL_PATTERN, "mailto:"), (URL_PATTERN, "")):
            if re.fullmatch(pattern, address):
                link = ElementTree.Element("a", {"href": scheme + match[1]})
                link.text = match[1]
                return link, match.start(0), match.end(0)
        return None, None, None


class _Tables(Treeprocessor):
    """Heads of columns say that they are, and alignment is a class and no style."""

    def run(self, root: ElementTree.Element) -> None:
        for table in root.iter("table"):
            for head in table.iter("th"):
                head.set("scope", "col")
            for cell in (*table.iter("th"), *table.iter("td")):
                if alignment := cell.attrib.pop("align", ""):
                    cell.set("class", f"align-{alignment}")


class _Notes(Treeprocessor):
    """Notes have numbers in their ids, whatever signs the owner named them with."""

    def run(self, root: ElementTree.Element) -> None:
        numbers: dict[str, str] = {}
        for element in root.iter():
            for attribute in ("id", "href"):
                match = re.match(r"(#?)fn(ref\d*)?-(.*)", element.get(attribute, ""), re.DOTALL)
                if match and self._is_of_a_note(element):
                    number = numbers.setdefault(match[3], str(len(numbers) + 1))
                    element.set(attribute, f"{match[1]}fn{match[2] or ''}-{number}")

    @staticmethod
    def _is_of_a_note(element: ElementTree.Element) -> bool:
        return element.tag in {"sup", "li"} or "footnote" in element.get("class", "")


def _dressed(clean: str, setting: Setting) -> str:
    """Return sanitised HTML with headings, ids, tables and links as a page needs them."""
    levels = _Levels(setting.top)
    ids = set(re.findall(r'<[^>]* id="([^"]*)"', clean))

    def changed(tag: Tag) -> str:
        tag = _with_own_ids(tag, ids, setting.prefix)
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


_HEAD = re.compile(r"<th(?: [^>]*)?>(.*?)</th>", re.DOTALL)


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
