"""Every link of the portal leads to something in it, fragments included.

Looks at the finished files, so that links of templates, of Markdown and of the portal itself
are held alike. Links to other sites are not followed.
"""

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from urllib.parse import unquote, urlsplit

from portalgen.model.texts import texts
from portalgen.problems import Place, Problem, advice
from portalgen.subject import Subject

_LINK = re.compile(r"""\s(?:href|src)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_ID = re.compile(r"""\sid\s*=\s*(?:"([^"]*)"|'([^']*)')""")
# An address of the portal as texts name it, after any dots that lead up to it.
_NAMED = re.compile(r"""[/#][^\s()<>\[\]"'`]*""")


def links_lead_somewhere(subject: Subject) -> Iterator[Problem]:
    """Yield advice for each link that leads nowhere, at the text in which it stands."""
    pages = {file.address: file.text for file in subject.files if file.address.endswith(".html")}
    known = {file.address for file in subject.files}
    anchors = {address: _anchors(text) for address, text in pages.items()}
    root = urlsplit(subject.loaded.portal.practice.url or "/").path.rstrip("/")
    missing = {
        (page, *found)
        for page, link in _links_of_the_portal(pages)
        if (found := _missing(link, page, known, anchors, root))
    }
    places = _places(subject) if missing else {}
    yield from sorted(
        {
            advice(places.get(target, Place(page)), f"The link to {target} leads nowhere.", instead)
            for page, target, instead in missing
        }
    )


@dataclass(frozen=True)
class _Link:
    """A link as it is written, and what it names within the portal; None for another site."""

    written: str
    path: str | None
    fragment: str = ""


def _links_of_the_portal(pages: Mapping[str, str]) -> Iterator[tuple[str, _Link]]:
    """Yield each page with each link on it that stays in the portal."""
    # Most links stand on many pages, and are taken apart once.
    read = cache(_read)
    for page, text in pages.items():
        for written in _links(text):
            link = read(written)
            if link.path is not None:
                yield page, link


def _read(written: str) -> _Link:
    parts = urlsplit(html.unescape(written))
    if parts.scheme or parts.netloc:
        return _Link(written, None)
    return _Link(html.unescape(written), unquote(parts.path), unquote(parts.fragment))


def _links(text: str) -> set[str]:
    return {match[1] or match[2] or "" for match in _LINK.finditer(text)}


def _anchors(text: str) -> frozenset[str]:
    found = (html.unescape(match[1] or match[2] or "") for match in _ID.finditer(text))
    return frozenset(found)


def _missing(
    link: _Link,
    address: str,
    known: set[str],
    anchors: Mapping[str, frozenset[str]],
    root: str,
) -> tuple[str, str] | None:
    """Return where a link that leads nowhere should lead, and what to do about it."""
    file = _target(link.path or "", address, root)
    fragment = link.fragment
    is_there = file is not None and file in known
    if is_there and not fragment:
        return None
    target = (file or link.written).removesuffix("index.html") + (
        f"#{fragment}" if fragment else ""
    )
    if file is None or not is_there:
        return target, "Look at its spelling, or at the page that it means."
    if fragment not in anchors.get(file, frozenset({fragment})):
        return target, f"The page is there, but nothing on it is called `{fragment}`."
    return None


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


def _places(subject: Subject) -> dict[str, Place]:
    """Return the place of the first text that names each address."""
    named: dict[str, Place] = {}
    for path, text in texts(subject.loaded.portal):
        for match in _NAMED.finditer(text):
            if match[0] not in named:
                named[match[0]] = subject.loaded.places.of(path, match.start())
    return named
