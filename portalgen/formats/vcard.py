"""How a vCard is put together (RFC 6350, version 4.0).

Knows no practice and decides nothing about what a card says.
"""

from collections.abc import Iterable

from portalgen.formats.content_lines import Property, content_lines, text


def components(*values: str) -> str:
    """Return texts as the components of one value, such as those of an address (§3.4)."""
    return ";".join(text(value) for value in values)


def card(properties: Iterable[Property]) -> bytes:
    """Return a whole card; BEGIN, VERSION and END are added."""
    return content_lines(
        [
            Property("BEGIN", "VCARD"),
            Property("VERSION", "4.0"),
            *properties,
            Property("END", "VCARD"),
        ]
    )
