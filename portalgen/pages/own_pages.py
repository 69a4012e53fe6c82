"""The pages that the owner wrote beside all others."""

from collections.abc import Iterator

from portalgen import addresses
from portalgen.documents import Document
from portalgen.edition import Edition
from portalgen.wording.voice import Voice


def documents(edition: Edition, voice: Voice) -> Iterator[Document]:
    """Yield each of the owner's own pages."""
    for own in edition.portal.pages:
        yield Document(
            addresses.own_page(own.slug), "pages/own_page.html", {"title": own.title, "own": own}
        )
