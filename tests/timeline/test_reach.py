"""When a backup can be reached."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest

from portalgen.days import zone
from portalgen.model.portal import Portal
from portalgen.timeline.reach import reach_spans


@pytest.mark.parametrize(
    ("fields", "spans"),
    [
        # The practice's usual week, in the practice's zone.
        ({}, ["23 09:00-23 12:00", "23 13:00-23 16:00", "24 09:00-24 12:00", "24 13:00-24 16:00"]),
        (
            {"timezone": "America/New_York"},
            ["23 09:00-23 12:00", "23 13:00-23 16:00", "24 09:00-24 12:00", "24 13:00-24 16:00"],
        ),
        # Their own hours, in their own zone.
        (
            {"timezone": "America/New_York", "weekly": {"mon-fri": "11:00-19:00"}},
            ["23 08:00-23 16:00", "24 08:00-24 16:00"],
        ),
        ({"weekly": {"mon": "22:00-02:00"}}, ["23 22:00-24 02:00"]),
        ({"weekly": {"sat": "10:00-14:00"}}, []),
        # Less their own absences, in their own zone.
        (
            {
                "timezone": "America/New_York",
                "weekly": {"mon-fri": "11:00-19:00"},
                "away": [{"from": "2026-11-23 15:00", "until": "2026-11-24 12:00"}],
            },
            ["23 08:00-23 12:00", "24 09:00-24 16:00"],
        ),
    ],
)
def test_a_backup_is_reached_in_their_hours(
    fields: dict[str, Any],
    spans: list[str],
    portal: Callable[..., Portal],
    local: Callable[..., datetime],
) -> None:
    found = portal(backups=[{"id": "sol", "name": "Sol", **fields}])
    (sol,) = found.backup.backups
    where = zone("America/Los_Angeles")
    reached = reach_spans(sol, found, local("2026-11-23 00:00"), local("2026-11-25 00:00"))
    shown = [
        f"{each.starts.astimezone(where):%d %H:%M}-{each.ends.astimezone(where):%d %H:%M}"
        for each in reached
        if each.ends is not None
    ]
    assert shown == spans


def test_where_no_hours_are_named_only_absences_are_left_out(
    portal: Callable[..., Portal], local: Callable[..., datetime]
) -> None:
    away = [{"from": "2026-11-24", "until": "2026-11-24"}]
    found = portal(backups=[{"id": "sol", "name": "Sol", "away": away}], availability={})
    (sol,) = found.backup.backups
    starts, ends = local("2026-11-23 00:00"), local("2026-11-26 00:00")
    reached = reach_spans(sol, found, starts, ends)
    assert [(each.starts, each.ends) for each in reached] == [
        (starts, local("2026-11-24 00:00")),
        (local("2026-11-25 00:00"), ends),
    ]
