"""How a page links: addresses of the portal relative to the page, others only if they are safe.

A portal may stand in any folder of any server, so no address in a page starts at a root. Only
the page for what was not found does, because servers show it at any depth.
"""

import posixpath
import re
from collections.abc import Mapping
from urllib.parse import urlsplit

from portalgen import addresses
from portalgen.model.values import LINK_SCHEMES
from portalgen.problems import nearest


class Unlinkable(ValueError):
    """An address that no page may link to: what was found, and what to write instead."""

    def __init__(self, found: str, instead: str = "") -> None:
        super().__init__(found)
        self.found = found
        self.instead = instead


def linked(address: str, page: str, base: str) -> str:
    """Return how the page at `page` writes a link to `address`.

    `address` starts with a slash (in the portal), with # (in the page) or with a scheme
    (elsewhere). `base` is the public address of the portal, or empty. Raises Unlinkable.
    """
    if not address.startswith("/") or address.startswith("//"):
        return safe_address(address)
    if page == addresses.NOT_FOUND:
        return urlsplit(base).path.rstrip("/") + address
    return _relative(address, page)


def safe_address(address: str) -> str:
    """Return an address that is safe in an attribute.

    Raises Unlinkable for a scheme that is not on the list, also in the spellings that only
    browsers understand.
    """
    # Browsers drop line breaks and tabs within an address, and blanks and controls around it.
    read_by_browsers = re.sub(r"[\t\n\r]", "", address).strip("".join(map(chr, range(33))))
    scheme = re.match(r"([^/?#:]*):", read_by_browsers)
    if scheme is not None and scheme[1].lower() not in LINK_SCHEMES:
        raise Unlinkable(
            f"`{address}` is not an address that a page may link to.",
            "Write one that starts with https:, http:, mailto:, tel: or sms:, or with / for a "
            "page of the portal.",
        )
    return address


def asset_address(name: str, assets: Mapping[str, str]) -> str:
    """Return where a file of site-templates/static stands in the finished site.

    Raises Unlinkable for a name that no such file has.
    """
    if name not in assets:
        close = nearest(name, assets)
        raise Unlinkable(
            f"There is no file `{name}` in site-templates/static.",
            f"Did you mean `{close}`?" if close else "",
        )
    return assets[name]


def _relative(address: str, page: str) -> str:
    path, mark, rest = _parts(address)
    if path == page:
        return mark + rest or posixpath.basename(page) or "./"
    folder, _, name = path.rpartition("/")
    relative = (_steps(folder, page.rpartition("/")[0]) + name) or "./"
    if ":" in relative.split("/")[0]:
        relative = f"./{relative}"
    return relative + mark + rest


def _steps(folder: str, start: str) -> str:
    """Return the way from one folder to another, with a slash at its end if there is any."""
    there, here = folder.split("/"), start.split("/")
    shared = len(posixpath.commonprefix([there, here]))
    return "../" * (len(here) - shared) + "".join(f"{step}/" for step in there[shared:])


def _parts(address: str) -> tuple[str, str, str]:
    """Return the path, the mark that ends it (# or ? or nothing) and the rest."""
    match = re.match(r"([^#?]*)([#?]?)(.*)", address, re.DOTALL)
    assert match is not None
    return match[1], match[2], match[3]
