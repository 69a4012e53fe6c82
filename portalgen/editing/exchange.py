"""A file of the owner's, written again as a whole or not at all.

The new content grows in a file beside the old one and takes its name in one step. Rights stay.
"""

import os
import stat
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

_NEW_FILE_RIGHTS = 0o644


def write_whole(place: Path, content: bytes, check: Callable[[], None]) -> None:
    """Write a file; `check` is called when all is ready, and raises what forbids the exchange.

    Raises OSError. Whatever happens, nothing is left beside the file.
    """
    descriptor, name = tempfile.mkstemp(prefix=f".{place.name}.", dir=place.parent)
    draft = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            _take_over_rights(place, draft)
            os.fsync(file.fileno())
        check()
        draft.replace(place)
    except BaseException:
        with suppress(OSError):
            draft.unlink()
        raise
    _settle(place.parent)


def _take_over_rights(place: Path, draft: Path) -> None:
    try:
        old = place.stat()
    except FileNotFoundError:
        draft.chmod(_NEW_FILE_RIGHTS)
        return
    if hasattr(os, "chown"):
        # Only an administrator may give a file away; for everybody else it is their own.
        with suppress(PermissionError):
            os.chown(draft, old.st_uid, old.st_gid)
    draft.chmod(stat.S_IMODE(old.st_mode))


def _settle(folder: Path) -> None:
    """Let the new name outlive a power cut, where the system can do that for a folder."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
