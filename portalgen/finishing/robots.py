"""`robots.txt`: every search engine may read everything (RFC 9309).

What is in the site is public. A page that is not to be listed says so itself, and an engine has
to be let in to read that.
"""

from portalgen.documents import File


def robots_file(url: str | None) -> File:
    """Return `/robots.txt`; with the portal's `url` it also names the sitemap."""
    lines = ["User-agent: *", "Allow: /"]
    if url is not None:
        lines += ["", f"Sitemap: {url.rstrip('/')}/sitemap.xml"]
    return File("/robots.txt", "".join(f"{line}\n" for line in lines).encode())
