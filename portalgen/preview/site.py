"""A site that is shown before it is finished: what a browser gets for which address.

A page is rendered when it is asked for; the others follow one by one, and the finished files are
looked at when all are there. Answers as hosts do: files, folders, former addresses, the site's
own page for what is not there. Nothing is read from a disk.
"""

import re
from dataclasses import dataclass
from mimetypes import MimeTypes
from urllib.parse import quote, unquote, urlsplit

from portalgen import addresses
from portalgen.build import Built, Prepared, finish
from portalgen.documents import File

_KINDS = {".ics": "text/calendar", ".vcf": "text/vcard", ".js": "text/javascript"}
_TYPES = MimeTypes()
_EDITOR = f"{addresses.EDITOR}index.html"
_FINGERPRINT = re.compile(r"(/assets/.+\.)[0-9a-f]{10}(\.[^./]+)")


@dataclass(frozen=True)
class Answer:
    """What a browser gets: bytes of a kind, or another address to go to."""

    status: int
    content: bytes = b""
    kind: str = "text/html; charset=utf-8"
    location: str | None = None
    is_live: bool = True

    @property
    def is_live_page(self) -> bool:
        """Whether it is a page that follows what is edited; what is typed into one must stay."""
        return self.is_live and self.location is None and self.kind.startswith("text/html")


class Site:
    """A prepared site, its pages as far as they are rendered, and all files once it is finished."""

    def __init__(self, prepared: Prepared) -> None:
        self.prepared = prepared
        self.built: Built | None = None
        portal = prepared.subject.edition.portal
        self.base = f"{urlsplit(portal.practice.url or '').path.rstrip('/')}/"
        self._moves = dict(addresses.moves(portal))
        self._documents = {document.file: document for document in prepared.documents}
        self._pages: dict[str, File] = {}
        self._files = {file.address: file.content for file in prepared.album.files.values()}
        self._files |= {file.address: file.content for file in prepared.files}
        found = ((_FINGERPRINT.fullmatch(name), content) for name, content in self._files.items())
        self._assets = {name.groups(): content for name, content in found if name}

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return sum(file.endswith(".html") for file in self._documents)

    def answer(self, path: str) -> Answer:
        """Return the answer to the path of a request. Raises ContentError."""
        if path != self.base and path in {"/", self.base.removesuffix("/")}:
            return Answer(302, location=self.base)
        address = self._address(path)
        if address is None:
            return self._not_found()
        moved = self._moves.get(address) or self._moves.get(f"{address}/")
        if moved is not None:
            return self._redirect(moved)
        file = f"{address}index.html" if address.endswith("/") else address
        if file in self._documents:
            is_live = file != _EDITOR
            return Answer(200, self._page(file).content, kind_of(file), is_live=is_live)
        if f"{address}/index.html" in self._documents:
            return self._redirect(f"{address}/")
        return self.file(path) or self._not_found()

    def file(self, path: str) -> Answer | None:
        """Return the answer to the path of a request for a file beside the pages."""
        address = self._address(path)
        content = self._content(address) if address else None
        return None if content is None else Answer(200, content, kind_of(path))

    def render_next(self) -> bool:
        """Render a page that nobody has asked for yet; False if there is none. As `answer`."""
        waiting = next((file for file in self._documents if file not in self._pages), None)
        if waiting is not None:
            self._page(waiting)
        return waiting is not None

    def finish(self) -> None:
        """Look at all pages, and show from now on what a host would get. Raises ContentError."""
        self.built = finish(self.prepared, [self._page(file) for file in self._documents])
        self._files = {file.address: file.content for file in self.built.files}

    def _address(self, path: str) -> str | None:
        """Return the address in the portal that a path means; None if it is beside the portal."""
        is_inside = path.startswith(self.base)
        return f"/{unquote(path.removeprefix(self.base))}" if is_inside else None

    def _content(self, file: str) -> bytes | None:
        if file in self._files:
            return self._files[file]
        # An open page may still ask for an asset by the name that it had before an edit.
        former = _FINGERPRINT.fullmatch(file)
        return self._assets.get(former.groups()) if former else None

    def _page(self, file: str) -> File:
        if file not in self._pages:
            self._pages[file] = self.prepared.render(self._documents[file])
        return self._pages[file]

    def _not_found(self) -> Answer:
        return Answer(404, self._page(addresses.NOT_FOUND).content)

    def _redirect(self, address: str) -> Answer:
        return Answer(302, location=f"{self.base}{quote(address[1:], safe='/#')}")


def kind_of(file: str) -> str:
    """Return the media type of a file by its name, with the encoding of texts."""
    suffix = f".{file.rsplit('.', 1)[-1].lower()}"
    kind = _KINDS.get(suffix) or _TYPES.guess_type(f"x{suffix}")[0] or "application/octet-stream"
    is_text = kind.startswith("text/") or kind in {"application/json", "application/xml"}
    return f"{kind}; charset=utf-8" if is_text else kind
