"""`_headers`: what a host is to send with each file.

Written in the dialect that Netlify and Cloudflare Pages share. Other hosts take it for one more
file.

Two blocks that match one address are joined by one of the two and override each other on the
other. So no address is matched by two blocks that set one header:

- `/*` sets what all files share and what a meta tag can not say, and nothing that one of the
  other blocks sets.
- `/assets/*` alone sets `Cache-Control`. For everything else both hosts send
  `max-age=0, must-revalidate` of their own accord, which is what pages need.
- `/status.json` and `/embed.js`, which other websites ask for, are opened to them.

What is left out, and why:

- `Strict-Transport-Security`: both hosts send it for their own names. On a name of the owner's
  it would lock clients out for as long as it says if the portal moves to a host without https.
- Any policy that would forbid what `/admin/` allows itself in its meta tag. So windows that a
  page opens (to log in at a code host) may talk back to it, and the portal may show its own
  pages in a frame; nobody else may.

Both hosts read the file at the root of a whole site only. A portal that lives in a folder of a
larger site therefore names that folder in each rule: the owner moves the file to the root, and
the rest of the site is left alone.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from portalgen.documents import File

_FOR_ALL = (
    ("Content-Security-Policy", "frame-ancestors 'self'"),
    ("Cross-Origin-Opener-Policy", "same-origin-allow-popups"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    ("X-Content-Type-Options", "nosniff"),
)
_FOR_ASSETS = (("Cache-Control", "public, max-age=31536000, immutable"),)
_FOR_OTHER_SITES = (
    ("Access-Control-Allow-Origin", "*"),
    ("Cross-Origin-Resource-Policy", "cross-origin"),
)
_ASKED_FOR_BY_OTHER_SITES = ("/embed.js", "/status.json")


@dataclass(frozen=True)
class Block:
    """Headers for all addresses that match `pattern`: an address, or one that ends with `*`."""

    pattern: str
    headers: tuple[tuple[str, str], ...]


def header_blocks(addresses: Iterable[str]) -> tuple[Block, ...]:
    """Return the blocks for a site with files at `addresses`."""
    present = frozenset(addresses)
    return (
        Block("/*", _FOR_ALL),
        Block("/assets/*", _FOR_ASSETS),
        *(
            Block(address, _FOR_OTHER_SITES)
            for address in _ASKED_FOR_BY_OTHER_SITES
            if address in present
        ),
    )


def headers_file(addresses: Iterable[str], *, base: str = "/") -> File:
    """Return `/_headers` for a site with files at `addresses`.

    `base` is the path of the portal's public address, with a slash at both ends.
    """
    blocks = (_block_text(block, base) for block in header_blocks(addresses))
    return File("/_headers", "\n".join(blocks).encode())


def _block_text(block: Block, base: str) -> str:
    lines = [base + block.pattern[1:], *(f"  {name}: {value}" for name, value in block.headers)]
    return "".join(f"{line}\n" for line in lines)
