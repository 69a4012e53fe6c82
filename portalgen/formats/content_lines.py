"""How the lines of calendars and of address cards are spelled: escaping, folding, line ends.

Both formats say the same of them (RFC 5545 §3.1 and §3.3.11, RFC 6350 §3.2 and §3.4).
"""

from collections.abc import Iterable
from dataclasses import dataclass

_LINE_OCTETS = 75


@dataclass(frozen=True)
class Property:
    """One property: its name with parameters, such as `TEL;TYPE=text`, and its spelled value."""

    name: str
    value: str


def text(value: str) -> str:
    """Return a text as a value, or as one component of a value."""
    lines = value.replace("\r\n", "\n").replace("\r", "\n")
    for sign in ("\\", ",", ";"):
        lines = lines.replace(sign, f"\\{sign}")
    return lines.replace("\n", "\\n")


def content_lines(properties: Iterable[Property]) -> bytes:
    """Return properties as lines; none of them is longer than 75 octets."""
    return b"".join(_folded(f"{each.name}:{each.value}") + b"\r\n" for each in properties)


def _folded(line: str) -> bytes:
    """Return a line with breaks after at most 75 octets, never within a sign."""
    folded, length = bytearray(), 0
    for sign in line:
        octets = sign.encode()
        if length + len(octets) > _LINE_OCTETS:
            folded += b"\r\n "
            length = 1
        folded += octets
        length += len(octets)
    return bytes(folded)
