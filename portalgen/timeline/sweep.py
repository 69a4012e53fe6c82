"""Going along the time once: what holds at one instant after the other."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Generic, TypeVar

from portalgen.timeline.spans import Span

Thing = TypeVar("Thing")


class Sweep(Generic[Thing]):
    """Things with a span each, asked for at instants that do not go back.

    `edges` holds every instant at which what holds changes.
    """

    def __init__(self, things: Iterable[Thing], span_of: Callable[[Thing], Span]) -> None:
        numbered = [(span_of(each), number, each) for number, each in enumerate(things)]
        self._coming = sorted(numbered, key=lambda each: each[0].starts, reverse=True)
        self._holding: list[tuple[Span, int, Thing]] = []
        ends = {span.ends for span, _, _ in numbered if span.ends is not None}
        self.edges = frozenset({span.starts for span, _, _ in numbered} | ends)

    def at(self, instant: datetime) -> list[Thing]:
        """Return what holds at an instant, in the order in which the things were given.

        The instant is no earlier than the last one that was asked for.
        """
        while self._coming and self._coming[-1][0].starts <= instant:
            self._holding.append(self._coming.pop())
        self._holding = [each for each in self._holding if each[0].holds(instant)]
        return [thing for _, _, thing in sorted(self._holding, key=lambda each: each[1])]
