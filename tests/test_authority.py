"""The table of who may do what: what stands in it, and what is left out."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from portalgen.authority import Authority, Cell, Way, authority_of
from portalgen.edition import edition
from portalgen.model.portal import Portal
from portalgen.model.values import Words
from portalgen.wording.voice import voice_of

PRACTICE = {
    "name": "Ines Calder",
    "timezone": "America/Los_Angeles",
    "place": "San Diego",
    "contact": {"email": "ines@calder.example"},
}
DANA: dict[str, Any] = {"id": "dana", "name": "Dana", "consent": "2026-03-02"}
SOL: dict[str, Any] = {"id": "sol", "name": "Sol", "consent": "2026-03-02"}
ILL = {"from": "2026-11-23", "until": "2026-11-25"}
OUTSIDE = "Outside these hours, Dana stays in charge."


def authority(*people: dict[str, Any], **parts: Any) -> Authority:
    """Return the table of some people."""
    content = {"practice": PRACTICE, "backup": {"backups": list(people)}, **parts}
    made = edition(Portal.model_validate(content), datetime(2026, 11, 23, 15, 10, tzinfo=UTC))
    return authority_of(made, voice_of(made.portal.practice, date(2026, 11, 1)))


def cell(heading: str, table: Authority, number: int = 0) -> Cell:
    """Return what stands under a heading of the person of a number."""
    return table.people[number].cells[table.headings.index(heading)]


def test_a_heading_under_which_nothing_is_known_is_left_out() -> None:
    assert authority(DANA, SOL).headings == ()
    table = authority(DANA, SOL | {"cannot": ["Change prices"]})
    assert table.headings == ("May not",)
    assert [cell("May not", table, number).is_empty for number in (0, 1)] == [True, False]


def test_each_person_has_a_cell_for_each_heading_in_one_order() -> None:
    whole = {
        "in_charge_when": "Ines is away",
        "can": ["Move sessions"],
        "cannot": ["Change prices"],
        "knows": ["Your name"],
        "weekly": {"mon": "09:00-12:00"},
        "contacts": [{"phone": "1 23"}],
        "replies_within": "4 hours",
    }
    table = authority(SOL, DANA | whole, services={"services": [{"title": "Repairs"}]})
    assert table.headings == (
        "In charge when",
        "How to reach them",
        "Answers",
        "Can be reached",
        "For",
        "May",
        "May not",
        "Can see about you",
    )
    assert [each.name for each in table.people] == ["Sol", "Dana"]
    assert [len(each.cells) for each in table.people] == [8, 8]
    assert cell("In charge when", table, 1).texts == ("Ines is away",)
    assert cell("Answers", table, 1).phrases == ("within 4 hours",)
    assert cell("May", table, 1).items == ("Move sessions",)
    assert cell("Can see about you", table, 1).items == ("Your name",)


def test_whoever_did_not_agree_is_not_in_it() -> None:
    table = authority(DANA | {"consent": None, "can": ["Move sessions"]})
    assert table == Authority((), ())


TEXT = {"text": "+1 619 555 0142", "for": "anything urgent"}
PAGE = {"url": "https://dana.example/", "show": "always"}
LATER = "ways to reach Dana are listed here from the announcement of an absence until its end."


@pytest.mark.parametrize(
    ("contacts", "away", "ways", "notes"),
    [
        ([TEXT], [], [], [f"The {LATER}"]),
        ([TEXT, PAGE], [], ["https://dana.example/"], [f"More {LATER}"]),
        ([PAGE], [], ["https://dana.example/"], []),
        ([TEXT, PAGE], [ILL], ["+1 619 555 0142", "https://dana.example/"], []),
    ],
)
def test_ways_to_reach_somebody_are_told_while_an_absence_needs_them(
    contacts: list[dict[str, str]], away: list[dict[str, str]], ways: list[str], notes: list[str]
) -> None:
    found = cell("How to reach them", authority(DANA | {"contacts": contacts}, away={"away": away}))
    assert [each.value for each in found.ways] == ways
    assert list(found.notes) == notes


def test_of_somebody_without_any_contact_nothing_is_promised() -> None:
    assert "How to reach them" not in authority(DANA).headings


def test_a_way_has_a_name_an_address_and_what_it_is_for() -> None:
    table = authority(DANA | {"contacts": [TEXT]}, away={"away": [ILL]})
    assert cell("How to reach them", table).ways == (
        Way("Text message", "+1 619 555 0142", "sms:+16195550142", Words(TEXT["for"])),
    )


OF_THE_PRACTICE = {"weekly": {"mon-thu": "09:00-16:00"}}
OWN = {"weekly": {"mon-fri": "11:00-19:00"}}


@pytest.mark.parametrize(
    ("person", "availability", "hours", "zone"),
    [
        (OWN, OF_THE_PRACTICE, "Monday to Friday 11:00 am to 7:00 pm", "Pacific time (San Diego)"),
        (
            OWN | {"timezone": "America/New_York"},
            {},
            "Monday to Friday 11:00 am to 7:00 pm",
            "Eastern time (New York)",
        ),
        # Who names no hours has the practice's, in its zone.
        (
            {"timezone": "America/New_York"},
            OF_THE_PRACTICE,
            "Monday to Thursday 9:00 am to 4:00 pm",
            "Pacific time (San Diego)",
        ),
    ],
)
def test_hours_stand_with_their_zone_and_with_what_holds_outside_of_them(
    person: dict[str, Any], availability: dict[str, Any], hours: str, zone: str
) -> None:
    found = cell("Can be reached", authority(DANA | person, availability=availability))
    assert " ".join(found.hours[0]) == hours
    assert found.notes == (zone, OUTSIDE)


@pytest.mark.parametrize("weekly", [None, {"mon-sun": "closed"}])
def test_of_hours_that_nobody_names_nothing_is_said(weekly: dict[str, str] | None) -> None:
    assert "Can be reached" not in authority(DANA | {"weekly": weekly}).headings


@pytest.mark.parametrize(
    ("services", "takes", "expected"),
    [
        ([], "all", None),
        ([{"title": "Letters", "status": "retired"}], "all", None),
        ([{"title": "Repairs"}, {"title": "Advice"}], "all", "All services"),
        ([{"title": "Repairs"}, {"title": "Advice"}], "repairs", "Repairs"),
        # Who is asked for a service is said there, and others are not.
        ([{"title": "Repairs"}, {"title": "Advice", "covered_by": "sol"}], "all", "Repairs"),
        ([{"title": "Advice", "covered_by": "sol"}], "all", "Only what an absence says"),
    ],
)
def test_for_which_services_somebody_is_asked(
    services: list[dict[str, str]], takes: str, expected: str | None
) -> None:
    table = authority(DANA | {"services": takes}, SOL, services={"services": services})
    if expected is None:
        assert "For" not in table.headings
    else:
        assert cell("For", table).texts == (expected,)
