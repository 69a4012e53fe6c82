"""What pages and channels hand over: a document to be rendered, or a file that is finished.

An address starts with a slash and counts from the root of the portal, wherever the portal
itself stands: `/services/one-to-one/` is a page, `/contact/ines.vcf` a file.
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Document:
    """An address, the template that shows it, and the facts to be shown.

    `listed` tells whether the sitemap and the search know the page.
    """

    address: str
    template: str
    facts: Mapping[str, object]
    listed: bool = True

    @property
    def file(self) -> str:
        """The address of the file that a server sends for this document."""
        return f"{self.address}index.html" if self.address.endswith("/") else self.address


@dataclass(frozen=True)
class File:
    """Finished bytes at the address of a file; never an address that ends with a slash."""

    address: str
    content: bytes

    @property
    def text(self) -> str:
        """The content as text; for files that are known to be UTF-8."""
        return self.content.decode("utf-8")
