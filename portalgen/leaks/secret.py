"""A secret: something in the content that the public may not know."""

from dataclasses import dataclass

from portalgen.leaks.needles import Needle
from portalgen.model.section import Path


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
