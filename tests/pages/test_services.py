from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import pytest

from portalgen.offers import Cost
from portalgen.pages import services
from tests.pages.reader import read, read_at
from tests.pages.reading import facts_of, pages_of, part, text_of

NEXT = {
    "amount": "420 USD",
    "per": "month",
    "next": {"amount": "460 USD", "starting": "2027-01-01"},
}


def offered(*offers: Mapping[str, object]) -> dict[str, object]:
    return {"services": {"services": list(offers)}}


def amounts(facts: dict[str, dict[str, Any]]) -> tuple[str, ...]:
    """Return what readers without scripts see of the only price."""
    (offer,) = facts["/services/"]["offers"]
    (cost,) = offer.costs
    assert isinstance(cost, Cost)
    return tuple(each.text for each in cost.amounts if each.window.is_shown)


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


BOTH = "Until December 31: $420 per month From January 1, 2027: $460 per month"


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ("2026-11-23 15:10", BOTH),
        ("2027-01-01 07:59", BOTH),
        # In San Diego the year begins at 8:00 UTC.
        ("2027-01-01 08:00", "$460 per month"),
        ("2027-02-01 08:00", "$460 per month"),
    ],
)
def test_an_open_page_drops_the_old_price_on_the_day_of_the_change(
    moment: str, expected: str
) -> None:
    pages = pages_of(
        services.documents, offered({"title": "S", "price": NEXT | {"due": "At once"}})
    )
    for address, selector in (
        ("/services/", "main .glance dd"),
        ("/services/s/", ".glance dd"),
        ("/services/s/", ".costs div:first-child dd"),
    ):
        assert read_at(pages[address], moment, selector) == expected
        assert read(pages[address], selector) == BOTH


@pytest.mark.parametrize("day", [14, 15, 16])
def test_a_price_has_the_same_windows_on_each_day_of_the_month(day: int) -> None:
    price = {"amount": "90 EUR", "next": {"amount": "95 EUR", "starting": "2026-11-15"}}
    (offer,) = facts_of(
        services.documents,
        offered({"title": "S", "price": price}),
        datetime(2026, 11, day, 20, tzinfo=UTC),
    )["/services/"]["offers"]
    changes = datetime(2026, 11, 15, 8, tzinfo=UTC)
    assert [
        (each.window.starts, each.window.ends, each.window.is_shown)
        for each in offer.costs[0].amounts
    ] == [(None, changes, True), (None, changes, True), (changes, None, False)]


def test_the_prices_of_a_page_are_taken_over_anew_each_in_its_own_region() -> None:
    content = offered({"title": "S", "price": NEXT | {"due": "At once"}})
    page = pages_of(services.documents, content)["/services/s/"]
    names = [each.attributes["data-live"] for each in page.css("main [data-live]")]
    assert names == ["pauses", "costs", "costs-in-full"]


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


PAUSE: dict[str, Any] = {
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


SENTENCE = "Repairs pauses from December 1 through February 28, again from Monday, March 1."
AGAIN = "Repairs available again since Monday, March 1."


def test_a_service_that_pauses_says_so_on_its_page_and_in_the_list() -> None:
    pages = pages_of(services.documents, offered({"title": "Repairs"}, {"title": "Advice"}) | PAUSE)
    assert SENTENCE in read(pages["/services/repairs/"])
    assert read(pages["/services/"]).count(SENTENCE) == 1
    assert "pauses" not in text_of(pages["/services/advice/"])
    (link, _) = pages["/services/repairs/"].css("main .callout a")
    assert link.attributes["href"] == "../../away/#pause"


def test_a_pause_that_is_not_announced_stands_nowhere() -> None:
    early = datetime(2026, 10, 1, tzinfo=UTC)
    pages = pages_of(services.documents, offered({"title": "Repairs"}) | PAUSE, early)
    assert not any("pauses" in text_of(page) for page in pages.values())


@pytest.mark.parametrize("built", ["2026-10-31 12:00", "2026-11-23 15:10", "2026-12-24 12:00"])
@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ("2027-02-28 20:00", SENTENCE),
        ("2027-03-01 16:59", SENTENCE),
        ("2027-03-01 17:00", AGAIN),
        ("2027-03-04 07:59", AGAIN),
        ("2027-03-04 08:00", ""),
    ],
)
@pytest.mark.parametrize("address", ["/services/", "/services/repairs/"])
def test_an_open_page_says_when_a_pause_is_over_and_then_nothing(
    built: str, moment: str, expected: str, address: str
) -> None:
    at = datetime.fromisoformat(built).replace(tzinfo=UTC)
    page = pages_of(services.documents, offered({"title": "Repairs"}) | PAUSE, at)[address]
    assert read_at(page, moment, ".offer-state, .callout") == expected


def test_a_pause_to_come_is_in_the_page_and_not_seen_before_its_announcement() -> None:
    late = datetime(2026, 10, 31, 12, tzinfo=UTC)
    page = pages_of(services.documents, offered({"title": "Repairs"}) | PAUSE, late)[
        "/services/repairs/"
    ]
    assert read(page, ".callout") == ""
    assert read_at(page, "2026-11-01 06:59", ".callout") == ""
    assert read_at(page, "2026-11-01 07:00", ".callout") == SENTENCE


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        (
            {"level": "limited", "replies_within": "3 days"},
            "For Repairs, replies take up to 3 days from December 1 through February 28.",
        ),
        (
            {"status": "cancelled"},
            "The pause of December 1 to February 28 does not take place: Repairs.",
        ),
        ({"level": "news", "message": "A new bench"}, ""),
    ],
)
def test_what_else_an_absence_means_for_a_service(changed: dict[str, str], expected: str) -> None:
    pause = PAUSE["away"]["away"][0] | changed
    content = offered({"title": "Repairs"}) | PAUSE | {"away": {"away": [pause]}}
    page = pages_of(services.documents, content)["/services/repairs/"]
    assert read(page, ".callout") == expected


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
        "Price from €600 Deposit €200",
    ]


def test_what_an_owner_notes_of_a_price_stands_right_below_it() -> None:
    price = [
        {"amount": "90 EUR", "per": "visit", "note": "With tax"},
        {"amount": "600 EUR", "note": "Without parts"},
    ]
    shown = pages_of(services.documents, offered({"title": "Repairs", "price": price}))
    for address in ("/services/", "/services/repairs/"):
        (costs,) = shown[address].css(".glance div")
        words = " ".join(costs.text(separator=" ").split())
        assert words == "Price €90 per visit With tax €600 Without parts"
