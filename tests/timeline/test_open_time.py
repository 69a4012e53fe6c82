"""Open time as instants, around midnight and clock changes."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from portalgen.days import zone
from portalgen.model.availability import Availability
from portalgen.model.values import Hours
from portalgen.timeline.holidays import holidays_of
from portalgen.timeline.open_time import OpenTime, spans_of
from portalgen.timeline.spans import Span


def open_time(zone_name: str = "America/Los_Angeles", **fields: Any) -> OpenTime:
    availability = Availability.model_validate(fields)
    calendar = holidays_of(availability.public_holidays, "en-US")
    return OpenTime(availability, calendar, zone(zone_name))


def shown(spans: tuple[Span, ...], zone_name: str) -> list[str]:
    where = zone(zone_name)
    result = []
    for span in spans:
        assert span.ends is not None
        starts, ends = span.starts.astimezone(where), span.ends.astimezone(where)
        result.append(f"{starts:%d %H:%M}-{ends:%d %H:%M}")
    return result


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("zone_name", "day", "hours", "spans"),
    [
        ("Europe/Berlin", "2026-11-23", "closed", []),
        (
            "Europe/Berlin",
            "2026-11-23",
            "09:00-12:00, 13:00-16:00",
            ["23 09:00-23 12:00", "23 13:00-23 16:00"],
        ),
        ("Europe/Berlin", "2026-11-23", "22:00-02:00", ["23 22:00-24 02:00"]),
        ("Europe/Berlin", "2026-11-23", "00:00-24:00", ["23 00:00-24 00:00"]),
        ("Europe/Berlin", "2026-11-23", "09:00-12:00, 12:00-13:00", ["23 09:00-23 13:00"]),
        # A time that is skipped moves forward; what then lies beside it is joined or left out.
        ("Europe/Berlin", "2026-03-29", "01:00-02:30", ["29 01:00-29 03:30"]),
        ("Europe/Berlin", "2026-03-29", "01:00-02:30, 03:00-05:00", ["29 01:00-29 05:00"]),
        ("Europe/Berlin", "2026-03-29", "02:30-03:15", []),
        ("Africa/Cairo", "2026-04-24", "00:00-08:00", ["24 01:00-24 08:00"]),
        # A date that the zone left out has no hours.
        ("Pacific/Apia", "2011-12-30", "09:00-17:00", []),
        ("Pacific/Apia", "2011-12-29", "22:00-02:00", ["29 22:00-31 02:00"]),
        ("Pacific/Apia", "2011-12-31", "09:00-17:00", ["31 09:00-31 17:00"]),
    ],
)
def test_hours_of_a_day_are_spans(zone_name: str, day: str, hours: str, spans: list[str]) -> None:
    found = spans_of(Hours.parse(hours), date.fromisoformat(day), zone(zone_name))
    assert shown(found, zone_name) == spans


@pytest.mark.parametrize(
    ("zone_name", "day", "hours", "length"),
    [
        ("Europe/Berlin", "2026-03-29", "00:00-24:00", 23),
        ("Europe/Berlin", "2026-10-25", "00:00-24:00", 25),
        ("Europe/Berlin", "2026-10-24", "22:00-04:00", 7),
        ("Australia/Lord_Howe", "2026-04-05", "01:00-03:00", 2.5),
        ("America/Santiago", "2026-04-04", "22:00-24:00", 3),
    ],
)
def test_open_time_is_as_long_as_the_clock_makes_it(
    zone_name: str, day: str, hours: str, length: float
) -> None:
    (span,) = spans_of(Hours.parse(hours), date.fromisoformat(day), zone(zone_name))
    assert span.ends is not None
    assert span.ends - span.starts == timedelta(hours=length)


def test_nights_run_into_the_next_day_and_join_it() -> None:
    bar = open_time(
        "Europe/Berlin",
        weekly={"fri": "22:00-02:00", "sat": "00:00-01:00, 02:00-03:00"},
    )
    found = bar.open_spans(date(2026, 11, 20), date(2026, 11, 21))
    assert shown(found, "Europe/Berlin") == ["20 22:00-21 03:00"]
    # The days that are asked for cut it, and the night before is there.
    found = bar.open_spans(date(2026, 11, 21), date(2026, 11, 21))
    assert shown(found, "Europe/Berlin") == ["21 00:00-21 03:00"]


def test_a_night_belongs_to_the_day_on_which_it_begins() -> None:
    bar = open_time(
        "Europe/Berlin",
        weekly={"mon-sun": "22:00-02:00"},
        special_days=[{"day": "2026-12-25", "hours": "closed"}],
    )
    found = bar.open_spans(date(2026, 12, 24), date(2026, 12, 26))
    assert shown(found, "Europe/Berlin") == [
        "24 00:00-24 02:00",
        "24 22:00-25 02:00",
        "26 22:00-27 00:00",
    ]


@pytest.mark.parametrize(
    ("after", "opens"),
    [
        ("2026-11-23 08:00", "2026-11-23 17:00"),
        ("2026-11-23 17:00", "2026-11-23 17:00"),
        ("2026-11-23 18:30", "2026-11-23 18:30"),
        ("2026-11-23 20:00", "2026-11-23 21:00"),
        ("2026-11-24 00:00", "2026-11-24 17:00"),
        ("2026-11-27 00:00", "2026-11-30 17:00"),
    ],
)
def test_the_next_open_time_may_be_now(after: str, opens: str) -> None:
    coach = open_time(weekly={"mon-thu": "09:00-12:00, 13:00-16:00"})
    assert coach.first_open_from(utc(after)) == utc(opens)


def test_somebody_who_is_closed_for_more_than_a_year_has_no_next_open_time() -> None:
    weekly = {"mon": "09:00-10:00"}
    closed = {"from": "2026-11-01", "until": "2028-06-01", "hours": "closed"}
    assert open_time(weekly={}).first_open_from(utc("2026-11-23 08:00")) is None
    found = open_time(weekly=weekly, special_days=[closed])
    assert found.first_open_from(utc("2026-11-23 08:00")) is None


def test_time_without_known_hours_is_neither_open_nor_closed() -> None:
    rules = {"country": "US"}
    coach = open_time(weekly={"mon-thu": "09:00-12:00"}, public_holidays=rules)
    monday, friday = date(2200, 11, 24), date(2200, 11, 28)
    assert coach.open_spans(monday, friday) == ()
    found = coach.unsure_spans(monday, friday)
    assert shown(found, "America/Los_Angeles")[0] == "24 09:00-24 12:00"
    assert len(found) == 4
    # Without weekly hours nothing is known of whole days, but for what is special.
    vague = open_time(special_days=[{"day": "2026-11-24", "hours": "closed"}])
    found = vague.unsure_spans(date(2026, 11, 23), date(2026, 11, 25))
    assert shown(found, "America/Los_Angeles") == ["23 00:00-24 00:00", "25 00:00-26 00:00"]
