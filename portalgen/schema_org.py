"""The practice in the words of schema.org, for search engines and assistants (JSON-LD 1.1).

Says only what pages say too: who this is, how to reach them, the hours of a usual week, and what
is offered at which price. Days that differ are not told here.
"""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from urllib.parse import quote

from portalgen import addresses
from portalgen.model.portal import Portal
from portalgen.model.practice import Kind, Practice
from portalgen.model.services import Price, Service, ServiceStatus
from portalgen.model.values import Hours, Money

Data = dict[str, Any]

# All of them are kinds of LocalBusiness.
_TYPES = {
    Kind.COACH: "ProfessionalService",
    Kind.CONSULTANT: "ProfessionalService",
    Kind.THERAPIST: "HealthAndBeautyBusiness",
    Kind.ASSISTANT: "ProfessionalService",
}
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_DAY = 24 * 60


def practice_data(portal: Portal) -> Data:
    """Return what is known of the practice; addresses only where its own one is known."""
    practice = portal.practice
    return _without_nothing(
        {
            "@context": "https://schema.org",
            "@type": _TYPES.get(practice.kind, "LocalBusiness"),
            "@id": _url(practice, f"{addresses.HOME}#practice"),
            "name": practice.name,
            "description": practice.tagline,
            "url": _url(practice, addresses.HOME),
            "image": _image(practice, practice.look.photo),
            "logo": _image(practice, practice.look.logo),
            "email": practice.contact.email,
            "telephone": practice.contact.phone,
            "address": practice.contact.address,
            "founder": practice.owner and {"@type": "Person", "name": practice.owner},
            "openingHoursSpecification": list(_opening_hours(portal)),
            "makesOffer": list(_offers(portal)),
        }
    )


def _url(practice: Practice, address: str) -> str | None:
    return practice.url.rstrip("/") + address if practice.url else None


def _image(practice: Practice, name: str | None) -> str | None:
    return _url(practice, quote(addresses.image(name))) if name else None


def _opening_hours(portal: Portal) -> Iterator[Data]:
    """Yield each time at which the practice opens and closes, with the days that have it."""
    week = portal.availability.usual_week or ()
    for opens, closes in sorted({each for hours in week for each in _times(hours)}):
        days = zip(_DAYS, week, strict=True)
        yield {
            "@type": "OpeningHoursSpecification",
            "dayOfWeek": [day for day, hours in days if (opens, closes) in _times(hours)],
            "opens": opens,
            "closes": closes,
        }


def _times(hours: Hours) -> list[tuple[str, str]]:
    return [(_clock(each.opens), _clock(each.closes)) for each in hours.ranges]


def _clock(minutes: int) -> str:
    # The last minute stands for midnight: 00:00 would close before it opens.
    hours, rest = divmod(minutes % _DAY if minutes != _DAY else _DAY - 1, 60)
    return f"{hours:02}:{rest:02}"


def _offers(portal: Portal) -> Iterator[Data]:
    for service in portal.services.services:
        if service.status is ServiceStatus.OPEN:
            yield _offer(service, portal.practice)


def _offer(service: Service, practice: Practice) -> Data:
    offered = {
        "@type": "Service",
        "name": service.title,
        "description": service.summary,
        "url": _url(practice, addresses.service(service.id)),
    }
    prices = [each for price in service.price for each in _prices(price)]
    return _without_nothing(
        {
            "@type": "Offer",
            "itemOffered": _without_nothing(offered),
            "priceSpecification": prices,
        }
    )


def _prices(price: Price) -> Iterator[Data]:
    """Yield a price, or both where one takes the place of another."""
    if price.next is None:
        yield _price(price.amount, price)
        return
    last_day = price.next.starting - timedelta(days=1)
    yield {**_price(price.amount, price), "validThrough": last_day.isoformat()}
    yield {**_price(price.next.amount, price), "validFrom": price.next.starting.isoformat()}


def _price(amount: Money, like: Price) -> Data:
    return _without_nothing(
        {
            "@type": "UnitPriceSpecification",
            "minPrice" if like.at_least else "price": str(amount.amount),
            "priceCurrency": amount.currency,
            "unitText": like.per,
        }
    )


def _without_nothing(data: Data) -> Data:
    return {key: value for key, value in data.items() if value not in (None, "", [])}
