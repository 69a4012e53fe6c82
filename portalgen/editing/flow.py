"""Parts of a list in brackets or of a map in braces: put in, and taken out."""

from collections.abc import Sequence as SequenceOf
from dataclasses import dataclass

from portalgen.editing.draft import Draft
from portalgen.editing.layout import ends_at, starts_at
from portalgen.editing.sheet import Splice
from portalgen.sources.nodes import Entry, Mapping, Node, Sequence


@dataclass(frozen=True)
class Part:
    """Where an item, or a key with its value, starts and ends."""

    start: int
    end: int


def parts_of(node: Mapping | Sequence, draft: Draft) -> list[Part]:
    """Return where the parts of a list or of a map stand."""
    each: SequenceOf[Node | Entry] = node.entries if isinstance(node, Mapping) else node.items
    return [_part(part, draft) for part in each]


def taken_out(node: Mapping | Sequence, first: int, last: int, draft: Draft) -> Splice:
    """Return the splice that takes parts that follow one another out, with their commas."""
    parts = parts_of(node, draft)
    start, end = parts[first].start, parts[last].end
    if first > 0:
        start = parts[first - 1].end
        between = draft.sheet.text[start : parts[first].start]
    else:
        end = parts[last + 1].start if len(parts) > last + 1 else end
        between = draft.sheet.text[parts[last].end : end]
    if "#" in between:
        raise draft.by_hand(node, "There are comments between the parts of a list in brackets.")
    return Splice(start, end, "")


def put_first(sequence: Sequence, text: str, draft: Draft) -> Splice:
    """Return the splice that makes a text the first item of a list that has some."""
    first = sequence.items[0]
    at = starts_at(first, draft.sheet)
    if first.place.line == sequence.place.line:
        return Splice(at, at, f"{text}, ")
    return Splice(at, at, f"{text},\n{' ' * (first.place.column - 1)}")


def _part(part: Node | Entry, draft: Draft) -> Part:
    first, last = (part.key, part.value) if isinstance(part, Entry) else (part, part)
    return Part(starts_at(first, draft.sheet), ends_at(last, draft.sheet))
