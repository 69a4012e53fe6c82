"""The page for what is not there.

Hosts show it at any address, so its links count from the root.
"""

from collections.abc import Iterator

from portalgen import addresses
from portalgen.documents import Document
from portalgen.edition import Edition
from portalgen.menu import menu
from portalgen.wording.voice import Voice


def documents(edition: Edition, voice: Voice) -> Iterator[Document]:
    """Yield the page; neither sitemap nor search list it."""
    portal = edition.portal
    facts = {
        "title": voice.gettext("This page is not here"),
        "owner": portal.practice.spoken_name,
        "places": tuple(menu(portal, voice)),
        "home": addresses.HOME,
        "contact": addresses.CONTACT,
    }
    yield Document(addresses.NOT_FOUND, "pages/not_found.html", facts, listed=False)
