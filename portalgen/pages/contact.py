"""How to reach the practice: the ways it has, the preferred first, and how soon each answers."""

from collections.abc import Iterator
from dataclasses import dataclass

from portalgen import addresses
from portalgen.documents import Document
from portalgen.edition import Edition
from portalgen.formats.uri import reach_uri
from portalgen.frame import Link, away_title, has_availability
from portalgen.model.availability import ReplyPromise
from portalgen.model.portal import Portal
from portalgen.model.practice import Channel, Practice
from portalgen.model.reading import slug_of
from portalgen.wording.voice import Voice

_WAYS = (Channel.EMAIL, Channel.PHONE, Channel.TEXT)


@dataclass(frozen=True)
class Way:
    """A way to reach the practice, and how soon one hears back by it, if that is promised.

    `icon` is the name of its picture. `promise` is the number of that promise among all, by which
    the script knows it.
    """

    name: str
    icon: str
    value: str
    address: str
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


def _ways(portal: Portal, voice: Voice) -> Iterator[Way]:
    preferred = portal.practice.contact.preferred
    for channel in sorted(_WAYS, key=lambda each: each is not preferred):
        value = _value(channel, portal.practice)
        if value is not None:
            promise, reply = _reply(channel, portal)
            yield Way(
                name=voice.way(channel.value),
                icon=channel.value,
                value=value,
                address=reach_uri(channel.value, value),
                is_preferred=channel is preferred,
                reply=reply,
                promise=promise,
            )


def _value(channel: Channel, practice: Practice) -> str | None:
    found = getattr(practice.contact, channel.value)
    return None if found is None else str(found)


def _reply(channel: Channel, portal: Portal) -> tuple[int, ReplyPromise | None]:
    """Return the promise for a way, and its number; the owner names it by the same word."""
    numbered = enumerate(portal.availability.replies)
    return next(
        ((n, each) for n, each in numbered if slug_of(each.by) == channel.value), (-1, None)
    )
