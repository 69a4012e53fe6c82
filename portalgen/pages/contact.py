"""How to reach the practice: the ways it has, the preferred first, and how soon each answers."""

from collections.abc import Iterator
from dataclasses import dataclass

from portalgen import addresses
from portalgen.documents import Document
from portalgen.edition import Edition
from portalgen.menu import Link, away_title, has_availability
from portalgen.model.availability import ReplyPromise
from portalgen.model.portal import Portal
from portalgen.model.practice import Channel
from portalgen.model.reading import slug_of
from portalgen.ways import Way, ways_of
from portalgen.wording.voice import Voice


@dataclass(frozen=True)
class Answered:
    """A way to reach the practice, and how soon one hears back by it, if that is promised.

    `promise` is the number of that promise among all, by which the script knows it.
    """

    way: Way
    is_preferred: bool
    reply: ReplyPromise | None
    promise: int


def documents(edition: Edition, voice: Voice) -> Iterator[Document]:
    """Yield the page."""
    portal = edition.portal
    contact = portal.practice.contact
    yield Document(
        addresses.CONTACT,
        "pages/contact.html",
        {
            "title": voice.gettext("Contact"),
            "owner": portal.practice.spoken_name,
            "ways": tuple(_ways(portal, voice)),
            "is_booking_preferred": contact.preferred is Channel.BOOKING,
            "is_address_preferred": contact.preferred is Channel.ADDRESS,
            "contact": contact,
            "book": voice.kind_words.book,
            "links": portal.practice.links,
            "card": addresses.contact_card(),
            "availability": addresses.AVAILABILITY if has_availability(portal) else None,
            "away": Link(away_title(portal, voice), addresses.AWAY),
        },
    )


def _ways(portal: Portal, voice: Voice) -> Iterator[Answered]:
    preferred = portal.practice.contact.preferred
    ways = ways_of(portal.practice, voice)
    for way in sorted(ways, key=lambda each: each.channel is not preferred):
        promise, reply = _reply(way.channel, portal)
        yield Answered(way, way.channel is preferred, reply, promise)


def _reply(channel: Channel, portal: Portal) -> tuple[int, ReplyPromise | None]:
    """Return the promise for a way, and its number; the owner names it by the same word."""
    numbered = enumerate(portal.availability.replies)
    return next(
        ((n, each) for n, each in numbered if slug_of(each.by) == channel.value), (-1, None)
    )
