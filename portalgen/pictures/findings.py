"""What comes of an image: versions of it, or why there can be none.

Both can be written as plain values, which a memory can keep.
"""

from dataclasses import astuple, dataclass
from typing import Any, Union

Written = tuple[Any, ...]


@dataclass(frozen=True)
class Made:
    """An image that can be published: its size, its bytes by width, the widest of them last.

    `note` is what the owner is told all the same: what was found, and what to do.
    """

    width: int
    height: int
    versions: tuple[tuple[int, bytes], ...]
    note: tuple[str, ...] = ()

    @property
    def written(self) -> Written:
        """The image as plain values."""
        return ("made", *astuple(self))

    @staticmethod
    def read(written: Written) -> Union["Made", None]:
        """Return what was written, if it is an image."""
        return Made(*written[1:]) if written[0] == "made" else None


# Not frozen: whoever passes an exception on writes into it.
@dataclass(eq=False)
class Unusable(Exception):
    """An image that can not be published: what was found, what to do, and where in the file."""

    found: str
    instead: str
    line: int = 0
    column: int = 0

    @property
    def written(self) -> Written:
        """The finding as plain values."""
        return ("unusable", *astuple(self))

    @staticmethod
    def read(written: Written) -> "Unusable":
        """Return what was written."""
        return Unusable(*written[1:])
