"""Static files under names that change with their content, so that browsers may keep them.

`portal.css` becomes `/assets/portal.0123456789.css`. What a stylesheet names follows, so it gets
a new name too when a picture in it changes. What lies in the folder `root/` keeps its name and
is copied to the root of the site unchanged: files that others ask for by name, such as
`favicon.ico`. Scripts are not looked into.
"""

import posixpath
from collections.abc import Mapping
from hashlib import sha256
from urllib.parse import quote, unquote

from portalgen.documents import File
from portalgen.finishing.stylesheets import relinked
from portalgen.problems import ContentError, Place, Problem

_ASSETS = "/assets/"
_ROOT = "root/"
_STATICS = "site-templates/static/"
_DIGITS = 10


def fingerprint(statics: Mapping[str, bytes]) -> tuple[dict[str, str], tuple[File, ...]]:
    """Return the address of each static file by its name, and the files, sorted by address.

    Names have forward slashes and count from the folder of static files: `icons/mail.svg`.
    Raises ContentError for a stylesheet that names a file which is not there, or itself.
    """
    finished: dict[str, File] = {}
    for name in sorted(statics):
        _finish(name, statics, finished, ())
    files = sorted(finished.values(), key=lambda file: file.address)
    return {name: finished[name].address for name in sorted(finished)}, tuple(files)


def _finish(
    name: str, statics: Mapping[str, bytes], finished: dict[str, File], way: tuple[str, ...]
) -> None:
    """Put `name` among the finished files, after those that it names; `way` has led to it."""
    if name in finished:
        return
    if name.startswith(_ROOT):
        finished[name] = File(f"/{name.removeprefix(_ROOT)}", statics[name])
        return
    content = statics[name]
    if name.lower().endswith(".css"):
        content = _stylesheet(name, statics, finished, (*way, name))
    finished[name] = File(_fingerprinted(name, content), content)


def _stylesheet(
    sheet: str, statics: Mapping[str, bytes], finished: dict[str, File], way: tuple[str, ...]
) -> bytes:
    def link(path: str, line: int) -> str:
        name = posixpath.normpath(posixpath.join(posixpath.dirname(sheet), unquote(path)))
        place = Place(f"{_STATICS}{sheet}", line)
        if name not in statics:
            raise _error(place, f"The stylesheet names {path}, which is not a static file.")
        if name in way:
            raise _error(place, f"The stylesheet names {path}, which leads back to itself.")
        _finish(name, statics, finished, way)
        here = posixpath.dirname(f"{_ASSETS}{sheet}")
        return quote(posixpath.relpath(finished[name].address, here))

    return relinked(_text(sheet, statics[sheet]), link).encode()


def _fingerprinted(name: str, content: bytes) -> str:
    stem, suffix = posixpath.splitext(name)
    return f"{_ASSETS}{stem}.{sha256(content).hexdigest()[:_DIGITS]}{suffix}"


def _text(sheet: str, content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _error(Place(f"{_STATICS}{sheet}"), "The stylesheet is not UTF-8 text.") from error


def _error(place: Place, found: str) -> ContentError:
    return ContentError([Problem(place, found, "Correct the stylesheet.")])
