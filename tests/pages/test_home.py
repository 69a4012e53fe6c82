"""The first page."""

from collections.abc import Callable

from selectolax.lexbor import LexborHTMLParser, LexborNode

Shown = Callable[..., LexborHTMLParser]


def texts(page: LexborHTMLParser, selector: str) -> list[str]:
    return [" ".join(each.text().split()) for each in page.css(selector)]


def first(page: LexborHTMLParser, selector: str) -> LexborNode:
    found = page.css_first(selector)
    assert found is not None
    return found


def test_a_portal_of_three_fields_says_its_name_and_how_to_write(shown: Shown) -> None:
    page = shown("/", {})
    assert texts(page, "h1") == ["Ines Calder Coaching"]
    assert page.css_first(".presence a[href='mailto:ines@calder.example']") is not None
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


def test_the_first_answers_are_hours_replies_and_whom_to_ask(shown: Shown) -> None:
    page = shown(
        "/",
        {
            "availability.yaml": "weekly: {mon-thu: 09:00-16:00}\n"
            "replies: {by: email, within: 1 business day}\n",
            "backup.yaml": "backups: [{id: dana, name: Dana Whitlock, consent: 2026-03-02}]\n",
        },
    )
    assert texts(page, ".presence dd:not(.small)") == [
        "Email within 1 business day",
        "Dana Whitlock steps in for what cannot wait.",
        "Monday to Thursday 9:00 am to 4:00 pm",
        "Friday to Sunday closed",
    ]


def test_retired_services_are_not_offered_and_a_waiting_list_is_said(shown: Shown) -> None:
    page = shown(
        "/",
        {
            "services.yaml": "services:\n- title: One\n  status: waitlist\n"
            "- title: Two\n  status: retired\n- title: Three\n"
        },
    )
    assert texts(page, ".card h3") == ["One", "Three"]
    assert texts(page, ".card .tag") == ["Waiting list"]


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
    assert first(page, "a[href='what-to-expect/b/']").text() == "First"
