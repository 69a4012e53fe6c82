"""`status.json`: for open pages that look for news, and for other programs (docs/status.md)."""

from collections.abc import Iterator

from portalgen import addresses
from portalgen.documents import File
from portalgen.edition import Edition
from portalgen.formats.status import status_text
from portalgen.status import status_of
from portalgen.wording.voice import Voice


def documents(edition: Edition, voice: Voice) -> Iterator[File]:
    """Yield the file."""
    yield File(addresses.STATUS, status_text(status_of(edition, voice)).encode())
