"""What a check looks at: the content as it was loaded, and what is made of it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from portalgen.documents import File
from portalgen.edition import Desk, Edition
from portalgen.loading import Loaded
from portalgen.problems import Place, Problem
from portalgen.wording.voice import Voice


@dataclass(frozen=True)
class Subject:
    """A build on its way, as checks see it.

    `files` are the finished files; there are none while the content alone is checked.
    """

    loaded: Loaded
    desk: Desk
    edition: Edition
    voice: Voice
    files: tuple[File, ...] = ()

    def place(self, *path: str | int) -> Place:
        """Return the place of a value of the content."""
        return self.loaded.places.of(path)


Check = Callable[[Subject], Iterator[Problem]]
