"""`_redirects`: where old addresses lead, in the dialect that Netlify and Cloudflare Pages share.

Cloudflare always follows a rule and compares addresses sign by sign, so a page's address stands
here with its last slash and without. Netlify takes both for one, and shows a page that stands
at the old address rather than follow the rule; that page leads on by itself, as it does on every
host that knows no `_redirects`.

As with `_headers`, hosts read the file at the root of a whole site only, so the rules of a
portal in a folder name that folder.
"""

from collections.abc import Iterator, Sequence
from urllib.parse import quote

from portalgen.documents import File


def redirects_file(moves: Sequence[tuple[str, str]], *, base: str = "/") -> File | None:
    """Return `/_redirects` for pairs of an old and a new address; None if nothing has moved.

    `base` is the path of the portal's public address, with a slash at both ends.
    """
    if not moves:
        return None
    lines = [line for move in moves for line in _lines(move, base)]
    return File("/_redirects", "".join(f"{line}\n" for line in lines).encode())


def _lines(move: tuple[str, str], base: str) -> Iterator[str]:
    old, new = (base + _quoted(address[1:]) for address in move)
    yield f"{old} {new} 301"
    if old.endswith("/"):
        yield f"{old.removesuffix('/')} {new} 301"


def _quoted(address: str) -> str:
    # A star or a colon would make a rule for many addresses; a fragment stays one.
    return quote(address, safe="/#")
