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
from portalgen.formats.uri import reach_uri
from portalgen.frame import has_packet, packet_title
from portalgen.model.portal import Portal
from portalgen.model.practice import Channel
from portalgen.model.prose import Policy, PolicyStatus, in_order
from portalgen.model.services import Service, ServiceStatus
from portalgen.model.terms import Terms
from portalgen.offers import Cost, costs_of, state_of
from portalgen.wording.voice import Voice

_WAYS = (Channel.EMAIL, Channel.PHONE, Channel.TEXT)


@dataclass(frozen=True)
class Offer:
    """A service, what it costs, and what keeps clients from having it."""

    service: Service
    costs: tuple[Cost, ...]
    state: str | None


@dataclass(frozen=True)
class Way:
    """A way to reach the practice."""

    name: str
    value: str
    address: str


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
        "ways": tuple(_ways(portal, voice)),
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
            yield Offer(service, costs_of(service, voice), state_of(service, voice))


def _ways(portal: Portal, voice: Voice) -> Iterator[Way]:
    contact = portal.practice.contact
    for channel in _WAYS:
        value = getattr(contact, channel.value)
        if value is not None:
            address = reach_uri(channel.value, str(value))
            yield Way(voice.way(channel.value), str(value), address)
