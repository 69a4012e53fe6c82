"""`sitemap.xml`: the pages for search engines to know (sitemaps.org, version 0.9).

No page has a `lastmod`: the moment of a build must not show in it, and nobody else knows one.
"""

from collections.abc import Iterable
from urllib.parse import quote
from xml.etree import ElementTree

from portalgen.documents import File

_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def sitemap(addresses: Iterable[str], url: str) -> File:
    """Return `/sitemap.xml` with the listed pages at `addresses` of the portal at `url`."""
    root = ElementTree.Element("urlset", xmlns=_NAMESPACE)
    for address in sorted(set(addresses)):
        entry = ElementTree.SubElement(root, "url")
        ElementTree.SubElement(entry, "loc").text = url.rstrip("/") + quote(address)
    ElementTree.indent(root)
    text = ElementTree.tostring(root, encoding="unicode")
    return File("/sitemap.xml", f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'.encode())
