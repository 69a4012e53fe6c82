"""A text by lines and columns as the parser counts them, and splices in it.

The parser reads a text with LF line ends and without a byte-order mark. `Original` carries
splices over into the bytes as they lie on the disk, where everything else stays.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from portalgen.editing.edits import Refused

_BOM = "\ufeff"


@dataclass(frozen=True, order=True)
class Splice:
    """The part of a text from `start` to `end`, and what comes in its place."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Sheet:
    """A text with LF line ends; lines and columns count from 1."""

    text: str

    @cached_property
    def lines(self) -> list[str]:
        """The lines without their ends; behind a last line end stands an empty one."""
        return self.text.split("\n")

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(match.end() for match in re.finditer("\n", self.text))]

    def line(self, number: int) -> str:
        """Return a line."""
        return self.lines[number - 1]

    def offset(self, line: int, column: int = 1) -> int:
        """Return how many characters stand before a place."""
        return self._starts[line - 1] + column - 1

    def end_of(self, line: int) -> int:
        """Return where a line ends, before its line end."""
        return self.offset(line) + len(self.line(line))

    def below(self, line: int, lines: Sequence[str]) -> Splice:
        """Return the splice that puts lines below a line."""
        at = self.end_of(line)
        if line < len(self.lines):
            return Splice(at + 1, at + 1, "".join(f"{each}\n" for each in lines))
        return Splice(at, at, "".join(f"\n{each}" for each in lines))

    def without(self, first: int, last: int) -> Splice:
        """Return the splice that takes whole lines out, with their line ends."""
        return Splice(self.offset(first), min(self.end_of(last) + 1, len(self.text)), "")


class Original:
    """The bytes of a file in which splices are made."""

    def __init__(self, content: bytes) -> None:
        text = content.decode("utf-8")
        self._mark = _BOM if text.startswith(_BOM) else ""
        self._text = text.removeprefix(_BOM)
        # Where the parser sees one character for two.
        pairs = [match.start() for match in re.finditer("\r\n", self._text)]
        self._pairs = [start - number for number, start in enumerate(pairs)]
        first = re.search("\r\n|\r|\n", self._text)
        self._line_end = first[0] if first else "\n"

    def with_splices(self, splices: Iterable[Splice]) -> bytes:
        """Return the bytes with splices made, which are given for the text that is parsed.

        Raises Refused where two of them touch the same part, or a character can not be written.
        """
        ordered = sorted(splices, key=lambda splice: (splice.start, splice.end))
        if any(one.end > other.start for one, other in pairwise(ordered)):
            raise Refused("The parts to change lie within one another. Make the change by hand.")
        parts, at = [self._mark], 0
        for splice in ordered:
            parts += [self._text[at : self._offset(splice.start)], self._ends(splice.text)]
            at = self._offset(splice.end)
        try:
            return "".join([*parts, self._text[at:]]).encode("utf-8")
        except UnicodeEncodeError:
            raise Refused("There is a broken character in the new text. Type it again.") from None

    def _offset(self, offset: int) -> int:
        return offset + bisect_left(self._pairs, offset)

    def _ends(self, text: str) -> str:
        return text.replace("\n", self._line_end)
