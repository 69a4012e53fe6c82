"""The time in which absences shut the practice, and the first open time after it.

An absence shuts if its level is `away` or `closed` and it is not cancelled. What concerns
some services only shuts those and leaves the practice alone.
"""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from portalgen.timeline.open_time import OpenTime
from portalgen.timeline.spans import Span, index_at, is_in, merged


@dataclass(frozen=True)
class ShutTime:
    """Spans in which absences shut, in order, neither overlapping nor touching."""

    spans: tuple[Span, ...]
    open_time: OpenTime

    def return_after(self, instant: datetime | None) -> datetime | None:
        """Return the first open time at or after an instant at which nothing shuts.

        Where no open time is in sight, the practice being one without hours, it is the
        instant itself or the end of what shuts then. None while something without an end
        is in the way, and for no instant.
        """
        if instant is None:
            return None
        opens = self._next_open(instant)
        index = index_at(self.spans, opens)
        return opens if index is None else self._returns[index]

    def first_open_or_shut(self, instant: datetime) -> datetime:
        """Return the first instant from `instant` on that is open by the hours, or shut."""
        opens, shuts = self._next_open(instant), self.next_from(instant)
        return opens if shuts is None else min(opens, shuts)

    def next_from(self, instant: datetime) -> datetime | None:
        """Return when it is shut next, at or after an instant; None if it never is."""
        if is_in(self.spans, instant):
            return instant
        later = bisect_right(self.spans, instant, key=lambda each: each.starts)
        return self.spans[later].starts if later < len(self.spans) else None

    def leaves_open(self, span: Span) -> bool:
        """Return whether at least a part of some open time is not shut."""
        index = index_at(self.spans, span.starts)
        if index is None:
            return True
        ends = self.spans[index].ends
        return ends is not None and (span.ends is None or ends < span.ends)

    def _next_open(self, instant: datetime) -> datetime:
        return self.open_time.first_open_from(instant) or instant

    @cached_property
    def _returns(self) -> tuple[datetime | None, ...]:
        """The return after each span, worked out from the last one backwards."""
        returns: dict[int | None, datetime | None] = {}
        for index in reversed(range(len(self.spans))):
            ends = self.spans[index].ends
            opens = None if ends is None else self._next_open(ends)
            shut = None if opens is None else index_at(self.spans, opens)
            returns[index] = opens if shut is None else returns[shut]
        return tuple(returns[index] for index in range(len(self.spans)))


def shut_time(spans: Iterable[Span], open_time: OpenTime) -> ShutTime:
    """Return the time in which any of the spans shuts."""
    return ShutTime(merged(spans), open_time)
