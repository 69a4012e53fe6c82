"""Lengths that count open time only: business hours and business days."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from itertools import islice

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
    for spans in open_days:
        for span in spans:
            assert span.ends is not None
            if left <= span.ends - span.starts:
                return span.starts + left
            left -= span.ends - span.starts
    return None
