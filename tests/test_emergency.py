"""The short path in an emergency: what stands on it, and when each part of it is seen."""

from datetime import UTC, datetime
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from portalgen.pages import away
from tests.pages.reader import read, read_at
from tests.pages.reading import facts_of, pages_of, part, text_of

URGENT = '[data-live="urgent"]'
TOLD = {
    "is": ["A decision is due today"],
    "is_not": ["An invoice"],
    "do": "Text **Ines** with the word urgent.",
    "danger": "Call [112](tel:112)",
}
HOURS = {"weekly": {"mon-fri": "09:00-16:00"}}
REPLIES = [{"by": "email", "within": "1 business day"}, {"by": "text", "within": "3 hours"}]
DANA = {
    "id": "dana",
    "name": "Dana",
    "consent": "2026-03-02",
    "replies_within": "4 hours",
    "contacts": [{"text": "+1 619 555 0142"}],
}
SOL = {"id": "sol", "name": "Sol", "consent": "2026-03-02"}
# Both people cover it, one after the other; the first open time after it is on January 4.
BREAK = {
    "id": "break",
    "from": "2026-12-21",
    "until": "2027-01-01",
    "announce": "2026-12-01",
    "cover": [{"person": "dana", "until": "2026-12-27"}, {"person": "sol", "from": "2026-12-28"}],
}


def content(*absences: dict[str, Any], **emergency: object) -> dict[str, Any]:
    """Return a practice with everything; `emergency` replaces what is told of emergencies."""
    return {
        "availability": HOURS | {"emergency": emergency or TOLD, "replies": REPLIES},
        "backup": {"backups": [DANA, SOL]},
        "away": {"away": list(absences)},
    }


def page(moment: str, made: dict[str, Any]) -> LexborHTMLParser:
    """Return the page about absences, which has the path, built at a moment (UTC)."""
    at = datetime.fromisoformat(moment).replace(tzinfo=UTC)
    return pages_of(away.documents, made, at)["/away/"]


def in_order(text: str, *parts: str) -> bool:
    """Return whether a text has all parts, one after the other."""
    for each in parts:
        _, found, text = text.partition(each)
        if not found:
            return False
    return True


def test_the_path_asks_for_danger_first_and_ends_with_what_can_wait() -> None:
    seen = page("2026-11-23 15:10", content())
    headings = [each.text() for each in seen.css(f"{URGENT} ol > li > h3")]
    assert headings == ["Is life at risk?", "Is it urgent?", "Otherwise"]


def test_danger_never_names_a_backup() -> None:
    seen = page("2026-12-22 12:00", content(BREAK))
    danger = part(seen, ".path-danger")
    assert part(danger, "a").attributes["href"] == "tel:112"
    assert not any(name in text_of(danger) for name in ("Dana", "Sol", "555"))


def test_what_is_urgent_stands_beside_what_is_not() -> None:
    seen = page("2026-11-23 15:10", content())
    sides = part(seen, f"{URGENT} .sides")
    assert text_of(part(sides, ".side-yes")) == "This is urgent A decision is due today"
    assert text_of(part(sides, ".side-no")) == "This can wait An invoice"


def test_the_rest_is_answered_as_promised_and_the_script_may_say_by_when() -> None:
    seen = page("2026-11-23 15:10", content())
    assert [text_of(each) for each in seen.css(f"{URGENT} .path-replies li")] == [
        "Email within 1 business day",
        "Text message within 3 hours",
    ]
    hears = seen.css(f"{URGENT} [data-hear]")
    assert [each.attributes["data-hear"] for each in hears] == ["0", "1"]
    assert all("hidden" in each.attributes and not each.text().strip() for each in hears)


DO = "When Ines is not away Text Ines with the word urgent."
DANAS = "Dana is in charge from Monday, December 21, through Sunday, December 27."
SOLS = "Sol is in charge from Monday, December 28, until the return."


# What is seen when, in this order, and what is not.
SEEN = [
    ("2026-12-01 07:59", [DO], ["Dana", "Sol"]),
    # From the announcement on, after what holds until then.
    ("2026-12-01 08:00", [DO, "Ines away: December 21", DANAS, "555 0142", SOLS], ["now"]),
    ("2026-12-21 07:59", [DO, "Ines away: December 21", DANAS, "555 0142", SOLS], ["now"]),
    # From the first day on, before it.
    ("2026-12-21 08:00", ["In charge now", DANAS, "555 0142", SOLS, DO], ["now Sol"]),
    ("2026-12-28 07:59", ["In charge now", DANAS, "555 0142", SOLS, DO], ["now Sol"]),
    ("2026-12-28 08:00", ["In charge now", SOLS, DO], ["Dana", "0142"]),
    ("2027-01-04 16:59", ["In charge now", SOLS, DO], ["Dana"]),
    ("2027-01-04 17:00", [DO], ["Dana", "Sol", "now"]),
]


@pytest.mark.parametrize(
    ("built", "moment", "expected", "not_said"),
    [
        (built, *row)
        for built in ("2026-11-30 09:00", "2026-12-20 12:00", "2026-12-22 12:00")
        for row in SEEN
        if built <= row[0]
    ],
)
def test_an_open_page_says_who_answers_at_each_moment(
    built: str, moment: str, expected: list[str], not_said: list[str]
) -> None:
    seen = read_at(page(built, content(BREAK)), moment, URGENT)
    assert in_order(seen, *expected), seen
    assert not any(each in seen for each in not_said), seen


@pytest.mark.parametrize(
    ("built", "expected"),
    [
        ("2026-11-30 09:00", [DO]),
        ("2026-12-02 12:00", [DO, DANAS, "Urgent: text Dana, who answers within 4 hours.", SOLS]),
        ("2026-12-22 12:00", [DANAS, SOLS, DO]),
        ("2026-12-29 12:00", [SOLS, DO]),
        ("2027-01-05 12:00", [DO]),
    ],
)
def test_without_scripts_the_dated_lines_of_the_moment_of_building_are_there(
    built: str, expected: list[str]
) -> None:
    seen = read(page(built, content(BREAK)), URGENT)
    assert in_order(seen, *expected), seen
    assert seen.count("through Sunday, December 27") == expected.count(DANAS)
    assert "now" not in seen.split()


@pytest.mark.parametrize(
    ("built", "running", "coming"),
    [
        ("2026-12-02 12:00", 1, 1),
        ("2026-12-21 08:00", 1, 0),
        ("2027-01-04 16:59", 1, 0),
        # Until January 7 there still is a notice, of the return.
        ("2027-01-04 17:00", 0, 0),
        ("2027-01-10 12:00", 0, 0),
    ],
)
def test_what_can_not_be_seen_any_more_is_not_in_the_page(
    built: str, running: int, coming: int
) -> None:
    at = datetime.fromisoformat(built).replace(tzinfo=UTC)
    path = facts_of(away.documents, content(BREAK), at)["/away/"]["emergency"]
    assert (len(path.running), len(path.coming)) == (running, coming)


def test_the_way_is_a_link_that_a_phone_follows() -> None:
    seen = page("2026-12-22 12:00", content(BREAK))
    assert {each.attributes["href"] for each in seen.css(f"{URGENT} .reach")} == {
        "sms:+16195550142"
    }


def test_where_nobody_steps_in_it_says_so_and_when_the_owner_is_back() -> None:
    afternoon = {"id": "a", "from": "2026-12-02 13:00", "until": "2026-12-02 17:00"}
    made = page("2026-12-02 12:00", content(afternoon))
    seen = read_at(made, "2026-12-02 22:00", URGENT)
    assert in_order(seen, "Nobody is in charge during this time.", "back on Thursday", DO)
    assert "Dana" not in seen
    assert "Nobody" not in read_at(made, "2026-12-03 01:00", URGENT)


@pytest.mark.parametrize("level", ["closed", "limited", "news"])
def test_where_the_owner_answers_the_owners_way_is_all_there_is(level: str) -> None:
    absence = {"id": "a", "from": "2026-12-02", "until": "2026-12-04", "level": level}
    made = page("2026-12-01 12:00", content(absence | {"message": "News"}))
    assert read_at(made, "2026-12-03 12:00", f"{URGENT} .path-answer") == f"Call 112 {DO}"


def test_two_absences_at_once_have_one_person_in_charge() -> None:
    other = {"id": "ill", "from": "2026-12-23", "until": "2026-12-23", "backup": "sol"}
    made = page("2026-12-22 12:00", content(BREAK, other))
    for moment, name in (("2026-12-23 07:00", "Dana"), ("2026-12-23 09:00", "Sol")):
        seen = read_at(made, moment, f"{URGENT} .path-away:not([hidden])")
        assert seen.count("In charge now") == 1, seen
        assert f"In charge now {name} is in charge" in seen
    assert "In charge now Dana" in read_at(made, "2026-12-24 09:00", URGENT)


@pytest.mark.parametrize(
    ("emergency", "steps"),
    [
        ({"danger": "Call 112."}, ["Is life at risk?", "Is it urgent?", "Otherwise"]),
        ({"do": "Call."}, ["Is it urgent?", "Otherwise"]),
        ({"is": ["Fire"]}, ["Is it urgent?", "Otherwise"]),
    ],
)
def test_a_step_about_which_nothing_is_told_is_left_out(
    emergency: dict[str, object], steps: list[str]
) -> None:
    seen = page("2026-11-23 15:10", content(**emergency))
    assert [each.text() for each in seen.css(f"{URGENT} h3")] == steps


def test_without_backups_and_with_danger_alone_nobody_is_asked_whether_it_is_urgent() -> None:
    made = {"availability": {"emergency": {"danger": "Call 112."}}}
    seen = page("2026-11-23 15:10", made)
    assert [each.text() for each in seen.css(f"{URGENT} h3")] == ["Is life at risk?", "Otherwise"]


@pytest.mark.parametrize(
    ("made", "has_path"),
    [
        ({}, False),
        ({"availability": {"replies": REPLIES}}, False),
        ({"availability": {"emergency": {"do": "Call."}}}, True),
        ({"backup": {"backups": [DANA]}}, True),
        # Whoever did not agree is not there.
        ({"backup": {"backups": [{"id": "kim", "name": "Kim"}]}}, False),
    ],
)
def test_there_is_a_path_where_something_is_told_or_somebody_steps_in(
    made: dict[str, Any], has_path: bool
) -> None:
    facts = facts_of(away.documents, made)["/away/"]
    assert (facts["emergency"] is not None) is has_path
    region = part(pages_of(away.documents, made)["/away/"], URGENT)
    assert bool(region.text().strip()) is has_path


def test_what_is_urgent_is_to_be_said_where_nobody_says_what_else_to_do() -> None:
    words = "Get in touch, and say that it is urgent."
    alone = {"availability": {"emergency": {"is": ["Fire"]}}}
    assert words in read(page("2026-11-23 15:10", alone), URGENT)
    assert words not in read(page("2026-11-23 15:10", content()), URGENT)
