from collections.abc import Callable
from datetime import datetime

import pytest

from portalgen.timeline.compile import Timeline
from portalgen.timeline.told import lead_spans

Local = Callable[..., datetime]


@pytest.fixture
def busy(timeline: Callable[..., Timeline]) -> Timeline:
    """A practice in which much happens at once; all of it is told from November 1 on."""
    told = {"announce": "2026-11-01"}
    return timeline(
        told | {"id": "news", "from": "2026-11-01", "until": "2027-01-31", "level": "news",
                "message": "x"},
        told | {"id": "pause", "from": "2026-11-02", "until": "2027-01-31", "services": ["one"]},
        told | {"id": "off", "from": "2026-11-03", "until": "2026-12-31", "status": "cancelled"},
        told | {"id": "slow", "from": "2026-11-24", "until": "2026-12-10", "level": "limited"},
        told | {"id": "away", "from": "2026-12-01", "until": "2026-12-02"},
        told | {"id": "next", "from": "2026-12-14", "until": "2026-12-15"},
        services=[{"id": "one", "title": "One"}],
    )  # fmt: skip


@pytest.mark.parametrize(
    ("when", "told"),
    [
        ("2026-11-20 10:00", ["slow", "away", "next", "off", "pause", "news"]),
        ("2026-11-24 10:00", ["slow", "away", "next", "off", "pause", "news"]),
        ("2026-12-01 10:00", ["away", "slow", "next", "off", "pause", "news"]),
        # Back, and the notice stays for three days; what runs still leads.
        ("2026-12-04 10:00", ["slow", "away", "next", "off", "pause", "news"]),
        ("2026-12-12 10:00", ["next", "off", "pause", "news"]),
        ("2027-01-10 10:00", ["pause", "news"]),
    ],
)
def test_what_matters_most_is_told_first(
    when: str, told: list[str], busy: Timeline, local: Local
) -> None:
    assert [each.absence.id for each in busy.told(local(when))] == told


def test_one_absence_leads_at_each_instant(busy: Timeline, local: Local) -> None:
    starts = local("2026-11-20 10:00")
    leads = lead_spans(busy.stretches)
    for day in range(20, 30):
        instant = starts.replace(day=day)
        leading = [name for name, spans in leads.items() if any(s.holds(instant) for s in spans)]
        assert leading == [busy.told(instant)[0].absence.id]
    assert [(span.starts, span.ends) for span in leads["away"]] == [
        (local("2026-12-01 00:00"), local("2026-12-03 00:00"))
    ]
    assert len(leads["slow"]) == 2


def test_of_two_that_start_together_the_first_in_the_file_leads(
    timeline: Callable[..., Timeline], local: Local
) -> None:
    found = timeline(
        {"id": "one", "from": "2026-12-01", "until": "2026-12-02", "announce": "2026-11-20"},
        {"id": "other", "from": "2026-12-01", "until": "2026-12-04", "announce": "2026-11-10"},
    )
    instant = local("2026-12-01 10:00")
    assert [each.absence.id for each in found.told(instant)] == ["one", "other"]
    assert any(span.holds(instant) for span in lead_spans(found.stretches)["one"])
    state = next(each for each in found.states if each.holds(instant))
    assert state.absence_id == "one"
