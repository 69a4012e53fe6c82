"""Who is in charge, from the start of an absence to the first open time after it."""

from collections.abc import Callable
from typing import Any

import pytest

from portalgen.days import zone
from portalgen.timeline.compile import Timeline

AWAY = {"id": "this", "from": "2026-12-21", "until": "2027-01-01"}
SERVICES = [{"title": "Coaching"}, {"title": "Workshops"}]
SPAN = tuple[str, str, str | None, tuple[str, ...] | None]


def shown(found: Timeline, absence_id: str = "this") -> list[SPAN]:
    """The cover of an absence by the practice's clock."""
    where = zone("America/Los_Angeles")

    def clock(moment: Any) -> str:
        return f"{moment.astimezone(where):%m-%d %H:%M}" if moment else "open"

    return [
        (clock(each.starts), clock(each.ends), each.person_id, each.services)
        for each in found.cover[absence_id]
    ]


def test_two_backups_share_two_weeks_and_the_weekend_after(
    timeline: Callable[..., Timeline],
) -> None:
    cover = [
        {"person": "dana", "until": "2026-12-27"},
        {"person": "sol", "from": "2026-12-28", "for": "sessions"},
    ]
    found = timeline(AWAY | {"cover": cover})
    assert shown(found) == [
        ("12-21 00:00", "12-28 00:00", "dana", None),
        ("12-28 00:00", "01-04 09:00", "sol", None),
    ]
    assert [each.for_ for each in found.cover["this"]] == [None, "sessions"]


@pytest.mark.parametrize(
    ("fields", "spans"),
    [
        # The default: the first backup who agreed.
        ({}, [("12-21 00:00", "01-04 09:00", "dana", None)]),
        ({"backup": "sol"}, [("12-21 00:00", "01-04 09:00", "sol", None)]),
        ({"backup": "nobody"}, [("12-21 00:00", "01-04 09:00", None, None)]),
        # Not away, or less than a day: nobody, unless named.
        ({"level": "closed"}, [("12-21 00:00", "01-04 09:00", None, None)]),
        ({"level": "closed", "backup": "dana"}, [("12-21 00:00", "01-04 09:00", "dana", None)]),
        ({"level": "limited"}, [("12-21 00:00", "01-04 09:00", None, None)]),
        (
            {"from": "2026-12-21 13:00", "until": "2026-12-21 17:00"},
            [("12-21 13:00", "12-22 09:00", None, None)],
        ),
        (
            {"from": "2026-12-21 13:00", "until": "2026-12-21 17:00", "backup": "dana"},
            [("12-21 13:00", "12-22 09:00", "dana", None)],
        ),
        # Somebody whom this portal may not name is nobody.
        ({"backup": "kim"}, [("12-21 00:00", "01-04 09:00", None, None)]),
        # Nobody is away.
        ({"status": "cancelled"}, []),
        ({"level": "news", "message": "New number"}, []),
        # No end.
        (
            {"until": "further notice", "review": "2026-12-27"},
            [("12-21 00:00", "open", "dana", None)],
        ),
        # The list: the first that fits, and nobody in a gap.
        (
            {
                "cover": [
                    {"person": "sol", "from": "2026-12-24", "until": "2026-12-26"},
                    {"person": "dana", "until": "2026-12-29 12:00"},
                ]
            },
            [
                ("12-21 00:00", "12-24 00:00", "dana", None),
                ("12-24 00:00", "12-27 00:00", "sol", None),
                ("12-27 00:00", "12-29 12:00", "dana", None),
                ("12-29 12:00", "01-04 09:00", None, None),
            ],
        ),
        # Who covers the last day covers to the first open time.
        (
            {"cover": [{"person": "sol", "until": "2027-01-01"}]},
            [("12-21 00:00", "01-04 09:00", "sol", None)],
        ),
    ],
)
def test_cover_follows_the_entry(
    fields: dict[str, Any], spans: list[SPAN], timeline: Callable[..., Timeline]
) -> None:
    assert shown(timeline(AWAY | fields)) == spans


def test_a_backup_who_is_away_in_the_middle_is_passed_over(
    timeline: Callable[..., Timeline],
) -> None:
    backups = [
        {"id": "kim", "name": "Kim"},
        {
            "id": "dana",
            "name": "Dana",
            "consent": "2026-01-01",
            "away": [{"from": "2026-12-24", "until": "2026-12-26"}],
        },
        {
            "id": "sol",
            "name": "Sol",
            "consent": "2026-01-01",
            "timezone": "America/New_York",
            # Days of Sol's own zone.
            "away": [{"from": "2026-12-26", "until": "2026-12-26"}],
        },
    ]
    assert shown(timeline(AWAY, backups=backups)) == [
        ("12-21 00:00", "12-24 00:00", "dana", None),
        ("12-24 00:00", "12-25 21:00", "sol", None),
        ("12-25 21:00", "12-26 21:00", None, None),
        ("12-26 21:00", "12-27 00:00", "sol", None),
        ("12-27 00:00", "01-04 09:00", "dana", None),
    ]
    # Whom the owner named stays in charge; a check tells the owner.
    named = shown(timeline(AWAY | {"backup": "dana"}, backups=backups))
    assert named == [("12-21 00:00", "01-04 09:00", "dana", None)]


@pytest.mark.parametrize(
    ("services", "dana_takes", "spans"),
    [
        (SERVICES, "all", [("dana", None)]),
        (SERVICES, ["coaching"], [("dana", ("coaching",)), ("sol", ("workshops",))]),
        (
            [{"title": "Coaching"}, {"title": "Workshops", "covered_by": ["sol", "dana"]}],
            "all",
            [("dana", ("coaching",)), ("sol", ("workshops",))],
        ),
        (
            [{"title": "Coaching", "covered_by": ["sol"]}, {"title": "Old", "status": "retired"}],
            "all",
            [("sol", None)],
        ),
    ],
)
def test_each_service_has_its_own_order(
    services: list[dict[str, Any]],
    dana_takes: Any,
    spans: list[tuple[str, tuple[str, ...] | None]],
    timeline: Callable[..., Timeline],
) -> None:
    backups = [
        {"id": "dana", "name": "Dana", "consent": "2026-03-02", "services": dana_takes},
        {"id": "sol", "name": "Sol", "consent": "2026-03-02"},
    ]
    found = timeline(AWAY, services=services, backups=backups)
    assert [each[2:] for each in shown(found)] == spans


def test_a_list_may_split_services_for_a_part_of_the_time(
    timeline: Callable[..., Timeline],
) -> None:
    cover = [
        {"person": "sol", "services": ["workshops"], "until": "2026-12-27"},
        {"person": "dana"},
    ]
    found = timeline(AWAY | {"cover": cover}, services=SERVICES)
    assert shown(found) == [
        ("12-21 00:00", "01-04 09:00", "dana", ("coaching",)),
        ("12-21 00:00", "12-28 00:00", "sol", ("workshops",)),
        ("12-28 00:00", "01-04 09:00", "dana", ("workshops",)),
    ]


def test_a_pause_of_one_service_is_covered_for_that_service(
    timeline: Callable[..., Timeline],
) -> None:
    backups = [
        {"id": "dana", "name": "Dana", "consent": "2026-03-02", "services": ["workshops"]},
        {"id": "sol", "name": "Sol", "consent": "2026-03-02"},
    ]
    found = timeline(AWAY | {"services": ["coaching"]}, services=SERVICES, backups=backups)
    assert shown(found) == [("12-21 00:00", "01-04 09:00", "sol", None)]


@pytest.mark.parametrize(
    ("following", "ends"),
    [
        # It touches: there is no time between.
        ({"from": "2027-01-02", "until": "2027-01-08"}, "01-02 00:00"),
        # Only closed days between: to the start of the next.
        ({"from": "2027-01-04", "until": "2027-01-08"}, "01-04 00:00"),
        # It overlaps.
        ({"from": "2026-12-30", "until": "2027-01-08"}, "01-02 00:00"),
        # Open time between.
        ({"from": "2027-01-05", "until": "2027-01-08"}, "01-04 09:00"),
        ({"from": "2027-01-04", "until": "2027-01-08", "level": "limited"}, "01-04 09:00"),
    ],
)
def test_cover_ends_where_the_next_absence_takes_over(
    following: dict[str, Any], ends: str, timeline: Callable[..., Timeline]
) -> None:
    found = timeline(AWAY, following)
    assert shown(found) == [("12-21 00:00", ends, "dana", None)]


def test_a_practice_without_hours_is_covered_to_the_day_after(
    timeline: Callable[..., Timeline],
) -> None:
    found = timeline(AWAY, availability={"announce": "14 days"})
    assert shown(found) == [("12-21 00:00", "01-02 00:00", "dana", None)]


def test_without_backups_nobody_is_in_charge(timeline: Callable[..., Timeline]) -> None:
    found = timeline(AWAY, backups=[])
    assert shown(found) == [("12-21 00:00", "01-04 09:00", None, None)]
