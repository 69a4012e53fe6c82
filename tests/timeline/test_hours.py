"""The hours of a day: special day, public holiday, usual week."""

from datetime import date
from typing import Any

import pytest

from portalgen.model.availability import Availability
from portalgen.timeline.holidays import holidays_of
from portalgen.timeline.hours import DayHours, Why, hours_on

WEEK = {"mon-thu": "09:00-12:00, 13:00-16:00", "fri": "09:00-13:00"}
SUMMER_FRIDAYS = {
    "from": "07-01",
    "until": "07-31",
    "weekly": {"fri": "09:00-11:00"},
    "label": "Summer Fridays",
}
YEAR_END = {"from": "12-24", "until": "01-02", "hours": "closed", "label": "Year end"}


def on(day: str, **fields: Any) -> DayHours:
    availability = Availability.model_validate({"weekly": WEEK, **fields})
    calendar = holidays_of(availability.public_holidays, "en-US")
    return hours_on(date.fromisoformat(day), availability, calendar)


def brief(found: DayHours) -> tuple[str, str, str | None]:
    return str(found.hours), found.why.value, found.label


@pytest.mark.parametrize(
    ("day", "hours", "why", "label"),
    [
        ("2027-07-02", "09:00-11:00", "special", "Summer Fridays"),
        ("2027-07-30", "09:00-11:00", "special", "Summer Fridays"),
        ("2027-08-06", "09:00-13:00", "usual", None),
        # Only the days that are named change.
        ("2027-07-01", "09:00-12:00, 13:00-16:00", "usual", None),
        ("2026-12-23", "09:00-12:00, 13:00-16:00", "usual", None),
        ("2026-12-24", "closed", "special", "Year end"),
        ("2026-12-31", "closed", "special", "Year end"),
        ("2027-01-01", "closed", "special", "Year end"),
        ("2028-01-02", "closed", "special", "Year end"),
        ("2027-01-03", "closed", "usual", None),
        ("2027-01-04", "09:00-12:00, 13:00-16:00", "usual", None),
    ],
)
def test_yearly_days_come_back_and_may_run_over_new_year(
    day: str, hours: str, why: str, label: str | None
) -> None:
    assert brief(on(day, special_days=[SUMMER_FRIDAYS, YEAR_END])) == (hours, why, label)


@pytest.mark.parametrize(
    ("day", "why"),
    [
        ("2028-02-29", "special"),
        ("2028-02-28", "usual"),
        ("2027-02-28", "usual"),
        ("2027-03-01", "usual"),
    ],
)
def test_a_leap_day_is_there_in_leap_years_only(day: str, why: str) -> None:
    found = on(day, special_days=[{"day": "02-29", "hours": "closed"}])
    assert found.why.value == why


def test_a_span_that_starts_on_a_leap_day_starts_in_march_in_other_years() -> None:
    special = [{"from": "02-29", "until": "03-02", "hours": "closed"}]
    found = [on(day, special_days=special).why for day in ("2027-02-28", "2027-03-01")]
    assert found == [Why.USUAL, Why.SPECIAL]


@pytest.mark.parametrize(
    ("specials", "label"),
    [
        (
            [
                {"from": "12-01", "until": "12-31", "hours": "closed", "label": "yearly"},
                {"from": "2026-12-01", "until": "2026-12-31", "hours": "closed", "label": "dated"},
            ],
            "dated",
        ),
        (
            [
                {"from": "12-01", "until": "12-31", "hours": "closed", "label": "long"},
                {"from": "12-20", "until": "01-02", "hours": "closed", "label": "short"},
            ],
            "short",
        ),
        (
            [
                {"day": "2026-12-22", "hours": "closed", "label": "first"},
                {"day": "2026-12-22", "hours": "closed", "label": "second"},
            ],
            "first",
        ),
    ],
)
def test_of_several_special_days_the_more_particular_counts(
    specials: list[dict[str, str]], label: str
) -> None:
    assert on("2026-12-22", special_days=specials).label == label


def test_a_holiday_closes_and_a_special_day_beats_it() -> None:
    rules = {"country": "US", "region": "CA"}
    closed = ("closed", "holiday", "Thanksgiving Day")
    assert brief(on("2026-11-26", public_holidays=rules)) == closed
    special = [{"day": "2026-11-26", "hours": "09:00-10:00", "label": "Soup kitchen"}]
    found = on("2026-11-26", public_holidays=rules, special_days=special)
    assert brief(found) == ("09:00-10:00", "special", "Soup kitchen")
    # A special week that says nothing of Thursdays leaves the holiday as it is.
    special_week = [{"from": "11-01", "until": "11-30", "weekly": {"fri": "closed"}}]
    assert brief(on("2026-11-26", public_holidays=rules, special_days=special_week)) == closed


def test_a_year_without_holiday_data_is_never_silently_open() -> None:
    rules = {"country": "US"}
    found = on("2200-11-27", public_holidays=rules)
    assert (found.known, found.hours.ranges != ()) == (False, True)
    # What is closed anyway, or has hours of its own, is known in any year.
    assert on("2200-11-29", public_holidays=rules).known
    special = [{"day": "11-27", "hours": "09:00-10:00"}]
    assert on("2200-11-27", public_holidays=rules, special_days=special).known


def test_a_practice_without_weekly_hours_claims_none() -> None:
    assert not on("2026-11-24", weekly=None).known
    assert on("2026-12-24", weekly=None, special_days=[YEAR_END]).known
    assert on("2026-11-26", weekly=None, public_holidays={"country": "US"}).why is Why.HOLIDAY
