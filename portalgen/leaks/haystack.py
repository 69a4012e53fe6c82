"""Finished files as one text in which much can be looked for quickly.

Pages repeat themselves, so each line is taken once. *Letters* are a text without anything but its
letters and digits, all small: there no tag, fold, comma or blank hides what is looked for, and
a search in them takes some microseconds. A *flow* is a text as its words with one blank between
and around them: it takes longer to make, and tells words from parts of words. Both are bytes.
"""

import re
from collections.abc import Iterable
from datetime import date, datetime
from functools import cached_property

from portalgen.documents import File
from portalgen.leaks.disguises import (
    BREAK,
    apart,
    said,
    undisguised,
    unfolded,
    without_inline_tags,
)
from portalgen.leaks.machine_days import live_instants, marked_days

_INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_FIXED_BLANKS = "\u00a0\u2007\u2009\u202f"
# Signs beyond ASCII that are no letters: fixed blanks, dashes, quotes, brackets, wide commas.
_NO_LETTERS = re.compile(
    "[\u00a0-\u00a9\u00ab-\u00b4\u00b6-\u00b9\u00bb-\u00bf\u00d7\u00f7\u2010-\u205f"
    "\u3000-\u3003\u3008-\u301f\uff08\uff09\uff0c\uff1a]"
)
_SIGNS = bytes(code for code in range(128) if not chr(code).isalnum() and chr(code) != BREAK)
_BLANKS = bytes.maketrans(_SIGNS, b" " * len(_SIGNS))
_NO_DIGITS = bytes(code for code in range(256) if not 48 <= code < 58)
# Files in which there is something to read; in others a short word is a name of a program.
_PROSE = (".html", ".json", ".ics", ".vcf", ".svg", ".txt", "feed.xml")


def letters(text: str) -> bytes:
    """Return the letters and digits of a text; those of English are small."""
    found = _without(_INVISIBLE + _FIXED_BLANKS, text).encode("utf-8", "replace")
    return found.lower().translate(None, _SIGNS)


def flow(text: str) -> bytes:
    """Return the words of a text, in the letters in which they stand."""
    plain = text if text.isascii() else _NO_LETTERS.sub(" ", _without(_INVISIBLE, text))
    words = plain.encode("utf-8", "replace").translate(_BLANKS).split()
    return b" " + b" ".join(words) + b" "


def digits(text: str) -> bytes:
    """Return all digits of a text in a row."""
    return text.encode("utf-8", "replace").translate(None, _NO_DIGITS)


class Haystack:
    """The lines of some texts, each once, and what can be decoded from them."""

    def __init__(
        self, lines: Iterable[str], code: Iterable[str] = (), marked_days: Iterable[date] = ()
    ) -> None:
        """Take lines; `code` are those of files in which there is nothing to read."""
        self.marked_days = frozenset(marked_days)
        self._lines = tuple(lines)
        self._code = tuple(code)

    @cached_property
    def text(self) -> str:
        """All lines as they stand."""
        return "\n".join((*self._lines, *self._code))

    @cached_property
    def prose(self) -> str:
        """The lines of files in which there is something to read."""
        return "\n".join(self._lines)

    @cached_property
    def said(self) -> bytes:
        """The words that are there to be read."""
        return flow(said(self.prose))

    @cached_property
    def plain(self) -> str:
        """The lines that have tags within their sentences, without these."""
        return "\n".join(without_inline_tags(self._lines))

    @cached_property
    def letters(self) -> bytes:
        """The letters of all lines, with inline tags and without."""
        return letters(f"{self.text}{BREAK}{self.plain}")

    @cached_property
    def digits(self) -> bytes:
        """All digits in a row."""
        return digits(self.text)

    @cached_property
    def flow(self) -> bytes:
        """All words in small letters, with tags and without."""
        return (flow(apart(self.text)) + self.said).lower()

    @cached_property
    def live_instants(self) -> frozenset[datetime]:
        """The instants of the facts for the script."""
        return live_instants(self._lines)


def haystack(files: Iterable[File]) -> Haystack:
    """Return finished files with their addresses; of pictures and the like nothing else."""
    lines: dict[str, None] = {}
    code: dict[str, None] = {}
    marked: set[date] = set()
    for file in files:
        text = _text(file)
        kind = lines if file.address.endswith(_PROSE) else code
        kind[file.address] = None
        kind.update(dict.fromkeys(text.split("\n")))
        if "data-month" in text:
            marked.update(marked_days(text))
    return Haystack((*lines, *undisguised(lines)), (*code, *undisguised(code)), marked)


def haystack_of(text: str) -> Haystack:
    """Return a single text as one in which something can be looked for."""
    return Haystack((text, *undisguised([text])))


def _text(file: File) -> str:
    try:
        text = file.text
    except UnicodeDecodeError:
        return ""
    return unfolded(text) if text.startswith("BEGIN:") else text


def _without(signs: str, text: str) -> str:
    for sign in () if text.isascii() else signs:
        # To look is quicker than to replace what is hardly ever there.
        if sign in text:
            text = text.replace(sign, "")
    return text
