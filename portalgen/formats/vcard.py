"""How a vCard is spelled (RFC 6350, version 4.0): escaping, folding, line ends.

Knows no practice and decides nothing about what a card says.
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
    """Return a text as a value, or as one component of a value (RFC 6350 §3.4)."""
    lines = value.replace("\r\n", "\n").replace("\r", "\n")
    for sign in ("\\", ",", ";"):
        lines = lines.replace(sign, f"\\{sign}")
    return lines.replace("\n", "\\n")


def components(*values: str) -> str:
    """Return texts as the components of one value, such as those of an address."""
    return ";".join(text(value) for value in values)


def card(properties: Iterable[Property]) -> bytes:
    """Return a whole card; BEGIN, VERSION and END are added."""
    lines = [
        "BEGIN:VCARD",
        "VERSION:4.0",
        *(f"{each.name}:{each.value}" for each in properties),
        "END:VCARD",
    ]
    return b"".join(_folded(line) + b"\r\n" for line in lines)


def _folded(line: str) -> bytes:
    """Return a line with breaks after at most 75 octets, never within a sign (RFC 6350 §3.2)."""
    folded, length = bytearray(), 0
    for sign in line:
        octets = sign.encode()
        if length + len(octets) > _LINE_OCTETS:
            folded += b"\r\n "
            length = 1
        folded += octets
        length += len(octets)
    return bytes(folded)
