"""Where a stylesheet names other files: found and replaced, nothing else is read or changed.

That is what stands in `url()` and behind `@import` (CSS Values and Units 4, §4.5; CSS Cascading
and Inheritance 4, §2). Comments and other texts in quotes are passed over.
"""

import re
from collections.abc import Callable
from urllib.parse import urlsplit

# Comments and strings are matched so that nothing inside of them is; an import is a string too.
_REFERENCE = re.compile(
    r"""
    /\*.*?\*/
    | @import\s+(?P<quote>["'])(?P<imported>[^"'\n]*)(?P=quote)
    | url\(\s*(?P<mark>["']?)(?P<named>[^"'()\n]*?)(?P=mark)\s*\)
    | "(?:\\.|[^"\\])*" | '(?:\\.|[^'\\])*'
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)


def relinked(text: str, link: Callable[[str, int], str]) -> str:
    """Return the stylesheet `text` with each relative path in it replaced by `link` of it.

    `link` is given the path and the number of its line. A query or a fragment behind the path
    stays. Full addresses, `data:` and paths from the root are left alone.
    """

    def replaced(match: re.Match[str]) -> str:
        group = "imported" if match["imported"] else "named"
        path = _relative_path(match[group] or "")
        if not path:
            return match[0]
        starts, line = match.start(group), text.count("\n", 0, match.start(group)) + 1
        rest = text[starts + len(path) : match.end()]
        return text[match.start() : starts] + link(path, line) + rest

    return _REFERENCE.sub(replaced, text)


def _relative_path(reference: str) -> str:
    """Return the path in front of query and fragment; nothing if it is not a relative one."""
    parts = urlsplit(reference)
    is_relative = not (parts.scheme or parts.netloc or parts.path.startswith("/"))
    return parts.path if is_relative else ""
