"""The page about absences, and who steps in."""

from collections.abc import Callable
from datetime import UTC, datetime

from selectolax.lexbor import LexborHTMLParser, LexborNode

Shown = Callable[..., LexborHTMLParser]
ADDRESS = "/away/"
DANA = """\
backups:
  - id: dana
    name: Dana Whitlock
    role: Coach in La Mesa
    in_charge_when: Ines is away for a day or more
    can: Move sessions
    cannot: Change prices
    knows: Your name
    services: all
    timezone: America/New_York
    weekly: {mon-fri: 08:00-18:00}
    contacts: {text: "+1 619 555 0142", for: anything urgent}
    replies_within: 4 hours
    consent: 2026-03-02
"""
ILL = """\
away:
  - from: 2026-11-23
    until: further notice
    review: 2026-11-27
    appointments: Sessions do not take place.
"""


def texts(page: LexborHTMLParser, selector: str) -> list[str]:
    return [" ".join(each.text().split()) for each in page.css(selector)]


def first(page: LexborHTMLParser, selector: str) -> LexborNode:
    found = page.css_first(selector)
    assert found is not None
    return found


def test_without_absences_and_backups_it_says_how_absences_become_known(shown: Shown) -> None:
    page = shown(ADDRESS, {})
    assert texts(page, "h1") == ["When Ines Calder Coaching is away"]
    assert texts(page, ".lead") == [
        "Absences are listed here and on every page, usually from 14 days before they begin."
    ]
    assert texts(page, "h2") == []


def test_a_running_absence_has_its_anchor_and_its_dates(shown: Shown) -> None:
    page = shown(ADDRESS, {"away.yaml": ILL, "backup.yaml": DANA})
    article = first(page, "article.absence")
    assert article.attributes["id"] == "2026-11-23"
    assert "until further notice." in article.text()
    assert "Next word by Friday, November 27." in article.text()
    assert "Sessions do not take place." in article.text()
    assert "overdue" not in article.text()


def test_a_review_that_has_passed_is_overdue(shown: Shown) -> None:
    page = shown(ADDRESS, {"away.yaml": ILL}, datetime(2026, 11, 28, 20, tzinfo=UTC))
    assert "overdue" in first(page, "article.absence").text()
    assert "Next word" not in first(page, "article.absence").text()


def test_updates_are_shown_from_their_moment_on(shown: Shown) -> None:
    updates = (
        "    updates:\n      - {at: 2026-11-23 20:00, text: Later.}\n"
        "      - {at: 2026-11-23 07:00, text: Dana has the calendar.}\n"
    )
    page = shown(ADDRESS, {"away.yaml": ILL + updates})
    assert texts(page, ".updates p:last-child") == ["Dana has the calendar."]


def test_a_person_is_shown_with_authority_hours_and_ways_while_needed(shown: Shown) -> None:
    page = shown(ADDRESS, {"away.yaml": ILL, "backup.yaml": DANA})
    person = first(page, "article.person")
    assert texts(page, "article.person h4") == ["May", "May not", "Can see about you"]
    assert first(page, "a[href='sms:+16195550142']").text() == "+1 619 555 0142"
    assert "Eastern time (New York)" in person.text()
    assert "within 4 hours" in person.text()


def test_without_an_absence_no_number_is_there_and_the_page_says_when_it_is(shown: Shown) -> None:
    page = shown(ADDRESS, {"backup.yaml": DANA})
    assert "555" not in str(page.html)
    assert (
        "The ways to reach Dana Whitlock are listed here from the announcement of an absence "
        "until its end." in texts(page, "article.person dd")
    )


def test_what_happens_to_sessions_is_said_even_if_nobody_is_away(shown: Shown) -> None:
    page = shown(ADDRESS, {"availability.yaml": "appointments: Sessions are moved.\n"})
    assert texts(page, ".section p") == ["Sessions are moved."]


def test_news_of_the_practice_stand_there_without_dates_of_an_absence(shown: Shown) -> None:
    page = shown(
        ADDRESS,
        {
            "away.yaml": "away:\n- {id: number, level: news, from: 2026-11-01, "
            "until: 2026-12-31, message: A **new** number}\n"
        },
    )
    assert texts(page, "#number .prose") == ["A new number"]
    assert page.css_first("#number .absence-dates") is None
