"""The packet: one document to print and to hand to somebody before they decide.

It holds what other pages say, fact sheets and policies in full, the terms in short. It tells no
date of its own; those of the terms and policies are what it can be known by. Where there is
nothing beyond the name of the practice, there is no packet.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from portalgen import addresses
from portalgen.authority import authority_of
from portalgen.documents import Document
from portalgen.edition import Edition
from portalgen.menu import has_packet, packet_title
from portalgen.model.portal import Portal
from portalgen.model.prose import Policy, PolicyStatus, in_order
from portalgen.model.services import Service, ServiceStatus
from portalgen.model.terms import Terms
from portalgen.offers import Cost, costs_of, has_cost_details, state_of
from portalgen.ways import ways_of
from portalgen.wording.voice import Voice


@dataclass(frozen=True)
class Offer:
    """A service, what it costs, and what keeps clients from having it."""

    service: Service
    costs: tuple[Cost, ...]
    has_cost_details: bool
    state: str | None


def documents(edition: Edition, voice: Voice) -> Iterator[Document]:
    """Yield the packet, if there is something to put into it; search engines know its parts."""
    portal = edition.portal
    if not has_packet(portal):
        return
    yield Document(addresses.PACKET, "pages/packet.html", _facts(edition, voice), listed=False)


def _facts(edition: Edition, voice: Voice) -> dict[str, object]:
    portal = edition.portal
    policies = in_order(p for p in portal.policies if p.status is PolicyStatus.CURRENT)
    week = portal.availability.usual_week
    return {
        "title": packet_title(voice),
        "practice": portal.practice,
        "offers": tuple(_offers(portal, voice)),
        "terms": portal.terms if portal.clauses else None,
        "terms_address": addresses.TERMS,
        "terms_shown": _full_address(portal, addresses.TERMS),
        "effective": _effective(portal.terms, voice),
        "sheets": tuple(in_order(portal.fact_sheets)),
        "policies": tuple((each, _effective(each, voice)) for each in policies),
        "authority": authority_of(edition, voice),
        "ways": tuple(ways_of(portal.practice, voice)),
        "replies": portal.availability.replies,
        "hours": voice.week(week) if week else (),
        "site": _full_address(portal, addresses.HOME),
    }


def _full_address(portal: Portal, address: str) -> str | None:
    """Return the address that stands on paper, if that of the portal is known."""
    url = portal.practice.url
    return url and url.rstrip("/") + address


def _effective(text: Terms | Policy | None, voice: Voice) -> str | None:
    return voice.day_with_year(text.effective) if text and text.effective else None


def _offers(portal: Portal, voice: Voice) -> Iterator[Offer]:
    for service in portal.services.services:
        if service.status is not ServiceStatus.RETIRED:
            yield Offer(
                service,
                costs_of(service, voice),
                has_cost_details(service),
                state_of(service, voice),
            )
