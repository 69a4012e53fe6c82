"""The first page: the answers that cannot wait, then what is offered and on which terms.

Everything here stands in full on another page; this one says the short version and leads on.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from portalgen import addresses
from portalgen.documents import Document
from portalgen.edition import Edition
from portalgen.frame import hours_in_words
from portalgen.live import Window
from portalgen.menu import Link, away_title, has_availability
from portalgen.model.portal import Portal
from portalgen.model.prose import FactSheet, in_order
from portalgen.model.services import Service, ServiceStatus
from portalgen.model.terms import Clause
from portalgen.wording.voice import Voice

_CLAUSES = 5
_SERVICES = 8


@dataclass(frozen=True)
class ServiceCard:
    """A service in a word, and what keeps clients from having it, if anything does."""

    service: Service
    address: str
    tag: str | None


def documents(edition: Edition, voice: Voice) -> Iterator[Document]:
    """Yield the home page."""
    portal, practice = edition.portal, edition.portal.practice
    sheet = _first_sheet(portal)
    cards = tuple(_cards(portal, voice))
    yield Document(
        addresses.HOME,
        "pages/home.html",
        {
            "practice": practice,
            "photo": addresses.image(practice.look.photo) if practice.look.photo else None,
            "hours": hours_in_words(portal, voice),
            "reply": next(iter(portal.availability.replies), None),
            "still": tuple(_still(edition)),
            "covers": _covers(portal, voice),
            "away": Link(away_title(portal, voice), addresses.AWAY),
            "availability": addresses.AVAILABILITY if has_availability(portal) else None,
            "contact": addresses.CONTACT,
            "services": cards[:_SERVICES],
            "more_services": len(cards) > _SERVICES,
            "all_services": addresses.SERVICES,
            "clause": _foremost_clause(portal),
            "clauses": tuple(
                (addresses.clause(each.id), each) for each in portal.clauses[:_CLAUSES]
            ),
            "all_terms": addresses.TERMS,
            "sheet": sheet,
            "sheet_address": addresses.fact_sheet(sheet.slug) if sheet else None,
        },
    )


def _foremost_clause(portal: Portal) -> Clause | None:
    """Return the clause that clients ask about first: with how much notice they can cancel."""
    has_notice = (each for each in portal.clauses if "notice" in each.values)
    return next(has_notice, next(iter(portal.clauses), None))


def _still(edition: Edition) -> Iterator[Window]:
    """Yield when reply times stand still, but for what is over.

    Readers without scripts see it from the last build before it begins on.
    """
    for each in edition.timeline.reply_clock.still:
        if each.ends is None or each.ends > edition.moment:
            is_shown = each.starts < edition.moment + edition.next_build
            yield Window(each.starts, each.ends, is_shown)


def _covers(portal: Portal, voice: Voice) -> str | None:
    """Return who steps in at all; who does so at a moment stands in the notice."""
    names = [each.name for each in portal.backup.backups]
    if not names:
        return None
    return voice.ngettext(
        "%(names)s steps in for what cannot wait.",
        "%(names)s step in for what cannot wait.",
        len(names),
        names=voice.listed(names),
    )


def _cards(portal: Portal, voice: Voice) -> Iterator[ServiceCard]:
    for service in portal.services.services:
        if service.status is not ServiceStatus.RETIRED:
            yield ServiceCard(service, addresses.service(service.id), _tag(service, voice))


def _tag(service: Service, voice: Voice) -> str | None:
    match service.status:
        case ServiceStatus.WAITLIST:
            return voice.pgettext("state of a service", "Waiting list")
        case ServiceStatus.PAUSED:
            return voice.pgettext("state of a service", "Paused")
        case _:
            return None


def _first_sheet(portal: Portal) -> FactSheet | None:
    return next(iter(in_order(portal.fact_sheets)), None)
