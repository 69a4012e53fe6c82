"""Where the parts of a file stand: ends of values, comments that belong to them, dashes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from portalgen.editing.sheet import Sheet
from portalgen.sources.nodes import Entry, Mapping, Node, Scalar, Sequence


@dataclass(frozen=True)
class ListStyle:
    """How far a dash stands behind the start of its key, and an item behind its dash."""

    dash: int = 2
    item: int = 2


def starts_at(node: Node, sheet: Sheet) -> int:
    """Return where a node starts."""
    return sheet.offset(node.place.line, node.place.column)


def ends_at(node: Node, sheet: Sheet) -> int:
    """Return where a node ends: behind its last sign, before a comment."""
    last = _last_part(node)
    if is_block(last):
        return sheet.end_of(last_line(node, sheet))
    return sheet.offset(*last.end)


def last_line(node: Node, sheet: Sheet) -> int:
    """Return the last line on which something of a node stands."""
    last = _last_part(node)
    line, column = last.end
    if not is_block(last) or column > 1:
        return line
    line -= 1
    # Blank lines below belong to a text only where its sign says so.
    if "+" not in block_sign(last, sheet):
        while not sheet.line(line).strip():
            line -= 1
    return max(line, last.place.line)


def is_block(node: Node) -> bool:
    """Return whether a node is a text that starts below its key, after `|` or `>`."""
    return isinstance(node, Scalar) and node.style in {"|", ">"}


def block_sign(node: Node, sheet: Sheet) -> str:
    """Return the sign before a block text, such as `>-`."""
    found = re.compile(r"[|>][0-9+-]*").match(sheet.text, starts_at(node, sheet))
    assert found is not None
    return found[0]


def colon_of(entry: Entry, sheet: Sheet) -> int | None:
    """Return where the colon of a key ends; None where it is not on the line of the key."""
    found = re.compile(r"[ \t]*:").match(sheet.text, sheet.offset(*entry.key.end))
    return found.end() if found else None


def dash_line(item: Node, column: int, sheet: Sheet) -> int:
    """Return the line of the dash of an item; `column` is that of the dash."""
    line = item.place.line
    while not re.match(rf" {{{column - 1}}}-(\s|$)", sheet.line(line)):
        line -= 1
    return line


def comments_above(line: int, floor: int, sheet: Sheet, deepest: int | None = None) -> int:
    """Return the first of the comment lines that stand directly above a line.

    They stand below the line `floor`, and at most `deepest` columns deep.
    """
    first = line
    while first - 1 > floor and _is_comment(sheet.line(first - 1), deepest):
        first -= 1
    return first


def comments_below(line: int, sheet: Sheet, deeper_than: int) -> int:
    """Return the last of the comment lines directly below a line that are moved in further."""
    last = line
    while last < len(sheet.lines) and (
        _is_comment(sheet.line(last + 1)) and _depth(sheet.line(last + 1)) > deeper_than
    ):
        last += 1
    return last


def style_of_lists(root: Mapping, sheet: Sheet) -> ListStyle:
    """Return how the lists within the entries of a file are written, else its first list."""
    styles = [(key.key.text, _style(key, each, sheet)) for key, each in _lists(root)]
    inner = [style for name, style in styles if name != "away"]
    return next(iter([*inner, *(style for _, style in styles)]), ListStyle())


def item_depth(sequence: Sequence, sheet: Sheet) -> int:
    """Return how far the items of a list stand behind their dashes."""
    for item in sequence.items:
        # An item on a line of its own tells nothing about the others.
        depth = item.place.column - sequence.place.column
        before = sheet.line(item.place.line)[sequence.place.column : item.place.column - 1]
        dash = sheet.line(item.place.line)[: sequence.place.column]
        if not item.left_out and dash.strip() == "-" and not before.strip() and depth > 1:
            return depth
    return ListStyle().item


def _style(entry: Entry, sequence: Sequence, sheet: Sheet) -> ListStyle:
    dash = sequence.place.column - entry.key.place.column
    return ListStyle(dash, item_depth(sequence, sheet))


def _lists(node: Node) -> Iterator[tuple[Entry, Sequence]]:
    if isinstance(node, Mapping):
        for entry in node:
            if isinstance(entry.value, Sequence) and not entry.value.flow:
                yield entry, entry.value
            yield from _lists(entry.value)
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _lists(item)


def _last_part(node: Node) -> Scalar | Mapping | Sequence:
    """Return the last part of a node of which the parser knows the end."""
    while not isinstance(node, Scalar) and not node.flow:
        node = node.entries[-1].value if isinstance(node, Mapping) else node.items[-1]
    return node


def _is_comment(line: str, deepest: int | None = None) -> bool:
    return line.lstrip().startswith("#") and (deepest is None or _depth(line) <= deepest)


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip())
