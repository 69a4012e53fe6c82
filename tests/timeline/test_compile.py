"""The timeline as a whole: the cases of real practices, states and months."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from portalgen.days import zone
from portalgen.timeline.compile import Timeline

ILL = {
    "id": "ill",
    "from": "2026-11-23",
    "until": "further notice",
    "review": "2026-11-27",
    "appointments": "Sessions do not take place; Dana moves them, nothing is charged.",
}
SHARED_BREAK = {
    "id": "break",
    "from": "2026-12-21",
    "until": "2027-01-01",
    "book_by": "2026-12-16 17:00",
    "catch_up": "3 days",
    "cover": [
        {"person": "dana", "until": "2026-12-27"},
        {"person": "sol", "from": "2026-12-28"},
    ],
}
States = list[tuple[str, str]]


@pytest.mark.parametrize(
    ("absences", "states"),
    [
        # Ill this morning, no end in sight.
        (
            [ILL],
            [
                ("2026-11-22 23:59", "closed"),
                ("2026-11-23 00:00", "away"),
                ("2026-11-28 12:00", "away"),
                ("2027-12-01 10:00", "away"),
            ],
        ),
        (
            [ILL | {"back": "2026-12-01", "catch_up": "3 days"}],
            [
                ("2026-11-30 23:59", "away"),
                ("2026-12-01 00:00", "closed"),
                ("2026-12-01 09:00", "catching up"),
                ("2026-12-01 12:30", "closed"),
                ("2026-12-03 15:59", "catching up"),
                ("2026-12-07 09:00", "open"),
            ],
        ),
        # Wednesday afternoon at the dentist's.
        (
            [{"from": "2026-12-02 13:00", "until": "2026-12-02 17:00"}],
            [
                ("2026-12-02 11:59", "open"),
                ("2026-12-02 12:59", "closed"),
                ("2026-12-02 13:00", "away"),
                ("2026-12-02 16:59", "away"),
                ("2026-12-02 17:00", "closed"),
                ("2026-12-03 09:00", "open"),
            ],
        ),
        # Two weeks, two backups.
        (
            [SHARED_BREAK],
            [
                ("2026-12-20 23:59", "closed"),
                ("2026-12-21 00:00", "away"),
                ("2027-01-01 23:59", "away"),
                ("2027-01-02 00:00", "closed"),
                ("2027-01-04 09:00", "catching up"),
                ("2027-01-06 15:59", "catching up"),
                ("2027-01-07 09:00", "open"),
            ],
        ),
        # A holiday that is cancelled.
        (
            [{"from": "2027-02-08", "until": "2027-02-12", "status": "cancelled"}],
            [("2027-02-08 09:00", "open"), ("2027-02-09 09:00", "open")],
        ),
        # The shop is shut, mails are answered.
        (
            [{"from": "2026-11-25", "until": "2026-11-26", "level": "closed"}],
            [("2026-11-24 15:00", "open"), ("2026-11-25 10:00", "closed")],
        ),
        # One service pauses; news.
        (
            [
                {"services": ["dishwashers"], "from": "2026-11-23", "until": "2027-02-28"},
                {"id": "news", "level": "news", "message": "New number", "from": "2026-11-23"}
                | {"until": "2026-12-31"},
            ],
            [("2026-11-23 09:00", "open"), ("2026-11-23 16:00", "closed")],
        ),
        # They add up: shut if one shuts, slow if one is slow.
        (
            [
                {"id": "slow", "from": "2026-11-23", "until": "2026-11-26", "level": "limited"},
                {"id": "shut", "from": "2026-11-24", "until": "2026-11-24", "level": "closed"},
                {"id": "away", "from": "2026-11-24 10:00", "until": "2026-11-24 11:00"},
            ],
            [
                ("2026-11-23 08:59", "closed"),
                ("2026-11-23 09:00", "limited"),
                ("2026-11-24 09:00", "closed"),
                ("2026-11-24 10:00", "away"),
                ("2026-11-24 11:00", "closed"),
                ("2026-11-25 09:00", "limited"),
            ],
        ),
    ],
)
def test_a_practice_is_in_one_state_at_each_instant(
    absences: list[dict[str, Any]],
    states: States,
    timeline: Callable[..., Timeline],
    local: Callable[..., datetime],
) -> None:
    found = timeline(*absences, services=[{"title": "Dishwashers"}])
    assert [(text, found.state_at(local(text)).value) for text, _ in states] == states


def test_an_absence_beats_a_special_day(
    timeline: Callable[..., Timeline], local: Callable[..., datetime]
) -> None:
    availability = {
        "weekly": {"mon-thu": "09:00-12:00"},
        "special_days": [{"day": "2026-11-27", "hours": "09:00-12:00"}],
    }
    friday = local("2026-11-27 10:00")
    assert timeline(availability=availability).state_at(friday) == "open"
    fields = {"from": "2026-11-27", "until": "2026-11-27"}
    assert timeline(fields, availability=availability).state_at(friday) == "away"


def test_unknown_hours_are_never_open(
    timeline: Callable[..., Timeline], local: Callable[..., datetime]
) -> None:
    found = timeline(availability={})
    assert found.state_at(local("2026-11-24 10:00")) == "unknown"
    rules = {"weekly": {"mon-thu": "09:00-12:00"}, "public_holidays": {"country": "XX"}}
    found = timeline(availability=rules)
    assert found.state_at(local("2026-11-24 10:00")) == "unknown"
    assert found.state_at(local("2026-11-24 13:00")) == "closed"
    assert {each.state.value for each in found.states} == {"unknown", "closed"}


def test_a_night_past_midnight_is_open_the_next_morning(
    timeline: Callable[..., Timeline], local: Callable[..., datetime]
) -> None:
    found = timeline(availability={"weekly": {"fri": "22:00-02:00"}})
    texts = ("2026-11-27 21:59", "2026-11-28 01:59", "2026-11-28 02:00")
    assert [found.state_at(local(text)).value for text in texts] == ["closed", "open", "closed"]


def test_who_is_in_charge_can_be_asked_for_an_instant(
    timeline: Callable[..., Timeline], local: Callable[..., datetime]
) -> None:
    found = timeline(SHARED_BREAK)

    def asked(text: str) -> list[str | None]:
        return [each.person_id for each in found.in_charge("break", local(text))]

    assert asked("2026-12-20 12:00") == []
    assert asked("2026-12-27 23:59") == ["dana"]
    assert asked("2027-01-03 12:00") == ["sol"]
    assert asked("2027-01-04 09:00") == []


def test_clients_read_of_an_absence_before_during_and_after(
    timeline: Callable[..., Timeline], local: Callable[..., datetime]
) -> None:
    found = timeline(SHARED_BREAK, ILL)

    def read(text: str) -> list[str]:
        return [each.absence.id for each in found.told(local(text))]

    assert read("2026-11-08 23:59") == []
    assert read("2026-11-09 00:00") == ["ill"]
    assert read("2026-12-07 00:00") == ["ill", "break"]


@pytest.mark.parametrize(
    ("moment", "first", "last"),
    [
        ("2026-11-23 07:10", "2026-11-01", "2027-01-31"),
        ("2026-11-01 00:00", "2026-11-01", "2027-01-31"),
        ("2026-11-30 23:59", "2026-11-01", "2027-01-31"),
        ("2026-01-01 00:00", "2026-01-01", "2026-04-30"),
        ("2026-01-31 23:59", "2026-01-01", "2026-04-30"),
        ("2027-12-31 12:00", "2027-12-01", "2028-02-29"),
    ],
)
def test_all_builds_of_a_month_tell_the_same_days(
    moment: str,
    first: str,
    last: str,
    timeline: Callable[..., Timeline],
    local: Callable[..., datetime],
) -> None:
    found = timeline(moment=local(moment))
    assert (str(found.first_day), str(found.last_day)) == (first, last)
    assert found.ends - found.moment >= timedelta(days=60)
    assert (found.states[0].starts, found.states[-1].ends) == (found.starts, found.ends)


def test_the_month_is_the_owners_month(timeline: Callable[..., Timeline]) -> None:
    moment = datetime(2026, 11, 30, 22, tzinfo=UTC)
    assert timeline(moment=moment).first_day == date(2026, 11, 1)
    assert timeline(moment=moment, timezone="Asia/Tokyo").first_day == date(2026, 12, 1)


def test_the_timeline_of_a_skipped_day_goes_on(timeline: Callable[..., Timeline]) -> None:
    apia = zone("Pacific/Apia")
    found = timeline(
        {"from": "2011-12-29", "until": "2011-12-30"},
        timezone="Pacific/Apia",
        availability={"weekly": {"mon-sun": "09:00-17:00"}},
        moment=datetime(2011, 12, 20, tzinfo=UTC),
    )
    (stretch,) = found.stretches
    assert stretch.ends is not None
    assert stretch.ends - stretch.starts == timedelta(hours=24)
    assert stretch.back == datetime(2011, 12, 31, 9, tzinfo=apia)
