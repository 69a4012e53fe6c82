"""How a text is written so that every YAML program reads the same text again.

Plain where that is safe, otherwise in quotes; several lines as a block. Programs of YAML 1.1
read `yes`, `0142` and `17:30` as something else than a text, so these stand in quotes.
"""

import re
import unicodedata
from dataclasses import dataclass

from portalgen.editing.edits import Refused

# Where a day or a moment is expected, it stands as the owner types it.
_DAYS = frozenset({"from", "until", "back", "review", "announce", "book_by", "at"})
_NUMBERS = frozenset({"revision"})
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}( \d{1,2}:\d{2})?")
# Words that YAML 1.1 or 1.2 reads as yes, no or nothing.
_NO_TEXT = frozenset(["y", "n", "yes", "no", "on", "off", "true", "false", "null"])
# Numbers, days and clock times in any of their spellings, and more than those.
_NUMBER = re.compile(r"[0-9][0-9a-fA-FxobTtZz_.,:+ -]*")
_STRUCTURE = re.compile(r": |:$| #|\s$")
_FLOW_STRUCTURE = re.compile(r"[\[\]{},]|:[\[\]{},\"']")


@dataclass(frozen=True)
class Spelled:
    """A text as YAML: what stands behind the colon, the lines below, and what it reads back as."""

    head: str
    lines: tuple[str, ...]
    text: str


def spelled(key: str, text: str, style: str = "", column: int = 0) -> Spelled:
    """Return a text for block context; `style` is the quote to keep where it can be kept.

    `column` is the number of spaces before the lines of a block.
    """
    text = text.strip("\n")
    if "\n" in text and _fits_block(text):
        lines = tuple(" " * column + line if line else "" for line in text.split("\n"))
        return Spelled("|", lines, f"{text}\n")
    return Spelled(_on_one_line(key, text, style, in_flow=False), (), text)


def spelled_in_flow(key: str, text: str, style: str = "") -> Spelled:
    """Return a text for a place within brackets or braces, where it takes one line."""
    text = text.strip("\n")
    return Spelled(_on_one_line(key, text, style, in_flow=True), (), text)


def _fits_block(text: str) -> bool:
    shown = text.replace("\n", "")
    return not text[0].isspace() and all(map(_is_shown, shown)) and bool(shown.strip())


def _on_one_line(key: str, text: str, style: str, *, in_flow: bool) -> str:
    if not text.strip():
        raise Refused(f"There is no text for `{key}`. Write one, or leave the key out.")
    if style not in {'"', "'"}:
        if _is_plain(key, text, in_flow=in_flow):
            return text
        style = "'" if '"' in text or "\\" in text else '"'
    if style == "'" and all(map(_is_shown, text)):
        return "'" + text.replace("'", "''") + "'"
    return '"' + "".join(map(_escaped, text)) + '"'


def _is_plain(key: str, text: str, *, in_flow: bool) -> bool:
    """Return whether a text may stand without quotes."""
    if _DAY.fullmatch(text):
        return key in _DAYS
    if text.isascii() and text.isdigit() and key in _NUMBERS:
        return True
    if text.lower() in _NO_TEXT or _NUMBER.fullmatch(text) or not text.isprintable():
        return False
    # A first sign that is no letter may mean something to YAML.
    starts_well = text[0].isalnum() or text[0] == "(" or not text[0].isascii()
    return (
        starts_well
        and not _STRUCTURE.search(text)
        and not (in_flow and _FLOW_STRUCTURE.search(text))
    )


def _is_shown(character: str) -> bool:
    return character.isprintable() or unicodedata.category(character) == "Zs"


_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}


def _escaped(character: str) -> str:
    """Return a character as it stands between double quotes."""
    if character in _ESCAPES:
        return _ESCAPES[character]
    if _is_shown(character) or "\ud800" <= character <= "\udfff":
        return character
    code = ord(character)
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
