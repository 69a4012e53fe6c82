from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import pairwise

import pytest

from portalgen.timeline.compile import Timeline
from portalgen.timeline.states import State

Local = Callable[..., datetime]


@pytest.mark.parametrize(
    ("when", "state"),
    [
        ("2026-11-23 08:59", State.CLOSED),
        ("2026-11-23 09:00", State.OPEN),
        ("2026-11-23 12:00", State.CLOSED),
        ("2026-11-30 10:00", State.AWAY),
        ("2026-11-30 20:00", State.AWAY),
        ("2026-12-02 11:59", State.OPEN),
        ("2026-12-02 13:00", State.AWAY),
        ("2026-12-07 10:00", State.CLOSED),
        ("2026-12-08 10:00", State.LIMITED),
        ("2026-12-08 12:30", State.CLOSED),
        ("2026-12-14 10:00", State.AWAY),
        ("2026-12-15 10:00", State.CATCHING_UP),
        ("2026-12-17 10:00", State.OPEN),
        ("2027-01-05 10:00", State.OPEN),
        ("2027-01-06 10:00", State.OPEN),
        ("2029-01-01 10:00", State.OPEN),
        ("2029-01-05 10:00", State.CLOSED),
    ],
)
def test_a_state_is_what_absences_and_hours_make_it(
    when: str, state: State, timeline: Callable[..., Timeline], local: Local
) -> None:
    found = timeline(
        {"id": "one", "from": "2026-11-30", "until": "2026-11-30"},
        {"id": "dentist", "from": "2026-12-02 13:00", "until": "2026-12-02 17:00"},
        {"id": "moving", "from": "2026-12-07", "until": "2026-12-07", "level": "closed"},
        {"id": "busy", "from": "2026-12-08", "until": "2026-12-09", "level": "limited"},
        {"id": "ill", "from": "2026-12-14", "until": "2026-12-14", "catch_up": "2 days"},
        {"id": "off", "from": "2027-01-05", "until": "2027-01-05", "status": "cancelled"},
        {
            "id": "news",
            "from": "2027-01-06",
            "until": "2027-01-06",
            "level": "news",
            "message": "x",
        },
    )
    assert found.state_at(local(when)) is state


def test_states_cover_the_whole_timeline_without_gap_and_neighbors_differ(
    timeline: Callable[..., Timeline],
) -> None:
    found = timeline({"id": "a", "from": "2026-12-01", "until": "2026-12-20", "catch_up": "1 week"})
    assert found.states[0].starts == found.starts
    assert found.states[-1].ends == found.ends
    for earlier, later in pairwise(found.states):
        assert earlier.ends == later.starts
        assert (earlier.state, earlier.absence_id) != (later.state, later.absence_id)


def test_the_leading_absence_is_named(timeline: Callable[..., Timeline], local: Local) -> None:
    found = timeline(
        {"id": "long", "from": "2026-12-01", "until": "2026-12-10"},
        {"id": "short", "from": "2026-12-03", "until": "2026-12-04"},
        {"id": "place", "from": "2026-12-03", "until": "2026-12-12", "level": "closed"},
    )
    named = {
        day: next(
            each.absence_id for each in found.states if each.holds(local(f"2026-12-{day} 10:00"))
        )
        for day in ("02", "03", "05", "11")
    }
    assert named == {"02": "long", "03": "short", "05": "long", "11": "place"}


def test_a_pause_of_one_service_leaves_the_practice_alone(
    timeline: Callable[..., Timeline], local: Local
) -> None:
    found = timeline(
        {"id": "a", "from": "2026-11-23", "until": "2026-11-30", "services": ["one"]},
        services=[{"id": "one", "title": "One"}],
    )
    assert found.state_at(local("2026-11-24 10:00")) is State.OPEN


def test_days_whose_holidays_nobody_knows_are_never_silently_open(
    timeline: Callable[..., Timeline], local: Local
) -> None:
    availability = {
        "weekly": {"mon-sun": "09:00-17:00"},
        "public_holidays": {"country": "US", "region": "CA"},
    }
    found = timeline(availability=availability, moment=local("2150-03-02 10:00"))
    assert found.state_at(local("2150-03-02 10:00")) is State.UNKNOWN
    assert found.state_at(local("2150-03-02 18:00")) is State.CLOSED


def test_an_hour_is_not_lost_where_the_clocks_change(
    timeline: Callable[..., Timeline], local: Local
) -> None:
    found = timeline(
        availability={"weekly": {"sat, sun": "22:00-04:00"}}, moment=local("2026-10-20 10:00")
    )
    night = next(each for each in found.states if each.holds(local("2026-10-31 23:00")))
    assert night.ends - night.starts == timedelta(hours=7)
