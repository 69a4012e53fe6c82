"""Advice about a day back on which nobody is back."""

from datetime import UTC, datetime

import pytest

from portalgen.checks.back_is_an_open_day import back_is_an_open_day
from portalgen.problems import Weight
from tests.checks.conftest import Run

WEEK = (
    "weekly:\n  mon-thu: 09:00-12:00, 13:00-16:00\n"
    "special_days:\n  - day: 12-23\n    hours: closed\n    label: Stocktaking\n"
)
AWAY = "away:\n  - from: 2026-12-07\n    back: {}\n"
OTHER = "  - id: winter\n    from: 2026-12-14\n    until: {}\n"
WRITE_THAT = "Write that, or give the day hours in availability.yaml, below `special_days:`."
CORRECT = "Correct one of the two absences, or write that."


@pytest.mark.parametrize(
    ("away", "told"),
    [
        (
            AWAY.format("2026-12-11"),
            "`back` says 2026-12-11, and you are closed on that day. Clients read 2026-12-14 "
            f"instead. {WRITE_THAT}",
        ),
        (
            AWAY.format("2026-12-23"),
            "`back` says 2026-12-23, and you are closed on that day (Stocktaking). Clients read "
            f"2026-12-24 instead. {WRITE_THAT}",
        ),
        (
            AWAY.format("2026-12-10 12:30"),
            "`back` says 2026-12-10 12:30, and you are closed then. Clients read 2026-12-10 13:00 "
            f"instead. {WRITE_THAT}",
        ),
        (
            AWAY.format("2026-12-10 16:00"),
            "`back` says 2026-12-10 16:00, and you are closed then. Clients read 2026-12-14 09:00 "
            f"instead. {WRITE_THAT}",
        ),
        # The other absence takes the day, or only what follows a closed day.
        (
            AWAY.format("2026-12-14") + OTHER.format("2026-12-15"),
            "`back` says 2026-12-14, and the absence `winter` takes that time too. Clients read "
            f"2026-12-16 instead. {CORRECT}",
        ),
        (
            AWAY.format("2026-12-11") + OTHER.format("2026-12-15"),
            "`back` says 2026-12-11, and you are closed on that day. Clients read 2026-12-16 "
            f"instead. {WRITE_THAT}",
        ),
        (
            AWAY.format("2026-12-15 10:00") + OTHER.format("2026-12-15 11:00"),
            "`back` says 2026-12-15 10:00, and the absence `winter` takes that time too. Clients "
            f"read 2026-12-15 11:00 instead. {CORRECT}",
        ),
        (
            AWAY.format("2026-12-14") + OTHER.format("further notice\n    review: 2026-12-20"),
            "`back` says 2026-12-14, and the absence `winter` takes that time too. That has no "
            "end, so clients read no day of return. Correct one of the two.",
        ),
        (
            AWAY.format("2026-12-11") + OTHER.format("further notice\n    review: 2026-12-20"),
            "`back` says 2026-12-11, and you are closed on that day. An absence without an end "
            "follows, so clients read no day of return.",
        ),
    ],
)
def test_a_closed_day_back_is_told_of(away: str, told: str, run: Run) -> None:
    [found] = run(back_is_an_open_day, {"availability.yaml": WEEK, "away.yaml": away})
    assert str(found) == f"content/away.yaml:3:11: {told}"
    assert found.weight is Weight.ADVICE
    assert not found.overdue


def test_the_absence_that_takes_the_day_is_named(run: Run) -> None:
    others = [
        "  - from: 2026-12-08\n    until: 2026-12-09\n",
        "  - from: 2026-12-10\n    until: 2026-12-20\n    level: limited\n",
        "  - from: 2026-12-11\n    until: 2026-12-20\n    services: dryers\n",
        OTHER.format("2026-12-15"),
    ]
    content = {
        "availability.yaml": WEEK,
        "away.yaml": "".join([AWAY.format("2026-12-14"), *others]),
        "services.yaml": "services:\n  - title: Dryers\n",
    }
    [found] = run(back_is_an_open_day, content)
    assert "the absence `winter` takes" in found.found


@pytest.mark.parametrize(
    ("away", "week"),
    [
        (AWAY.format("2026-12-14"), WEEK),
        (AWAY.format("2026-12-10 13:00"), WEEK),
        (AWAY.format("2026-12-10 13:30"), WEEK),
        (AWAY.format("2026-12-11") + "    level: closed\n    status: cancelled\n", WEEK),
        (AWAY.format("2026-12-11") + "    level: limited\n", WEEK),
        (AWAY.format("2026-12-11") + "    level: news\n    message: Hello.\n", WEEK),
        ("away:\n  - from: 2026-12-07\n    until: 2026-12-11\n", WEEK),
        # Another absence leaves a part of the day open, or shuts nothing, or another service.
        (AWAY.format("2026-12-15") + OTHER.format("2026-12-15 11:00"), WEEK),
        (AWAY.format("2026-12-14") + OTHER.format("2026-12-15") + "    level: limited\n", WEEK),
        (AWAY.format("2026-12-14") + OTHER.format("2026-12-15") + "    services: dryers\n", WEEK),
        # Nobody knows the hours.
        (AWAY.format("2026-12-11"), ""),
        (AWAY.format("2026-12-11"), "special_days:\n  - day: 2026-12-30\n    hours: 09:00-12:00\n"),
    ],
)
def test_an_open_day_back_is_not_told_of(away: str, week: str, run: Run) -> None:
    services = "services:\n  - title: Dryers\n"
    content = {"availability.yaml": week, "away.yaml": away, "services.yaml": services}
    assert run(back_is_an_open_day, content) == []


def test_a_return_in_the_past_is_not_told_of(run: Run) -> None:
    content = {"availability.yaml": WEEK, "away.yaml": AWAY.format("2026-12-11")}
    assert len(run(back_is_an_open_day, content, datetime(2026, 12, 11, 7, tzinfo=UTC))) == 1
    assert run(back_is_an_open_day, content, datetime(2026, 12, 11, 8, tzinfo=UTC)) == []
