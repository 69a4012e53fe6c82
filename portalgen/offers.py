"""What is offered, as pages read it: prices with the days on which they change, and states.

A price that changes is said as sentences with their days, true whenever they are read, and from
that day on as the new price alone. Nothing here asks whether somebody is away.
"""

from dataclasses import dataclass

from portalgen import days
from portalgen.frame import Line
from portalgen.live import Window
from portalgen.model.services import Price, Service, ServiceStatus
from portalgen.wording.voice import Voice


@dataclass(frozen=True)
class Cost:
    """A price as clients read it.

    `amounts` is one amount; or two sentences around the day on which it changes, and the new
    amount alone from that day on.
    """

    amounts: tuple[Line, ...]
    price: Price


def costs_of(service: Service, voice: Voice) -> tuple[Cost, ...]:
    """Return the prices of a service."""
    return tuple(Cost(_amounts(price, voice), price) for price in service.price)


def has_cost_details(service: Service) -> bool:
    """Return whether there is more to say of the prices of a service than at a glance."""
    return any(price.deposit or price.due for price in service.price)


def state_of(service: Service, voice: Voice) -> str | None:
    """Return what keeps clients from having a service; None where nothing does."""
    day = service.next_opening
    opening = voice.day(day) if day is not None and day >= voice.month else None
    match service.status:
        case ServiceStatus.RETIRED:
            return voice.gettext("This service is no longer offered.")
        case ServiceStatus.PAUSED if opening:
            return voice.gettext(
                "This service is paused. The next opening is expected on %(day)s.", day=opening
            )
        case ServiceStatus.PAUSED:
            return voice.gettext("This service is paused.")
        case ServiceStatus.WAITLIST if opening:
            return voice.gettext(
                "There is a waiting list. The next opening is expected on %(day)s.", day=opening
            )
        case ServiceStatus.WAITLIST:
            return voice.gettext("There is a waiting list.")
        case _ if opening:
            return voice.gettext("The next opening is expected on %(day)s.", day=opening)
    return None


def _amounts(price: Price, voice: Voice) -> tuple[Line, ...]:
    """Return the amounts of a price with their windows.

    Readers without scripts see the same on each day of a month: in that of the change both
    sentences, which are dated, and not yet the new amount alone.
    """
    said = voice.prices(price)
    if price.next is None or len(said) == 1:
        return tuple(Line(text, Window(None, None, is_shown=True)) for text in said)
    changes = days.start_of_day(price.next.starting, voice.where)
    alone = Line(voice.priced(price.next.amount, price), Window(changes, None, is_shown=False))
    return *(Line(text, Window(None, changes, is_shown=True)) for text in said), alone
