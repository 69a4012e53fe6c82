"""Every kind of page, in the order in which the pages are made."""

from collections.abc import Callable, Iterator

from portalgen.documents import Document
from portalgen.edition import Edition
from portalgen.pages import (
    availability,
    away,
    contact,
    editor,
    home,
    moved,
    not_found,
    own_pages,
    packet,
    policies,
    promises,
    search,
    services,
    terms,
    what_to_expect,
)
from portalgen.wording.voice import Voice

Pages = Callable[[Edition, Voice], Iterator[Document]]

PAGES: tuple[Pages, ...] = (
    home.documents,
    services.documents,
    terms.documents,
    policies.documents,
    what_to_expect.documents,
    availability.documents,
    away.documents,
    promises.documents,
    contact.documents,
    own_pages.documents,
    packet.documents,
    search.documents,
    moved.documents,
    not_found.documents,
    editor.documents,
)


def all_pages(edition: Edition, voice: Voice) -> Iterator[Document]:
    """Yield the document of every page of the portal."""
    for documents in PAGES:
        yield from documents(edition, voice)
