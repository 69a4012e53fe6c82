"""What a check looks at: the content as it was loaded, and what is made of it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from portalgen.documents import File
from portalgen.edition import Desk, Edition
from portalgen.loading import Loaded
from portalgen.memory import Memory
from portalgen.problems import Place, Problem
from portalgen.wording.voice import Voice


@dataclass(frozen=True)
class Subject:
    """A build on its way, as checks see it.

    `files` are the finished files; there are none while the content alone is checked. `memory`
    is for what takes long to work out.
    """

    loaded: Loaded
    desk: Desk
    edition: Edition
    voice: Voice
    files: tuple[File, ...] = ()
    memory: Memory = field(default_factory=Memory)

    def place(self, *path: str | int) -> Place:
        """Return the place of a value of the content."""
        return self.loaded.places.of(path)


Check = Callable[[Subject], Iterator[Problem]]
