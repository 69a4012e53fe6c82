"""An entry of the list, taken out with the comments that belong to it."""

from portalgen.editing.draft import LIST, Draft
from portalgen.editing.flow import taken_out
from portalgen.editing.layout import (
    colon_of,
    comments_above,
    comments_below,
    dash_line,
    ends_at,
    last_line,
)
from portalgen.editing.sheet import Splice
from portalgen.sources.nodes import Entry, Mapping, Sequence


def deleted(absence: Mapping, draft: Draft) -> list[Splice]:
    """Return the splices that take an entry out; an empty list stays as `[]`."""
    entry = draft.list_entry
    assert entry is not None
    items = entry.value
    if not isinstance(items, Sequence):
        return _emptied(entry, absence, None, draft)
    number = next(at for at, item in enumerate(items.items) if item is absence)
    if items.flow:
        return [taken_out(items, number, number, draft)]
    if len(items.items) == 1:
        return _emptied(entry, absence, items, draft)
    first, last = _lines(entry, absence, items, number, draft)
    return [draft.sheet.without(*_with_blank_lines(first, last, entry, draft))]


def _emptied(entry: Entry, absence: Mapping, items: Sequence | None, draft: Draft) -> list[Splice]:
    colon = colon_of(entry, draft.sheet)
    if colon is None:
        raise draft.by_hand(entry.key, f"The colon of `{LIST}` stands on another line.")
    if absence.flow and items is None:
        return [Splice(colon, ends_at(absence, draft.sheet), " []")]
    first, last = _lines(entry, absence, items, 0, draft)
    return [Splice(colon, colon, " []"), draft.sheet.without(first, last)]


def _lines(
    entry: Entry, absence: Mapping, items: Sequence | None, number: int, draft: Draft
) -> tuple[int, int]:
    """Return the first and the last line of an entry and of what belongs to it."""
    sheet = draft.sheet
    dash = items.place.column if items else absence.place.column
    start = dash_line(absence, dash, sheet) if items else absence.place.line
    # What is moved in further than the dash belongs to the entry above.
    deepest = dash - 1 if number else None
    floor = last_line(items.items[number - 1], sheet) if items and number else entry.key.place.line
    first = comments_above(start, floor, sheet, deepest)
    return first, comments_below(last_line(absence, sheet), sheet, dash - 1)


def _with_blank_lines(first: int, last: int, entry: Entry, draft: Draft) -> tuple[int, int]:
    """Return the lines to take out, so that one blank line stays where two would meet."""
    sheet = draft.sheet
    behind = last
    while behind < len(sheet.lines) and not sheet.line(behind + 1).strip():
        behind += 1
    if behind < len(sheet.lines):
        is_apart = first - 1 == entry.key.place.line or not sheet.line(first - 1).strip()
        return first, behind if is_apart else last
    while not sheet.line(first - 1).strip():
        first -= 1
    return first, last
