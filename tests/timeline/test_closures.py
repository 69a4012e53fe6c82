"""Special days and holidays as runs of days."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from portalgen.timeline.compile import Timeline

WEEK = {"mon-thu": "09:00-12:00, 13:00-16:00"}


def shown(found: Timeline, first: str, last: str) -> list[tuple[str, str, str, str | None, str]]:
    return [
        (str(each.first_day), str(each.last_day), str(each.hours), each.label, each.why.value)
        for each in found.closures(date.fromisoformat(first), date.fromisoformat(last))
    ]


@pytest.mark.parametrize(
    ("fields", "first", "last", "runs"),
    [
        ({}, "2026-11-01", "2027-01-31", []),
        (
            {
                "special_days": [
                    {"from": "12-24", "until": "01-02", "hours": "closed", "label": "Year end"}
                ]
            },
            "2026-11-23",
            "2027-01-31",
            [("2026-12-24", "2027-01-02", "closed", "Year end", "special")],
        ),
        # Cut to the days that are asked for.
        (
            {"special_days": [{"from": "12-24", "until": "01-02", "hours": "closed"}]},
            "2026-12-30",
            "2026-12-31",
            [("2026-12-30", "2026-12-31", "closed", None, "special")],
        ),
        # Two that touch stay two; holidays on days that are closed anyway are left out.
        (
            {
                "public_holidays": {"country": "US", "region": "CA"},
                "special_days": [
                    {"from": "2026-11-23", "until": "2026-11-24", "hours": "closed", "label": "A"},
                    {"day": "2026-11-25", "hours": "closed", "label": "A"},
                ],
            },
            "2026-11-23",
            "2026-11-30",
            [
                ("2026-11-23", "2026-11-24", "closed", "A", "special"),
                ("2026-11-25", "2026-11-25", "closed", "A", "special"),
                ("2026-11-26", "2026-11-26", "closed", "Thanksgiving Day", "holiday"),
            ],
        ),
        # Holidays of two days with one name are one run.
        (
            {"public_holidays": {"country": "EG"}},
            "2024-06-10",
            "2024-06-20",
            [("2024-06-17", "2024-06-18", "closed", "Eid al-Adha", "holiday")],
        ),
    ],
)
def test_alike_days_are_one_run(
    fields: dict[str, Any],
    first: str,
    last: str,
    runs: list[tuple[str, str, str, str | None, str]],
    timeline: Callable[..., Timeline],
) -> None:
    found = timeline(availability={"weekly": WEEK, **fields})
    assert shown(found, first, last) == runs


def test_fridays_in_july_are_one_run_of_fridays(timeline: Callable[..., Timeline]) -> None:
    summer = {
        "from": "07-01",
        "until": "07-31",
        "weekly": {"fri": "09:00-11:00"},
        "label": "Summer Fridays",
    }
    found = timeline(availability={"weekly": WEEK, "special_days": [summer]})
    (run,) = found.closures(date(2027, 1, 1), date(2027, 12, 31))
    assert (run.first_day, run.last_day) == (date(2027, 7, 2), date(2027, 7, 30))
    assert run.weekdays == (4,)
    # A year later it is another run.
    assert len(found.closures(date(2027, 1, 1), date(2028, 12, 31))) == 2
    # A Friday with hours of its own splits it.
    closed = {"day": "2027-07-16", "hours": "closed"}
    found = timeline(availability={"weekly": WEEK, "special_days": [summer, closed]})
    runs = found.closures(date(2027, 7, 1), date(2027, 7, 31))
    days = [(str(each.first_day), str(each.last_day)) for each in runs]
    assert days == [
        ("2027-07-02", "2027-07-09"),
        ("2027-07-16", "2027-07-16"),
        ("2027-07-23", "2027-07-30"),
    ]


def test_two_weekly_entries_may_run_side_by_side(timeline: Callable[..., Timeline]) -> None:
    specials = [
        {"from": "07-01", "until": "07-31", "weekly": {"mon": "closed"}, "label": "Mondays"},
        {"from": "07-01", "until": "07-31", "weekly": {"fri": "09:00-11:00"}, "label": "Fridays"},
    ]
    found = timeline(availability={"weekly": WEEK, "special_days": specials})
    runs = found.closures(date(2027, 7, 1), date(2027, 7, 31))
    assert [(run.label, run.weekdays) for run in runs] == [("Fridays", (4,)), ("Mondays", (0,))]
