"""Checks on the days that belong to an absence: announced, booked by, ended, heard of again."""

from datetime import UTC, datetime

import pytest

from portalgen.checks.absences_are_announced_in_time import absences_are_announced_in_time
from portalgen.checks.absences_end_within_a_year import absences_end_within_a_year
from portalgen.checks.book_by_lies_before_the_start import book_by_lies_before_the_start
from portalgen.problems import Weight
from portalgen.subject import Check
from tests.checks.conftest import Run

DAY = "2026-12-22"
BREAK = "away:\n  - from: 2026-12-21\n    until: 2027-01-01\n"
AFTERNOON = "away:\n  - from: 2026-12-21 13:00\n    until: 2026-12-21 17:00\n"
OPEN_ENDED = "away:\n  - from: 2026-11-20\n    until: further notice\n    review: {}\n"
LATE = (
    "Clients read of this from {} on, after its start on {}. Write an earlier day, or leave "
    "`announce` out."
)
BOOK = (
    "The last chance, {}, does not lie before the absence, which starts on {}. Write the last day, "
    "or moment, before it."
)
LONG = (
    "From {} to {} is more than a year. Is the year right? If nobody knows the end yet, write "
    "`until: further notice` and a `review` day."
)
FAR = "This starts on {}, more than 3 years from now. Is the year right?"
WORD = "Clients wait until {} for the next word, more than a year. Is the year right?"


@pytest.mark.parametrize(
    ("check", "away", "told"),
    [
        (
            absences_are_announced_in_time,
            BREAK + "    announce: 2026-12-22\n",
            "4:15: " + LATE.format("2026-12-22", "2026-12-21"),
        ),
        (
            absences_are_announced_in_time,
            AFTERNOON + "    announce: 2026-12-22\n",
            "4:15: " + LATE.format("2026-12-22", "2026-12-21 13:00"),
        ),
        (
            absences_are_announced_in_time,
            BREAK + "    announce: 2026-12-22\n    level: news\n    message: Hello.\n",
            "4:15: " + LATE.format("2026-12-22", "2026-12-21"),
        ),
        (
            book_by_lies_before_the_start,
            BREAK + "    book_by: 2026-12-22 17:00\n",
            "4:14: " + BOOK.format("2026-12-22 17:00", "2026-12-21"),
        ),
        (
            book_by_lies_before_the_start,
            BREAK + "    book_by: 2026-12-21\n",
            "4:14: " + BOOK.format("2026-12-21", "2026-12-21"),
        ),
        (
            book_by_lies_before_the_start,
            AFTERNOON + "    book_by: 2026-12-21 13:01\n",
            "4:14: " + BOOK.format("2026-12-21 13:01", "2026-12-21 13:00"),
        ),
        (
            absences_end_within_a_year,
            "away:\n  - from: 2026-12-21\n    until: 2027-12-23\n",
            "3:12: " + LONG.format("2026-12-21", "2027-12-23"),
        ),
        (
            absences_end_within_a_year,
            "away:\n  - from: 2026-12-21\n    back: 2072-01-04 12:00\n",
            "3:11: " + LONG.format("2026-12-21", "2072-01-04 12:00"),
        ),
        (
            absences_end_within_a_year,
            "away:\n  - from: 2062-12-21\n    until: 2063-01-01\n",
            "2:11: " + FAR.format("2062-12-21"),
        ),
        (
            absences_end_within_a_year,
            OPEN_ENDED.format("2027-11-27"),
            "4:13: " + WORD.format("2027-11-27"),
        ),
    ],
)
def test_days_that_can_not_be_meant_are_told_of(
    check: Check, away: str, told: str, run: Run
) -> None:
    [found] = run(check, {"away.yaml": away})
    assert str(found) == f"content/away.yaml:{told}"
    assert found.weight is Weight.ADVICE
    assert not found.overdue


@pytest.mark.parametrize(
    ("check", "away"),
    [
        (absences_are_announced_in_time, BREAK),
        (absences_are_announced_in_time, BREAK + "    announce: 2026-12-21\n"),
        (absences_are_announced_in_time, AFTERNOON + "    announce: 2026-12-21\n"),
        (absences_are_announced_in_time, BREAK + "    announce: 0 days\n"),
        (
            absences_are_announced_in_time,
            BREAK + "    announce: 2026-12-22\n    detail: vague\n",
        ),
        (
            absences_are_announced_in_time,
            BREAK + "    announce: 2026-12-22\n    status: cancelled\n",
        ),
        # It is announced by now, however late.
        (
            absences_are_announced_in_time,
            "away:\n  - from: 2026-11-20\n    until: 2026-12-01\n    announce: 2026-11-23\n",
        ),
        (book_by_lies_before_the_start, BREAK),
        (book_by_lies_before_the_start, BREAK + "    book_by: 2026-12-20\n"),
        (book_by_lies_before_the_start, BREAK + "    book_by: 2026-12-21 00:00\n"),
        (book_by_lies_before_the_start, AFTERNOON + "    book_by: 2026-12-21 13:00\n"),
        (book_by_lies_before_the_start, AFTERNOON + "    book_by: 2026-12-20\n"),
        (
            book_by_lies_before_the_start,
            BREAK + "    book_by: 2026-12-22\n    status: cancelled\n",
        ),
        (absences_end_within_a_year, BREAK),
        (absences_end_within_a_year, "away:\n  - from: 2026-12-21\n    until: 2027-12-22\n"),
        (absences_end_within_a_year, "away:\n  - from: 2029-11-20\n    until: 2029-11-20\n"),
        (absences_end_within_a_year, OPEN_ENDED.format("2027-11-24")),
        (absences_end_within_a_year, OPEN_ENDED.format("2062-11-24") + "    back: 2026-12-01\n"),
        (
            absences_end_within_a_year,
            "away:\n  - from: 2026-12-21\n    until: 2036-01-01\n    status: cancelled\n",
        ),
        (
            absences_end_within_a_year,
            OPEN_ENDED.format("2028-01-01").replace("2026-11", "2027-06"),
        ),
        # Word by the anniversary of a long absence is a year from now, not from its start.
        (
            absences_end_within_a_year,
            OPEN_ENDED.format("2027-06-01").replace("2026-11", "2024-11"),
        ),
    ],
)
def test_days_that_can_be_meant_are_not_told_of(check: Check, away: str, run: Run) -> None:
    assert run(check, {"away.yaml": away}) == []


@pytest.mark.parametrize(
    ("check", "away"),
    [
        (book_by_lies_before_the_start, f"{DAY}\n    until: {DAY}\n    book_by: {DAY}"),
        (absences_end_within_a_year, f"2025-12-01\n    until: {DAY}"),
    ],
)
def test_an_absence_that_is_over_gives_no_advice(check: Check, away: str, run: Run) -> None:
    content = {"away.yaml": f"away:\n  - from: {away}\n"}
    assert len(run(check, content, datetime(2026, 12, 23, 7, tzinfo=UTC))) == 1
    assert run(check, content, datetime(2026, 12, 23, 8, tzinfo=UTC)) == []
