"""The first page."""

from collections.abc import Callable

import pytest
from selectolax.lexbor import LexborHTMLParser

Shown = Callable[..., LexborHTMLParser]


def texts(page: LexborHTMLParser, selector: str) -> list[str]:
    return [" ".join(each.text().split()) for each in page.css(selector)]


def test_a_portal_of_three_fields_says_its_name_and_how_to_write(shown: Shown) -> None:
    page = shown("/", {})
    assert texts(page, "h1") == ["Ines Calder Coaching"]
    assert page.css_first(".answers a[href='mailto:ines@calder.example']") is not None
    assert texts(page, "h2") == []


def test_the_tagline_opens_the_page(shown: Shown) -> None:
    page = shown(
        "/",
        {
            "practice.yaml": "name: A B\ntimezone: Europe/Lisbon\ntagline: Quiet help\n"
            "contact: {email: a@b.example}\n"
        },
    )
    assert texts(page, "h1") == ["Quiet help"]
    assert texts(page, "title") == ["A B"]


CLAUSES = "clauses:\n- {id: a, title: A, short: First.}\n"
ANSWERS = {
    "availability.yaml": "weekly: {mon-thu: 09:00-16:00}\n"
    "replies: [{by: email, within: 1 business day}, {by: phone, within: 2 days}]\n",
    "backup.yaml": "backups: [{id: dana, name: Dana Whitlock, consent: 2026-03-02}]\n",
    "terms.yaml": CLAUSES + "- {id: b, title: B, short: Second., values: {notice: 2 days}}\n",
    "what-to-expect/call.md": "---\ntitle: The call\nsummary: Short.\n---\n",
}


def test_the_five_answers_that_cannot_wait_stand_first_and_lead_on(shown: Shown) -> None:
    page = shown("/", ANSWERS)
    labels = texts(page, ".answers dt a")
    addresses = [each.attributes["href"] for each in page.css(".answers dt a")]
    assert dict(zip(labels, addresses, strict=True)) == {
        "Hours": "availability/",
        "You hear back": "availability/",
        "When Ines Calder Coaching is away": "away/",
        "The terms in short": "terms/",
        "What happens next": "what-to-expect/call/",
    }
    assert texts(page, ".answers dd:not([hidden])") == [
        "Monday to Thursday, 9:00 am to 4:00 pm, Pacific time (Los Angeles)",
        "Email within 1 business day",
        "Dana Whitlock steps in for what cannot wait.",
        "Second.",
        "The call",
    ]


AWAY = (
    "away:\n- {{id: a, level: {}, from: 2026-11-20, until: further notice, review: 2026-12-01}}\n"
)
STANDS_STILL = "These times stand still while Ines Calder Coaching is away."


@pytest.mark.parametrize(("level", "hidden"), [("away", [False]), ("closed", []), ("limited", [])])
def test_while_nobody_knows_how_long_it_is_said_that_reply_times_stand_still(
    level: str, hidden: list[bool], shown: Shown
) -> None:
    page = shown("/", {**ANSWERS, "away.yaml": AWAY.format(level)})
    found = [each for each in page.css(".answers dd.small") if STANDS_STILL in each.text()]
    assert ["hidden" in each.attributes for each in found] == hidden


def test_of_an_absence_to_come_it_is_said_in_its_time(shown: Shown) -> None:
    away = "away:\n- {id: a, from: 2026-12-01, until: 2026-12-04, announce: 2026-11-01}\n"
    page = shown("/", {**ANSWERS, "away.yaml": away})
    [found] = page.css(".answers dd.small")
    assert STANDS_STILL in found.text()
    assert found.attributes == {
        "class": "small",
        "data-from": "2026-12-01T08:00:00Z",
        "data-until": "2026-12-05T08:00:00Z",
        "hidden": None,
    }


def test_without_a_notice_to_keep_the_first_clause_is_the_answer(shown: Shown) -> None:
    page = shown("/", {"terms.yaml": CLAUSES})
    assert texts(page, ".answers > div:last-child dd") == ["First."]


def test_each_service_has_its_price_and_length_at_a_glance(shown: Shown) -> None:
    price = "price: {amount: 420 USD, per: month}, length: 50 minutes"
    page = shown("/", {"services.yaml": f"services: [{{title: One, {price}}}, {{title: Two}}]\n"})
    assert texts(page, ".entry-facts p") == ["$420 per month", "50 minutes"]


def test_of_many_services_the_first_are_named_and_the_list_is_linked(shown: Shown) -> None:
    many = "".join(f"- title: Service {n}\n" for n in range(9))
    page = shown("/", {"services.yaml": f"services:\n{many}"})
    assert len(page.css(".entry")) == 8
    assert texts(page, ".onward a[href='services/']") == ["All services"]
    page = shown("/", {"services.yaml": "services: [{title: One}]\n"})
    assert texts(page, ".onward a[href='services/']") == []


def test_retired_services_are_not_offered_and_a_waiting_list_is_said(shown: Shown) -> None:
    page = shown(
        "/",
        {
            "services.yaml": "services:\n- title: One\n  status: waitlist\n"
            "- title: Two\n  status: retired\n- title: Three\n"
        },
    )
    assert texts(page, ".entry h3") == ["One", "Three"]
    assert texts(page, ".entry .tag") == ["Waiting list"]


def test_only_the_first_clauses_are_told_and_all_are_linked(shown: Shown) -> None:
    clauses = "".join(f"- {{id: c{n}, title: T{n}, short: S{n}}}\n" for n in range(7))
    page = shown("/", {"terms.yaml": f"clauses:\n{clauses}"})
    assert texts(page, ".shorts dt") == ["T0", "T1", "T2", "T3", "T4"]
    assert page.css_first("a[href='terms/']") is not None


def test_what_happens_next_is_the_first_fact_sheet_in_order(shown: Shown) -> None:
    front = "---\ntitle: {}\nsummary: About {}.\norder: {}\n---\n"
    page = shown(
        "/",
        {
            "what-to-expect/a.md": front.format("Later", "later", 2),
            "what-to-expect/b.md": front.format("First", "first", 1),
        },
    )
    assert texts(page, "h2") == ["What happens next"]
    assert texts(page, ".onward a[href='what-to-expect/b/']") == ["First"]
