"""Every link of the portal leads to something in it, fragments included.

Looks at the finished files, so that links of templates, of Markdown and of the portal itself
are held alike. Links to other sites are not followed.
"""

import html
import re
from collections.abc import Iterator, Mapping
from urllib.parse import unquote, urlsplit

from portalgen.model.texts import texts
from portalgen.problems import Place, Problem, advice
from portalgen.subject import Subject

_LINK = re.compile(r"""\s(?:href|src)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_ID = re.compile(r"""\sid\s*=\s*(?:"([^"]*)"|'([^']*)')""")


def links_lead_somewhere(subject: Subject) -> Iterator[Problem]:
    """Yield advice for each link that leads nowhere, at the text in which it stands."""
    pages = {file.address: file.text for file in subject.files if file.address.endswith(".html")}
    known = {file.address for file in subject.files}
    anchors = {address: _anchors(text) for address, text in pages.items()}
    root = urlsplit(subject.loaded.portal.practice.url or "/").path.rstrip("/")
    yield from sorted(
        {
            advice(_place(subject, target, page), f"The link to {target} leads nowhere.", instead)
            for page, link in _different_links(pages)
            for target, instead in [_missing(link, page, known, anchors, root)]
            if instead
        }
    )


def _different_links(pages: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield each link with a page on which it stands, once for all pages of one folder."""
    met: set[tuple[str, str]] = set()
    for page, text in pages.items():
        folder = page.rsplit("/", 1)[0]
        for link in sorted(_links(text)):
            # A fragment alone means the page itself.
            where = (page if link.startswith("#") else folder, link)
            if where not in met:
                met.add(where)
                yield page, link


def _links(text: str) -> set[str]:
    return {html.unescape(match[1] or match[2] or "") for match in _LINK.finditer(text)}


def _anchors(text: str) -> frozenset[str]:
    found = (html.unescape(match[1] or match[2] or "") for match in _ID.finditer(text))
    return frozenset(found)


def _missing(
    link: str,
    address: str,
    known: set[str],
    anchors: Mapping[str, frozenset[str]],
    root: str,
) -> tuple[str, str]:
    """Return where a link leads, and what to do about it if that is nowhere."""
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return link, ""
    file = _target(unquote(parts.path), address, root)
    fragment = unquote(parts.fragment)
    target = (file or link).removesuffix("index.html") + (f"#{fragment}" if fragment else "")
    if file is None or file not in known:
        return target, "Look at its spelling, or at the page that it means."
    if fragment and fragment not in anchors.get(file, frozenset({fragment})):
        return target, f"The page is there, but nothing on it is called `{fragment}`."
    return target, ""


def _target(path: str, address: str, root: str) -> str | None:
    """Return the address of the file that a path means on a page, None outside the portal."""
    if not path:
        return address
    if path.startswith("/"):
        if not path.startswith(f"{root}/"):
            return None
        path = path.removeprefix(root)
    else:
        path = address.rsplit("/", 1)[0] + "/" + path
    segments: list[str] = []
    for segment in path.split("/")[1:]:
        if segment == ".." and not segments:
            return None
        if segment == "..":
            segments.pop()
        elif segment not in {"", "."}:
            segments.append(segment)
    if path.endswith(("/", "/.", "/..")):
        segments.append("index.html")
    return "/" + "/".join(segments)


def _place(subject: Subject, target: str, address: str) -> Place:
    """Return the place of the text that names a target, or else the page it is shown on."""
    for path, text in texts(subject.loaded.portal):
        offset = text.find(target)
        if offset >= 0:
            return subject.loaded.places.of(path, offset)
    return Place(address)
