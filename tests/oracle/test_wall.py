"""The wall clock of the oracle, against clock changes that are on record."""

from datetime import date

import pytest

from tests.oracle.wall import clock_time, instant_of, minute_of, start_of, wall_of


@pytest.mark.parametrize(
    ("zone", "typed", "instant"),
    [
        ("Europe/Berlin", "2026-07-01 12:00", "2026-07-01T10:00Z"),
        ("Europe/Berlin", "2026-03-29 02:30", "2026-03-29T01:30Z"),
        ("Europe/Berlin", "2026-10-25 02:30", "2026-10-25T00:30Z"),
        ("America/New_York", "2026-03-08 02:30", "2026-03-08T07:30Z"),
        ("America/Santiago", "2026-09-06", "2026-09-06T04:00Z"),
        ("Africa/Cairo", "2026-04-24", "2026-04-23T22:00Z"),
        ("Australia/Lord_Howe", "2026-10-04 02:15", "2026-10-03T15:45Z"),
        ("Asia/Kathmandu", "1986-01-01 00:10", "1985-12-31T18:40Z"),
        ("Pacific/Apia", "2011-12-30 09:00", "2011-12-30T19:00Z"),
    ],
)
def test_a_clock_time_is_one_instant(zone: str, typed: str, instant: str) -> None:
    found = instant_of(wall_of(zone).when(clock_time(typed)))
    assert f"{found:%Y-%m-%dT%H:%MZ}" == instant


def test_an_instant_shows_the_clock_time_that_it_is_looked_up_by() -> None:
    wall = wall_of("Asia/Beirut")
    for hour in range(0, 24 * 365):
        minute = minute_of(instant_of(start_of(date(2026, 1, 1)) + hour * 60))
        first = wall.when(wall.shows(minute))
        assert wall.shows(first) == wall.shows(minute)
        assert first <= minute


def test_apia_left_out_a_day() -> None:
    days = (date(2011, 12, 29), date(2011, 12, 30), date(2011, 12, 31))
    assert [wall_of("Pacific/Apia").exists(day) for day in days] == [True, False, True]
