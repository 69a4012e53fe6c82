"""Which of several absences tells who is in charge."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest

from portalgen.timeline.charge import charge_spans
from portalgen.timeline.compile import Timeline

BREAK = {"id": "break", "from": "2026-12-21", "until": "2026-12-30", "backup": "dana"}
SERVICES = [{"title": "Repairs"}, {"title": "Advice"}]


def charge(timeline: Timeline, name: str) -> list[str]:
    """Return when an absence tells who is in charge, by the clock of San Diego."""
    spans = charge_spans(timeline.stretches, timeline.cover)[name]
    return [f"{_local(each.starts, timeline)} {_local(each.ends, timeline)}" for each in spans]


def _local(instant: datetime | None, timeline: Timeline) -> str:
    return f"{instant.astimezone(timeline.zone):%m-%d %H:%M}" if instant else "on"


def test_an_absence_alone_tells_it_to_the_first_open_time(
    timeline: Callable[..., Timeline],
) -> None:
    assert charge(timeline(BREAK), "break") == ["12-21 00:00 12-31 09:00"]


def test_one_without_an_end_tells_it_without_an_end(timeline: Callable[..., Timeline]) -> None:
    ill = {"id": "ill", "from": "2026-12-21", "until": "further notice", "review": "2026-12-24"}
    assert charge(timeline(ill), "ill") == ["12-21 00:00 on"]


def test_one_whose_last_turn_has_no_end_has_none(timeline: Callable[..., Timeline]) -> None:
    cover = [{"person": "dana", "until": "2026-12-22"}, {"person": "sol", "from": "2026-12-23"}]
    ill = {"id": "ill", "from": "2026-12-21", "until": "further notice", "review": "2026-12-24"}
    assert charge(timeline(ill | {"cover": cover}), "ill") == ["12-21 00:00 on"]


@pytest.mark.parametrize(
    ("other", "of_the_break", "of_the_other"),
    [
        # The later start leads, as in a headline, and gives back what it took.
        (
            {"from": "2026-12-23", "until": "2026-12-24"},
            ["12-21 00:00 12-23 00:00", "12-25 00:00 12-31 09:00"],
            ["12-23 00:00 12-25 00:00"],
        ),
        # Slower replies lead over nothing.
        (
            {"from": "2026-12-16", "until": "2027-01-02", "level": "limited", "backup": "sol"},
            ["12-21 00:00 12-31 09:00"],
            ["12-16 00:00 12-21 00:00", "12-31 09:00 01-04 09:00"],
        ),
        # A pause tells it of its own service, while nothing shuts the practice.
        (
            {"from": "2026-12-16", "until": "2027-01-02", "services": "repairs", "backup": "sol"},
            ["12-21 00:00 12-31 09:00"],
            ["12-16 00:00 12-21 00:00", "12-31 09:00 01-04 09:00"],
        ),
        # What is called off tells nothing.
        (
            {"from": "2026-12-23", "until": "2026-12-24", "status": "cancelled"},
            ["12-21 00:00 12-31 09:00"],
            None,
        ),
    ],
)
def test_where_two_overlap_the_leading_one_tells_it(
    other: dict[str, Any],
    of_the_break: list[str],
    of_the_other: list[str] | None,
    timeline: Callable[..., Timeline],
) -> None:
    made = timeline(BREAK, {"id": "other", **other}, services=SERVICES)
    assert charge(made, "break") == of_the_break
    if of_the_other is None:
        assert "other" not in charge_spans(made.stretches, made.cover)
    else:
        assert charge(made, "other") == of_the_other


@pytest.mark.parametrize(
    ("level", "services", "expected"),
    [
        # Slower replies of the practice leave a paused service to those who cover it.
        ("limited", None, ["12-16 00:00 12-24 09:00"]),
        ("closed", None, ["12-16 00:00 12-21 00:00"]),
        # Two pauses of one service: the later one leads. Another service is another matter.
        ("away", "repairs", ["12-16 00:00 12-21 00:00"]),
        ("away", "advice", ["12-16 00:00 12-24 09:00"]),
    ],
)
def test_a_pause_gives_way_to_what_concerns_its_service(
    level: str, services: str | None, expected: list[str], timeline: Callable[..., Timeline]
) -> None:
    pause = {"id": "pause", "from": "2026-12-16", "until": "2026-12-23", "services": "repairs"}
    other = {"id": "other", "from": "2026-12-21", "until": "2026-12-28", "level": level}
    if services:
        other["services"] = services
    assert charge(timeline(pause, other, services=SERVICES), "pause") == expected
