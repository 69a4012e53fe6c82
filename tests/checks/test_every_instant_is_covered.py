"""Advice about time in which clients have nobody, and silence where that is meant."""

from datetime import datetime

import pytest

from portalgen import days
from portalgen.checks.every_instant_is_covered import every_instant_is_covered
from portalgen.problems import Weight
from tests.checks.conftest import Run

WEEK = "weekly:\n  mon-thu: 09:00-16:00\n"
SERVICES = "services:\n  - title: Coaching\n  - title: Workshops\n"
BREAK = "away:\n  - from: 2026-12-21\n    until: 2027-01-01\n"
DANA = "  - id: dana\n    name: Dana\n"
SOL = "  - id: sol\n    name: Sol\n"
CONSENT = "    consent: 2026-03-02\n"
GONE = "    away:\n      - from: 2026-12-{}\n        until: 2026-12-{}\n"
BOTH = DANA + CONSENT + SOL + CONSENT
NAME_SOMEBODY = "Name somebody with `backup:`, or write `backup: nobody` if that is meant."
ADD_AN_ENTRY = "Add somebody to `cover` for that, or correct the entries there."
ASK = "Ask, and add `consent:` in backup.yaml with the day; or name somebody else."
MORE_PEOPLE = (
    "All who agreed to step in are away then. Ask one more person, and list below `cover:` who is "
    "in charge when."
)
TAKE_IT = (
    "Let somebody in backup.yaml take that too, or list below `cover:` who is in charge of what."
)


def files(away: str, backups: str = BOTH, services: str = "") -> dict[str, str]:
    return {
        "availability.yaml": WEEK,
        "away.yaml": away,
        "backup.yaml": f"backups:\n{backups}" if backups else "",
        "services.yaml": services,
    }


@pytest.mark.parametrize(
    ("content", "told"),
    [
        # Gaps in the list: in the middle, over a weekend, at the end, and for a part of a day.
        (
            files(
                BREAK + "    cover:\n      - person: dana\n        until: 2026-12-24\n"
                "      - person: sol\n        from: 2026-12-27\n"
            ),
            [
                "5:7: Nobody is in charge from 2026-12-25 through 2026-12-26. " + ADD_AN_ENTRY,
            ],
        ),
        (
            files(
                BREAK + "    cover:\n      - person: dana\n        until: 2026-12-26\n"
                "      - person: sol\n        from: 2026-12-28\n        until: 2026-12-29 12:00\n"
            ),
            [
                "5:7: Nobody is in charge from 2026-12-29 12:00 until 2027-01-04 09:00. "
                + ADD_AN_ENTRY,
                "5:7: Nobody is in charge on 2026-12-27. " + ADD_AN_ENTRY,
            ],
        ),
        # A list that leaves a service out.
        (
            files(
                BREAK + "    cover:\n      - person: dana\n        services: coaching\n",
                services=SERVICES,
            ),
            [
                "5:7: Nobody is in charge of `workshops` from 2026-12-21 until 2027-01-04 09:00. "
                + ADD_AN_ENTRY
            ],
        ),
        # A gap that all services share is told once.
        (
            files(
                BREAK + "    cover:\n"
                "      - person: dana\n        services: coaching\n        until: 2026-12-24\n"
                "      - person: sol\n        services: workshops\n        until: 2026-12-24\n"
                "      - person: sol\n        from: 2026-12-26\n",
                services=SERVICES,
            ),
            ["5:7: Nobody is in charge on 2026-12-25. " + ADD_AN_ENTRY],
        ),
        # Whoever has not agreed is nobody, wherever the owner names them;
        (
            files(BREAK + "    backup: dana\n", DANA + SOL + CONSENT),
            [
                "4:13: Nobody is in charge from 2026-12-21 until 2027-01-04 09:00. `dana` has not "
                "agreed to be named. " + ASK
            ],
        ),
        (
            files(
                BREAK + "    cover:\n      - person: dana\n        until: 2026-12-24\n"
                "      - person: sol\n        from: 2026-12-25\n",
                DANA + SOL + CONSENT,
            ),
            [
                "5:7: Nobody is in charge from 2026-12-21 through 2026-12-24. `dana` has not "
                "agreed to be named. " + ASK
            ],
        ),
        (
            files(BREAK, DANA),
            ["2:11: Nobody is in charge from 2026-12-21 until 2027-01-04 09:00. " + NAME_SOMEBODY],
        ),
        (
            files(BREAK + "    cover:\n      - person: dana\n", DANA + SOL + CONSENT),
            [
                "5:7: Nobody is in charge from 2026-12-21 until 2027-01-04 09:00. `dana` has not "
                "agreed to be named. " + ASK
            ],
        ),
        # but where the next one in the list steps in for them, somebody is there.
        (
            files(
                BREAK + "    cover:\n      - person: dana\n      - person: sol\n",
                DANA + SOL + CONSENT,
            ),
            [],
        ),
        # Where two absences overlap, the one that leads tells who is in charge.
        (
            files(
                BREAK + "    cover:\n      - person: dana\n        until: 2026-12-24\n"
                "  - from: 2026-12-28\n    until: 2026-12-30\n    backup: sol\n"
            ),
            [
                "5:7: Nobody is in charge from 2026-12-25 through 2026-12-27. " + ADD_AN_ENTRY,
                "5:7: Nobody is in charge from 2026-12-31 until 2027-01-04 09:00. " + ADD_AN_ENTRY,
            ],
        ),
        # The default: all are away, or nobody takes a service.
        (
            files(
                BREAK,
                DANA + CONSENT + GONE.format(24, 26) + SOL + CONSENT + GONE.format(26, 30),
            ),
            ["2:11: Nobody is in charge on 2026-12-26. " + MORE_PEOPLE],
        ),
        (
            files(BREAK, DANA + CONSENT + "    services: coaching\n", SERVICES),
            [
                "2:11: Nobody is in charge of `workshops` from 2026-12-21 until 2027-01-04 09:00. "
                + TAKE_IT
            ],
        ),
        (
            files(
                "away:\n  - from: 2026-12-21\n    until: further notice\n    review: 2026-12-28\n",
                DANA,
            ),
            ["2:11: Nobody is in charge from 2026-12-21 on. " + NAME_SOMEBODY],
        ),
        # A pause of one service, which nobody takes.
        (
            files(
                BREAK + "    services: workshops\n",
                DANA + CONSENT + "    services: coaching\n",
                SERVICES,
            ),
            ["2:11: Nobody is in charge from 2026-12-21 until 2027-01-04 09:00. " + NAME_SOMEBODY],
        ),
    ],
)
def test_time_without_anybody_is_told_of(
    content: dict[str, str], told: list[str], run: Run
) -> None:
    found = run(every_instant_is_covered, content)
    assert sorted(map(str, found)) == [f"content/away.yaml:{each}" for each in told]
    assert all(each.weight is Weight.ADVICE and not each.overdue for each in found)


@pytest.mark.parametrize(
    "content",
    [
        files(BREAK),
        files(BREAK, backups=""),
        files(BREAK + "    backup: nobody\n"),
        files(BREAK + "    level: closed\n", DANA),
        files(BREAK + "    level: limited\n", DANA),
        files(BREAK + "    level: news\n    message: Hello.\n", DANA),
        files(BREAK + "    status: cancelled\n", DANA),
        files("away:\n  - from: 2026-12-21 13:00\n    until: 2026-12-21 17:00\n", DANA),
        # A default choice that changes hands without a gap.
        files(
            BREAK,
            DANA + CONSENT + GONE.format(24, 26) + SOL + CONSENT,
        ),
        # The list ends with the last day; who covers that stays until the first open time.
        files(BREAK + "    cover:\n      - person: dana\n        until: 2027-01-01\n"),
        # A service that is no longer offered needs nobody.
        files(
            BREAK,
            DANA + CONSENT + "    services: coaching\n",
            SERVICES + "    status: retired\n",
        ),
    ],
    ids=[
        "somebody is there",
        "no backups",
        "nobody, as is meant",
        "closed",
        "limited",
        "news",
        "cancelled",
        "a few hours",
        "one after the other",
        "to the last day",
        "retired service",
    ],
)
def test_no_cover_is_expected_or_all_of_it_is_there(content: dict[str, str], run: Run) -> None:
    assert run(every_instant_is_covered, content) == []


@pytest.mark.parametrize(
    ("moment", "found"),
    [("2026-12-26 23:59", 1), ("2026-12-27 00:00", 0), ("2027-01-02 00:00", 0)],
)
def test_a_gap_that_has_passed_is_not_told(moment: str, found: int, run: Run) -> None:
    content = files(
        BREAK + "    cover:\n      - person: dana\n        until: 2026-12-24\n"
        "      - person: sol\n        from: 2026-12-27\n"
    )
    instant = days.instant(datetime.fromisoformat(moment), days.zone("America/Los_Angeles"))
    assert len(run(every_instant_is_covered, content, instant)) == found
