"""The practice as a card for the address book of a phone (vCard 4.0, RFC 6350).

It holds what stays true for long: no hours, no absence, no moment of building.
"""

from collections.abc import Iterator

from portalgen import addresses
from portalgen.documents import File
from portalgen.edition import Edition
from portalgen.formats import vcard
from portalgen.formats.content_lines import Property, text
from portalgen.formats.uri import reach_uri
from portalgen.model.practice import Channel, Practice
from portalgen.wording.voice import Voice


def documents(edition: Edition, voice: Voice) -> Iterator[File]:
    """Yield the card."""
    properties = _properties(edition.portal.practice, voice)
    yield File(addresses.contact_card(), vcard.card(properties))


def _properties(practice: Practice, voice: Voice) -> Iterator[Property]:
    yield Property("KIND", "org")
    yield Property("FN", text(practice.name))
    yield Property("ORG", text(practice.name))
    yield from _ways(practice)
    if practice.url:
        yield Property("URL", practice.url)
    if practice.tagline:
        yield Property("NOTE", text(practice.tagline))
    yield Property("TZ", text(practice.timezone))
    yield Property("LANG", voice.tag)


def _ways(practice: Practice) -> Iterator[Property]:
    contact = practice.contact
    yield Property(f"EMAIL{_rank(practice, Channel.EMAIL)}", text(contact.email))
    if contact.phone:
        name = f"TEL;VALUE=uri;TYPE=voice{_rank(practice, Channel.PHONE)}"
        yield Property(name, reach_uri("phone", contact.phone))
    if contact.text:
        name = f"TEL;VALUE=uri;TYPE=text{_rank(practice, Channel.TEXT)}"
        yield Property(name, reach_uri("phone", contact.text))
    if contact.address:
        # The owner wrote lines and no parts; the street is the part that programs show whole.
        yield Property("ADR", vcard.components("", "", contact.address, "", "", "", ""))


def _rank(practice: Practice, way: Channel) -> str:
    """Return the parameter by which address books put the preferred way first."""
    return ";PREF=1" if practice.contact.preferred is way else ""
