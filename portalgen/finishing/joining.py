"""Sheets of many parts as one: what a sheet imports stands in its place.

One request instead of many. A sheet that is imported twice stands where it is met first. Under a
media query it is wrapped in one; conditions of other kinds, and sheets of other sites, which no
page would load, are refused.
"""

import posixpath
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from portalgen.finishing.stylesheets import Import, relative_path, relinked, with_imports
from portalgen.problems import ContentError, Place, Problem

_STATICS = "site-templates/static/"
_OTHER_CONDITIONS = re.compile(r"\b(layer|supports)\b", re.IGNORECASE)
_CHARSET = re.compile(r'\s*@charset\s+"[^"]*"\s*;', re.IGNORECASE)


@dataclass(frozen=True)
class Joined:
    """The text of a sheet and all that it imports; `parts` are the names of those."""

    text: str
    parts: tuple[str, ...]


def joined(sheet: str, statics: Mapping[str, bytes], link: Callable[[str], str]) -> Joined:
    """Return a stylesheet with everything that it imports.

    `link` returns how the sheet names another static file. Raises ContentError for a name that
    no file has, and for sheets that import each other.
    """
    joining = _Joining(statics, link)
    text = joining.text_of(sheet, ())
    return Joined(text, tuple(joining.parts))


class _Joining:
    """One sheet on its way; remembers what already stands in it."""

    def __init__(self, statics: Mapping[str, bytes], link: Callable[[str], str]) -> None:
        self._statics = statics
        self._link = link
        self.parts: list[str] = []

    def text_of(self, sheet: str, way: tuple[str, ...]) -> str:
        """Return what `sheet` holds and imports; `way` are the sheets that led to it."""

        def named(path: str, line: int) -> str:
            name = self._name(path, sheet, line)
            if name.lower().endswith(".css"):
                raise _error(sheet, line, f"The stylesheet names {path} without importing it.")
            return self._link(name)

        def imported(found: Import) -> str:
            return self._imported(found, sheet, (*way, sheet))

        text = relinked(_text(sheet, self._statics[sheet]), named)
        return with_imports(_CHARSET.sub("", text, count=1) if way else text, imported)

    def _imported(self, found: Import, sheet: str, way: tuple[str, ...]) -> str:
        for sentence, instead in _refused(found):
            raise _error(sheet, found.line, sentence, instead)
        name = self._name(relative_path(found.address), sheet, found.line)
        if name in way:
            sentence = f"The stylesheet imports {found.address}, which leads back to itself."
            raise _error(sheet, found.line, sentence)
        if name in self.parts:
            return ""
        self.parts.append(name)
        text = self.text_of(name, way)
        return f"@media {found.condition} {{\n{text}\n}}" if found.condition else text

    def _name(self, path: str, sheet: str, line: int) -> str:
        name = posixpath.normpath(posixpath.join(posixpath.dirname(sheet), unquote(path)))
        if name not in self._statics:
            sentence = f"The stylesheet names {path}, which is not a static file."
            raise _error(sheet, line, sentence)
        return name


def _refused(found: Import) -> Iterator[tuple[str, str]]:
    """Yield why a sheet can not be imported, and what to do instead."""
    if not relative_path(found.address):
        yield (
            f"The stylesheet imports {found.address}, which pages do not load.",
            f"Copy the sheet into {_STATICS} and import the copy.",
        )
    if _OTHER_CONDITIONS.search(found.condition):
        yield (
            f"The stylesheet imports {found.address} with `{found.condition}`.",
            "Import it without, or under a media query alone.",
        )


def _text(sheet: str, content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise _error(sheet, 0, "The stylesheet is not UTF-8 text.") from None


def _error(
    sheet: str, line: int, found: str, instead: str = "Correct the stylesheet."
) -> ContentError:
    return ContentError([Problem(Place(f"{_STATICS}{sheet}", line), found, instead)])
