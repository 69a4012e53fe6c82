"""Half-open spans of instants, and the few things that are done with many of them.

Nothing here knows what a span means.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Span:
    """The instants from `starts` until just before `ends`; without an end where that is None."""

    starts: datetime
    ends: datetime | None

    def holds(self, instant: datetime) -> bool:
        """Return whether an instant lies in the span."""
        return self.starts <= instant and (self.ends is None or instant < self.ends)


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return the same instants as spans in order that neither overlap nor touch."""
    result: list[Span] = []
    for span in sorted(spans, key=lambda each: each.starts):
        if span.ends is not None and span.ends <= span.starts:
            continue
        last = result[-1] if result else None
        if last is None or (last.ends is not None and last.ends < span.starts):
            result.append(span)
        else:
            result[-1] = Span(last.starts, _later(last.ends, span.ends))
    return tuple(result)


def clipped(spans: Iterable[Span], starts: datetime, ends: datetime) -> tuple[Span, ...]:
    """Return the parts of spans that lie between two instants."""
    parts = (Span(max(span.starts, starts), _earlier(span.ends, ends)) for span in spans)
    return tuple(part for part in parts if part.ends is not None and part.starts < part.ends)


def without(spans: Iterable[Span], others: Sequence[Span]) -> tuple[Span, ...]:
    """Return the parts of spans that no other span holds; both are in order."""
    left: list[Span] = []
    for span in spans:
        starts: datetime | None = span.starts
        for other in others:
            if starts is None or not _overlap(Span(starts, span.ends), other):
                continue
            if starts < other.starts:
                left.append(Span(starts, other.starts))
            starts = other.ends
        if starts is not None and (span.ends is None or starts < span.ends):
            left.append(Span(starts, span.ends))
    return tuple(left)


def index_at(spans: Sequence[Span], instant: datetime) -> int | None:
    """Return which of ordered spans holds an instant, if one does."""
    index = bisect_right(spans, instant, key=lambda each: each.starts) - 1
    return index if index >= 0 and spans[index].holds(instant) else None


def is_in(spans: Sequence[Span], instant: datetime) -> bool:
    """Return whether one of ordered spans holds an instant."""
    return index_at(spans, instant) is not None


def _overlap(one: Span, other: Span) -> bool:
    return (one.ends is None or other.starts < one.ends) and (
        other.ends is None or one.starts < other.ends
    )


def _later(one: datetime | None, other: datetime | None) -> datetime | None:
    return None if one is None or other is None else max(one, other)


def _earlier(one: datetime | None, other: datetime) -> datetime:
    return other if one is None else min(one, other)
