"""When the practice can be reached: hours, other days to come, replies, new clients, emergencies.

Hours are told for whole months, a year from the month of building. The moment of building
stands at the foot of this page and on no other.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from portalgen import addresses
from portalgen.documents import Document
from portalgen.edition import Edition
from portalgen.frame import Link, away_title, has_availability
from portalgen.model.availability import NewClients
from portalgen.model.portal import Portal
from portalgen.timeline.closures import Closure
from portalgen.wording.dates import weekday_name
from portalgen.wording.voice import Voice


@dataclass(frozen=True)
class OtherDays:
    """Days with other hours than usual, in words."""

    days: str
    hours: str
    label: str | None


def documents(edition: Edition, voice: Voice) -> Iterator[Document]:
    """Yield the page, if there is anything to say."""
    portal = edition.portal
    told = portal.availability
    if not has_availability(portal):
        return
    week = told.usual_week
    yield Document(
        addresses.AVAILABILITY,
        "pages/availability.html",
        {
            "title": voice.gettext("Availability"),
            "hours": voice.week(week) if week else (),
            "other_days": tuple(_other_days(edition, voice)),
            "replies": told.replies,
            "new_clients": _new_clients(edition, voice),
            "contact": addresses.CONTACT,
            "emergency": told.emergency,
            "covered": bool(portal.backup.backups),
            "is_covered": bool(portal.backup.backups),
            "announced": told.announce,
            "away": Link(away_title(portal, voice), addresses.AWAY),
            "built": voice.moment(edition.moment),
        },
    )


def _other_days(edition: Edition, voice: Voice) -> Iterator[OtherDays]:
    first = edition.timeline.first_day
    last = first.replace(year=first.year + 1) - timedelta(days=1)
    for closure in edition.timeline.closures(first, last):
        if closure.last_day >= edition.today:
            yield OtherDays(_days(closure, voice), voice.hours(closure.hours), closure.label)


def _days(closure: Closure, voice: Voice) -> str:
    if not closure.weekdays or closure.first_day == closure.last_day:
        return voice.days(closure.first_day, closure.last_day)
    names = [weekday_name(voice.locale, number) for number in closure.weekdays]
    first, last = voice.day_ends_without_weekday(closure.first_day, closure.last_day)
    # Translators: days of the week within a span, both ends included: "Friday, July 2 to 30".
    return voice.gettext(
        "%(weekdays)s, %(first)s to %(last)s", weekdays=voice.listed(names), first=first, last=last
    )


def _new_clients(edition: Edition, voice: Voice) -> str | None:
    """Return whether new clients are taken, and from when on if that is known."""
    state = _state_for_new_clients(edition.portal, voice)
    opening = edition.portal.availability.next_opening
    if opening is None or opening < edition.today:
        return state
    day = voice.day(opening)
    if state is None:
        return voice.gettext("New clients are expected to be taken from %(day)s.", day=day)
    # Translators: the first part is a sentence about new clients.
    return voice.gettext("%(state)s The next opening is expected on %(day)s.", state=state, day=day)


def _state_for_new_clients(portal: Portal, voice: Voice) -> str | None:
    name = portal.practice.spoken_name
    match portal.availability.new_clients:
        case NewClients.OPEN:
            return voice.gettext("%(name)s is taking new clients.", name=name)
        case NewClients.WAITLIST:
            return voice.gettext("There is a waiting list for new clients.")
        case NewClients.CLOSED:
            return voice.gettext("%(name)s takes no new clients.", name=name)
        case _:
            return None
