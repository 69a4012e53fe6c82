"""`search.json`: what the search of the portal looks through, made from the finished pages.

Each page is an entry, and each part of it whose heading can be linked to. Left out is what holds
only at some times or waits for the script, so that no result claims what was true at another
moment; of what is live, headings alone are known, since they only name what stands there. Left
out too is what pages say in short of other pages, and the frame around all of them.
"""

import html
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from portalgen import addresses
from portalgen.documents import File

_MAIN = re.compile(r"<main\b.*?</main>", re.DOTALL)
_PIECE = re.compile(
    r"""<!--.*?-->
    |<(?P<closes>/?)(?P<name>[a-zA-Z][\w-]*)(?P<attributes>(?:[^<>"']|"[^"]*"|'[^']*')*)>
    |(?P<text>[^<]+|<)""",
    re.DOTALL | re.VERBOSE,
)
_ID = re.compile(r' id="([^"]*)"')
_TIMED = re.compile(r" (?:data-from|data-until|hidden)(?=[ =]|$)")
_LIVE = re.compile(r" data-live(?=[ =]|$)")
# Links to where they stand and to the next page, names of what follows, other pages in short, and
# what holds on the day of the build alone.
_SAID_ELSEWHERE = re.compile(
    r' class="(?:[^"]* )?(?:anchor|onward|label|toc|answers|entries|shorts|passing)[ "]'
)
_SILENT = {"nav", "script", "style", "template", "button", "form"}
_VOID = {"br", "col", "hr", "img", "input", "source", "wbr"}
_INLINE = {
    "a", "abbr", "b", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "s",
    "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr",
}  # fmt: skip
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}


@dataclass
class _Entry:
    """A page, or a part of it: its heading, its anchor, and its words as far as they are read."""

    anchor: str = ""
    is_live: bool = False
    heading: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)


def search_index(pages: Iterable[File]) -> File:
    """Return the index of pages: lists of title, heading, address and text.

    The heading of a page itself is empty. Addresses count from the root, without the first slash.
    """
    entries = (entry for page in pages for entry in _entries(page))
    lines = (json.dumps(each, ensure_ascii=False, separators=(",", ":")) for each in entries)
    text = ",\n".join(lines)
    return File(addresses.SEARCH_INDEX, f"[{text}]\n".encode())


def _entries(page: File) -> Iterator[tuple[str, str, str, str]]:
    main = _MAIN.search(page.text)
    if main is None:
        return
    address = page.address.removesuffix("index.html")[1:] or "./"
    whole, *parts = _Reader().read(main[0])
    title = _joined(whole.heading)
    yield title, "", address, _joined(whole.words)
    for part in parts:
        words = _joined(part.words)
        if words or part.is_live:
            yield title, _joined(part.heading), f"{address}#{part.anchor}", words


def _joined(pieces: Iterable[str]) -> str:
    return " ".join(html.unescape("".join(pieces)).split())


class _Reader:
    """Reads the main part of one page, tag by tag."""

    def __init__(self) -> None:
        self._entries = [_Entry()]
        self._into = self._entries[0].words
        # Of each open element: its name, and whether it is left out, live, and a heading.
        self._open: list[tuple[str, bool, bool, bool]] = [("", False, False, False)]

    def read(self, main: str) -> list[_Entry]:
        """Return the page itself, then its parts."""
        for piece in _PIECE.finditer(main):
            if piece["text"] is not None:
                self._hear(piece["text"])
            elif piece["name"] is not None:
                self._meet(piece["name"].lower(), piece["attributes"], bool(piece["closes"]))
        return self._entries

    def _hear(self, text: str) -> None:
        _, is_left_out, is_live, is_heading = self._open[-1]
        if not is_left_out and (is_heading or not is_live):
            self._into.append(text)

    def _meet(self, name: str, attributes: str, closes: bool) -> None:
        if name not in _INLINE:
            self._into.append(" ")
        if closes:
            self._close(name)
        elif name not in _VOID:
            self._enter(name, attributes)

    def _enter(self, name: str, attributes: str) -> None:
        _, is_left_out, is_live, is_heading = self._open[-1]
        is_left_out |= name in _SILENT or bool(_TIMED.search(attributes))
        is_left_out |= bool(_SAID_ELSEWHERE.search(attributes))
        is_live |= bool(_LIVE.search(attributes))
        self._open.append((name, is_left_out, is_live, is_heading or name in _HEADINGS))
        if name in _HEADINGS and not is_left_out:
            self._begin(name, attributes, is_live)

    def _begin(self, name: str, attributes: str, is_live: bool) -> None:
        """Let what follows be read as a heading: of the page, or of a part that has an anchor."""
        anchor = _ID.search(attributes)
        if name == "h1":
            self._into = self._entries[0].heading
        elif anchor is not None:
            self._entries.append(_Entry(anchor[1].removesuffix("_title"), is_live))
            self._into = self._entries[-1].heading

    def _close(self, name: str) -> None:
        if name in _HEADINGS:
            self._into = self._entries[-1].words
        while len(self._open) > 1:
            closed, *_ = self._open.pop()
            if closed == name:
                return
