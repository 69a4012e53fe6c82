from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import pytest

from portalgen.pages import services
from tests.pages.reading import facts_of, pages_of, part, text_of

NEXT = {
    "amount": "420 USD",
    "per": "month",
    "next": {"amount": "460 USD", "starting": "2027-01-01"},
}


def offered(*offers: Mapping[str, object]) -> dict[str, object]:
    return {"services": {"services": list(offers)}}


def amounts(facts: dict[str, dict[str, Any]]) -> tuple[str, ...]:
    (offer,) = facts["/services/"]["offers"]
    (cost,) = offer.costs
    assert isinstance(cost, services.Cost)
    return cost.amounts


def test_a_practice_without_services_has_no_page_about_them() -> None:
    assert facts_of(services.documents, {}) == {}


def test_each_service_has_a_page_and_the_list_comes_first() -> None:
    documents = facts_of(services.documents, offered({"title": "Repairs"}, {"title": "Advice"}))
    assert list(documents) == ["/services/", "/services/repairs/", "/services/advice/"]


def test_a_retired_service_leaves_the_list_and_keeps_its_page() -> None:
    pages = pages_of(
        services.documents, offered({"title": "Repairs"}, {"title": "Letters", "status": "retired"})
    )
    assert "Letters" not in text_of(pages["/services/"])
    assert "This service is no longer offered." in text_of(pages["/services/letters/"])


def test_where_all_services_are_retired_there_is_no_list_to_lead_to() -> None:
    pages = pages_of(services.documents, offered({"title": "Letters", "status": "retired"}))
    assert list(pages) == ["/services/letters/"]
    assert "All services" not in text_of(pages["/services/letters/"])


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (
            datetime(2026, 11, 23, tzinfo=UTC),
            ("Until December 31: $420 per month", "From January 1, 2027: $460 per month"),
        ),
        (datetime(2027, 1, 1, 12, tzinfo=UTC), ("$460 per month",)),
        (datetime(2027, 5, 1, 12, tzinfo=UTC), ("$460 per month",)),
    ],
)
def test_a_price_that_changes_is_said_with_its_days(
    moment: datetime, expected: tuple[str, ...]
) -> None:
    assert amounts(
        facts_of(services.documents, offered({"title": "S", "price": NEXT}), moment)
    ) == (expected)


@pytest.mark.parametrize("day", [1, 14, 15, 16, 30])
def test_in_the_month_of_the_change_the_day_of_building_makes_no_difference(day: int) -> None:
    price = {"amount": "90 EUR", "next": {"amount": "95 EUR", "starting": "2026-11-15"}}
    moment = datetime(2026, 11, day, 20, tzinfo=UTC)
    assert amounts(
        facts_of(services.documents, offered({"title": "S", "price": price}), moment)
    ) == (
        "Until November 14: €90",
        "From November 15, 2026: €95",
    )


@pytest.mark.parametrize(
    ("status", "opening", "expected"),
    [
        ("open", None, None),
        ("open", "2027-03-02", "The next opening is expected on Tuesday, March 2."),
        ("waitlist", None, "There is a waiting list."),
        (
            "waitlist",
            "2027-03-02",
            "There is a waiting list. The next opening is expected on Tuesday, March 2.",
        ),
        ("paused", None, "This service is paused."),
        (
            "paused",
            "2027-03-02",
            "This service is paused. The next opening is expected on Tuesday, March 2.",
        ),
        ("retired", "2027-03-02", "This service is no longer offered."),
        ("waitlist", "2026-10-31", "There is a waiting list."),
    ],
)
def test_what_keeps_clients_from_a_service_is_one_sentence(
    status: str, opening: str | None, expected: str | None
) -> None:
    service = {"title": "Repairs", "status": status, "next_opening": opening}
    documents = facts_of(services.documents, offered(service))
    offer = documents["/services/repairs/"]["offer"]
    assert isinstance(offer, services.Offer)
    assert offer.state == expected


PAUSE = {
    "away": {
        "away": [
            {
                "id": "pause",
                "from": "2026-12-01",
                "until": "2027-02-28",
                "services": ["repairs"],
                "announce": "2026-11-01",
            }
        ]
    },
    "availability": {"weekly": {"mon-fri": "09:00-17:00"}},
}


def test_a_service_that_pauses_says_so_on_its_page_and_in_the_list() -> None:
    pages = pages_of(services.documents, offered({"title": "Repairs"}, {"title": "Advice"}) | PAUSE)
    sentence = "Repairs pauses from December 1 through February 28, again from Monday, March 1."
    assert sentence in text_of(pages["/services/repairs/"])
    assert text_of(pages["/services/"]).count(sentence) == 1
    assert "pauses" not in text_of(pages["/services/advice/"])
    link = part(pages["/services/repairs/"], "main .callout a")
    assert link.attributes["href"] == "../../away/#pause"


def test_a_pause_that_is_not_announced_stands_nowhere() -> None:
    early = datetime(2026, 10, 1, tzinfo=UTC)
    pages = pages_of(services.documents, offered({"title": "Repairs"}) | PAUSE, early)
    assert not any("pauses" in text_of(page) for page in pages.values())


SHEETS = [
    {"slug": "second", "title": "B", "summary": "S", "service": ["repairs"], "order": "2"},
    {"slug": "first", "title": "C", "summary": "S", "service": ["repairs"], "order": "1"},
    {"slug": "own", "title": "D", "summary": "S"},
    {"slug": "other", "title": "A", "summary": "S", "service": ["advice"]},
]


def test_a_service_leads_to_its_own_fact_sheet_and_then_to_those_that_name_it() -> None:
    content = offered({"title": "Repairs", "fact_sheet": "own"}) | {"what-to-expect": SHEETS}
    sheets = facts_of(services.documents, content)["/services/repairs/"]["fact_sheets"]
    assert [address for address, _ in sheets] == [
        "/what-to-expect/own/",
        "/what-to-expect/first/",
        "/what-to-expect/second/",
    ]


def test_the_clauses_of_a_service_stand_in_short_with_their_address() -> None:
    clauses = [
        {"id": "pay", "title": "Paying", "short": "Within a week."},
        {"id": "cancel", "title": "Canceling", "short": "A day ahead."},
    ]
    content = offered({"title": "Repairs", "terms": ["cancel"]}) | {"terms": {"clauses": clauses}}
    page = pages_of(services.documents, content)["/services/repairs/"]
    (link,) = page.css(".shorts a")
    assert (link.text(), link.attributes["href"]) == ("Canceling", "../../terms/#cancel")
    assert part(page, ".shorts dd").text() == "A day ahead."


BACKUPS = {
    "backup": {
        "backups": [
            {"id": "dana", "name": "Dana Whitlock", "consent": "2026-01-01"},
            {"id": "sol", "name": "Sol Marchetti", "consent": "2026-01-01"},
            {"id": "kim", "name": "Kim Osei"},
            {"id": "ada", "name": "Ada Ruiz", "consent": "2026-01-01", "services": ["advice"]},
        ]
    }
}


@pytest.mark.parametrize(
    ("covered_by", "expected"),
    [
        ([], ["Dana Whitlock", "Sol Marchetti"]),
        (["sol", "dana"], ["Sol Marchetti", "Dana Whitlock"]),
        (["kim", "sol"], ["Sol Marchetti"]),
    ],
)
def test_who_covers_a_service_is_named_in_the_order_to_ask(
    covered_by: list[str], expected: list[str]
) -> None:
    content = offered({"title": "Repairs", "covered_by": covered_by}) | BACKUPS
    people = facts_of(services.documents, content)["/services/repairs/"]["people"]
    assert [each.name for each in people] == expected


def test_nobody_covers_a_service_that_is_retired() -> None:
    content = offered({"title": "Repairs", "status": "retired"}) | BACKUPS
    assert facts_of(services.documents, content)["/services/repairs/"]["people"] == ()


def test_how_often_news_comes_is_one_sentence() -> None:
    content = offered({"title": "Repairs", "update_every": "3 business days"})
    text = text_of(pages_of(services.documents, content)["/services/repairs/"])
    assert "While work is open, you hear from Ines every 3 business days, news or no news." in text


def test_deposit_and_due_stand_beside_their_price() -> None:
    price = [
        {"amount": "90 EUR", "per": "visit", "due": "On the day"},
        {"amount": "600 EUR", "at_least": "yes", "deposit": "200 EUR", "note": "Without parts"},
    ]
    page = pages_of(services.documents, offered({"title": "Repairs", "price": price}))[
        "/services/repairs/"
    ]
    lists = [each.text(separator=" ").split() for each in page.css(".section > .facts")]
    assert [" ".join(words) for words in lists] == [
        "Price €90 per visit When it is paid On the day",
        "Price from €600 Deposit €200 Good to know Without parts",
    ]
