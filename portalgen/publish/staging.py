"""The folder beside the output folder in which the new site grows.

Its name starts with `.<name of the output folder>.portalgen-`. It has a manifest from its first
moment and is locked as long as its run lives. So a later run can tell what a killed one left
behind from what another is working on, and from a folder that is not portalgen's.
"""

import os
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from portalgen.publish import manifest
from portalgen.publish.manifest import Manifest

_FILE_RIGHTS = 0o644
_FOLDER_RIGHTS = 0o755
_STAGING_RIGHTS = 0o700


def new_staging(output: Path) -> Path:
    """Make an empty folder beside `output` that only its maker can enter."""
    staging = Path(tempfile.mkdtemp(prefix=_prefix(output), dir=output.parent))
    staging.chmod(_STAGING_RIGHTS)
    return staging


def fill(staging: Path, ours: Manifest, contents: Mapping[str, bytes]) -> None:
    """Write the manifest, then each content at its path, with rights that no umask changes."""
    # First of all the mark, so that whatever is left of a killed run can be recognized.
    _write(staging / manifest.NAME, ours.content)
    for path, content in sorted(contents.items()):
        make_folder(staging, path)
        _write(staging / path, content)


def make_folder(staging: Path, path: str) -> None:
    """Make the folders on the way from `staging` to `path` that are not there yet."""
    parents = [staging / parent for parent in Path(path).parents if parent.name]
    for folder in reversed(parents):
        if not folder.is_dir():
            folder.mkdir()
            folder.chmod(_FOLDER_RIGHTS)


def open_to_all(staging: Path) -> None:
    """Let every user of the computer read the folder, as a web server has to."""
    staging.chmod(_FOLDER_RIGHTS)


def staging_folders(output: Path) -> list[Path]:
    """Return the staging folders that stand beside `output`, whoever made them."""
    if not output.parent.is_dir():
        return []
    named = (each for each in output.parent.iterdir() if each.name.startswith(_prefix(output)))
    return sorted(each for each in named if each.is_dir() and not each.is_symlink())


@contextmanager
def lock(folder: Path) -> Iterator[bool]:
    """Hold `folder` as long as the body runs; yields whether nobody else held it.

    The system lets go of it when a run ends, however it ends. Where folders can not be locked
    it is never free, so nothing is cleared there that somebody might be working on.
    """
    if sys.platform == "win32":
        yield False
        return
    import fcntl

    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            is_free = True
        except OSError:
            is_free = False
        yield is_free
    finally:
        os.close(descriptor)


def _prefix(output: Path) -> str:
    return f".{output.name}.portalgen-"


def _write(place: Path, content: bytes) -> None:
    place.write_bytes(content)
    place.chmod(_FILE_RIGHTS)
