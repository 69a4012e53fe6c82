"""Static files under names that change with their content, so that browsers may keep them.

`portal.css` becomes `/assets/portal.0123456789.css`: one sheet with all that it imports, made
smaller. What it names follows, so it gets a new name too when a picture in it changes. A sheet
that others import is part of them, and not published by itself. What lies in the folder `root/`
keeps its name and is copied to the root of the site unchanged: files that others ask for by name,
such as `favicon.ico`. Scripts are not looked into.
"""

import posixpath
from collections.abc import Mapping
from hashlib import sha256
from urllib.parse import quote

from portalgen.documents import File
from portalgen.finishing.joining import joined
from portalgen.finishing.minifying import minified

_ASSETS = "/assets/"
_ROOT = "root/"
_DIGITS = 10


def fingerprint(statics: Mapping[str, bytes]) -> tuple[dict[str, str], tuple[File, ...]]:
    """Return the address of each static file by its name, and the files, sorted by address.

    Names have forward slashes and count from the folder of static files: `icons/mail.svg`.
    Raises ContentError for a stylesheet that names a file which is not there, or itself.
    """
    sheets = [name for name in sorted(statics) if _is_sheet(name)]
    finished = {name: _finished(name, statics[name]) for name in statics if name not in sheets}
    parts: set[str] = set()
    for name in sheets:
        if name not in parts:
            finished[name], others = _sheet(name, statics, finished)
            parts.update(filter(_is_sheet, others))
    # What is met before the sheet that imports it is finished in vain.
    kept = {name: finished[name] for name in sorted(finished) if name not in parts}
    files = sorted(kept.values(), key=lambda file: file.address)
    return {name: file.address for name, file in kept.items()}, tuple(files)


def _is_sheet(name: str) -> bool:
    return name.lower().endswith(".css") and not name.startswith(_ROOT)


def _finished(name: str, content: bytes) -> File:
    if name.startswith(_ROOT):
        return File(f"/{name.removeprefix(_ROOT)}", content)
    content = minified(name, content)
    stem, suffix = posixpath.splitext(name)
    return File(f"{_ASSETS}{stem}.{sha256(content).hexdigest()[:_DIGITS]}{suffix}", content)


def _sheet(
    sheet: str, statics: Mapping[str, bytes], finished: Mapping[str, File]
) -> tuple[File, tuple[str, ...]]:
    """Return the finished file of a stylesheet, and the names of the sheets that are part of it."""
    here = posixpath.dirname(f"{_ASSETS}{sheet}")

    def link(name: str) -> str:
        return quote(posixpath.relpath(finished[name].address, here))

    whole = joined(sheet, statics, link)
    return _finished(sheet, whole.text.encode()), whole.parts
