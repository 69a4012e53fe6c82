"""A new entry → splices that make it the first of the list behind a key.

Comment lines directly above the first entry belong to it; those about the list as a whole are
separated by a blank line and stay above.
"""

from collections.abc import Mapping as MappingOf

from portalgen.editing.draft import LIST, Draft
from portalgen.editing.edits import Value
from portalgen.editing.flow import put_first
from portalgen.editing.layout import (
    ListStyle,
    comments_above,
    dash_line,
    ends_at,
    item_depth,
    starts_at,
)
from portalgen.editing.sheet import Splice
from portalgen.editing.values import replaced
from portalgen.editing.writing import entry_lines, in_flow
from portalgen.sources.nodes import Entry, Mapping, Sequence


def with_first(
    entry: Entry, item: MappingOf[str, Value], draft: Draft, *, within_flow: bool = False
) -> list[Splice]:
    """Return the splices; the list may be empty, or one entry that stands alone."""
    value = entry.value
    if isinstance(value, Sequence) and value.items:
        if value.flow:
            return [put_first(value, in_flow(LIST, item), draft)]
        return [_above_the_first(entry, value, item, draft)]
    if value.left_out:
        style = ListStyle() if entry.key.text == LIST else draft.style
        return replaced(entry, (item,), draft, style, within_flow=within_flow)
    if not isinstance(value, Mapping):
        raise draft.by_hand(value, f"There is a text where the list `{entry.key.text}` belongs.")
    if value.flow:
        start, end = starts_at(value, draft.sheet), ends_at(value, draft.sheet)
        return [Splice(start, start, f"[{in_flow(LIST, item)}, "), Splice(end, end, "]")]
    return _beside_a_lone_entry(entry, value, item, draft)


def _above_the_first(
    entry: Entry, items: Sequence, item: MappingOf[str, Value], draft: Draft
) -> Splice:
    line = dash_line(items.items[0], items.place.column, draft.sheet)
    depth = item_depth(items, draft.sheet)
    lines = entry_lines(item, items.place.column - 1, depth, draft.style)
    if _stand_apart(entry, items, draft):
        lines.append("")
    return _above(entry, line, lines, draft)


def _beside_a_lone_entry(
    entry: Entry, lone: Mapping, item: MappingOf[str, Value], draft: Draft
) -> list[Splice]:
    """Give the entry that stands alone a dash, for which there is room before its first key."""
    depth = ListStyle().item
    dash = lone.place.column - depth
    line = lone.place.line
    if dash < entry.key.place.column or draft.sheet.line(line)[: lone.place.column - 1].strip():
        raise draft.by_hand(lone, "There is no room for a dash before this entry.")
    lines = entry_lines(item, dash - 1, depth, draft.style)
    if entry.key.text == LIST:
        lines.append("")
    at = draft.sheet.offset(line, dash)
    return [_above(entry, line, lines, draft), Splice(at, at + depth, "- ")]


def _above(entry: Entry, line: int, lines: list[str], draft: Draft) -> Splice:
    floor = entry.key.place.line
    return draft.sheet.below(comments_above(line, floor, draft.sheet) - 1, lines)


def _stand_apart(entry: Entry, items: Sequence, draft: Draft) -> bool:
    """Return whether a blank line separates the entries of a list."""
    if len(items.items) == 1:
        return entry.key.text == LIST
    second = dash_line(items.items[1], items.place.column, draft.sheet)
    above = comments_above(second, items.place.line, draft.sheet) - 1
    return not draft.sheet.line(above).strip()
