"""Lengths that count open time only: business hours and business days."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from itertools import chain, islice

from portalgen.model.values import Length, Unit
from portalgen.timeline.spans import Span

# The open time of one open day after the other.
OpenDays = Iterable[tuple[Span, ...]]


def business_end(length: Length, open_days: OpenDays) -> datetime | None:
    """Return when a business length ends that counts from the first of the open days.

    `open_days` has the open time of each open day, in order, from the instant that is counted
    from. Business days end at the close of the open day that many after the first.
    None where the days are used up before that.
    """
    if length.unit is Unit.BUSINESS_HOUR:
        return _after_open_time(timedelta(hours=length.amount), open_days)
    day = next(islice(open_days, length.amount, None), None)
    return None if day is None else day[-1].ends


def _after_open_time(left: timedelta, open_days: OpenDays) -> datetime | None:
    counted_to: datetime | None = None
    for span in chain.from_iterable(open_days):
        assert span.ends is not None
        # What runs past midnight into the hours of the next day counts once.
        starts = span.starts if counted_to is None else max(span.starts, counted_to)
        if starts < span.ends:
            if left <= span.ends - starts:
                return starts + left
            left -= span.ends - starts
            counted_to = span.ends
    return None
