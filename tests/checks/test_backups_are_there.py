"""Advice about people who are in charge and away, or never to be reached."""

from datetime import datetime

import pytest

from portalgen import days
from portalgen.checks.backups_are_there import backups_are_there
from portalgen.problems import Weight
from tests.checks.conftest import Run

WEEK = "weekly:\n  mon-thu: 09:00-16:00\n"
BREAK = "away:\n  - from: 2026-12-21\n    until: 2027-01-01\n"
SHARED = (
    BREAK + "    cover:\n      - person: dana\n        until: 2026-12-25\n"
    "      - person: sol\n        from: 2026-12-26\n        until: 2026-12-28\n"
    "      - person: dana\n        from: 2026-12-29\n"
)
DANA = "backups:\n  - id: dana\n    name: Dana\n    consent: 2026-03-02\n"
SOL = "  - id: sol\n    name: Sol\n    consent: 2026-03-02\n"
GONE = "    away:\n      - from: 2026-12-{}\n        until: 2026-12-{}\n"
NEW_YORK = "    timezone: America/New_York\n"
FRIDAYS = "    weekly:\n      fri: 10:00-12:00\n"
INSTEAD = " Name somebody else; or write `cover:` instead, with somebody else for that time."
IN_A_LIST = " Name somebody else for that time."
HOURS = " Name somebody whom clients can reach then, or correct `weekly` in backup.yaml."


def files(away: str, backups: str) -> dict[str, str]:
    return {"availability.yaml": WEEK, "away.yaml": away, "backup.yaml": backups}


@pytest.mark.parametrize(
    ("away", "backups", "told"),
    [
        (
            BREAK + "    backup: dana\n",
            DANA + GONE.format(18, 22) + "      - from: 2026-12-28\n        until: 2026-12-28\n",
            [
                "4:13: `dana` is away from 2026-12-21 through 2026-12-22, and in charge here."
                + INSTEAD,
                "4:13: `dana` is away on 2026-12-28, and in charge here." + INSTEAD,
            ],
        ),
        # Their days are days of their zone; the answer is in the owner's.
        (
            BREAK + "    backup: dana\n",
            DANA + NEW_YORK + GONE.format(26, 26),
            [
                "4:13: `dana` is away from 2026-12-25 21:00 until 2026-12-26 21:00 (by your "
                "clock), and in charge here." + INSTEAD
            ],
        ),
        # Each at the entry that puts them in charge, for the time in which they are.
        (
            SHARED,
            DANA + GONE.format(23, 30) + SOL + GONE.format(28, 31),
            [
                "10:17: `dana` is away from 2026-12-29 through 2026-12-30, and in charge here."
                + IN_A_LIST,
                "5:17: `dana` is away from 2026-12-23 through 2026-12-25, and in charge here."
                + IN_A_LIST,
                "7:17: `sol` is away on 2026-12-28, and in charge here." + IN_A_LIST,
            ],
        ),
        (
            "away:\n  - from: 2026-12-21\n    until: further notice\n    review: 2026-12-28\n"
            "    backup: dana\n",
            DANA + GONE.format(24, 26) + "      - from: 2027-06-01\n        until: 2027-06-01\n",
            [
                "5:13: `dana` is away from 2026-12-24 through 2026-12-26, and in charge here."
                + INSTEAD,
                "5:13: `dana` is away on 2027-06-01, and in charge here." + INSTEAD,
            ],
        ),
        # Named for a few hours is named too.
        (
            "away:\n  - from: 2026-12-21 13:00\n    until: 2026-12-21 15:00\n    backup: dana\n",
            DANA + GONE.format(21, 21),
            [
                "4:13: `dana` is away from 2026-12-21 13:00 until 2026-12-21 15:00, and in charge "
                "here." + INSTEAD
            ],
        ),
        # Away is enough to be told of, whatever the hours.
        (
            "away:\n  - from: 2026-12-22\n    until: 2026-12-22\n    backup: dana\n",
            DANA + FRIDAYS + GONE.format(22, 22),
            ["4:13: `dana` is away on 2026-12-22, and in charge here." + INSTEAD],
        ),
        # Hours that lie outside: named, chosen by portalgen, and in a list.
        (
            "away:\n  - from: 2026-12-22\n    until: 2026-12-22\n    backup: dana\n",
            DANA + FRIDAYS,
            [
                "4:13: `dana` is in charge from 2026-12-22 until 2026-12-23 09:00, but has no "
                "hours in that time." + HOURS
            ],
        ),
        (
            "away:\n  - from: 2026-12-22\n    until: 2026-12-22\n",
            DANA + FRIDAYS,
            [
                "2:11: `dana` is in charge from 2026-12-22 until 2026-12-23 09:00, but has no "
                "hours in that time." + HOURS
            ],
        ),
        (
            SHARED,
            DANA + SOL + FRIDAYS,
            [
                "7:17: `sol` is in charge from 2026-12-26 through 2026-12-28, but has no hours in "
                "that time." + HOURS
            ],
        ),
    ],
)
def test_somebody_who_is_not_there_is_told_of(
    away: str, backups: str, told: list[str], run: Run
) -> None:
    found = run(backups_are_there, files(away, backups))
    assert sorted(map(str, found)) == [f"content/away.yaml:{each}" for each in told]
    assert all(each.weight is Weight.ADVICE and not each.overdue for each in found)


@pytest.mark.parametrize(
    ("away", "backups"),
    [
        # portalgen itself chooses nobody who is away.
        (BREAK, DANA + GONE.format(24, 26) + SOL),
        (BREAK + "    backup: dana\n", DANA + "    away:\n      - from: 2026-12-01\n"
            "        until: 2026-12-20\n"),
        (BREAK + "    backup: nobody\n", DANA + GONE.format(24, 26)),
        (BREAK + "    backup: dana\n    status: cancelled\n", DANA + GONE.format(24, 26)),
        (SHARED, DANA + GONE.format(26, 28) + SOL + GONE.format(29, 31)),
        # A part of the hours is enough, and no hours of their own are the practice's.
        (BREAK + "    backup: dana\n", DANA + FRIDAYS),
        ("away:\n  - from: 2026-12-25\n    until: 2026-12-27\n", DANA),
        ("away:\n  - from: 2026-12-22\n    until: further notice\n    review: 2026-12-23\n",
            DANA + FRIDAYS),
        # Each of the two times alone may lie outside of the hours, as long as one does not.
        (SHARED, DANA + FRIDAYS.replace("fri: 10:00-12:00", "mon: 14:00-15:00") + SOL),
        # Who is not asked need not be there.
        (BREAK, DANA + SOL + FRIDAYS.replace("fri: 10:00-12:00", "mon-sun: closed")),
    ],
    ids=[
        "chosen by portalgen",
        "away before",
        "nobody",
        "cancelled",
        "away while the other is in charge",
        "hours on two days",
        "no hours of their own",
        "no end",
        "hours in one of two times",
        "not in charge",
    ],
)  # fmt: skip
def test_who_is_there_is_not_told_of(away: str, backups: str, run: Run) -> None:
    assert run(backups_are_there, files(away, backups)) == []


@pytest.mark.parametrize(
    ("moment", "found"),
    [("2026-12-24 23:59", 1), ("2026-12-25 00:00", 0), ("2027-01-02 00:00", 0)],
)
@pytest.mark.parametrize(
    ("away", "backups"),
    [
        (BREAK + "    backup: dana\n", DANA + GONE.format(22, 24)),
        ("away:\n  - from: 2026-12-22\n    until: 2026-12-24\n    backup: dana\n", DANA + FRIDAYS),
    ],
    ids=["away", "hours"],
)
def test_what_has_passed_is_not_told(
    away: str, backups: str, moment: str, found: int, run: Run
) -> None:
    instant = days.instant(datetime.fromisoformat(moment), days.zone("America/Los_Angeles"))
    content = files(away, backups)
    content["availability.yaml"] = "weekly:\n  mon-fri: 09:00-16:00\n"
    assert len(run(backups_are_there, content, instant)) == found
