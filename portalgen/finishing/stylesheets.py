"""Where a stylesheet names other files: found and replaced, nothing else is read or changed.

That is what stands in `url()` and behind `@import` (CSS Values and Units 4, §4.5; CSS Cascading
and Inheritance 4, §2). Comments and other texts in quotes are passed over.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

# Comments and strings are matched so that nothing inside of them is; an import is a string too.
_REFERENCE = re.compile(
    r"""
    /\*.*?\*/
    | @import\s*
      (?: (?P<quote>["'])(?P<imported>[^"'\n]*)(?P=quote)
        | url\(\s*(?P<sign>["']?)(?P<sheet>[^"'()\n]*?)(?P=sign)\s*\) )
      (?P<condition>[^;{}]*);?
    | url\(\s*(?P<mark>["']?)(?P<named>[^"'()\n]*?)(?P=mark)\s*\)
    | "(?:\\.|[^"\\])*" | '(?:\\.|[^'\\])*'
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)


@dataclass(frozen=True)
class Import:
    """A sheet that another one imports: its address as typed, under which condition, and where."""

    address: str
    condition: str
    line: int


def relinked(text: str, link: Callable[[str, int], str]) -> str:
    """Return the stylesheet `text` with each relative path in `url()` replaced by `link` of it.

    `link` is given the path and the number of its line. A query or a fragment behind the path
    stays. Full addresses, `data:`, paths from the root and imports are left alone.
    """

    def replaced(match: re.Match[str]) -> str:
        path = relative_path(match["named"] or "")
        if not path:
            return match[0]
        starts = match.start("named")
        rest = text[starts + len(path) : match.end()]
        return text[match.start() : starts] + link(path, _line(text, starts)) + rest

    return _REFERENCE.sub(replaced, text)


def with_imports(text: str, imported: Callable[[Import], str]) -> str:
    """Return the stylesheet `text` with each import replaced by what `imported` returns for it."""

    def replaced(match: re.Match[str]) -> str:
        address = match["imported"] or match["sheet"]
        if not address:
            return match[0]
        line = _line(text, match.start())
        return imported(Import(address, match["condition"].strip(), line))

    return _REFERENCE.sub(replaced, text)


def relative_path(reference: str) -> str:
    """Return the path in front of query and fragment; nothing if it is not a relative one."""
    parts = urlsplit(reference)
    is_relative = not (parts.scheme or parts.netloc or parts.path.startswith("/"))
    return parts.path if is_relative else ""


def _line(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1
