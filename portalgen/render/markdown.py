"""The owner's Markdown as safe HTML: the only door to Python-Markdown.

A conversion depends on its arguments alone: the parser is made anew for each text, which takes
less than a millisecond, so nothing of one text can reach another. Nothing leaves this file that
the sanitiser has not seen.
"""

import re
from collections.abc import Sequence
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

from portalgen.model.reading import EMAIL_PATTERN, URL_PATTERN, slug_of
from portalgen.render.dressing import Setting, dressed, dressed_inline
from portalgen.render.sanitiser import sanitised, sanitised_inline
from portalgen.shield import unshielded, unshielded_html

# How many signs a parser may look at on its way from open brackets to the end of a paragraph.
_PATIENCE = 5_000_000


class TooDeep(ValueError):
    """A text opens lists, quotes or brackets within one another until no parser can follow."""


def to_html(text: str, setting: Setting) -> str:
    """Return a text as safe HTML.

    Raises TooDeep.
    """
    return dressed(sanitised(_converted(text)), setting)


def to_inline_html(text: str) -> str:
    """Return a text as safe HTML for the middle of a line: no paragraphs, lists or headings.

    Raises TooDeep.
    """
    return dressed_inline(sanitised_inline(_converted(text)))


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

    def extendMarkdown(self, md: Parser) -> None:
        md.inlinePatterns.register(_AddressedFact(r"<([^<>\s]+)>", md), "addressed-fact", 130)
        md.treeprocessors.register(_Tables(md), "accessible-tables", 5)
        md.treeprocessors.register(_Notes(md), "numbered-notes", 4)
        md.treeprocessors.register(_Ids(md), "hyphenated-ids", 3)


class _AddressedFact(InlineProcessor):
    """A fact in angle brackets is a link where the same address, typed there, would be one."""

    def handleMatch(  # type: ignore[override]
        self, match: re.Match[str], data: str
    ) -> tuple[ElementTree.Element | None, int | None, int | None]:
        address = unshielded(match[1])
        if address == match[1]:
            return None, None, None
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


class _Ids(Treeprocessor):
    """Ids have hyphens, also where a heading stands a second time: ids of the portal do not."""

    def run(self, root: ElementTree.Element) -> None:
        ids = [each.get("id", "") for each in root.iter()]
        renamed: dict[str, str] = {}
        for id_ in ids:
            if "_" in id_:
                renamed[id_] = self._free(id_.replace("_", "-").strip("-"), ids)
                ids.append(renamed[id_])
        for element in root.iter():
            id_, href = element.get("id", ""), element.get("href", "")
            if id_ in renamed:
                element.set("id", renamed[id_])
            if href.startswith("#") and href[1:] in renamed:
                element.set("href", f"#{renamed[href[1:]]}")

    @staticmethod
    def _free(wanted: str, taken: Sequence[str]) -> str:
        while wanted in taken:
            wanted += "-2"
        return wanted
