"""A page at each former address, which leads on to the new one by itself.

It works on every host, without `_redirects` and without scripts. Search engines and the sitemap
do not see it.
"""

from collections.abc import Iterator

from portalgen import addresses
from portalgen.documents import Document
from portalgen.edition import Edition
from portalgen.wording.voice import Voice


def documents(edition: Edition, voice: Voice) -> Iterator[Document]:
    """Yield a page for each former address."""
    for old, new in addresses.moves(edition.portal):
        yield Document(old, "pages/moved.html", {"new": new}, listed=False)
