"""Days and clock times of zones with odd clock changes."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portalgen import days

ODD_ZONES = (
    "Europe/Berlin",
    "America/New_York",
    "America/Los_Angeles",
    "Africa/Cairo",
    "America/Santiago",
    "Asia/Beirut",
    "Pacific/Apia",
    "Australia/Lord_Howe",
    "Asia/Kathmandu",
    "Atlantic/Azores",
    "America/Havana",
)


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("zone", "day", "starts", "hours"),
    [
        ("Europe/Berlin", "2026-03-29", "2026-03-28 23:00", 23),
        ("Europe/Berlin", "2026-10-25", "2026-10-24 22:00", 25),
        ("America/New_York", "2026-11-01", "2026-11-01 04:00", 25),
        ("Africa/Cairo", "2026-04-24", "2026-04-23 22:00", 23),
        ("Africa/Cairo", "2026-10-29", "2026-10-28 21:00", 25),
        ("America/Santiago", "2026-09-06", "2026-09-06 04:00", 23),
        ("America/Santiago", "2026-04-04", "2026-04-04 03:00", 25),
        ("Asia/Beirut", "2026-03-29", "2026-03-28 22:00", 23),
        ("Australia/Lord_Howe", "2026-10-04", "2026-10-03 13:30", 23.5),
        ("Australia/Lord_Howe", "2026-04-05", "2026-04-04 13:00", 24.5),
        ("Asia/Kathmandu", "2026-01-01", "2025-12-31 18:15", 24),
        ("Pacific/Apia", "2011-12-29", "2011-12-29 10:00", 24),
        ("Pacific/Apia", "2011-12-30", "2011-12-30 10:00", 0),
        ("Pacific/Apia", "2011-12-31", "2011-12-30 10:00", 24),
        ("America/Havana", "2025-11-02", "2025-11-02 04:00", 25),
    ],
)
def test_a_day_starts_and_lasts_as_its_zone_says(
    zone: str, day: str, starts: str, hours: float
) -> None:
    where, which = days.zone(zone), date.fromisoformat(day)
    assert days.start_of_day(which, where) == utc(starts)
    assert days.end_instant(which, where) - utc(starts) == timedelta(hours=hours)


@pytest.mark.parametrize(
    ("zone", "clock", "found"),
    [
        ("America/Los_Angeles", "2026-12-16 17:00", "2026-12-17 01:00"),
        # Skipped: forward by the length of the gap.
        ("America/New_York", "2026-03-08 02:30", "2026-03-08 07:30"),
        ("Africa/Cairo", "2026-04-24 00:30", "2026-04-23 22:30"),
        ("Australia/Lord_Howe", "2026-10-04 02:10", "2026-10-03 15:40"),
        # Twice: the first one.
        ("America/New_York", "2026-11-01 01:30", "2026-11-01 05:30"),
        ("Africa/Cairo", "2026-10-29 23:30", "2026-10-29 20:30"),
        ("Australia/Lord_Howe", "2026-04-05 01:45", "2026-04-04 14:45"),
    ],
)
def test_a_clock_time_is_one_instant(zone: str, clock: str, found: str) -> None:
    assert days.instant(datetime.fromisoformat(clock), days.zone(zone)) == utc(found)


@pytest.mark.parametrize(
    ("zone", "clock", "skipped", "twice"),
    [
        ("America/New_York", "2026-03-08 01:59", False, False),
        ("America/New_York", "2026-03-08 02:00", True, False),
        ("America/New_York", "2026-03-08 03:00", False, False),
        ("America/New_York", "2026-11-01 00:59", False, False),
        ("America/New_York", "2026-11-01 01:00", False, True),
        ("America/New_York", "2026-11-01 02:00", False, False),
        ("Asia/Beirut", "2026-03-29 00:00", True, False),
        ("Pacific/Apia", "2011-12-30 12:00", True, False),
    ],
)
def test_odd_clock_times_can_be_told(zone: str, clock: str, skipped: bool, twice: bool) -> None:
    local, where = datetime.fromisoformat(clock), days.zone(zone)
    assert days.is_skipped(local, where) is skipped
    assert days.occurs_twice(local, where) is twice


def test_minutes_past_midnight_go_by_the_clock() -> None:
    berlin = days.zone("Europe/Berlin")
    assert days.clock_instant(date(2026, 3, 28), 26 * 60, berlin) == utc("2026-03-29 01:00")
    assert days.clock_instant(date(2026, 3, 28), 27 * 60, berlin) == utc("2026-03-29 01:00")
    assert days.clock_instant(date(2026, 3, 28), 28 * 60, berlin) == utc("2026-03-29 02:00")


def test_a_day_and_a_moment_both_give_their_first_instant() -> None:
    berlin = days.zone("Europe/Berlin")
    assert days.first_instant(date(2026, 7, 1), berlin) == utc("2026-06-30 22:00")
    assert days.first_instant(datetime(2026, 7, 1, 13), berlin) == utc("2026-07-01 11:00")
    assert days.end_instant(datetime(2026, 7, 1, 13), berlin) == utc("2026-07-01 11:00")


def test_only_full_names_are_zones() -> None:
    assert "Europe/Lisbon" in days.zone_names()
    with pytest.raises(KeyError):
        days.zone("../zoneinfo/Europe/Lisbon")
    with pytest.raises(KeyError):
        days.zone("europe/lisbon")


@given(
    zone=st.sampled_from(ODD_ZONES),
    day=st.dates(date(2011, 12, 1), date(2040, 1, 1)),
)
def test_days_touch_and_hold_their_own_instants(zone: str, day: date) -> None:
    where = days.zone(zone)
    starts, ends = days.start_of_day(day, where), days.end_instant(day, where)
    assert starts == days.end_instant(day - timedelta(days=1), where)
    assert starts <= ends
    if starts < ends:
        assert days.day_of(starts, where) == day
        assert days.day_of(ends - timedelta(seconds=1), where) == day
    assert days.day_of(starts - timedelta(seconds=1), where) < day
