"""By when somebody hears back. The coach is there from Monday to Thursday, 9 to 12 and 1 to 4."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest

from portalgen.model.values import Length
from portalgen.timeline.compile import Timeline
from portalgen.timeline.replies import answer_by

Local = Callable[..., datetime]
AWAY: dict[str, Any] = {"id": "a", "from": "2026-12-01", "until": "2026-12-02"}
CATCHING_UP = AWAY | {"catch_up": "2 business days", "replies_within": "2 business days"}
CLOSED = AWAY | {"level": "closed"}
LIMITED = AWAY | {"level": "limited", "replies_within": "3 business days"}
SLOW = AWAY | {"level": "limited"}
ENDLESS = {"id": "a", "from": "2026-12-01", "until": "further notice", "review": "2026-12-04"}
DENTIST = {"id": "a", "from": "2026-12-02 13:00", "until": "2026-12-02 17:00"}


@pytest.mark.parametrize(
    ("promise", "written", "due"),
    [
        ("1 business day", "2026-11-23 15:10", "2026-11-24 16:00"),
        ("1 business day", "2026-11-23 16:00", "2026-11-25 16:00"),
        ("1 business day", "2026-11-26 15:00", "2026-11-30 16:00"),
        ("2 business days", "2026-11-28 12:00", "2026-12-02 16:00"),
        ("3 business hours", "2026-11-23 15:10", "2026-11-24 11:10"),
        ("3 business hours", "2026-11-23 09:00", "2026-11-23 12:00"),
        ("3 business hours", "2026-11-23 12:30", "2026-11-23 16:00"),
        ("30 minutes", "2026-11-23 11:45", "2026-11-23 13:00"),
        ("4 hours", "2026-11-23 12:00", "2026-11-23 16:00"),
        ("4 hours", "2026-11-23 12:01", "2026-11-24 09:00"),
        ("2 days", "2026-11-24 10:00", "2026-11-26 10:00"),
        ("2 days", "2026-11-25 10:00", "2026-11-30 09:00"),
        ("1 week", "2026-11-24 10:00", "2026-12-01 10:00"),
        # The clocks go back on November 1: the same clock time, an hour more.
        ("1 week", "2026-10-29 10:00", "2026-11-05 10:00"),
    ],
)
def test_a_promise_is_counted_from_the_first_open_moment(
    promise: str, written: str, due: str, timeline: Callable[..., Timeline], local: Local
) -> None:
    clock = timeline(moment=local("2026-10-20 10:00")).reply_clock
    assert answer_by(clock, Length.parse(promise), local(written)) == local(due)


@pytest.mark.parametrize(
    ("absence", "promise", "written", "due"),
    [
        # Away: all clocks stand still.
        (AWAY, "1 business day", "2026-11-30 15:00", "2026-12-03 16:00"),
        (AWAY, "4 hours", "2026-11-30 15:00", "2026-12-03 09:00"),
        (AWAY, "12 hours", "2026-11-30 15:00", "2026-12-03 09:00"),
        (AWAY, "2 days", "2026-11-30 15:00", "2026-12-07 09:00"),
        (AWAY, "1 business day", "2026-12-01 10:00", "2026-12-07 16:00"),
        (DENTIST, "1 business day", "2026-12-01 15:00", "2026-12-02 12:00"),
        (DENTIST, "5 hours", "2026-12-02 12:00", "2026-12-03 09:00"),
        (ENDLESS, "1 business day", "2026-11-30 15:00", None),
        (ENDLESS, "1 business hour", "2026-11-30 15:00", "2026-11-30 16:00"),
        (ENDLESS, "1 hour", "2026-12-01 10:00", None),
        # The place is closed: the clock runs over the hours that would have been.
        (CLOSED, "1 business day", "2026-11-30 15:00", "2026-12-01 16:00"),
        (CLOSED, "4 hours", "2026-12-01 10:00", "2026-12-01 14:00"),
        # Limited: another promise.
        (LIMITED, "1 business day", "2026-12-01 10:00", "2026-12-07 16:00"),
        (LIMITED, "1 business day", "2026-12-03 10:00", "2026-12-07 16:00"),
        (LIMITED, "4 hours", "2026-12-02 23:00", "2026-12-09 16:00"),
        (SLOW, "1 business day", "2026-12-01 10:00", None),
        # Slow time that begins before the answer is due makes it later.
        (LIMITED, "2 business days", "2026-11-30 15:00", "2026-12-03 16:00"),
        (SLOW, "2 business days", "2026-11-30 15:00", None),
        (SLOW, "1 business hour", "2026-11-30 10:00", "2026-11-30 11:00"),
        # After the return.
        (CATCHING_UP, "1 business day", "2026-12-01 10:00", "2026-12-08 16:00"),
        (CATCHING_UP, "1 business day", "2026-12-03 10:00", "2026-12-08 16:00"),
        (CATCHING_UP, "1 business day", "2026-12-09 10:00", "2026-12-10 16:00"),
    ],
)
def test_an_absence_changes_what_is_promised(
    absence: dict[str, Any],
    promise: str,
    written: str,
    due: str | None,
    timeline: Callable[..., Timeline],
    local: Local,
) -> None:
    found = answer_by(timeline(absence).reply_clock, Length.parse(promise), local(written))
    assert found == (None if due is None else local(due))


def test_the_slowest_of_two_slow_times_counts(
    timeline: Callable[..., Timeline], local: Local
) -> None:
    clock = timeline(LIMITED, SLOW | {"id": "b", "replies_within": "4 business days"}).reply_clock
    due = answer_by(clock, Length.parse("1 hour"), local("2026-12-01 10:00"))
    assert due == local("2026-12-08 16:00")


def test_nothing_is_promised_past_the_end_of_the_timeline(
    timeline: Callable[..., Timeline], local: Local
) -> None:
    found = timeline()
    last_week = local("2027-01-28 15:00")
    assert answer_by(found.reply_clock, Length.parse("1 week"), last_week) is None
    assert answer_by(found.reply_clock, Length.parse("1 hour"), last_week) is not None


def test_without_hours_only_the_clock_and_the_calendar_count(
    timeline: Callable[..., Timeline], local: Local
) -> None:
    clock = timeline(availability={}).reply_clock
    sunday = local("2026-11-29 15:00")
    assert answer_by(clock, Length.parse("4 hours"), sunday) == local("2026-11-29 19:00")
    assert answer_by(clock, Length.parse("2 days"), sunday) == local("2026-12-01 15:00")
    assert answer_by(clock, Length.parse("1 business day"), sunday) is None


def test_nothing_is_promised_over_days_whose_holidays_nobody_knows(
    timeline: Callable[..., Timeline], local: Local
) -> None:
    availability = {
        "weekly": {"mon-sun": "09:00-17:00"},
        "public_holidays": {"country": "US", "region": "CA"},
    }
    clock = timeline(availability=availability, moment=local("2150-03-02 10:00")).reply_clock
    assert answer_by(clock, Length.parse("1 hour"), local("2150-03-02 10:00")) is None


def test_hours_past_midnight_belong_to_the_day_on_which_they_begin(
    timeline: Callable[..., Timeline], local: Local
) -> None:
    clock = timeline(availability={"weekly": {"fri, sat": "22:00-02:00"}}).reply_clock
    due = answer_by(clock, Length.parse("1 business day"), local("2026-11-28 01:00"))
    assert due == local("2026-11-29 02:00")
