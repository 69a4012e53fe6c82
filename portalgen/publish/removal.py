"""Delete what portalgen wrote, and what killed runs of it left behind; nothing else.

A file goes only if a manifest lists it, or if the same file stands in the folder that is kept.
"""

import filecmp
import os
from contextlib import suppress
from pathlib import Path

from portalgen.publish import manifest
from portalgen.publish.exchange import AWAY
from portalgen.publish.leaves import leaves
from portalgen.publish.manifest import Manifest, read_manifest
from portalgen.publish.staging import lock, staging_folders


def clear(folder: Path, ours: Manifest, keeper: Path) -> None:
    """Delete from `folder` what `ours` lists and what `keeper` has too, then empty folders.

    Whatever else is in it stays, and so does the folder then. What can not be deleted stays as
    well, without a word: the site stands, and the next run tries again.
    """
    with suppress(OSError):
        for path in tuple(leaves(folder)):
            place = folder / path
            if path != manifest.NAME and (ours.lists(path) or _is_twin(place, keeper / path)):
                place.unlink(missing_ok=True)
        _remove_empty_folders(folder)
        # The mark goes last: a run that is killed before leaves a folder that is still known.
        if os.listdir(folder) == [manifest.NAME]:
            (folder / manifest.NAME).unlink()
        folder.rmdir()


def clear_leftovers(output: Path) -> None:
    """Clear the staging folders that killed runs left beside `output`."""
    for folder in staging_folders(output):
        with suppress(OSError), lock(folder) as is_free:
            ours = read_manifest(folder)
            if is_free and ours is not None:
                clear(folder, ours, output)


def bring_back(output: Path) -> None:
    """Put the old site back that a run took away if it was killed before the new one came."""
    for folder in staging_folders(output):
        if folder.name.endswith(AWAY) and read_manifest(folder) and not os.path.lexists(output):
            folder.rename(output)


def _is_twin(place: Path, other: Path) -> bool:
    if place.is_symlink() and other.is_symlink():
        return os.readlink(place) == os.readlink(other)
    if place.is_symlink() or other.is_symlink():
        return False
    return place.is_file() and other.is_file() and filecmp.cmp(place, other, shallow=False)


def _remove_empty_folders(folder: Path) -> None:
    for place, _, _ in os.walk(folder, topdown=False):
        if Path(place) != folder:
            with suppress(OSError):
                os.rmdir(place)
