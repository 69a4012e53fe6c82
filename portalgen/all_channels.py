"""The channels, in the order they are made."""

from collections.abc import Iterator

from portalgen.channels import calendar, contact_card, editor, favicon, status
from portalgen.documents import Document, File
from portalgen.edition import Edition
from portalgen.wording.voice import Voice

CHANNELS = (
    contact_card.documents,
    favicon.documents,
    status.documents,
    calendar.documents,
    editor.documents,
)


def all_channels(edition: Edition, voice: Voice) -> Iterator[Document | File]:
    """Yield the documents and files of every channel."""
    for channel in CHANNELS:
        yield from channel(edition, voice)
