"""Absences that clients may know of, and who may do what meanwhile.

Where no absence is announced, the page still says how absences become known and who covers.
Contacts of people who cover stand here as far as the edition holds them.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from portalgen import addresses, days
from portalgen.documents import Document
from portalgen.edition import Edition
from portalgen.formats.uri import reach_uri
from portalgen.frame import away_title, noticed
from portalgen.model.backup import Backup, BackupContact, Show
from portalgen.model.portal import Portal
from portalgen.model.values import Hours, Words
from portalgen.timeline.absences import Stretch
from portalgen.wording.notices import NoticeText, Sentence, UpdateText, notice_text
from portalgen.wording.voice import Voice
from portalgen.wording.zones import zone_text


@dataclass(frozen=True)
class ShownAbsence:
    """An absence with the sentences that hold at the moment of building."""

    text: NoticeText
    next_word: tuple[Sentence, ...]
    book_by: Sentence | None
    updates: tuple[UpdateText, ...]


@dataclass(frozen=True)
class Way:
    """A way to reach somebody: its name, what is read, what a program follows, what it is for."""

    name: str
    value: str
    address: str
    purpose: Words | None


@dataclass(frozen=True)
class Person:
    """Somebody who covers, as clients meet them.

    `is_shown_when_needed` tells that there are ways to reach them which stand here only while
    an absence needs them. `hours` are told in `zone`; `services` are titles, none for all.
    """

    backup: Backup
    photo: str | None
    ways: tuple[Way, ...]
    is_shown_when_needed: bool
    hours: tuple[tuple[str, str], ...]
    zone: str
    services: tuple[str, ...]


def documents(edition: Edition, voice: Voice) -> Iterator[Document]:
    """Yield the page."""
    portal = edition.portal
    yield Document(
        addresses.AWAY,
        "pages/away.html",
        {
            "title": away_title(portal, voice),
            "owner": portal.practice.spoken_name,
            "absences": tuple(_absence(each, edition, voice) for each in noticed(edition)),
            "announced": portal.availability.announce,
            "appointments": portal.availability.appointments,
            "people": tuple(_person(each, portal, voice) for each in portal.backup.backups),
            "emergency": portal.availability.emergency,
            "covered": bool(portal.backup.backups),
        },
    )


def _absence(stretch: Stretch, edition: Edition, voice: Voice) -> ShownAbsence:
    cover = edition.timeline.cover[stretch.absence.id]
    text = notice_text(stretch, edition.portal, voice, cover)
    return ShownAbsence(
        text=text,
        next_word=tuple(each for each in text.next_word if each.holds(edition.moment)),
        book_by=_holding(text.book_by, edition),
        updates=tuple(each for each in text.updates if each.at <= edition.moment),
    )


def _holding(sentence: Sentence | None, edition: Edition) -> Sentence | None:
    return sentence if sentence and sentence.holds(edition.moment) else None


def _person(backup: Backup, portal: Portal, voice: Voice) -> Person:
    week = backup.weekly
    own_zone = days.zone(backup.timezone) if backup.timezone else None
    titles = (portal.service(each) for each in backup.services)
    return Person(
        backup=backup,
        photo=addresses.image(backup.photo) if backup.photo else None,
        ways=tuple(_way(each, voice) for each in backup.contacts),
        is_shown_when_needed=backup.show is Show.WHILE_AWAY and not backup.contacts,
        hours=voice.week([hours or Hours() for hours in week]) if week else (),
        zone=zone_text(voice, voice.locale, own_zone, None) if own_zone else voice.zone,
        services=tuple(str(each.title) for each in titles if each is not None),
    )


def _way(contact: BackupContact, voice: Voice) -> Way:
    address = reach_uri(contact.way, contact.value)
    return Way(voice.way(contact.way), contact.value, address, contact.for_)
