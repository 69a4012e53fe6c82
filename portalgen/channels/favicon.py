"""The practice's initial on its color, for tabs and bookmarks."""

from collections.abc import Iterator

from portalgen.documents import Document
from portalgen.edition import Edition
from portalgen.frame import FAVICON
from portalgen.look import DARK_SURFACES, DEFAULT_COLOR
from portalgen.shades import ink_on
from portalgen.wording.voice import Voice


def documents(edition: Edition, _voice: Voice) -> Iterator[Document]:
    """Yield the picture."""
    practice = edition.portal.practice
    color = practice.look.color or DEFAULT_COLOR
    ink = ink_on(color, DARK_SURFACES[0])
    facts = {"initial": _initial(practice.name), "color": color, "ink": ink}
    yield Document(FAVICON, "channels/favicon.svg", facts, listed=False)


def _initial(name: str) -> str:
    """Return the first letter or digit of a name, large if there is a large one."""
    return next((sign for sign in name if sign.isalnum()), name[:1]).upper()
