"""The search, and the list of all pages for those who look for something without it.

The list works without scripts. What is looked through is `search.json`, which is made from the
finished pages; no page of results is ever worded by the script.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from portalgen import addresses
from portalgen.documents import Document
from portalgen.edition import Edition
from portalgen.menu import away_title, has_availability, has_packet, has_promises, packet_title
from portalgen.model.portal import Portal
from portalgen.model.prose import PolicyStatus, in_order
from portalgen.model.services import ServiceStatus
from portalgen.wording.voice import Voice

_RESULTS = 20


@dataclass(frozen=True)
class Listed:
    """A page or a part of one: its title, where it stands, and what it is about."""

    title: str
    address: str
    summary: str | None = None
    language: str | None = None


@dataclass(frozen=True)
class Group:
    """Pages of one kind, and the page that lists or holds them all."""

    title: str
    address: str | None
    entries: tuple[Listed, ...]


def documents(edition: Edition, voice: Voice) -> Iterator[Document]:
    """Yield the page; search engines have no use for it."""
    portal = edition.portal
    yield Document(
        addresses.SEARCH,
        "pages/search.html",
        {
            "title": voice.gettext("Search"),
            "groups": tuple(each for each in _groups(portal, voice) if each.entries),
            "index": addresses.SEARCH_INDEX,
            "counts": _counts(voice),
            "contact": addresses.CONTACT,
        },
        listed=False,
    )


def _counts(voice: Voice) -> tuple[str, ...]:
    """Return what is said of each number of results; the last is said of all that are more."""
    counts = (
        voice.ngettext("%(num)s result", "%(num)s results", number)
        for number in range(1, _RESULTS + 1)
    )
    none = voice.gettext("No results")
    more = voice.gettext("The first %(number)s results", number=_RESULTS)
    return none, *counts, more


def _groups(portal: Portal, voice: Voice) -> Iterator[Group]:
    services = tuple(
        Listed(each.title, addresses.service(each.id), each.summary)
        for each in portal.services.services
        if each.status is not ServiceStatus.RETIRED
    )
    yield Group(voice.gettext("Services"), addresses.SERVICES, services)
    sheets = tuple(
        Listed(each.title, addresses.fact_sheet(each.slug), each.summary, each.language)
        for each in in_order(portal.fact_sheets)
    )
    yield Group(voice.gettext("What to expect"), addresses.WHAT_TO_EXPECT, sheets)
    clauses = tuple(
        Listed(each.title, addresses.clause(each.id), each.short) for each in portal.clauses
    )
    yield Group(voice.gettext("Terms"), addresses.TERMS, clauses)
    policies = tuple(
        Listed(each.title, addresses.policy(each.slug), each.summary, each.language)
        for each in in_order(portal.policies)
        if each.status is PolicyStatus.CURRENT
    )
    yield Group(voice.gettext("Policies"), addresses.POLICIES, policies)
    yield Group(voice.gettext("Times and contact"), None, tuple(_around(portal, voice)))
    own = tuple(
        Listed(each.title, addresses.own_page(each.slug), each.summary, each.language)
        for each in in_order(portal.pages)
    )
    yield Group(voice.gettext("More pages"), None, own)


def _around(portal: Portal, voice: Voice) -> Iterator[Listed]:
    """Yield the pages of which every portal has one of each, if any."""
    if has_availability(portal):
        about = voice.gettext("Hours, days off, urgent matters")
        yield Listed(voice.gettext("Availability"), addresses.AVAILABILITY, about)
    about = voice.gettext("Announced absences, and who steps in")
    yield Listed(away_title(portal, voice), addresses.AWAY, about)
    yield Listed(voice.gettext("Contact"), addresses.CONTACT)
    if has_promises(portal):
        yield Listed(voice.gettext("Promises"), addresses.PROMISES)
    if has_packet(portal):
        about = voice.gettext("All that is good to know before you decide, in one document")
        yield Listed(packet_title(voice), addresses.PACKET, about)
