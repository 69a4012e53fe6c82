"""A secret: something that the public may not know, and by what it is found in finished files."""

from abc import ABC, abstractmethod
from dataclasses import dataclass

from portalgen.leaks.haystack import Haystack
from portalgen.leaks.known import Known
from portalgen.model.section import Path


class Needle(ABC):
    """Something that is looked for in finished files, each kind in its own way.

    Whether it `may_stand_in` a haystack is quickly told, and right when it is denied; whether it
    `stands_in` it is told with care. What stands there is no leak if it `is_public`: because it
    `is_common`, such as words that the portal says by itself or a day that is told for another
    reason, or because the owner typed it in a public place as well.
    """

    @abstractmethod
    def may_stand_in(self, hay: Haystack) -> bool:
        """Return whether it is worth looking with care."""

    @abstractmethod
    def stands_in(self, hay: Haystack) -> bool:
        """Return whether it is there."""

    @abstractmethod
    def is_common(self, known: Known) -> bool:
        """Return whether it can be there for another reason."""

    def is_public(self, known: Known) -> bool:
        """Return whether it is common, or typed in a public place; what is quick comes first."""
        return self.is_common(known)


@dataclass(frozen=True)
class Secret:
    """Something in the content that the public may not know yet, or ever.

    `what` names it to the owner. Where a public text says the same, it is the owner's own word;
    but about some secrets the owner is told even then: what `said` there, and what to `change`.
    """

    path: Path
    what: str
    needles: tuple[Needle, ...]
    said: str = ""
    change: str = ""
