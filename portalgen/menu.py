"""Which pages a portal has beside its home, and what links to them are called.

What is there to read decides, so that no link leads to an empty page.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from portalgen import addresses
from portalgen.model.portal import Portal
from portalgen.model.prose import OwnPage, PolicyStatus, in_order
from portalgen.model.services import ServiceStatus
from portalgen.wording.voice import Voice

# With more pages than these beside the menu, the last link leads to a list of all.
_OWN_PAGES_OF_A_FOOTER = 12


@dataclass(frozen=True)
class Link:
    """A label, and the address in the portal or elsewhere that it leads to."""

    label: str
    address: str


def menu(portal: Portal, voice: Voice) -> Iterator[Link]:
    """Yield the pages of the menu, in its order."""
    if any(each.status is not ServiceStatus.RETIRED for each in portal.services.services):
        yield Link(voice.gettext("Services"), addresses.SERVICES)
    if portal.fact_sheets:
        yield Link(voice.gettext("What to expect"), addresses.WHAT_TO_EXPECT)
    if portal.terms is not None:
        yield Link(voice.gettext("Terms"), addresses.TERMS)
    if any(each.status is PolicyStatus.CURRENT for each in portal.policies):
        yield Link(voice.gettext("Policies"), addresses.POLICIES)
    if has_availability(portal):
        yield Link(voice.gettext("Availability"), addresses.AVAILABILITY)
    yield from (_own(each) for each in in_order(portal.pages) if each.nav)
    yield Link(voice.gettext("Contact"), addresses.CONTACT)


def footer(portal: Portal, voice: Voice) -> Iterator[Link]:
    """Yield the pages that are linked to below all others."""
    yield Link(away_title(portal, voice), addresses.AWAY)
    if has_promises(portal):
        yield Link(voice.gettext("Promises"), addresses.PROMISES)
    if has_packet(portal):
        yield Link(packet_title(voice), addresses.PACKET)
    own = [_own(each) for each in in_order(portal.pages) if not each.nav]
    yield from own[:_OWN_PAGES_OF_A_FOOTER]
    if len(own) > _OWN_PAGES_OF_A_FOOTER:
        yield Link(voice.gettext("All pages"), addresses.SEARCH)


def has_availability(portal: Portal) -> bool:
    """Return whether there is anything to say about when the practice can be reached."""
    told = portal.availability
    emergency = told.emergency
    return any(
        (
            told.weekly,
            told.special_days,
            told.public_holidays,
            told.replies,
            told.new_clients,
            told.next_opening,
            emergency and (emergency.is_ or emergency.is_not or emergency.do or emergency.danger),
        )
    )


def has_promises(portal: Portal) -> bool:
    """Return whether there are promises to read."""
    promises = portal.promises
    return promises is not None and bool(promises.standards or promises.when_i_drop_the_ball)


def has_packet(portal: Portal) -> bool:
    """Return whether there is anything to hand to somebody before they decide."""
    practice = portal.practice
    return any(
        (
            practice.for_you_if,
            practice.not_for_you_if,
            any(each.status is not ServiceStatus.RETIRED for each in portal.services.services),
            portal.clauses,
            portal.fact_sheets,
            any(each.status is PolicyStatus.CURRENT for each in portal.policies),
        )
    )


def packet_title(voice: Voice) -> str:
    """Return the title of the document to print, which links to it say too."""
    return voice.gettext("All in one document")


def away_title(portal: Portal, voice: Voice) -> str:
    """Return the title of the page about absences, which links to it say too."""
    return voice.gettext("When %(name)s is away", name=portal.practice.spoken_name)


def _own(page: OwnPage) -> Link:
    return Link(page.title, addresses.own_page(page.slug))
