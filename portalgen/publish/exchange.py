"""Two folders change places: in one step where the system can, else in two quick ones.

Linux has `renameat2` with RENAME_EXCHANGE (renameat2(2)), on most file systems. In between
nobody can see a folder that is missing or half there.
"""

import os
import sys
from pathlib import Path

AWAY = "-old"
_AT_THE_WORKING_FOLDER = -100
_RENAME_EXCHANGE = 2


def change_places(new: Path, old: Path) -> None:
    """Put the folder `new` where `old` stands, and what stood there, if anything, at `new`.

    On any failure both are where they were, and the failure is raised.
    """
    if not os.path.lexists(old):
        new.rename(old)
    elif not exchange_in_one_step(new, old):
        exchange_in_two_steps(new, old)


def exchange_in_one_step(one: Path, other: Path) -> bool:
    """Exchange two folders at once; False, with nothing changed, where that is not to be had."""
    if sys.platform != "linux":
        return False
    # ctypes costs time to load, and most commands write no site.
    import ctypes

    system = ctypes.CDLL(None)
    if not hasattr(system, "renameat2"):
        return False
    result: int = system.renameat2(
        ctypes.c_int(_AT_THE_WORKING_FOLDER),
        ctypes.c_char_p(os.fsencode(one)),
        ctypes.c_int(_AT_THE_WORKING_FOLDER),
        ctypes.c_char_p(os.fsencode(other)),
        ctypes.c_uint(_RENAME_EXCHANGE),
    )
    return result == 0


def exchange_in_two_steps(new: Path, old: Path) -> None:
    """Rename `old` away and `new` into its place, then `old` to where `new` was.

    Between the two renames nothing stands at `old`. A run that is killed just there leaves the
    old folder beside it, under the name of `new` with AWAY behind.
    """
    away = new.with_name(new.name + AWAY)
    try:
        old.rename(away)
        new.rename(old)
    except BaseException:
        if os.path.lexists(away) and not os.path.lexists(old):
            away.rename(old)
        raise
    away.rename(new)
