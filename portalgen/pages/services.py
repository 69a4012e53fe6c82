"""The list of services, and a page for each.

What is retired leaves the list and keeps a page that says so. What an absence means for a
service stands there in its window. Nothing here asks whether somebody is away at the moment of
reading.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from portalgen import addresses
from portalgen.documents import Document
from portalgen.edition import Edition
from portalgen.frame import Line
from portalgen.live import window_of
from portalgen.model.backup import Backup
from portalgen.model.portal import Portal
from portalgen.model.prose import FactSheet, in_order
from portalgen.model.services import Service, ServiceStatus
from portalgen.offers import Cost, costs_of, has_cost_details, state_of
from portalgen.timeline import told
from portalgen.wording.notices import notice_text
from portalgen.wording.voice import Voice


@dataclass(frozen=True)
class Pause:
    """What an absence means for this service: until the return, and from it on.

    `address` is where more about it stands.
    """

    said: tuple[Line, ...]
    address: str


@dataclass(frozen=True)
class Offer:
    """A service as lists and its own page show it.

    `state` says what keeps clients from having it; None where nothing does.
    """

    service: Service
    address: str
    costs: tuple[Cost, ...]
    state: str | None
    pauses: tuple[Pause, ...]


def documents(edition: Edition, voice: Voice) -> Iterator[Document]:
    """Yield the list, if anything is offered, and the page of each service."""
    offers = tuple(_offer(each, edition, voice) for each in edition.portal.services.services)
    offered = tuple(each for each in offers if not _is_retired(each.service))
    if offered:
        yield Document(
            addresses.SERVICES,
            "pages/services.html",
            {"title": voice.gettext("Services"), "offers": offered},
        )
    for offer in offers:
        facts = _facts(offer, edition.portal)
        list_address = addresses.SERVICES if offered else None
        yield Document(offer.address, "pages/service.html", {**facts, "list_address": list_address})


def _is_retired(service: Service) -> bool:
    return service.status is ServiceStatus.RETIRED


def _offer(service: Service, edition: Edition, voice: Voice) -> Offer:
    return Offer(
        service,
        addresses.service(service.id),
        costs_of(service, voice),
        state_of(service, voice),
        tuple(_pauses(service, edition, voice)),
    )


def _pauses(service: Service, edition: Edition, voice: Voice) -> Iterator[Pause]:
    if _is_retired(service):
        return
    for stretch in told.in_order(edition.timeline.stretches):
        is_over = stretch.gone is not None and stretch.gone <= edition.moment
        if service.id not in stretch.absence.services or is_over:
            continue
        text = notice_text(stretch, edition.portal, voice)
        if text.dates is None:
            continue
        said = [Line(text.dates, window_of(text.starts, text.over or text.ends, edition))]
        if text.returned is not None:
            again = voice.pgettext("sentence", "%(clause)s.", clause=text.returned)
            said.append(Line(again, window_of(text.over, text.ends, edition)))
        yield Pause(tuple(said), addresses.absence(stretch.absence.id))


def _facts(offer: Offer, portal: Portal) -> dict[str, object]:
    service = offer.service
    retired = _is_retired(service)
    return {
        "title": service.title,
        "offer": offer,
        "service": service,
        "retired": retired,
        "has_glance": bool(offer.costs or service.length or service.where),
        "has_cost_details": has_cost_details(service),
        "fact_sheets": _fact_sheets(service, portal),
        "clauses": tuple(
            (addresses.clause(each.id), each) for each in portal.clauses if each.id in service.terms
        ),
        "people": () if retired else _people(service, portal),
        "away_address": addresses.AWAY,
    }


def _fact_sheets(service: Service, portal: Portal) -> tuple[tuple[str, FactSheet], ...]:
    """Return the address of each fact sheet about a service, and the sheet; its own first."""
    own = [each for each in portal.fact_sheets if each.slug == service.fact_sheet]
    about = [each for each in portal.fact_sheets if service.id in each.service]
    rest = in_order(each for each in about if each not in own)
    return tuple((addresses.fact_sheet(each.slug), each) for each in own + rest)


def _people(service: Service, portal: Portal) -> tuple[Backup, ...]:
    """Return who covers a service, in the order to ask."""
    if service.covered_by:
        named = (portal.person(each) for each in service.covered_by)
        return tuple(person for person in named if person is not None)
    return tuple(person for person in portal.backup.backups if person.takes(service.id))
