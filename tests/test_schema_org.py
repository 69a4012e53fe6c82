"""What search engines are told is what pages say."""

from typing import Any

import pytest

from portalgen.model.portal import Portal
from portalgen.schema_org import practice_data

PRACTICE = {
    "name": "Ines Calder Coaching",
    "timezone": "America/Los_Angeles",
    "contact": {"email": "ines@calder.example"},
}
URL = {"url": "https://ines.example/p/"}


def data(practice: dict[str, Any] | None = None, **parts: Any) -> dict[str, Any]:
    return practice_data(
        Portal.model_validate({"practice": {**PRACTICE, **(practice or {})}, **parts})
    )


def test_a_small_practice_says_little() -> None:
    assert data() == {
        "@context": "https://schema.org",
        "@type": "LocalBusiness",
        "name": "Ines Calder Coaching",
        "email": "ines@calder.example",
    }


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ({"kind": "coach"}, {"@type": "ProfessionalService"}),
        ({"kind": "repair"}, {"@type": "LocalBusiness"}),
        ({"tagline": "Quiet"}, {"description": "Quiet"}),
        ({"owner": "Ines"}, {"founder": {"@type": "Person", "name": "Ines"}}),
        (URL, {"url": "https://ines.example/p/", "@id": "https://ines.example/p/#practice"}),
        (
            {**URL, "look": {"photo": "ines.jpg", "logo": "logo.svg"}},
            {
                "image": "https://ines.example/p/images/ines.jpg",
                "logo": "https://ines.example/p/images/logo.svg",
            },
        ),
        (
            {"contact": {"email": "i@i.example", "phone": "+1 619 555 0122", "address": "Here 1"}},
            {"telephone": "+1 619 555 0122", "address": "Here 1"},
        ),
    ],
)
def test_what_is_written_is_told(written: dict[str, Any], told: dict[str, Any]) -> None:
    assert data(written).items() >= told.items()


@pytest.mark.parametrize(
    ("weekly", "told"),
    [
        ({"mon-tue": "09:00-17:00"}, [("09:00", "17:00", ["Monday", "Tuesday"])]),
        (
            {"mon": "09:00-12:00, 13:00-17:00", "wed": "13:00-17:00"},
            [("09:00", "12:00", ["Monday"]), ("13:00", "17:00", ["Monday", "Wednesday"])],
        ),
        ({"fri": "22:00-02:00"}, [("22:00", "02:00", ["Friday"])]),
        ({"sun": "00:00-24:00"}, [("00:00", "23:59", ["Sunday"])]),
        ({"mon": "closed"}, []),
    ],
)
def test_the_hours_of_a_usual_week_are_told(weekly: dict[str, str], told: list[Any]) -> None:
    found = data(availability={"weekly": weekly}).get("openingHoursSpecification", [])
    assert [(each["opens"], each["closes"], each["dayOfWeek"]) for each in found] == told


def offers(**service: Any) -> list[dict[str, Any]]:
    services = {"services": [{"title": "One", **service}]}
    return list(data(URL, services=services).get("makesOffer", []))


@pytest.mark.parametrize("status", ["waitlist", "paused", "retired"])
def test_only_what_can_be_had_is_offered(status: str) -> None:
    assert offers(status=status) == []
    assert offers()[0]["itemOffered"] == {
        "@type": "Service",
        "name": "One",
        "url": "https://ines.example/p/services/one/",
    }


@pytest.mark.parametrize(
    ("price", "told"),
    [
        ({"amount": "420 USD"}, [{"price": "420", "priceCurrency": "USD"}]),
        (
            {"amount": "12.50 EUR", "per": "hour", "at_least": "yes"},
            [{"minPrice": "12.50", "priceCurrency": "EUR", "unitText": "hour"}],
        ),
        (
            {"amount": "420 USD", "next": {"amount": "460 USD", "starting": "2027-01-01"}},
            [
                {"price": "420", "priceCurrency": "USD", "validThrough": "2026-12-31"},
                {"price": "460", "priceCurrency": "USD", "validFrom": "2027-01-01"},
            ],
        ),
    ],
)
def test_prices_are_told_with_their_days(price: Any, told: list[dict[str, Any]]) -> None:
    (offer,) = offers(price=[price])
    kind = {"@type": "UnitPriceSpecification"}
    assert offer["priceSpecification"] == [{**kind, **each} for each in told]
