"""The stylesheet with the practice's own color and corners; pages can not carry styles inline."""

from collections.abc import Iterator

from portalgen.documents import File
from portalgen.edition import Edition
from portalgen.look import look_address, look_sheet
from portalgen.wording.voice import Voice


def documents(edition: Edition, _voice: Voice) -> Iterator[File]:
    """Yield the sheet, at the address that every page links to."""
    look = edition.portal.practice.look
    yield File(look_address(look), look_sheet(look).encode())
