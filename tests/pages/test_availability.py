"""The page about when the practice can be reached."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from selectolax.lexbor import LexborHTMLParser

Shown = Callable[..., LexborHTMLParser | None]
ADDRESS = "/availability/"


def texts(page: LexborHTMLParser | None, selector: str) -> list[str]:
    assert page is not None
    return [" ".join(each.text().split()) for each in page.css(selector)]


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
    assert texts(page, "h3") == [
        "If a life is at risk",
        "What is urgent",
        "What can wait",
        "What to do when it is urgent",
    ]


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
