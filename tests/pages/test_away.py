"""The page about absences: each part in its window, and the table of who steps in."""

from datetime import UTC, datetime
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from portalgen.pages import away
from tests.pages.reader import read, read_at
from tests.pages.reading import PSEUDO, faults, pages_of, part, patchwork, text_of

ABSENCES = '[data-live="absences"]'
DANA = {
    "id": "dana",
    "name": "Dana",
    "role": "Coach in La Mesa",
    "consent": "2026-03-02",
    "in_charge_when": "Ines is away",
    "can": ["Move sessions"],
    "cannot": ["Change prices"],
    "timezone": "America/New_York",
    "weekly": {"mon-fri": "08:00-18:00"},
    "contacts": [{"text": "+1 619 555 0142", "for": "anything urgent"}],
    "replies_within": "4 hours",
}
SOL = {"id": "sol", "name": "Sol", "consent": "2026-07-20"}
BREAK: dict[str, Any] = {
    "id": "break",
    "from": "2026-12-21",
    "until": "2027-01-01",
    "announce": "2026-12-01",
    "book_by": "2026-12-16 17:00",
    "message": "The office is closed.",
    "appointments": "No sessions take place.",
    "catch_up": "3 days",
    "replies_within": "2 business days",
    "cover": [{"person": "dana", "until": "2026-12-27"}, {"person": "sol", "from": "2026-12-28"}],
    "updates": [{"at": "2026-12-23 09:00", "text": "Sol helps as well."}],
}
ILL = {"id": "ill", "from": "2026-11-23", "until": "further notice", "review": "2026-11-27"}


def content(*absences: dict[str, Any], **parts: Any) -> dict[str, Any]:
    """Return a practice with its hours, two backups and some absences."""
    return {
        "availability": {"weekly": {"mon-thu": "09:00-16:00"}},
        "backup": {"backups": [DANA, SOL]},
        "away": {"away": list(absences)},
        **parts,
    }


def page(moment: str, made: dict[str, Any]) -> LexborHTMLParser:
    """Return the page built at a moment (UTC)."""
    return pages_of(away.documents, made, datetime.fromisoformat(moment).replace(tzinfo=UTC))[
        "/away/"
    ]


def test_without_absences_and_backups_it_says_how_absences_become_known() -> None:
    found = page("2026-11-23 15:10", {})
    assert text_of(part(found, "h1")) == "When Ines is away"
    assert text_of(part(found, ".lead")) == (
        "Absences are listed here and on every page, usually from 14 days before they begin."
    )
    assert found.css("h2") == []


def test_the_region_of_absences_is_there_even_if_none_is() -> None:
    assert part(page("2026-11-23 15:10", {}), ABSENCES).text().strip() == ""


def test_what_happens_to_sessions_is_said_even_if_nobody_is_away() -> None:
    made = {"availability": {"appointments": "Sessions are moved."}}
    assert "Sessions are moved." in read(page("2026-11-23 15:10", made))


def test_an_absence_says_itself_what_happens_to_sessions() -> None:
    hours = {"weekly": {"mon-thu": "09:00-16:00"}, "appointments": "Sessions are moved."}
    found = page("2026-12-02 12:00", content(BREAK, availability=hours))
    assert "Sessions are moved." not in (found.html or "")


# A page that is open all the while, and what it says of the break at each moment.
AWAY = "Away from Monday, December 21, through Friday, January 1; back on Monday, January 4."
SEEN: list[tuple[str, list[str], list[str]]] = [
    ("2026-12-01 07:59", [], ["December 21"]),
    ("2026-12-01 08:00", ["Ines away: December 21 to January 1", AWAY], ["back since", "now"]),
    ("2026-12-17 00:59", ["Last chance before: Wednesday, December 16, 5:00 pm."], []),
    ("2026-12-17 01:00", ["The office is closed."], ["Last chance", "Before it begins"]),
    (
        "2026-12-21 07:59",
        ["Dana is in charge from Monday, December 21, through Sunday, December 27."],
        ["now", "helps"],
    ),
    ("2026-12-21 08:00", ["In charge now Dana is in charge", "Sol is in charge from"], ["now Sol"]),
    ("2026-12-23 16:59", ["No sessions take place."], ["Sol helps as well."]),
    ("2026-12-28 08:00", ["In charge now Sol is in charge from"], ["Dana"]),
    (
        "2027-01-04 16:59",
        ["Ines away: December 21 to January 1", "In charge now Sol", "No sessions take place."],
        ["back since"],
    ),
    (
        "2027-01-04 17:00",
        ["Ines back since Monday, January 4", AWAY, "replies take up to 2 business days."],
        ["Ines away:", "in charge", "Whom to ask", "No sessions", "The office is closed."],
    ),
    ("2027-01-07 07:59", ["Ines back since Monday, January 4"], ["replies take up to 3"]),
    ("2027-01-07 08:00", [], ["Ines"]),
]


@pytest.mark.parametrize(
    ("built", "moment", "expected", "not_said"),
    [
        (built, *row)
        for built in ("2026-11-30 09:00", "2026-12-20 12:00", "2026-12-23 12:00")
        for row in SEEN
        if built <= row[0]
    ],
)
def test_each_part_of_an_absence_is_seen_in_its_window(
    built: str, moment: str, expected: list[str], not_said: list[str]
) -> None:
    found = page(built, content(BREAK))
    seen = read_at(found, moment, f"{ABSENCES} article")
    assert all(each in seen for each in expected), seen
    assert not any(each in seen for each in not_said), seen


@pytest.mark.parametrize("built", ["2026-12-23 12:00", "2026-12-24 12:00"])
def test_an_update_is_seen_from_its_moment_on(built: str) -> None:
    found = page(built, content(BREAK))
    seen = read_at(found, "2026-12-24 17:00", f"{ABSENCES} .updates")
    assert seen == "Wednesday, December 23, 9:00 am Sol helps as well."
    assert read_at(found, "2026-12-23 16:59", f"{ABSENCES} .updates") == ""


def test_after_the_return_slow_replies_take_the_place_of_usual_ones() -> None:
    shut = {"id": "a", "from": "2026-12-01", "until": "2026-12-02", "level": "closed"}
    found = page("2026-12-01 12:00", content(shut | {"catch_up": "2 days"}))
    usual, slow = "Messages are answered as usual.", "replies are slower than usual."
    before, after = (
        read_at(found, moment, ABSENCES) for moment in ("2026-12-03 16:59", "2026-12-03 17:00")
    )
    assert (usual in before, slow in before) == (True, True)
    assert (usual in after, slow in after) == (False, True)


@pytest.mark.parametrize(
    ("built", "expected"),
    [
        ("2026-11-30 09:00", ""),
        ("2026-12-02 12:00", "Last chance before: Wednesday, December 16, 5:00 pm."),
        (
            "2026-12-22 12:00",
            "Dana is in charge from Monday, December 21, through Sunday, December 27.",
        ),
        ("2026-12-29 12:00", "Sol is in charge from Monday, December 28, until the return."),
        ("2027-01-05 12:00", "Ines back since Monday, January 4"),
    ],
)
def test_without_scripts_it_says_what_holds_at_the_moment_of_building(
    built: str, expected: str
) -> None:
    seen = read(page(built, content(BREAK)), f"{ABSENCES} article")
    assert expected in seen
    assert bool(seen) is bool(expected)
    assert not {"now", "today"} & set(seen.lower().split())


def test_each_absence_has_its_anchor_and_its_window() -> None:
    (article,) = page("2026-12-02 12:00", content(BREAK)).css(f"{ABSENCES} article")
    assert article.attributes["id"] == "break"
    assert article.attributes["data-from"] == "2026-12-01T08:00:00Z"
    assert article.attributes["data-until"] == "2027-01-07T08:00:00Z"


def test_what_is_told_stands_in_its_order_and_before_what_comes_later() -> None:
    coming = {"id": "coming", "from": "2026-12-08", "until": "2026-12-09", "announce": "2026-11-24"}
    news = {"id": "news", "from": "2026-11-20", "until": "2026-12-31", "level": "news"}
    over = {"id": "over", "from": "2026-11-02", "until": "2026-11-03"}
    made = content(coming, news | {"message": "A new number"}, over, ILL)
    articles = page("2026-11-23 15:10", made).css(f"{ABSENCES} article")
    assert [each.attributes["id"] for each in articles] == ["ill", "news", "coming"]
    assert ["hidden" in each.attributes for each in articles] == [False, False, True]


@pytest.mark.parametrize(
    ("moment", "said", "not_said"),
    [
        ("2026-11-28 07:59", "Next word by Friday, November 27.", "overdue"),
        ("2026-11-28 08:00", "and is overdue.", "Next word by"),
    ],
)
def test_a_review_that_has_passed_is_overdue_without_a_build(
    moment: str, said: str, not_said: str
) -> None:
    seen = read_at(page("2026-11-23 15:10", content(ILL)), moment, ABSENCES)
    assert said in seen
    assert not_said not in seen


def test_after_a_sentence_with_clock_times_there_is_room_for_those_of_the_reader() -> None:
    afternoon = {"id": "a", "from": "2026-12-02 13:00", "until": "2026-12-02 17:00"}
    found = page("2026-12-01 15:10", content(afternoon | {"backup": "dana"}))
    room = part(found, f"{ABSENCES} .absence-dates [data-yours]")
    assert (room.attributes["data-yours"] or "").startswith("2026-12-02T21:00:00Z/")
    assert "hidden" in room.attributes
    book_by = page("2026-12-02 12:00", content(BREAK))
    rooms = [each.attributes["data-yours"] for each in book_by.css(f"{ABSENCES} [data-yours]")]
    assert "2026-12-17T01:00:00Z" in rooms


def test_cover_that_changes_at_a_clock_time_has_room_for_that_of_the_reader() -> None:
    shared = BREAK | {
        "cover": [
            {"person": "dana", "until": "2026-12-23 12:00"},
            {"person": "sol", "from": "2026-12-23 12:00"},
        ]
    }
    found = page("2026-12-02 12:00", content(shared))
    rooms = [each.attributes["data-yours"] for each in found.css(f"{ABSENCES} .cover [data-yours]")]
    assert rooms[0] == "2026-12-23T20:00:00Z"


def test_a_vague_absence_shows_no_exact_day() -> None:
    vague = {"id": "surgery", "from": "2026-12-22", "until": "2026-12-23", "detail": "vague"}
    found = page("2026-12-22 12:00", content(vague))
    html = part(found, "main").html or ""
    assert "in the week that ends on Sunday, December 27" in html
    assert not any(day in html for day in ("12-22", "12-23", "12-24", "December 2,", "surgery"))


def test_news_stand_there_without_dates_of_an_absence() -> None:
    news = {"id": "number", "level": "news", "from": "2026-11-01", "until": "2026-12-31"}
    found = page("2026-11-23 15:10", content(news | {"message": "A **new** number"}))
    assert text_of(part(found, "#number .prose")) == "A new number"
    assert found.css("#number .absence-dates") == []


def test_what_is_called_off_says_only_that() -> None:
    found = page("2026-12-02 12:00", content(BREAK | {"status": "cancelled"}))
    seen = read(found, f"{ABSENCES} article")
    assert "(called off)" in seen
    assert "does not take place" in seen
    assert not any(word in seen for word in ("Dana", "No sessions", "Last chance"))


# Who steps in.


def test_everybody_stands_in_one_table() -> None:
    table = part(page("2026-12-22 12:00", content(BREAK)), ".people table")
    rows = table.css("tbody tr")
    assert [each.attributes["id"] for each in rows] == ["backup_dana", "backup_sol"]
    headings = [text_of(each) for each in table.css("thead th")]
    assert headings[0] == "Who"
    for row in rows:
        assert [each.attributes["data-label"] for each in row.css("td")] == headings[1:]
        assert part(row, "th").attributes["scope"] == "row"


def test_a_number_of_somebody_who_covers_is_a_link() -> None:
    found = page("2026-12-22 12:00", content(BREAK))
    assert part(found, ".people .reach").attributes["href"] == "sms:+16195550142"


def test_where_only_one_person_has_an_answer_the_other_says_so() -> None:
    rows = page("2026-12-22 12:00", content(BREAK)).css(".people tbody tr")
    assert text_of(rows[1]).count("Not stated") == 5
    assert "Not stated" not in text_of(rows[0])


def test_without_an_absence_no_number_is_there() -> None:
    found = page("2026-11-23 15:10", content())
    assert "555" not in (found.html or "")
    assert "The ways to reach Dana are listed here" in text_of(part(found, ".people"))


@pytest.mark.parametrize(("number", "scrolls"), [(3, False), (4, True)])
def test_a_wide_table_can_be_moved_by_keyboard(number: int, scrolls: bool) -> None:
    people = [DANA | {"id": f"p{each}", "name": f"P {each}"} for each in range(number)]
    found = page("2026-11-23 15:10", content(backup={"backups": people}))
    assert ("tabindex" in part(found, ".people-table").attributes) is scrolls


def test_the_page_is_well_formed_and_speaks_in_whole_messages() -> None:
    made = content(BREAK, ILL)
    frame = ("portal_announcer", "data-stale")
    found = faults(page("2026-12-02 12:00", made))
    assert not [each for each in found if not any(name in each for name in frame)]
    moment = datetime(2026, 12, 2, tzinfo=UTC)
    assert patchwork(pages_of(away.documents, made, moment, PSEUDO)["/away/"]) == []
