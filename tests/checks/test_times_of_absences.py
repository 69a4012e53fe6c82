"""Checks on the days and times of absences."""

from datetime import UTC, datetime

import pytest

from portalgen.checks.clock_times_exist import clock_times_exist
from portalgen.checks.ends_agree import ends_agree
from portalgen.problems import Weight
from tests.checks.conftest import Run
from tests.conftest import PRACTICE

WEEK = {"availability.yaml": "weekly:\n  mon-thu: 09:00-16:00\n"}


@pytest.mark.parametrize(
    ("until", "back", "agree"),
    [
        ("2026-12-17", "2026-12-21", True),  # Thursday, back on Monday; only closed days between
        ("2026-12-17", "2026-12-18", True),
        ("2026-12-16", "2026-12-21", False),  # Thursday lies between
        ("2026-12-17", "2026-12-22", False),
    ],
)
def test_no_open_day_lies_between_until_and_back(
    until: str, back: str, agree: bool, run: Run
) -> None:
    away = f"away:\n  - from: 2026-12-14\n    until: {until}\n    back: {back}\n"
    found = run(ends_agree, {**WEEK, "away.yaml": away})
    assert [str(each.place) for each in found] == ([] if agree else ["content/away.yaml:4:11"])


def test_a_day_that_another_absence_takes_is_no_contradiction(run: Run) -> None:
    away = (
        "away:\n  - from: 2026-12-14\n    until: 2026-12-16\n    back: 2026-12-21\n"
        "  - from: 2026-12-17\n    until: 2026-12-17\n"
    )
    assert run(ends_agree, {**WEEK, "away.yaml": away}) == []


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        ("2027-03-14 01:59", ""),
        ("2027-03-14 02:30", "skip 02:30"),
        ("2027-03-14 03:00", ""),
        ("2026-11-01 00:59", ""),
        ("2026-11-01 01:30", "show 01:30 twice"),
        ("2026-11-01 02:00", ""),
    ],
)
def test_a_time_that_the_clock_skips_or_repeats_is_told_of(
    moment: str, said: str, run: Run
) -> None:
    away = f"away:\n  - from: {moment}\n    until: 2027-04-01\n"
    found = run(clock_times_exist, {"away.yaml": away})
    assert len(found) == bool(said)
    for each in found:
        assert said in each.found
        assert each.weight is Weight.ADVICE
        assert str(each.place) == "content/away.yaml:2:11"


def test_a_time_on_a_day_that_the_zone_left_out_is_told_with_its_day(run: Run) -> None:
    content = {
        "practice.yaml": PRACTICE.replace("America/Los_Angeles", "Pacific/Apia"),
        "away.yaml": "away:\n  - from: 2011-12-30 10:00\n    until: 2012-01-02\n",
    }
    [found] = run(clock_times_exist, content, datetime(2011, 12, 1, tzinfo=UTC))
    assert found.instead.startswith("It counts as 2011-12-31 10:00;")


@pytest.mark.parametrize(
    ("rest", "found"),
    [
        ("until: 2026-11-24", 1),
        ("until: 2026-11-22", 0),
        ("back: 2026-11-24\n    status: cancelled", 0),
    ],
)
def test_a_time_that_no_longer_counts_is_not_told_of(rest: str, found: int, run: Run) -> None:
    away = f"away:\n  - from: 2026-11-01 01:30\n    {rest}\n"
    assert len(run(clock_times_exist, {"away.yaml": away})) == found
