"""content/away.yaml on the disk: read, and written again as a whole or not at all.

While it is open nobody else edits it by a command, and what an editor saved meanwhile is never
written over.
"""

import os
import stat
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from portalgen.editing.edits import Refused
from portalgen.editing.exchange import write_whole
from portalgen.editing.turns import turn

_NAMES = ("away.yaml", "away.yml")


@dataclass(frozen=True)
class AwayFile:
    """The file as it was read; `source` is empty if there is none yet."""

    name: str
    source: bytes
    _content: Path

    def write(self, after: bytes) -> None:
        """Put `after` in the place of what was read.

        Raises Refused where the file has changed meanwhile or can not be written.
        """
        if after == self.source:
            return
        try:
            place = _target(self._content, self.name)
            _refuse_read_only(place, self.name)
            write_whole(place, after, self._refuse_change)
        except OSError as error:
            raise Refused(_sentence(self.name, "written", error)) from None

    def _refuse_change(self) -> None:
        if _name(self._content) != self.name or _read(self._content, self.name) != self.source:
            raise Refused(
                f"{self.name} was saved by another program meanwhile. Nothing was written; "
                "run the command again."
            )


@contextmanager
def opened(content: Path) -> Iterator[AwayFile]:
    """Wait for whoever edits the file, and yield it as it is; hold it as long as the body runs.

    Raises Refused where it can not be read, or its place is not clear.
    """
    with ExitStack() as stack:
        try:
            stack.enter_context(turn(content))
        except OSError as error:
            raise Refused(_sentence(str(content), "opened", error)) from None
        name = _name(content)
        yield AwayFile(name, _read(content, name), content)


def _name(content: Path) -> str:
    there = [name for name in _NAMES if os.path.lexists(content / name)]
    if len(there) > 1:
        raise Refused("There are away.yaml and away.yml. Keep one of the two.")
    return there[0] if there else _NAMES[0]


def _read(content: Path, name: str) -> bytes:
    try:
        place = _target(content, name)
        if not place.exists():
            return b""
        if not stat.S_ISREG(place.stat().st_mode):
            raise Refused(f"{name} is not an ordinary file. Put an ordinary file in its place.")
        return place.read_bytes()
    except OSError as error:
        raise Refused(_sentence(name, "read", error)) from None


def _target(content: Path, name: str) -> Path:
    """Return the file itself, to which a link within the folder leads."""
    place = content / name
    if not place.is_symlink():
        return place
    try:
        target = place.resolve(strict=True)
    except (OSError, RuntimeError):
        raise Refused(f"{name} is a link that leads nowhere. Delete it or mend it.") from None
    if not target.is_relative_to(content.resolve()):
        raise Refused(
            f"{name} is a link that leads out of the folder. Copy the file itself to its place."
        )
    return target


def _refuse_read_only(place: Path, name: str) -> None:
    if place.exists() and not _may_be_written(place):
        raise Refused(f"{name} is read-only. Allow writing to it, and run the command again.")
    if not _may_be_written(place.parent):
        raise Refused(
            f"The folder of {name} is read-only. Allow writing to it, and run the command again."
        )


def _may_be_written(place: Path) -> bool:
    # An administrator could, but whoever took the right away did not mean that.
    return bool(place.stat().st_mode & 0o222) and os.access(place, os.W_OK)


def _sentence(name: str, what: str, error: OSError) -> str:
    reason = (error.strerror or "for an unknown reason").lower()
    return f"{name} can not be {what} ({reason}). Nothing was changed."
