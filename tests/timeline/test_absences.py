"""When an absence holds, may be known, ends and is forgotten."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest

from portalgen.days import day_of, zone
from portalgen.model.away import Absence
from portalgen.timeline.absences import (
    Stretch,
    contradiction,
    is_short,
    leading_first,
    shut_for,
)
from portalgen.timeline.compile import Timeline
from portalgen.timeline.spans import Span

SAN_DIEGO = "America/Los_Angeles"
NO_HOURS: dict[str, Any] = {"announce": "14 days"}


def clock(moment: datetime | None) -> str | None:
    """An instant as the practice's clock shows it."""
    return None if moment is None else f"{moment.astimezone(zone(SAN_DIEGO)):%Y-%m-%d %H:%M}"


def only(timeline: Timeline) -> Stretch:
    (stretch,) = timeline.stretches
    return stretch


@pytest.mark.parametrize(
    ("fields", "starts", "ends", "days", "back"),
    [
        # Days: the last one counts; back is the next open time.
        (
            {"from": "2026-12-21", "until": "2027-01-01"},
            "2026-12-21 00:00",
            "2027-01-02 00:00",
            ("2026-12-21", "2027-01-01"),
            "2027-01-04 09:00",
        ),
        (
            {"from": "2026-12-02", "until": "2026-12-02"},
            "2026-12-02 00:00",
            "2026-12-03 00:00",
            ("2026-12-02", "2026-12-02"),
            "2026-12-03 09:00",
        ),
        # `back` alone: the day before it is the last one.
        (
            {"from": "2026-11-23", "back": "2026-12-01"},
            "2026-11-23 00:00",
            "2026-12-01 00:00",
            ("2026-11-23", "2026-11-30"),
            "2026-12-01 09:00",
        ),
        # It ends `further notice`.
        (
            {"from": "2026-11-23", "until": "further notice", "back": "2026-12-01"}
            | {"review": "2026-11-27"},
            "2026-11-23 00:00",
            "2026-12-01 00:00",
            ("2026-11-23", "2026-11-30"),
            "2026-12-01 09:00",
        ),
        # Both, and they agree.
        (
            {"from": "2026-12-21", "until": "2027-01-01", "back": "2027-01-04"},
            "2026-12-21 00:00",
            "2027-01-02 00:00",
            ("2026-12-21", "2027-01-01"),
            "2027-01-04 09:00",
        ),
        (
            {"from": "2026-12-21", "until": "2027-01-01", "back": "2027-01-04 13:30"},
            "2026-12-21 00:00",
            "2027-01-04 13:30",
            ("2026-12-21", "2027-01-01"),
            "2027-01-04 13:30",
        ),
        # Moments.
        (
            {"from": "2026-12-02 13:00", "until": "2026-12-02 17:00"},
            "2026-12-02 13:00",
            "2026-12-02 17:00",
            ("2026-12-02", "2026-12-02"),
            "2026-12-03 09:00",
        ),
        (
            {"from": "2026-12-01 12:00", "back": "2026-12-03 10:00"},
            "2026-12-01 12:00",
            "2026-12-03 10:00",
            ("2026-12-01", "2026-12-03"),
            "2026-12-03 10:00",
        ),
        (
            {"from": "2026-12-01", "until": "2026-12-03 00:00"},
            "2026-12-01 00:00",
            "2026-12-03 00:00",
            ("2026-12-01", "2026-12-02"),
            "2026-12-03 09:00",
        ),
        # A return on a closed day waits for the first open time.
        (
            {"from": "2026-12-01", "back": "2026-12-05"},
            "2026-12-01 00:00",
            "2026-12-05 00:00",
            ("2026-12-01", "2026-12-04"),
            "2026-12-07 09:00",
        ),
        # Over a clock change, a day is the owner's day.
        (
            {"from": "2026-10-26", "until": "2026-11-01"},
            "2026-10-26 00:00",
            "2026-11-02 00:00",
            ("2026-10-26", "2026-11-01"),
            "2026-11-02 09:00",
        ),
        # No end, no return.
        (
            {"from": "2026-11-23", "until": "further notice", "review": "2026-11-27"},
            "2026-11-23 00:00",
            None,
            ("2026-11-23", None),
            None,
        ),
    ],
)
def test_an_absence_has_a_start_an_end_and_a_return(
    fields: dict[str, Any],
    starts: str,
    ends: str | None,
    days: tuple[str, str | None],
    back: str | None,
    timeline: Callable[..., Timeline],
) -> None:
    stretch = only(timeline(fields))
    assert (clock(stretch.starts), clock(stretch.ends)) == (starts, ends)
    last = stretch.last_day.isoformat() if stretch.last_day else None
    assert (stretch.first_day.isoformat(), last) == days
    assert clock(stretch.back) == back


@pytest.mark.parametrize(
    ("others", "back"),
    [
        ([], "2027-01-04 09:00"),
        # Touching, or with only closed days between.
        ([{"from": "2027-01-02", "until": "2027-01-04"}], "2027-01-05 09:00"),
        ([{"from": "2027-01-04", "until": "2027-01-07", "level": "closed"}], "2027-01-11 09:00"),
        (
            [
                {"from": "2027-01-11", "until": "2027-01-12"},
                {"from": "2027-01-04", "until": "2027-01-08"},
            ],
            "2027-01-13 09:00",
        ),
        ([{"from": "2027-01-04 09:00", "until": "2027-01-04 10:30"}], "2027-01-04 10:30"),
        # Overlapping.
        ([{"from": "2026-12-28", "until": "2027-01-05"}], "2027-01-06 09:00"),
        # One open hour between is a return.
        ([{"from": "2027-01-04 10:00", "until": "2027-01-08"}], "2027-01-04 09:00"),
        # What does not shut the practice is not looked through.
        ([{"from": "2027-01-04", "until": "2027-01-07", "level": "limited"}], "2027-01-04 09:00"),
        (
            [{"from": "2027-01-04", "until": "2027-01-07", "status": "cancelled"}],
            "2027-01-04 09:00",
        ),
        (
            [{"from": "2027-01-04", "until": "2027-01-07", "services": ["one"]}],
            "2027-01-04 09:00",
        ),
        # One without an end leaves no date.
        (
            [{"from": "2027-01-04", "until": "further notice", "review": "2027-01-08"}],
            None,
        ),
    ],
)
def test_a_return_looks_through_absences_that_follow(
    others: list[dict[str, Any]], back: str | None, timeline: Callable[..., Timeline]
) -> None:
    found = timeline({"id": "this", "from": "2026-12-21", "until": "2027-01-01"}, *others)
    (stretch,) = (each for each in found.stretches if each.absence.id == "this")
    assert clock(stretch.back) == back


def test_a_return_looks_through_holidays_and_special_days(
    timeline: Callable[..., Timeline],
) -> None:
    availability = {
        "weekly": {"mon-fri": "09:00-17:00"},
        "public_holidays": {"country": "US"},
        "special_days": [{"day": "2027-01-19", "hours": "closed"}],
    }
    # Monday the 18th is Martin Luther King Jr. Day.
    found = timeline({"from": "2027-01-11", "until": "2027-01-15"}, availability=availability)
    assert clock(only(found).back) == "2027-01-20 09:00"


@pytest.mark.parametrize(
    ("fields", "back"),
    [
        ({"from": "2026-12-21", "until": "2027-01-01"}, "2027-01-02 00:00"),
        ({"from": "2026-12-21", "back": "2027-01-04"}, "2027-01-04 00:00"),
        ({"from": "2026-12-21", "until": "2027-01-01", "back": "2027-01-04"}, "2027-01-04 00:00"),
        ({"from": "2026-12-21 12:00", "until": "2026-12-21 15:00"}, "2026-12-21 15:00"),
    ],
)
def test_a_practice_without_hours_is_back_on_the_day_after(
    fields: dict[str, Any], back: str, timeline: Callable[..., Timeline]
) -> None:
    assert clock(only(timeline(fields, availability=NO_HOURS)).back) == back


def test_without_hours_touching_absences_are_looked_through_too(
    timeline: Callable[..., Timeline],
) -> None:
    found = timeline(
        {"from": "2026-12-21", "until": "2026-12-24"},
        {"from": "2026-12-25", "until": "2026-12-28"},
        availability=NO_HOURS,
    )
    assert [clock(each.back) for each in found.stretches] == ["2026-12-29 00:00"] * 2


def test_a_service_is_back_when_nothing_shuts_it(timeline: Callable[..., Timeline]) -> None:
    services = [{"title": "Dishwashers"}, {"title": "Ovens"}]
    found = timeline(
        {"id": "pause", "services": ["dishwashers"], "from": "2026-12-01", "until": "2027-02-28"},
        {"id": "ovens", "services": ["ovens"], "from": "2027-03-01", "until": "2027-03-02"},
        {"id": "trip", "from": "2027-03-01", "until": "2027-03-03"},
        services=services,
    )
    back = {each.absence.id: clock(each.back) for each in found.stretches}
    assert back == dict.fromkeys(("pause", "ovens", "trip"), "2027-03-04 09:00")


@pytest.mark.parametrize(
    ("fields", "announced"),
    [
        # The default of availability.yaml, on the calendar.
        ({"from": "2026-12-21", "until": "2027-01-01"}, "2026-12-07 00:00"),
        ({"from": "2026-11-05", "until": "2026-11-06"}, "2026-10-22 00:00"),
        ({"from": "2026-12-21 12:00", "until": "2026-12-24"}, "2026-12-07 12:00"),
        # Its own.
        (
            {"from": "2026-12-21", "until": "2027-01-01", "announce": "2026-11-15"},
            "2026-11-15 00:00",
        ),
        (
            {"from": "2026-12-21", "until": "2027-01-01", "announce": "3 weeks"},
            "2026-11-30 00:00",
        ),
        ({"from": "2026-11-02", "until": "2026-11-02", "announce": "36 hours"}, "2026-10-31 13:00"),
        # Less than a day.
        ({"from": "2026-12-02 13:00", "until": "2026-12-02 17:00"}, "2026-11-30 13:00"),
        (
            {"from": "2026-12-02 13:00", "until": "2026-12-02 17:00", "announce": "1 week"},
            "2026-11-25 13:00",
        ),
        # Vague: nobody knows before it starts.
        (
            {"from": "2026-12-21", "until": "2026-12-23", "detail": "vague", "announce": "30 days"},
            "2026-12-21 00:00",
        ),
        (
            {"from": "2026-12-21 13:00", "until": "2026-12-23", "detail": "vague"},
            "2026-12-21 00:00",
        ),
        # Later than it starts.
        (
            {"from": "2026-12-21", "until": "2026-12-23", "announce": "2026-12-22"},
            "2026-12-22 00:00",
        ),
    ],
)
def test_clients_may_know_of_an_absence_from_its_announcement_on(
    fields: dict[str, Any], announced: str, timeline: Callable[..., Timeline]
) -> None:
    assert clock(only(timeline(fields)).announced) == announced


@pytest.mark.parametrize(
    ("fields", "gone", "forgotten"),
    [
        # Back on Monday: there on Monday, Tuesday and Wednesday.
        (
            {"from": "2026-12-21", "until": "2027-01-01"},
            "2027-01-07 00:00",
            "2027-02-03 00:00",
        ),
        # After the dentist: nothing.
        (
            {"from": "2026-12-02 13:00", "until": "2026-12-02 17:00"},
            "2026-12-02 17:00",
            "2027-01-02 00:00",
        ),
        (
            {"from": "2026-12-02 13:00", "until": "2026-12-02 17:00", "catch_up": "1 day"},
            "2026-12-06 00:00",
            "2027-01-02 00:00",
        ),
        # News and slow replies take nobody away.
        (
            {"from": "2026-12-01", "until": "2026-12-31", "level": "news", "message": "New"},
            "2027-01-01 00:00",
            "2027-01-31 00:00",
        ),
        (
            {"from": "2026-12-01", "until": "2026-12-03", "level": "limited"},
            "2026-12-04 00:00",
            "2027-01-06 00:00",
        ),
        # Vague: to the end of the week in which it ends.
        (
            {"from": "2026-12-01", "until": "2026-12-02", "detail": "vague"},
            "2026-12-07 00:00",
            "2027-01-06 00:00",
        ),
        (
            {"from": "2026-12-01", "until": "2026-12-06", "detail": "vague"},
            "2026-12-07 00:00",
            "2027-01-06 00:00",
        ),
        # Cancelled: to its former end.
        (
            {"from": "2027-02-08", "until": "2027-02-12", "status": "cancelled"},
            "2027-02-13 00:00",
            "2027-03-15 00:00",
        ),
        (
            {"from": "2026-11-23", "until": "further notice", "review": "2026-11-27"}
            | {"status": "cancelled"},
            "2026-11-28 00:00",
            "2026-12-28 00:00",
        ),
        # No end: it stays.
        ({"from": "2026-11-23", "until": "further notice", "review": "2026-11-27"}, None, None),
    ],
)
def test_a_notice_goes_and_the_absence_is_forgotten(
    fields: dict[str, Any],
    gone: str | None,
    forgotten: str | None,
    timeline: Callable[..., Timeline],
) -> None:
    stretch = only(timeline(fields))
    assert (clock(stretch.gone), clock(stretch.forgotten)) == (gone, forgotten)


@pytest.mark.parametrize(
    ("length", "ends"),
    [
        # Back on Tuesday: three days are Tuesday to Thursday.
        ("3 days", "2026-12-04 00:00"),
        ("1 week", "2026-12-08 00:00"),
        ("2 hours", "2026-12-01 11:00"),
        ("2 business days", "2026-12-03 16:00"),
        ("7 business hours", "2026-12-02 10:00"),
    ],
)
def test_catching_up_counts_from_the_return(
    length: str, ends: str, timeline: Callable[..., Timeline]
) -> None:
    stretch = only(timeline({"from": "2026-11-23", "back": "2026-12-01", "catch_up": length}))
    assert stretch.back is not None
    assert stretch.catch_up_ends is not None
    assert clock(stretch.catch_up_ends) == ends
    assert stretch.catch_up == Span(stretch.back, stretch.catch_up_ends)


def test_nothing_is_caught_up_after_what_did_not_take_place(
    timeline: Callable[..., Timeline],
) -> None:
    fields = {"from": "2026-11-23", "until": "2026-11-24", "catch_up": "3 days"}
    stretch = only(timeline(fields | {"status": "cancelled"}))
    assert (stretch.back, stretch.catch_up_ends) == (None, None)
    assert not stretch.holds(stretch.starts)


@pytest.mark.parametrize(
    ("fields", "short"),
    [
        ({"from_": "2026-12-02 13:00", "until": "2026-12-02 17:00"}, True),
        ({"from_": "2026-12-02", "until": "2026-12-02 17:00"}, True),
        ({"from_": "2026-12-02 13:00", "back": "2026-12-03 12:59"}, True),
        ({"from_": "2026-12-02 13:00", "back": "2026-12-03 13:00"}, False),
        ({"from_": "2026-12-02", "until": "2026-12-02"}, False),
        # 23 hours that are a whole day by the clock.
        ({"from_": "2026-03-08 00:00", "until": "2026-03-09 00:00"}, False),
        ({"from_": "2026-12-02 13:00", "until": "further notice", "review": "2026-12-03"}, False),
    ],
)
def test_less_than_a_day_is_told_by_the_clock(
    fields: dict[str, Any], short: bool, absence: Callable[..., Absence]
) -> None:
    assert is_short(absence(**fields)) is short


@pytest.mark.parametrize(
    ("until", "back", "others", "found"),
    [
        ("2027-01-01", "2027-01-04", [], None),
        ("2026-12-31", "2027-01-04", [], None),
        ("2026-12-30", "2027-01-04", [], "2026-12-31"),
        ("2027-01-01", "2027-01-06", [], "2027-01-04"),
        ("2026-12-29 12:00", "2026-12-30", [], None),
        ("2026-12-29 12:00", "2026-12-31", [], "2026-12-30"),
        # A day that another absence shuts is not open.
        ("2027-01-01", "2027-01-06", [{"from": "2027-01-04", "until": "2027-01-05"}], None),
        (
            "2027-01-01",
            "2027-01-06",
            [{"from": "2027-01-04 12:00", "until": "2027-01-05"}],
            "2027-01-04",
        ),
        ("2027-01-01", "2027-01-06", [{"from": "2027-01-04", "until": "2027-01-05 16:00"}], None),
        ("2027-01-01", None, [], None),
        (None, "2027-01-04", [], None),
    ],
)
def test_an_open_day_between_last_day_and_return_is_a_contradiction(
    until: str | None,
    back: str | None,
    others: list[dict[str, Any]],
    found: str | None,
    absence: Callable[..., Absence],
    timeline: Callable[..., Timeline],
) -> None:
    this = absence("2026-12-21", until=until, back=back)
    shut = shut_for(
        frozenset(), (Absence.model_validate(each) for each in others), timeline().open_time
    )
    day = contradiction(this, timeline().open_time, shut)
    assert day == (date.fromisoformat(found) if found else None)


def test_a_day_of_which_nothing_is_known_contradicts_nothing(
    absence: Callable[..., Absence], timeline: Callable[..., Timeline]
) -> None:
    this = absence("2026-12-21", until="2027-01-01", back="2027-01-08")
    open_time = timeline(availability=NO_HOURS).open_time
    assert contradiction(this, open_time, shut_for(frozenset(), (), open_time)) is None


def test_the_leading_absence_is_told_by_level_and_then_by_the_later_start(
    timeline: Callable[..., Timeline],
) -> None:
    found = timeline(
        {"id": "news", "from": "2026-11-22", "until": "2026-11-30", "level": "news"}
        | {"message": "New number"},
        {"id": "old", "from": "2026-11-20", "until": "2026-11-30"},
        {"id": "slow", "from": "2026-11-23", "until": "2026-11-30", "level": "limited"},
        {"id": "new", "from": "2026-11-21", "until": "2026-11-30"},
        {"id": "shut", "from": "2026-11-24", "until": "2026-11-30", "level": "closed"},
    )
    leading = [each.absence.id for each in leading_first(found.stretches)]
    assert leading == ["new", "old", "shut", "slow", "news"]
    assert [each.absence.id for each in found.stretches] == ["old", "new", "news", "slow", "shut"]


def test_instants_are_in_utc_and_days_are_the_owners(timeline: Callable[..., Timeline]) -> None:
    stretch = only(timeline({"from": "2026-12-21", "until": "2027-01-01"}, timezone="Asia/Tokyo"))
    assert stretch.starts.isoformat() == "2026-12-20T15:00:00+00:00"
    assert day_of(stretch.starts, zone("Asia/Tokyo")) == date(2026, 12, 21)
