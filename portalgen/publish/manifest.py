"""The manifest: by which portalgen knows again what it wrote into a folder.

It holds a digest of each path and never a path. So it tells nobody of a page that is found only
by those who have its address, and it can name nothing outside of its folder, whoever wrote it:
a file is looked up in it, it is never followed. It holds no moment, so that the same site has
the same bytes.
"""

import json
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

NAME = ".portalgen.json"
_FORMAT = "portalgen site"
_VERSION = 1
_NOTE = "portalgen made this folder and replaces what it wrote here. Other files are kept."


@dataclass(frozen=True)
class Manifest:
    """Which files of a folder are portalgen's own."""

    digests: frozenset[str]

    def lists(self, path: str) -> bool:
        """Tell whether portalgen wrote the file at `path`, relative to the folder."""
        return path == NAME or _digest(path) in self.digests

    def __or__(self, other: "Manifest") -> "Manifest":
        return Manifest(self.digests | other.digests)

    @property
    def content(self) -> bytes:
        """The bytes of the manifest's own file."""
        shape = {
            "format": _FORMAT,
            "version": _VERSION,
            "note": _NOTE,
            "files": sorted(self.digests),
        }
        return (json.dumps(shape, indent=1) + "\n").encode()


def manifest_of(paths: Iterable[str]) -> Manifest:
    """Return the manifest that lists the files at `paths`, relative to the folder."""
    return Manifest(frozenset(_digest(path) for path in paths))


def read_manifest(folder: Path) -> Manifest | None:
    """Return the manifest of `folder`; None if it has none that portalgen understands."""
    file = folder / NAME
    if file.is_symlink() or not file.is_file():
        return None
    try:
        shape = json.loads(file.read_bytes())
    except (ValueError, RecursionError):
        return None
    return _manifest_from(shape)


def _manifest_from(shape: object) -> Manifest | None:
    if not isinstance(shape, dict):
        return None
    if shape.get("format") != _FORMAT or shape.get("version") != _VERSION:
        return None
    files = shape.get("files")
    if not isinstance(files, list) or not all(isinstance(each, str) for each in files):
        return None
    return Manifest(frozenset(files))


def _digest(path: str) -> str:
    # Some file systems give a name back in another Unicode form than the one it was given in.
    name = unicodedata.normalize("NFC", path)
    return sha256(name.encode("utf-8", "surrogateescape")).hexdigest()[:32]
