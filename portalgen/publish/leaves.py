"""Everything that stands in a folder and is not itself a folder; no link is ever followed."""

import os
from collections.abc import Iterator
from pathlib import Path


def leaves(folder: Path) -> Iterator[str]:
    """Yield the path, relative to `folder`, of each file, link and other thing below it.

    A folder that is not there has none. A folder on which another disk is mounted is told like a
    file and not entered. Raises OSError where a folder can not be read.
    """
    for entry in _entries(folder):
        if entry.is_dir(follow_symlinks=False) and not os.path.ismount(entry.path):
            yield from (f"{entry.name}/{path}" for path in leaves(Path(entry.path)))
        else:
            yield entry.name


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    if not folder.is_dir():
        return []
    with os.scandir(folder) as entries:
        return list(entries)
