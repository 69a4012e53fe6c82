"""Who may do what while the owner is away: one table of everybody who covers.

It says in which circumstances each of them is in charge and for which services, how and when
they can be reached, what they may do and may not, and what of a client's affairs they can see.
Contacts stand in it as far as the edition holds them.
"""

from dataclasses import dataclass

from portalgen import addresses, days
from portalgen.edition import Edition
from portalgen.formats.uri import reach_uri
from portalgen.model.backup import Backup, BackupContact
from portalgen.model.portal import Portal
from portalgen.model.services import Service, ServiceStatus
from portalgen.model.values import Hours, Words
from portalgen.wording.voice import Voice
from portalgen.wording.zones import zone_text


@dataclass(frozen=True)
class Way:
    """A way to reach somebody: its name, what is read, what a program follows, what it is for."""

    name: str
    value: str
    address: str
    purpose: Words | None


@dataclass(frozen=True)
class Cell:
    """What the table says of one person under one heading; empty where nothing is known.

    `phrases` stand alone and begin with a capital, `hours` are days with their hours.
    """

    texts: tuple[str, ...] = ()
    items: tuple[Words, ...] = ()
    ways: tuple[Way, ...] = ()
    phrases: tuple[str, ...] = ()
    hours: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to say."""
        return not any((self.texts, self.items, self.ways, self.phrases, self.hours, self.notes))


@dataclass(frozen=True)
class Person:
    """Somebody who covers, with a cell for each heading of the table."""

    id: str
    name: str
    role: Words | None
    photo: str | None
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Authority:
    """Everybody who covers, in the order in which they are asked, under the same headings."""

    headings: tuple[str, ...]
    people: tuple[Person, ...]


def authority_of(edition: Edition, voice: Voice) -> Authority:
    """Return the table; a heading under which nothing is known of anybody is left out."""
    backups = edition.portal.backup.backups
    headings = _headings(voice)
    cells = [_cells(each, edition, voice) for each in backups]
    told = [i for i in range(len(headings)) if not all(row[i].is_empty for row in cells)]
    return Authority(
        headings=tuple(headings[i] for i in told),
        people=tuple(
            Person(
                id=each.id,
                name=each.name,
                role=each.role,
                photo=addresses.image(each.photo) if each.photo else None,
                cells=tuple(row[i] for i in told),
            )
            for each, row in zip(backups, cells, strict=True)
        ),
    )


def _headings(voice: Voice) -> tuple[str, ...]:
    return (
        voice.gettext("In charge when"),
        voice.gettext("How to reach them"),
        voice.gettext("Answers"),
        voice.gettext("Can be reached"),
        voice.gettext("For"),
        voice.gettext("May"),
        voice.gettext("May not"),
        voice.gettext("Can see about you"),
    )


def _cells(person: Backup, edition: Edition, voice: Voice) -> tuple[Cell, ...]:
    """Return a cell for each of the headings, in their order."""
    return (
        _when(person),
        _reach(person, edition, voice),
        _answers(person, voice),
        _hours(person, edition.portal, voice),
        _services(person, edition.portal, voice),
        Cell(items=person.can),
        Cell(items=person.cannot),
        Cell(items=person.knows),
    )


def _when(person: Backup) -> Cell:
    return Cell(texts=(person.in_charge_when,) if person.in_charge_when else ())


def _reach(person: Backup, edition: Edition, voice: Voice) -> Cell:
    ways = tuple(_way(each, voice) for each in person.contacts)
    if person.id not in edition.reached_later:
        return Cell(ways=ways)
    if ways:
        note = voice.gettext(
            "More ways to reach %(name)s are listed here from the announcement of an absence "
            "until its end.",
            name=person.name,
        )
    else:
        note = voice.gettext(
            "The ways to reach %(name)s are listed here from the announcement of an absence until "
            "its end.",
            name=person.name,
        )
    return Cell(ways=ways, notes=(note,))


def _way(contact: BackupContact, voice: Voice) -> Way:
    address = reach_uri(contact.way, contact.value)
    return Way(voice.way(contact.way), contact.value, address, contact.for_)


def _answers(person: Backup, voice: Voice) -> Cell:
    within = person.replies_within
    return Cell(phrases=(voice.within(within),) if within is not None else ())


def _hours(person: Backup, portal: Portal, voice: Voice) -> Cell:
    """Return when somebody can be reached: their own hours in their zone, else the practice's."""
    named = person.weekly or portal.availability.weekly
    week = [hours or Hours() for hours in named or ()]
    if not any(hours.ranges for hours in week):
        return Cell()
    where = days.zone(person.timezone) if person.weekly and person.timezone else None
    zone = zone_text(voice, voice.locale, where, None) if where else voice.zone
    # Translators: below the hours in which somebody who covers can be reached.
    outside = voice.gettext("Outside these hours, %(name)s stays in charge.", name=person.name)
    return Cell(hours=voice.week(week), notes=(zone, outside))


def _services(person: Backup, portal: Portal, voice: Voice) -> Cell:
    """Return the services for which somebody is asked."""
    offered = [s for s in portal.services.services if s.status is not ServiceStatus.RETIRED]
    asked = [str(each.title) for each in offered if _is_asked(person, each)]
    if not offered:
        return Cell()
    if len(asked) == len(offered):
        return Cell(texts=(voice.gettext("All services"),))
    if not asked:
        # Translators: for which services somebody covers, in a table.
        return Cell(texts=(voice.gettext("Only what an absence says"),))
    return Cell(texts=(voice.listed(asked),))


def _is_asked(person: Backup, service: Service) -> bool:
    is_in_order = not service.covered_by or person.id in service.covered_by
    return is_in_order and person.takes(service.id)
