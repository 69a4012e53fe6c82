"""The value of a key that is there already → splices that put another one in its place."""

import re

from portalgen.editing.draft import Draft
from portalgen.editing.layout import (
    ListStyle,
    block_sign,
    colon_of,
    ends_at,
    is_block,
    last_line,
    starts_at,
)
from portalgen.editing.sheet import Splice
from portalgen.editing.writing import Written, behind_key, in_flow
from portalgen.sources.nodes import Entry, Scalar


def replaced(
    entry: Entry, value: Written, draft: Draft, style: ListStyle, *, within_flow: bool
) -> list[Splice]:
    """Return the splices that change a value and keep the comment behind it."""
    key, old = entry.key.text, entry.value
    quote = old.style if isinstance(old, Scalar) else ""
    colon = colon_of(entry, draft.sheet)
    if colon is None:
        raise draft.by_hand(entry.key, f"The colon of `{key}` stands on another line.")
    if within_flow:
        _refuse_comments(entry, colon, draft)
        end = max(colon, ends_at(old, draft.sheet))
        return [Splice(colon, end, f" {in_flow(key, value, quote)}")]
    head, lines = behind_key(key, value, entry.key.place.column - 1, style, quote)
    if is_block(old):
        return _instead_of_block(entry, head, lines, draft)
    if old.place.line == entry.key.place.line == last_line(old, draft.sheet):
        return _on_one_line(entry, colon, head, lines, draft)
    _refuse_comments(entry, colon, draft)
    text = "\n".join([f" {head}" if head else "", *lines])
    end = ends_at(old, draft.sheet)
    # Spaces at the end of a line would become part of a text.
    spaces = re.compile(r"[ \t]*(?=\n|$)").match(draft.sheet.text, end) if lines else None
    return [Splice(colon, spaces.end() if spaces else end, text)]


def _on_one_line(
    entry: Entry, colon: int, head: str, lines: list[str], draft: Draft
) -> list[Splice]:
    start, end = starts_at(entry.value, draft.sheet), ends_at(entry.value, draft.sheet)
    if not head or start == end:
        start = colon
        head = head and f" {head}"
    splices = [Splice(start, end, head)]
    if lines:
        splices.append(draft.sheet.below(entry.key.place.line, lines))
    return splices


def _instead_of_block(entry: Entry, head: str, lines: list[str], draft: Draft) -> list[Splice]:
    """Keep what stands behind the sign of a block text: it may be a comment."""
    old = entry.value
    assert isinstance(old, Scalar)
    sheet = draft.sheet
    if old.place.line != entry.key.place.line:
        raise draft.by_hand(old, f"The text of `{entry.key.text}` starts on a line of its own.")
    start = starts_at(old, sheet)
    sign = block_sign(old, sheet)
    # A list has nothing on the line of its key, not even the space in front.
    head_start = start if head else start - 1
    return [
        Splice(head_start, start + len(sign), head),
        Splice(
            sheet.end_of(old.place.line),
            sheet.end_of(last_line(old, sheet)),
            "".join(f"\n{line}" for line in lines),
        ),
    ]


def _refuse_comments(entry: Entry, colon: int, draft: Draft) -> None:
    """Refuse to change what has comments in the midst of it, which would be lost."""
    sheet, old = draft.sheet, entry.value
    # Within a text a `#` is no comment.
    end = starts_at(old, sheet) if isinstance(old, Scalar) else ends_at(old, sheet)
    if re.search(r"(^|\s)#", sheet.text[colon:end]):
        raise draft.by_hand(entry.key, f"There is a comment within `{entry.key.text}`.")
