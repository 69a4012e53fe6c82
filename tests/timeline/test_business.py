"""Business hours and business days."""

from collections.abc import Callable
from datetime import datetime

import pytest

from portalgen.model.values import Length
from portalgen.timeline.business import business_end
from portalgen.timeline.compile import Timeline


@pytest.mark.parametrize(
    ("length", "counts_from", "ends"),
    [
        # Days: the close of the open day that many after the first one.
        ("1 business day", "2026-11-23 15:00", "2026-11-24 16:00"),
        ("1 business day", "2026-11-23 15:59", "2026-11-24 16:00"),
        ("1 business day", "2026-11-23 16:00", "2026-11-25 16:00"),
        ("2 business days", "2026-11-25 09:00", "2026-11-30 16:00"),
        ("1 business day", "2026-11-27 09:00", "2026-12-01 16:00"),
        ("0 business days", "2026-11-27 09:00", "2026-11-30 16:00"),
        # Hours: open time only.
        ("2 business hours", "2026-11-23 09:00", "2026-11-23 11:00"),
        ("3 business hours", "2026-11-23 09:00", "2026-11-23 12:00"),
        ("4 business hours", "2026-11-23 09:00", "2026-11-23 14:00"),
        ("4 business hours", "2026-11-26 15:00", "2026-11-30 12:00"),
        ("12 business hours", "2026-11-22 03:00", "2026-11-24 16:00"),
    ],
)
def test_business_lengths_count_open_time(
    length: str,
    counts_from: str,
    ends: str,
    timeline: Callable[..., Timeline],
    local: Callable[..., datetime],
) -> None:
    days = (spans for _, spans in timeline().open_time.open_days_from(local(counts_from)))
    assert business_end(Length.parse(length), days) == local(ends)


def test_where_nothing_opens_nothing_is_due() -> None:
    assert business_end(Length.parse("1 business day"), []) is None
    assert business_end(Length.parse("1 business hour"), []) is None
