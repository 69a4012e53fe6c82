"""`robots.txt`: every search engine may read everything that there is to read (RFC 9309).

What is in the site is public. A page that is not to be listed says so itself, and an engine has
to be let in to read that. Kept out is only where nothing is to be read: the owner's editor.
"""

from collections.abc import Iterable
from urllib.parse import urlsplit

from portalgen.documents import File


def robots_file(url: str | None, kept_out: Iterable[str] = ()) -> File:
    """Return `/robots.txt`; with the portal's `url` it also names the sitemap.

    `kept_out` are the addresses of the portal that no engine has to load.
    """
    folder = urlsplit(url or "").path.rstrip("/")
    lines = ["User-agent: *", "Allow: /", *(f"Disallow: {folder}{each}" for each in kept_out)]
    if url is not None:
        lines += ["", f"Sitemap: {url.rstrip('/')}/sitemap.xml"]
    return File("/robots.txt", "".join(f"{line}\n" for line in lines).encode())
