"""Links in Markdown that no page will have: the owner hears of them before clients miss them.

The sanitiser would leave such an address out without a word. This looks only for what people
write; whatever they hide from it, the sanitiser still drops.
"""

import html
import re
from collections.abc import Iterator

from portalgen.model.portal import Portal
from portalgen.model.section import Broken, Path
from portalgen.model.texts import texts
from portalgen.model.values import LINK_SCHEMES, Markdown

_CODE = re.compile(r"(`+)[^`].*?\1", re.DOTALL)
_TARGET = re.compile(
    r"""
    \]\(\s*<?(?P<inline>[^)\s>]+)               # [words](address)
    | ^[ ]{0,3}\[[^\]^][^\]]*\]:\s*<?(?P<below>[^\s>]+)   # [name]: address
    | <(?P<bare>[A-Za-z][A-Za-z0-9+.-]*:[^\s>]*)>        # <address>
    | \b(?:href|src)\s*=\s*["']?(?P<html>[^"'\s>]+)
    """,
    re.VERBOSE | re.MULTILINE,
)


def unsafe_links(portal: Portal) -> Iterator[tuple[Broken, int]]:
    """Yield a broken rule for each link of a scheme that no page may have, and where it starts.

    The place is a number of characters into the text.
    """
    for path, text in texts(portal):
        if isinstance(text, Markdown) and ":" in text:
            yield from _in(path, text)


def _in(path: Path, text: str) -> Iterator[tuple[Broken, int]]:
    shown = _CODE.sub(lambda match: " " * len(match[0]), text)
    for match in _TARGET.finditer(shown):
        kind = match.lastgroup or "inline"
        scheme = _scheme(match[kind])
        if scheme and scheme.lower() not in LINK_SCHEMES:
            found = f"A page can not have a link that starts with `{scheme}:`."
            yield Broken(path, found, _INSTEAD), match.start(kind)


_INSTEAD = (
    "Write one that starts with https:, mailto:, tel: or sms:, or the address of a page of the "
    "portal, such as /terms/."
)


def _scheme(address: str) -> str:
    plain = re.sub(r"[\s\x00-\x1f]", "", html.unescape(address))
    match = re.match(r"([A-Za-z][A-Za-z0-9+.-]*):", plain)
    return match[1] if match else ""
