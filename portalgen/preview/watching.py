"""Noticing that files change: the only door to watchfiles.

A change is told a few hundredths of a second after it was made, and what an editor does in one
go is told at once. A folder that goes away may come back, as when another version of the content
is checked out.
"""

import re
from collections.abc import AsyncGenerator, Callable, Collection, Sequence
from contextlib import aclosing
from pathlib import Path

from watchfiles import Change, awatch

from portalgen.problems import WrongUse

# Looked at this often, and told when nothing more has come for as long: an edit reaches the
# build within two steps. Shorter steps cost more of the processor while nothing happens.
_STEP = 15
_LONGEST_BURST = 100
_PATIENCE = 300
# What editors write beside a file while they save it.
_TEMPORARY = re.compile(r"\..*|.*~|#.*#|.*\.(sw[a-z]|tmp|temp)|4913|.*___jb_(tmp|old)___")
Changes = AsyncGenerator[frozenset[Path], None]
_Identity = tuple[int, int] | None


async def changes(folders: Collection[Path], *, poll: bool) -> Changes:
    """Yield the files that changed below `folders`, for ever; their folder where it was exchanged.

    With `poll` the files are looked at time and again, where the system tells of no changes.
    Raises WrongUse where the system refuses to tell of changes.
    """
    try:
        async with aclosing(_changes(folders, poll)) as told:
            async for changed in told:
                yield changed
    except (OSError, RuntimeError) as error:
        raise WrongUse(
            f"This computer does not tell of changes here ({error}). Add --poll."
        ) from None


async def _changes(folders: Collection[Path], poll: bool) -> Changes:
    roots = [folder.resolve() for folder in folders]
    exchanged: frozenset[Path] = frozenset()
    while True:
        known = {root: _identity(root) for root in roots}
        there = [root for root in roots if known[root]]
        # Nothing is told of a folder that is not there, or not yet: then look again by itself.
        is_calm = len(there) == len(roots) and not exchanged
        watching = awatch(
            *there,
            watch_filter=_filter(there),
            step=_STEP,
            debounce=_LONGEST_BURST,
            rust_timeout=0 if is_calm else _PATIENCE,
            yield_on_timeout=True,
            force_polling=poll or None,
        )
        async with aclosing(watching):
            async for found in watching:
                now = frozenset(root for root in roots if _identity(root) != known[root])
                # What was just exchanged is told once more: it may have changed while unwatched.
                changed = _lasting(found) | now | exchanged
                is_again, exchanged = bool(exchanged), now
                if changed:
                    yield changed
                if now or is_again:
                    break


def _filter(roots: Sequence[Path]) -> Callable[[Change, str], bool]:
    def is_told(_change: Change, path: str) -> bool:
        return any(_is_told(Path(path), root) for root in roots)

    return is_told


def _is_told(path: Path, root: Path) -> bool:
    if not path.is_relative_to(root):
        return False
    return not any(_TEMPORARY.fullmatch(part) for part in path.relative_to(root).parts)


def _lasting(found: Collection[tuple[Change, str]]) -> frozenset[Path]:
    """Return the files of changes, without those that came and went while another was saved."""
    came = {path for change, path in found if change is Change.added}
    went = {path for change, path in found if change is Change.deleted}
    passing = {path for path in came & went if not Path(path).exists()}
    return frozenset(Path(path) for _, path in found if path not in passing)


def _identity(folder: Path) -> _Identity:
    """Return what tells a folder from another of its name; None where there is none."""
    try:
        status = folder.stat()
    except OSError:
        return None
    return (status.st_dev, status.st_ino) if folder.is_dir() else None
