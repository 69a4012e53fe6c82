"""New keys, entries and lists as lines of YAML."""

from collections.abc import Mapping

from portalgen.editing.edits import Value
from portalgen.editing.layout import ListStyle
from portalgen.editing.spelling import spelled, spelled_in_flow

# What may be written behind a key: besides what is typed, a list of small entries.
Written = Value | tuple[Mapping[str, Value], ...]

_BLOCK_DEPTH = 2


def behind_key(
    key: str, value: Written, column: int, style: ListStyle, quote: str = ""
) -> tuple[str, list[str]]:
    """Return what stands behind the colon of a key, and the lines below.

    `column` is the number of spaces before the key.
    """
    if isinstance(value, str):
        text = spelled(key, value, quote, column + _BLOCK_DEPTH)
        return text.head, list(text.lines)
    return "", [line for item in value for line in _item(key, item, column + style.dash, style)]


def key_lines(key: str, value: Written, column: int, style: ListStyle) -> list[str]:
    """Return a key and its value as lines."""
    head, lines = behind_key(key, value, column, style)
    return [f"{' ' * column}{key}:" + (f" {head}" if head else ""), *lines]


def entry_lines(
    fields: Mapping[str, Value],
    column: int,
    depth: int,
    style: ListStyle,
) -> list[str]:
    """Return an entry of a list as lines; `column` is the number of spaces before its dash."""
    lines = [
        line
        for key, value in fields.items()
        for line in key_lines(key, value, column + depth, style)
    ]
    first = lines[0][column + depth :]
    return [f"{' ' * column}-{' ' * (depth - 1)}{first}", *lines[1:]]


def in_flow(key: str, value: Written | Mapping[str, Value], quote: str = "") -> str:
    """Return a value for a place within brackets or braces."""
    if isinstance(value, str):
        return spelled_in_flow(key, value, quote).head
    if isinstance(value, Mapping):
        return (
            "{" + ", ".join(f"{name}: {in_flow(name, each)}" for name, each in value.items()) + "}"
        )
    return "[" + ", ".join(in_flow(key, each) for each in value) + "]"


def _item(key: str, item: str | Mapping[str, Value], column: int, style: ListStyle) -> list[str]:
    if isinstance(item, Mapping):
        return entry_lines(item, column, style.item, style)
    text = spelled(key, item, column=column + style.item)
    return [f"{' ' * column}-{' ' * (style.item - 1)}{text.head}", *text.lines]
