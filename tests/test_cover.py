"""The turns of those who cover, as pages list them."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from portalgen.cover import Turn, turns
from portalgen.edition import edition
from portalgen.live import iso
from portalgen.menu import Link
from portalgen.model.portal import Portal
from portalgen.timeline.charge import charge_spans
from portalgen.wording.notices import notice_text
from portalgen.wording.voice import voice_of

PRACTICE = {
    "name": "Ines Calder",
    "timezone": "America/Los_Angeles",
    "contact": {"email": "ines@calder.example"},
}
PEOPLE = [
    {
        "id": "dana",
        "name": "Dana",
        "consent": "2026-03-02",
        "replies_within": "4 hours",
        "contacts": [{"text": "+1 619 555 0142"}, {"email": "dana@whitlock.example"}],
    },
    {"id": "sol", "name": "Sol", "consent": "2026-03-02"},
]
SHARED = {
    "id": "break",
    "from": "2026-12-21",
    "until": "2027-01-01",
    "announce": "2026-11-01",
    "cover": [
        {"person": "dana", "until": "2026-12-27"},
        {"person": "sol", "from": "2026-12-29"},
    ],
}


def turns_of(moment: str, *absences: dict[str, Any]) -> tuple[Turn, ...]:
    """Return the turns of the first absence for a build at a moment (UTC)."""
    content = {
        "practice": PRACTICE,
        "availability": {"weekly": {"mon-fri": "09:00-16:00"}},
        "backup": {"backups": PEOPLE},
        "away": {"away": list(absences)},
    }
    at = datetime.fromisoformat(moment).replace(tzinfo=UTC)
    made = edition(Portal.model_validate(content), at)
    voice = voice_of(made.portal.practice, date(at.year, at.month, 1))
    timeline = made.timeline
    name = str(absences[0]["id"])
    stretch = next(each for each in timeline.stretches if each.absence.id == name)
    text = notice_text(stretch, made.portal, voice, timeline.cover[name])
    return turns(text, charge_spans(timeline.stretches, timeline.cover)[name], made)


def windows(turn: Turn) -> list[tuple[str, str]]:
    """Return when a script says that it is a turn."""
    return [(iso(each.starts), iso(each.ends)) for each in turn.now if each.starts and each.ends]


def test_turns_stand_in_the_order_of_time_and_say_now_in_their_own_time() -> None:
    dana, nobody, sol = turns_of("2026-12-01 12:00", SHARED)
    assert (
        dana.said.text == "Dana is in charge from Monday, December 21, through Sunday, December 27."
    )
    assert windows(dana) == [("2026-12-21T08:00:00Z", "2026-12-28T08:00:00Z")]
    assert nobody.said.text.startswith("Nobody is in charge")
    assert nobody.now == ()
    assert sol.said.text == "Sol is in charge from Tuesday, December 29, until the return."
    assert windows(sol) == [("2026-12-29T08:00:00Z", "2027-01-04T17:00:00Z")]


def test_that_it_is_a_turn_is_never_in_the_page_without_a_script() -> None:
    for turn in turns_of("2026-12-22 12:00", SHARED):
        assert not any(each.is_shown for each in turn.now)


@pytest.mark.parametrize(
    ("moment", "left"),
    [("2026-12-22 12:00", 3), ("2026-12-28 07:59", 3), ("2026-12-28 08:00", 2)],
)
def test_a_turn_that_is_over_is_left_out(moment: str, left: int) -> None:
    assert len(turns_of(moment, SHARED)) == left


def test_an_open_page_drops_a_turn_when_it_is_over() -> None:
    dana, *_ = turns_of("2026-12-22 12:00", SHARED)
    assert dana.said.window.starts is None
    assert dana.said.window.ends == datetime(2026, 12, 28, 8, tzinfo=UTC)


def test_the_first_way_is_the_one_that_the_sentence_means() -> None:
    dana, _, sol = turns_of("2026-12-22 12:00", SHARED)
    assert dana.urgent == "Urgent: text Dana, who answers within 4 hours."
    assert dana.way == Link("+1 619 555 0142", "sms:+16195550142")
    assert (sol.urgent, sol.way) == (None, None)


def test_while_another_absence_leads_nobody_of_this_one_is_in_charge_now() -> None:
    other = {"id": "ill", "from": "2026-12-23", "until": "2026-12-23", "backup": "sol"}
    dana, *_ = turns_of("2026-12-22 12:00", SHARED, other)
    assert windows(dana) == [
        ("2026-12-21T08:00:00Z", "2026-12-23T08:00:00Z"),
        ("2026-12-24T08:00:00Z", "2026-12-28T08:00:00Z"),
    ]


def test_cover_without_an_end_is_in_charge_without_an_end() -> None:
    ill = {"id": "ill", "from": "2026-12-21", "until": "further notice", "review": "2026-12-24"}
    (dana,) = turns_of("2026-12-22 12:00", ill)
    assert [each.ends for each in dana.now] == [None]
    assert dana.said.window.ends is None
