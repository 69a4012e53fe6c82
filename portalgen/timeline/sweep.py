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
        pairs = [(span_of(each), each) for each in things]
        self._coming = sorted(pairs, key=lambda pair: pair[0].starts, reverse=True)
        self._holding: list[tuple[Span, Thing]] = []
        ends = {span.ends for span, _ in pairs if span.ends is not None}
        self.edges = frozenset({span.starts for span, _ in pairs} | ends)

    def at(self, instant: datetime) -> list[Thing]:
        """Return what holds at an instant, which is no earlier than the last one asked for."""
        while self._coming and self._coming[-1][0].starts <= instant:
            self._holding.append(self._coming.pop())
        self._holding = [pair for pair in self._holding if pair[0].holds(instant)]
        return [thing for _, thing in self._holding]
