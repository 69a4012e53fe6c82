"""The page about when the practice can be reached."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from portalgen.pages.availability import documents
from portalgen.wording.dates import weekday_name
from portalgen.wording.plain import locale_of
from tests.pages.reading import MOMENT, PRACTICE, PSEUDO, pages_of, part, patchwork

Shown = Callable[..., LexborHTMLParser | None]
ADDRESS = "/availability/"
WEEK: dict[str, Any] = {"weekly": {"mon-thu": "09:00-16:00"}}


def made(moment: datetime = MOMENT, **content: Any) -> LexborHTMLParser:
    """Return the page of a practice with some content."""
    return pages_of(documents, content, moment)[ADDRESS]


def away(*absences: dict[str, Any]) -> dict[str, Any]:
    return {"away": absences}


def texts(page: LexborHTMLParser | None, selector: str) -> list[str]:
    assert page is not None
    return [" ".join(each.text().split()) for each in page.css(selector)]


def names(page: LexborHTMLParser | None, selector: str, attribute: str) -> list[str | None]:
    assert page is not None
    return [each.attributes[attribute] for each in page.css(selector)]


def region(page: LexborHTMLParser | None, name: str) -> str:
    assert page is not None
    html = part(page, f"main [data-live={name}]").inner_html or ""
    return html.strip()


def test_without_anything_to_say_there_is_no_page(shown: Shown) -> None:
    assert shown(ADDRESS, {}) is None
    assert shown(ADDRESS, {"availability.yaml": "announce: 7 days\nemergency: {}\n"}) is None


def test_equal_days_in_a_row_stand_together(shown: Shown) -> None:
    page = shown(ADDRESS, {"availability.yaml": "weekly: {mon-thu: 09:00-16:00}\n"})
    assert texts(page, ".hours dt") == ["Monday to Thursday", "Friday to Sunday"]
    assert texts(page, ".hours dd") == ["9:00 am to 4:00 pm", "closed"]


def test_fridays_in_july_stand_there_in_november(shown: Shown) -> None:
    page = shown(
        ADDRESS,
        {
            "availability.yaml": "weekly: {mon-fri: 09:00-16:00}\nspecial_days:\n"
            "- from: 07-01\n  until: 07-31\n  weekly: {fri: 09:00-11:00}\n"
            "  label: Summer Fridays\n"
        },
    )
    days, hours, label = texts(page, ".facts dt, .facts dd")
    assert days.startswith("Friday, July 2")
    assert (hours, label) == ("9:00 to 11:00 am", "Summer Fridays")


def test_special_days_that_are_over_are_gone_and_later_ones_name_their_year(shown: Shown) -> None:
    page = shown(
        ADDRESS,
        {
            "availability.yaml": "special_days:\n- {day: 2026-11-02, hours: closed}\n"
            "- {day: 2026-11-24, hours: closed}\n- {day: 2027-09-06, hours: closed}\n"
        },
    )
    assert texts(page, ".facts dt") == ["Tuesday, November 24", "Monday, September 6, 2027"]


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ("new_clients: open", "Ines Calder Coaching is taking new clients."),
        ("new_clients: closed", "Ines Calder Coaching takes no new clients."),
        (
            "new_clients: waitlist\nnext_opening: 2027-02-01",
            "There is a waiting list for new clients. The next opening is expected on "
            "Monday, February 1.",
        ),
        (
            "new_clients: waitlist\nnext_opening: 2026-01-01",
            "There is a waiting list for new clients.",
        ),
        (
            "next_opening: 2027-02-01",
            "New clients are expected to be taken from Monday, February 1.",
        ),
    ],
)
def test_new_clients_read_whether_there_is_room(shown: Shown, told: str, sentence: str) -> None:
    page = shown(ADDRESS, {"availability.yaml": f"{told}\n"})
    assert sentence in texts(page, ".section p")


def test_an_opening_of_the_past_alone_leaves_no_empty_heading(shown: Shown) -> None:
    page = shown(ADDRESS, {"availability.yaml": "next_opening: 2026-01-01\n"})
    assert "New clients" not in texts(page, "h2")


def test_danger_comes_before_all_that_is_urgent(shown: Shown) -> None:
    page = shown(
        ADDRESS,
        {
            "availability.yaml": "emergency:\n  is: A fire\n  is_not: An invoice\n"
            "  do: Text me.\n  danger: Call 911.\n"
        },
    )
    assert texts(page, "h3") == ["Is life at risk?", "Is it urgent?", "Otherwise"]


def test_the_moment_of_building_stands_at_the_foot_in_the_zone_of_the_practice(
    shown: Shown,
) -> None:
    page = shown(
        ADDRESS,
        {"availability.yaml": "new_clients: open\n"},
        datetime(2026, 11, 23, 15, 10, tzinfo=UTC),
    )
    assert texts(page, "main > p:last-child") == [
        "This page was made on Monday, November 23, 7:10 am, Pacific time (Los Angeles)."
    ]


def test_the_calendar_has_the_month_of_building_and_two_more() -> None:
    page = made(availability=WEEK)
    assert texts(page, "caption") == ["November 2026", "December 2026", "January 2027"]
    assert names(page, "table", "data-month") == ["2026-11", "2026-12", "2027-01"]
    assert len(texts(page, "td[data-day]")) == 30 + 31 + 31


@pytest.mark.parametrize(
    ("language", "heads"),
    [
        ("en-US", ["Su", "Mo", "Tu", "We", "Th", "Fr", "Sa"]),
        ("en-GB", ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"]),
        ("de", ["Mo.", "Di.", "Mi.", "Do.", "Fr.", "Sa.", "So."]),
    ],
)
def test_every_day_stands_below_its_weekday(language: str, heads: list[str]) -> None:
    page = made(availability=WEEK, practice=PRACTICE | {"language": language})
    for table in page.css("table"):
        assert [each.text() for each in table.css("th[scope=col]")] == heads
        full_names = [each.attributes["abbr"] for each in table.css("th")]
        year, month = (int(part) for part in (table.attributes["data-month"] or "").split("-"))
        for row in table.css("tbody tr"):
            for full_name, cell in zip(full_names, row.css("td"), strict=True):
                number = cell.attributes.get("data-day")
                if number is not None:
                    weekday = date(year, month, int(number)).weekday()
                    assert full_name == weekday_name(locale_of(language), weekday)


def test_eyes_and_ears_are_told_what_a_day_is() -> None:
    special = {"day": "2026-12-18", "hours": "09:00-12:00", "label": "Extra Friday"}
    page = made(
        availability=WEEK | {"public_holidays": {"country": "US"}, "special_days": [special]},
        away=away(
            {"from": "2026-12-01", "until": "2026-12-01", "catch_up": "1 day"},
            {"from": "2026-12-07 13:00", "until": "2026-12-07 17:00", "announce": "2026-11-01"},
        ),
    )
    days = {number: f"[data-month='2026-12'] [data-day='{number}']" for number in range(1, 32)}
    for number, words, mark in (
        (1, "1, away", "day-away"),
        (2, "2, slower replies", "day-limited"),
        (3, "3, usual hours", "day-usual"),
        (4, "4, closed", "day-closed"),
        (7, "7, away for a part of the day", "day-partly-away"),
        (18, "18, other hours: Extra Friday", "day-other-hours"),
        (25, "25, public holiday, closed: Christmas Day", "day-holiday"),
    ):
        assert texts(page, days[number]) == [words]
        assert names(page, days[number], "class") == [f"day {mark}"]


def test_the_calendar_says_on_which_day_it_was_true() -> None:
    page = made(availability=WEEK)
    (words,) = (each for each in texts(page, ".calendar > p") if "As known" in each)
    assert words.startswith("As known on Monday, November 23")


def test_the_legend_names_the_marks_that_occur_and_no_other() -> None:
    december = {"from": "2026-12-01", "until": "2026-12-04"}
    for absences, legend in (
        ([], ["usual hours", "closed"]),
        ([december], ["usual hours", "away", "closed"]),
    ):
        page = made(availability=WEEK, away=away(*absences))
        assert texts(page, ".legend li") == legend
        assert {*names(page, ".legend .day", "class")} == {*names(page, "td.day", "class")}


def test_without_hours_days_are_marked_only_where_there_is_something_to_say() -> None:
    replies = {"replies": [{"by": "email", "within": "1 day"}]}
    assert texts(made(availability=replies), "table") == []
    page = made(availability=replies, away=away({"from": "2026-12-01", "until": "2026-12-01"}))
    assert texts(page, ".legend li") == ["away", "no hours given"]
    # What is as always has the mark of what is as always, and no question mark.
    assert names(page, ".legend .day", "class") == ["day day-away", "day day-usual"]


def test_a_date_that_the_zone_left_out_leaves_its_place_empty() -> None:
    page = made(
        datetime(2011, 12, 5, tzinfo=UTC),
        availability=WEEK,
        practice=PRACTICE | {"timezone": "Pacific/Apia"},
    )
    last_week = page.css("[data-month='2011-12'] tbody tr")[-1]
    found = [each.attributes.get("data-day") for each in last_week.css("td")]
    assert found == ["25", "26", "27", "28", "29", None, "31"]


def test_all_builds_of_a_month_have_the_same_calendar() -> None:
    absences = away({"from": "2026-12-01", "until": "2026-12-04", "announce": "2026-11-01"})
    first, last = (
        made(datetime(2026, 11, day, 15, tzinfo=UTC), availability=WEEK, away=absences)
        for day in (2, 30)
    )
    tables = [[each.html for each in page.css(".months")] for page in (first, last)]
    assert tables[0] == tables[1] != []


def test_no_day_of_the_tables_is_written_as_machines_write_it() -> None:
    page = made(availability=WEEK, away=away({"from": "2026-12-01", "until": "2026-12-04"}))
    tables = "".join(each.html or "" for each in page.css("table"))
    assert not re.search(r"\d{4}-\d{2}-\d{2}", tables)


def test_announced_absences_lead_to_all_there_is_about_them() -> None:
    page = made(
        services={"services": [{"title": "Dishwashers"}]},
        availability=WEEK,
        away=away(
            {"id": "pause", "services": ["dishwashers"]}
            | {"from": "2026-12-01", "until": "2026-12-11"},
            {"id": "over", "from": "2026-11-16", "until": "2026-11-19"},
            {"id": "off", "from": "2026-12-03", "until": "2026-12-03", "status": "cancelled"},
            {"id": "soon", "from": "2026-12-02", "until": "2026-12-02", "announce": "2026-11-24"},
            {"id": "later", "from": "2026-12-21", "until": "2026-12-31", "announce": "2026-12-01"},
            {"id": "number", "from": "2026-11-23", "until": "2026-12-31"}
            | {"level": "news", "message": "A new number"},
        ),
    )
    assert texts(page, ".announced li") == [
        "Dishwashers paused: December 1 to 11",
        "Ines away: December 2",
        "Ines away: December 3 (called off)",
    ]
    found = names(page, ".announced a", "href")
    assert found == ["../away/#pause", "../away/#soon", "../away/#off"]
    # What becomes known before the next build is there, and is not shown before its time.
    assert names(page, ".announced [hidden]", "data-from") == ["2026-11-24T08:00:00Z"]
    assert names(page, ".announced [hidden]", "data-until") == ["2026-12-03T08:00:00Z"]


def test_each_promise_has_a_place_for_what_only_a_script_may_say() -> None:
    replies = [{"by": "email", "within": "1 day"}, {"by": "text", "within": "2 hours"}]
    page = made(availability={"replies": replies})
    places = "[data-live=replies] .facts dd[hidden]"
    assert names(page, places, "data-hear") == ["0", "1"]
    assert texts(page, places) == ["", ""]


def test_the_parts_that_may_change_are_there_even_where_they_are_empty() -> None:
    page = made(availability={"new_clients": "open"})
    assert region(page, "replies") == ""
    assert texts(page, "main [data-live=calendar] h2") == ["When Ines is away"]


def test_the_calendar_can_be_subscribed_to() -> None:
    page = made(availability=WEEK)
    assert names(page, ".subscribe a", "href") == ["../calendar.ics"]
    page = made(availability=WEEK, practice=PRACTICE | {"url": "https://calder.example/portal/"})
    assert names(page, ".subscribe a", "href") == [
        "webcal://calder.example/portal/calendar.ics",
        "../calendar.ics",
    ]
    assert texts(page, ".subscribe a")[1] == "https://calder.example/portal/calendar.ics"


def test_no_sentence_is_put_together_from_several_messages() -> None:
    absences = away({"from": "2026-12-01", "until": "2026-12-04"})
    content = {"availability": WEEK | {"new_clients": "open"}, "away": absences}
    (page,) = pages_of(documents, content, catalog=PSEUDO).values()
    assert patchwork(page) == []
