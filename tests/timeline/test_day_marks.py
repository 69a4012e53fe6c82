"""What each day is, for a calendar of whole months."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest

from portalgen.timeline.compile import Timeline
from portalgen.timeline.day_marks import DayMark, day_marks

Timelines = Callable[..., Timeline]
HOLIDAYS = {"weekly": {"mon-fri": "09:00-16:00"}, "public_holidays": {"country": "US"}}
NIGHTS = {"weekly": {"fri": "22:00-02:00"}}


def marks(found: Timeline, first: str, last: str) -> list[DayMark]:
    return list(day_marks(found, date.fromisoformat(first), date.fromisoformat(last)))


def kinds(found: Timeline, first: str, last: str) -> list[str]:
    return [each.kind.value for each in marks(found, first, last)]


# A coach who is there from Monday to Thursday, 9 to 12 and 13 to 16; December 2 is a Wednesday.
@pytest.mark.parametrize(
    ("absence", "day", "kind"),
    [
        ({"from": "2026-12-02", "until": "2026-12-02"}, "2026-12-02", "away"),
        ({"from": "2026-12-02", "until": "2026-12-02"}, "2026-12-03", "usual"),
        ({"from": "2026-12-02", "until": "2026-12-06"}, "2026-12-05", "away"),
        # A part of the open time; all of it; none of it.
        ({"from": "2026-12-02 13:00", "until": "2026-12-02 17:00"}, "2026-12-02", "partly away"),
        ({"from": "2026-12-02 15:59", "until": "2026-12-03"}, "2026-12-02", "partly away"),
        ({"from": "2026-12-02 09:00", "until": "2026-12-02 16:00"}, "2026-12-02", "away"),
        ({"from": "2026-12-02 16:00", "until": "2026-12-02 18:00"}, "2026-12-02", "usual"),
        ({"from": "2026-12-02 12:00", "until": "2026-12-02 13:00"}, "2026-12-02", "usual"),
        ({"from": "2026-12-04 10:00", "until": "2026-12-04 12:00"}, "2026-12-04", "closed"),
        # The place is shut: for a day, or for a part of its hours.
        ({"from": "2026-12-02", "until": "2026-12-02", "level": "closed"}, "2026-12-02", "closed"),
        (
            {"from": "2026-12-02 13:00", "until": "2026-12-02 17:00", "level": "closed"},
            "2026-12-02",
            "other hours",
        ),
        # Slow replies mark the days on which there would be any.
        (
            {"from": "2026-12-02", "until": "2026-12-06", "level": "limited"},
            "2026-12-03",
            "limited",
        ),
        ({"from": "2026-12-02", "until": "2026-12-06", "level": "limited"}, "2026-12-04", "closed"),
        (
            {"from": "2026-12-01", "until": "2026-12-01", "catch_up": "1 day"},
            "2026-12-02",
            "limited",
        ),
        ({"from": "2026-12-01", "until": "2026-12-01", "catch_up": "1 day"}, "2026-12-03", "usual"),
        # No end is known: away to the day of the next word, and nobody knows what comes then.
        (
            {"from": "2026-12-01", "until": "further notice", "review": "2026-12-04"},
            "2026-12-04",
            "away",
        ),
        (
            {"from": "2026-12-01", "until": "further notice", "review": "2026-12-04"},
            "2026-12-05",
            "unknown",
        ),
        # What leaves the practice as it is.
        (
            {"from": "2026-12-02", "until": "2026-12-02", "status": "cancelled"},
            "2026-12-02",
            "usual",
        ),
        (
            {"from": "2026-12-02", "until": "2026-12-02", "services": ["one-to-one"]},
            "2026-12-02",
            "usual",
        ),
        (
            {"from": "2026-12-02", "until": "2026-12-02", "level": "news", "message": "New number"},
            "2026-12-02",
            "usual",
        ),
    ],
)
def test_an_absence_marks_the_days_it_changes(
    absence: dict[str, Any], day: str, kind: str, timeline: Timelines
) -> None:
    found = timeline(absence, services=[{"title": "One-to-one"}])
    assert kinds(found, day, day) == [kind]


def test_what_counts_most_marks_the_day(timeline: Timelines) -> None:
    special = {"day": "2026-12-25", "hours": "09:00-12:00", "label": "Open for you"}
    availability = HOLIDAYS | {"special_days": [special]}
    away = {"from": "2026-12-25", "until": "2026-12-25"}
    limited = away | {"id": "slow", "level": "limited"}
    for absences, parts, kind in (
        ((), HOLIDAYS, "holiday"),
        ((), availability, "other hours"),
        ((limited,), HOLIDAYS, "holiday"),
        ((limited,), availability, "limited"),
        ((limited, away), availability, "away"),
    ):
        found = timeline(*absences, availability=parts)
        assert kinds(found, "2026-12-25", "2026-12-25") == [kind]


def test_a_day_has_the_name_of_what_gives_it_its_hours(timeline: Timelines) -> None:
    specials = [
        {"day": "2026-12-23", "hours": "09:00-12:00", "label": "Short day"},
        {"day": "2026-12-24", "hours": "closed", "label": "Year-end closing"},
    ]
    availability = HOLIDAYS | {"special_days": specials}
    found = timeline(availability=availability)
    assert [each.label for each in marks(found, "2026-12-22", "2026-12-26")] == [
        None,
        "Short day",
        "Year-end closing",
        "Christmas Day",
        None,
    ]


def test_a_special_day_on_which_an_absence_shuts_keeps_its_name_for_itself(
    timeline: Timelines,
) -> None:
    special = {"day": "2026-12-23", "hours": "09:00-12:00", "label": "Short day"}
    absence = {"from": "2026-12-23", "until": "2026-12-23", "level": "closed"}
    found = timeline(absence, availability=HOLIDAYS | {"special_days": [special]})
    assert [(each.kind, each.label) for each in marks(found, "2026-12-23", "2026-12-23")] == [
        ("closed", None)
    ]


def test_hours_past_midnight_belong_to_the_day_on_which_they_begin(timeline: Timelines) -> None:
    found = timeline(availability=NIGHTS)
    assert kinds(found, "2026-12-04", "2026-12-05") == ["usual", "closed"]
    # Away from Saturday on, and so for the last two hours of Friday.
    found = timeline({"from": "2026-12-05", "until": "2026-12-06"}, availability=NIGHTS)
    assert kinds(found, "2026-12-04", "2026-12-06") == ["partly away", "away", "away"]
    # A whole day away is a day away, though its night would go on after it.
    found = timeline({"from": "2026-12-04", "until": "2026-12-04"}, availability=NIGHTS)
    assert kinds(found, "2026-12-04", "2026-12-05") == ["away", "closed"]


@pytest.mark.parametrize(
    ("zone", "day"),
    [
        ("America/Los_Angeles", "2026-11-01"),
        ("Europe/Berlin", "2027-03-28"),
        ("Africa/Cairo", "2027-04-30"),
        ("America/Santiago", "2026-09-06"),
        ("Australia/Lord_Howe", "2026-10-04"),
    ],
)
def test_a_day_with_a_clock_change_is_a_day(zone: str, day: str, timeline: Timelines) -> None:
    middle = date.fromisoformat(day)
    before, after = middle - timedelta(days=1), middle + timedelta(days=1)
    found = timeline(
        {"from": day, "until": day},
        timezone=zone,
        availability={"weekly": {"mon-sun": "09:00-16:00"}},
        moment=datetime.combine(before, time(12), UTC),
    )
    assert [each.kind for each in day_marks(found, before, after)] == ["usual", "away", "usual"]


def test_a_date_that_the_zone_left_out_has_no_mark(timeline: Timelines) -> None:
    found = timeline(
        {"from": "2011-12-30", "until": "2011-12-31"},
        timezone="Pacific/Apia",
        moment=datetime(2011, 12, 1, tzinfo=UTC),
    )
    assert [(each.day.day, each.kind) for each in marks(found, "2011-12-29", "2012-01-01")] == [
        (29, "usual"),
        (31, "away"),
        (1, "closed"),
    ]


def test_no_day_is_open_that_nobody_knows_the_hours_of(timeline: Timelines) -> None:
    without_hours = timeline(
        {"from": "2026-12-02", "until": "2026-12-02"},
        {"from": "2026-12-03 10:00", "until": "2026-12-03 12:00"},
        {"from": "2026-12-04", "until": "2026-12-04", "level": "closed"},
        availability={"special_days": [{"day": "2026-12-05", "hours": "09:00-12:00"}]},
    )
    assert kinds(without_hours, "2026-12-01", "2026-12-06") == [
        "unknown",
        "away",
        "partly away",
        "closed",
        "other hours",
        "unknown",
    ]
    # No one knows the holidays of that year; Saturday is closed all the same.
    far = timeline(
        {"from": "2150-01-13 18:00", "until": "2150-01-13 20:00"},
        {"from": "2150-01-14 15:00", "until": "2150-01-14 20:00"},
        availability=HOLIDAYS,
        moment=datetime(2150, 1, 10, tzinfo=UTC),
    )
    assert kinds(far, "2150-01-11", "2150-01-14") == [
        "closed",
        "unknown",
        "unknown",
        "partly away",
    ]


def test_all_builds_of_a_month_mark_its_days_alike(timeline: Timelines) -> None:
    absence = {"from": "2026-11-09", "until": "2026-11-13", "catch_up": "3 days"}
    first, last = (
        marks(timeline(absence, moment=moment), "2026-11-01", "2027-01-31")
        for moment in (datetime(2026, 11, 2, tzinfo=UTC), datetime(2026, 11, 30, tzinfo=UTC))
    )
    assert first == last


def test_night_hours_at_the_edges_of_what_is_told_are_marked(timeline: Timelines) -> None:
    nights = {"weekly": {"mon-sun": "22:00-02:00"}}
    found = timeline(availability=nights, moment=datetime(2026, 6, 15, tzinfo=UTC))
    assert found.last_day == date(2026, 8, 31)
    assert kinds(found, "2026-06-01", "2026-06-01") == ["usual"]
    assert kinds(found, "2026-08-31", "2026-08-31") == ["usual"]
