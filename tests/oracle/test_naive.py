"""The oracle itself, on cases whose answers a person has written down."""

from pathlib import Path
from typing import Any

import pytest

from tests.oracle.naive import Naive
from tests.oracle.wall import DAY, clock_time, instant_of, wall_of

ZONE = "America/Los_Angeles"
WALL = wall_of(ZONE)


def _at(typed: str) -> int:
    return WALL.when(clock_time(typed))


def _shown(minute: int | None) -> str | None:
    return None if minute is None else f"{instant_of(WALL.shows(minute)):%Y-%m-%d %H:%M}"


def _coach(*absences: dict[str, Any], **availability: Any) -> Naive:
    """A coach in San Diego, built in November 2026, with two backups."""
    practice = {
        "practice": {"name": "Ines", "timezone": ZONE},
        "availability": {"weekly": {"mon-thu": "09:00-12:00, 13:00-16:00"}, **availability},
        "backup": {
            "backups": [
                {"id": "dana", "name": "Dana", "consent": "2026-03-02"},
                {"id": "sol", "name": "Sol", "consent": "2026-07-20"},
            ]
        },
        "away": {"away": [{"id": f"a{n}", **each} for n, each in enumerate(absences, start=1)]},
    }
    return Naive(practice, _at("2026-11-01"), _at("2027-02-01"))


ILL = {"from": "2026-11-23", "until": "further notice", "review": "2026-11-27"}
DENTIST = {"from": "2026-12-02 13:00", "until": "2026-12-02 17:00"}
WINTER = {"from": "2026-12-21", "until": "2027-01-01", "catch_up": "3 days"}


@pytest.mark.parametrize(
    ("absence", "announced", "back", "gone"),
    [
        (ILL, "2026-11-09 00:00", None, None),
        ({**ILL, "back": "2026-12-01"}, "2026-11-09 00:00", "2026-12-01 09:00", "2026-12-04 00:00"),
        (DENTIST, "2026-11-30 13:00", "2026-12-03 09:00", "2026-12-02 17:00"),
        (WINTER, "2026-12-07 00:00", "2027-01-04 09:00", "2027-01-07 00:00"),
    ],
)
def test_the_edges_of_an_absence(
    absence: dict[str, Any], announced: str, back: str | None, gone: str | None
) -> None:
    naive = _coach(absence)
    only = naive.absences[0]
    found = (naive.announced(only), naive.back(only), naive.gone(only))
    assert tuple(_shown(each) for each in found) == (announced, back, gone)


def test_catching_up_for_three_days_from_monday_on_lasts_through_wednesday() -> None:
    naive = _coach(WINTER)
    assert _shown(naive.catch_up_ends(naive.absences[0])) == "2027-01-07 00:00"


@pytest.mark.parametrize(
    ("when", "state"),
    [
        ("2026-12-20 23:59", "closed"),
        ("2026-12-21 00:00", "away"),
        ("2027-01-01 23:59", "away"),
        ("2027-01-02 00:00", "closed"),
        ("2027-01-04 08:59", "closed"),
        ("2027-01-04 09:00", "catching up"),
        ("2027-01-06 15:59", "catching up"),
        ("2027-01-07 09:00", "open"),
    ],
)
def test_the_state_around_the_edges_of_an_absence(when: str, state: str) -> None:
    assert _coach(WINTER).state(_at(when))[0] == state


@pytest.mark.parametrize(
    ("when", "person"),
    [
        ("2026-12-20 23:59", None),
        ("2026-12-21 00:00", "dana"),
        ("2026-12-27 23:59", "dana"),
        ("2026-12-28 00:00", "sol"),
        ("2027-01-02 12:00", "sol"),
        ("2027-01-04 08:59", "sol"),
        ("2027-01-04 09:00", None),
    ],
)
def test_two_people_share_an_absence_and_the_weekend_after_it(
    when: str, person: str | None
) -> None:
    cover = [{"person": "dana", "until": "2026-12-27"}, {"person": "sol", "from": "2026-12-28"}]
    naive = _coach({**WINTER, "cover": cover})
    assert naive.in_charge(naive.absences[0], None, _at(when)) == person


def test_nobody_covers_an_afternoon_and_somebody_covers_a_day() -> None:
    naive = _coach(DENTIST, {"from": "2026-12-08", "until": "2026-12-08"})
    people = [naive.in_charge(each, None, each.starts) for each in naive.absences]
    assert people == [None, "dana"]


def test_the_leading_absence_is_told_first() -> None:
    naive = _coach(
        WINTER,
        {"from": "2026-12-20", "until": "2026-12-30", "level": "closed"},
        {"from": "2026-12-27", "until": "2026-12-28"},
        {"from": "2026-12-01", "until": "2026-12-31", "level": "news"},
    )
    assert naive.told(_at("2026-12-27 12:00")) == [{"a3"}, {"a1"}, {"a2"}, {"a4"}]


@pytest.mark.parametrize(
    ("promise", "written", "due"),
    [
        ("1 business day", "2026-11-23 15:10", "2026-11-24 16:00"),
        ("1 business day", "2026-11-26 16:00", "2026-12-01 16:00"),
        ("4 business hours", "2026-11-23 15:10", "2026-11-24 13:10"),
        ("3 business hours", "2026-11-23 12:30", "2026-11-23 16:00"),
        ("4 hours", "2026-11-23 15:10", "2026-11-24 09:00"),
        ("2 days", "2026-11-23 15:10", "2026-11-25 15:10"),
        ("1 day", "2026-11-26 10:00", "2026-11-30 09:00"),
        ("2 days", "2026-12-18 10:00", "2027-01-04 09:00"),
        ("1 business day", "2026-12-17 17:00", "2027-01-07 16:00"),
        ("1 business day", "2027-01-31 12:00", None),
    ],
)
def test_when_a_message_is_answered(promise: str, written: str, due: str | None) -> None:
    naive = _coach({**WINTER, "replies_within": "3 business days"})
    assert _shown(naive.answer_by(promise, _at(written))) == due


def test_slow_time_of_which_nobody_says_how_slow_leaves_nothing_to_say() -> None:
    naive = _coach({"from": "2026-11-24", "until": "2026-11-25", "level": "limited"})
    assert naive.answer_by("1 day", _at("2026-11-24 10:00")) is None
    assert naive.answer_by("1 day", _at("2026-11-23 10:00")) is None
    assert naive.answer_by("2 hours", _at("2026-11-23 10:00")) == _at("2026-11-23 12:00")


def test_a_year_whose_holidays_nobody_knows_is_unknown_in_its_usual_hours() -> None:
    wall = wall_of("Asia/Kathmandu")
    practice = {
        "practice": {"name": "Ines", "timezone": "Asia/Kathmandu"},
        "availability": {
            "weekly": {"mon-sun": "09:00-17:00"},
            "public_holidays": {"country": "NP"},
            "special_days": [{"day": "12-24", "hours": "closed"}],
        },
    }
    begins = wall.when(clock_time("1985-12-01"))
    naive = Naive(practice, begins, begins + 90 * DAY)
    moments = ("1985-12-23 08:59", "1985-12-23 09:00", "1985-12-24 09:00")
    states = [naive.state(wall.when(clock_time(each)))[0] for each in moments]
    assert states == ["closed", "unknown", "closed"]


@pytest.mark.parametrize("name", ["naive.py", "practices.py", "wall.py"])
def test_the_oracle_takes_nothing_from_portalgen(name: str) -> None:
    text = Path(__file__).with_name(name).read_text(encoding="utf-8")
    assert "from portalgen" not in text
    assert "import portalgen" not in text
