"""`search.json`: what the search of the portal looks through, made from the finished pages.

Each page is an entry, and each part of it whose heading can be linked to. Left out is what holds
only at some times or waits for the script, so that no result claims what was true at another
moment; of the calendar, headings alone are known, since they only name what stands there. Left
out too is what pages say in short of other pages, and the frame around all of them.
"""

import html
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

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
_TIMED = re.compile(r"\s(?:data-from|data-until|hidden)(?=[\s=]|$)")
_ALTERNATIVE = re.compile(r' alt="([^"]*)"')
_LIVE = re.compile(r" data-live(?=[ =]|$)")
# What is announced and what the days are like changes with every build.
_CALENDAR = re.compile(r' data-live="calendar"')
# Links to where they stand and to the next page, names of what follows, other pages in short, and
# what holds on the day of the build alone.
_SAID_ELSEWHERE = re.compile(
    r' class="(?:[^"]* )?(?:anchor|onward|label|toc|in-short|entries|shorts|passing)[ "]'
)
_SILENT = {"nav", "script", "style", "template", "button", "form"}
_VOID = {"br", "col", "hr", "img", "input", "source", "wbr"}
_INLINE = {
    "a", "abbr", "b", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "s",
    "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr",
}  # fmt: skip
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_ITEMS = {"caption", "dd", "dt", "li", "td", "th", "tr"}
# What stands between an item and its neighbors, until their words are joined.
_BREAK = "\0"
_HOME = "./"


@dataclass(frozen=True)
class _Element:
    """An open element: whether it is left out, live, known by its headings alone, and a heading."""

    name: str = ""
    is_left_out: bool = False
    is_live: bool = False
    is_calendar: bool = False
    is_heading: bool = False


@dataclass
class _Entry:
    """A page, or a part of it: its heading, its anchor, and its words as far as they are read."""

    anchor: str = ""
    is_live: bool = False
    heading: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)


def search_index(pages: Iterable[File]) -> File:
    """Return the index of pages: lists of title, heading, address and text.

    The heading of a page itself is empty, and so is the title of the home page: what it shows as
    one is its first words. Addresses count from the root, without the first slash.
    """
    entries = (entry for page in pages for entry in _entries(page))
    lines = (json.dumps(each, ensure_ascii=False, separators=(",", ":")) for each in entries)
    text = ",\n".join(lines)
    return File(addresses.SEARCH_INDEX, f"[{text}]\n".encode())


def _entries(page: File) -> Iterator[tuple[str, str, str, str]]:
    main = _MAIN.search(page.text)
    if main is None:
        return
    address = page.address.removesuffix("index.html")[1:] or _HOME
    whole, *parts = _Reader().read(main[0])
    title = _joined(whole.heading)
    if address == _HOME:
        whole.words[:0] = [title, _BREAK]
        title = ""
    yield title, "", address, _joined(whole.words)
    for part in parts:
        words = _joined(part.words)
        if words or part.is_live:
            yield title, _joined(part.heading), f"{address}#{part.anchor}", words


def _joined(pieces: Iterable[str]) -> str:
    """Return words as they are read; items that are no sentences have a dot between them."""
    items = (" ".join(html.unescape(item).split()) for item in "".join(pieces).split(_BREAK))
    return re.sub(r"(?<=[.!?:…]) · ", " ", " · ".join(filter(None, items)))


class _Reader:
    """Reads the main part of one page, tag by tag."""

    def __init__(self) -> None:
        self._entries = [_Entry()]
        self._into = self._entries[0].words
        self._open = [_Element()]

    def read(self, main: str) -> list[_Entry]:
        """Return the page itself, then its parts."""
        for piece in _PIECE.finditer(main):
            if piece["text"] is not None:
                self._hear(piece["text"])
            elif piece["name"] is not None:
                self._meet(piece["name"].lower(), piece["attributes"], bool(piece["closes"]))
        return self._entries

    def _hear(self, text: str) -> None:
        around = self._open[-1]
        if not around.is_left_out and (around.is_heading or not around.is_calendar):
            self._into.append(text)

    def _meet(self, name: str, attributes: str, closes: bool) -> None:
        if name not in _INLINE:
            self._into.append(_BREAK if name in _ITEMS else " ")
        if closes:
            self._close(name)
        elif name not in _VOID:
            self._enter(name, attributes)
        elif self._open[-1].is_heading and (shown := _ALTERNATIVE.search(attributes)):
            self._hear(shown[1])

    def _enter(self, name: str, attributes: str) -> None:
        around = self._open[-1]
        entered = replace(
            around,
            name=name,
            is_left_out=around.is_left_out or _is_left_out(name, attributes),
            is_live=around.is_live or bool(_LIVE.search(attributes)),
            is_calendar=around.is_calendar or bool(_CALENDAR.search(attributes)),
            is_heading=around.is_heading or name in _HEADINGS,
        )
        self._open.append(entered)
        if name in _HEADINGS and not entered.is_left_out:
            self._begin(name, attributes, entered.is_live)

    def _begin(self, name: str, attributes: str, is_live: bool) -> None:
        """Let what follows be read as a heading: of the page, or of a part that has an anchor."""
        anchor = _ID.search(attributes)
        if name == "h1":
            self._into = self._entries[0].heading
        elif anchor is not None:
            self._entries.append(_Entry(anchor[1].removesuffix("_title"), is_live))
            self._into = self._entries[-1].heading

    def _close(self, name: str) -> None:
        if name not in (each.name for each in self._open):
            # It closes nothing; what it stands in stays as it is.
            return
        if name in _HEADINGS:
            self._into = self._entries[-1].words
        while len(self._open) > 1:
            if self._open.pop().name == name:
                return


def _is_left_out(name: str, attributes: str) -> bool:
    return bool(name in _SILENT or _TIMED.search(attributes) or _SAID_ELSEWHERE.search(attributes))
