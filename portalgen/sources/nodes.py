"""What a YAML text consists of, with the place of each part: maps, lists and texts."""

from collections.abc import Iterator
from dataclasses import dataclass

from portalgen.problems import Place


@dataclass(frozen=True)
class Scalar:
    """A text as the owner typed it, whatever it looks like.

    `plain` tells that it stands there without quotes. `first_line` is the line of the file on
    which the text itself starts, if its lines are those of the file one to one; `moved_in` is
    the number of columns by which the lines of a block text are moved in. `style` is the sign
    that the text starts with if it is not plain, `end` the line and the column behind it.
    """

    place: Place
    text: str
    plain: bool = True
    first_line: int | None = None
    moved_in: int = 0
    style: str = ""
    end: tuple[int, int] = (0, 0)

    @property
    def left_out(self) -> bool:
        """Whether this means that nothing was written."""
        if self.plain:
            return self.text in {"", "~", "null", "Null", "NULL"}
        return not self.text.strip()

    def place_at(self, offset: int) -> Place:
        """Return the place of a character of the text, as closely as it can be told."""
        if self.first_line is None:
            return self.place
        before = self.text[:offset]
        lines = before.count("\n")
        column = offset - before.rfind("\n")
        if self.first_line != self.place.line:
            column += self.moved_in
        elif lines == 0:
            # Behind the key, and behind a quote if there is one.
            column += self.place.column - 1 + (not self.plain)
        return Place(self.place.file, self.first_line + lines, column)


@dataclass(frozen=True)
class Entry:
    """A key of a map and what stands behind it."""

    key: Scalar
    value: "Node"


@dataclass(frozen=True)
class Mapping:
    """Keys and values, in the order written; no key stands twice.

    `flow` tells that they stand in braces, and then `end` is the line and the column behind.
    """

    place: Place
    entries: tuple[Entry, ...]
    flow: bool = False
    end: tuple[int, int] = (0, 0)

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries)

    @property
    def left_out(self) -> bool:
        """Whether the map is empty."""
        return not self.entries

    def entry(self, key: str) -> Entry | None:
        """Return the entry of a key."""
        return next((entry for entry in self.entries if entry.key.text == key), None)


@dataclass(frozen=True)
class Sequence:
    """Items in the order written.

    `flow` tells that they stand in brackets, and then `end` is the line and the column behind.
    """

    place: Place
    items: tuple["Node", ...]
    flow: bool = False
    end: tuple[int, int] = (0, 0)

    @property
    def left_out(self) -> bool:
        """Whether the list is empty."""
        return not self.items


Node = Scalar | Mapping | Sequence
