"""When the practice can be reached: hours, calendar, other days, replies, new clients, emergencies.

Days are told for whole months: the calendar for three from the month of building on, days with
other hours for a year. The moment of building stands at the foot of this page and on no other.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from portalgen import addresses
from portalgen.documents import Document
from portalgen.edition import Edition
from portalgen.emergency import emergency_path
from portalgen.live import Window, window_of
from portalgen.menu import Link, away_title, has_availability
from portalgen.model.availability import NewClients
from portalgen.model.away import Level
from portalgen.model.portal import Portal
from portalgen.model.practice import Practice
from portalgen.timeline.closures import Closure
from portalgen.timeline.day_marks import DayKind, DayMark, day_marks
from portalgen.wording.dates import (
    month_text,
    weekday_name,
    weekday_short_name,
    weekdays_in_order,
)
from portalgen.wording.headlines import headline_text
from portalgen.wording.voice import Voice

_MONTHS = 3
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Day:
    """A day of the calendar: its number, the name of its mark, and what that means in words."""

    number: int
    mark: str
    words: str


@dataclass(frozen=True)
class Month:
    """A month (its `id` is such as `2026-12`) as weeks, with None where one has no day in it."""

    id: str
    name: str
    weeks: tuple[tuple[Day | None, ...], ...]


@dataclass(frozen=True)
class Calendar:
    """Some months, their weekdays, and the marks in them with their meaning, usual ones first.

    A weekday is a short and a full name, a mark the name by which the style sheet knows it.
    """

    months: tuple[Month, ...]
    weekdays: tuple[tuple[str, str], ...]
    legend: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class OtherDays:
    """Days with other hours than usual, in words."""

    days: str
    hours: str
    label: str | None


@dataclass(frozen=True)
class Announced:
    """An absence in one line, from when clients may know of it until it is over."""

    headline: str
    address: str
    window: Window


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
            "calendar": _calendar(edition, voice),
            "calendar_file": addresses.CALENDAR,
            "calendar_url": _calendar_url(portal.practice),
            "subscribing": _subscribing(_calendar_url(portal.practice)),
            "other_days": tuple(_other_days(edition, voice)),
            "absences": tuple(_announced(edition, voice)),
            "replies": told.replies,
            "new_clients": _new_clients(edition, voice),
            "contact": addresses.CONTACT,
            "emergency": emergency_path(edition, voice),
            "is_covered": bool(portal.backup.backups),
            "announced": told.announce,
            "away": Link(away_title(portal, voice), addresses.AWAY),
            "built": voice.moment(edition.moment),
        },
    )


def _calendar(edition: Edition, voice: Voice) -> Calendar | None:
    """Return three months; None where there is nothing to say about any day of them."""
    firsts = [edition.timeline.first_day]
    while len(firsts) <= _MONTHS:
        firsts.append((firsts[-1] + timedelta(days=31)).replace(day=1))
    marks = {
        each.day: each for each in day_marks(edition.timeline, firsts[0], firsts[-1] - _ONE_DAY)
    }
    kinds = {each.kind for each in marks.values()}
    if kinds == {DayKind.UNKNOWN}:
        return None
    shown = {day: _day(mark, edition, voice) for day, mark in marks.items()}
    order, locale = weekdays_in_order(voice.locale), voice.locale
    return Calendar(
        months=tuple(_month(first, order, shown, voice) for first in firsts[:-1]),
        weekdays=tuple((weekday_short_name(locale, n), weekday_name(locale, n)) for n in order),
        legend=tuple(
            (_mark_name(kind, edition), _kind_words(kind, voice))
            for kind in DayKind
            if kind in kinds
        ),
    )


def _month(first: date, order: Sequence[int], shown: Mapping[date, Day], voice: Voice) -> Month:
    """Return the month of its first day; `order` is that of the weekdays."""
    start = first - timedelta(days=order.index(first.weekday()))
    weeks = []
    while (start.year, start.month) <= (first.year, first.month):
        week = [start + timedelta(days=step) for step in range(len(order))]
        weeks.append(tuple(shown.get(day) if day.month == first.month else None for day in week))
        start = week[-1] + _ONE_DAY
    return Month(f"{first:%Y-%m}", month_text(voice.locale, first), tuple(weeks))


def _day(mark: DayMark, edition: Edition, voice: Voice) -> Day:
    words = _kind_words(mark.kind, voice)
    if mark.label is not None:
        # Translators: a day of a calendar: what it is, and the name of the holiday or the reason.
        words = voice.gettext("%(kind)s: %(name)s", kind=words, name=mark.label)
    return Day(mark.day.day, _mark_name(mark.kind, edition), words)


def _mark_name(kind: DayKind, edition: Edition) -> str:
    """Return by which name the style sheet knows the mark of a day."""
    if kind is DayKind.UNKNOWN and edition.portal.availability.weekly is None:
        # Where the owner names no hours at all, nothing is unusual about a day without them.
        kind = DayKind.USUAL
    return kind.value.replace(" ", "-")


def _kind_words(kind: DayKind, voice: Voice) -> str:
    match kind:
        case DayKind.USUAL:
            # Translators: a day of a calendar; so for each of the following.
            return voice.pgettext("day", "usual hours")
        case DayKind.OTHER_HOURS:
            return voice.pgettext("day", "other hours")
        case DayKind.LIMITED:
            return voice.pgettext("day", "slower replies")
        case DayKind.PARTLY_AWAY:
            return voice.pgettext("day", "away for a part of the day")
        case DayKind.AWAY:
            return voice.pgettext("day", "away")
        case DayKind.HOLIDAY:
            return voice.pgettext("day", "public holiday, closed")
        case DayKind.CLOSED:
            return voice.pgettext("day", "closed")
        case DayKind.UNKNOWN:
            return voice.pgettext("day", "no hours given")


def _calendar_url(practice: Practice) -> str | None:
    """Return the full address of the calendar, if that of the portal is known."""
    return practice.url and practice.url.rstrip("/") + addresses.CALENDAR


def _subscribing(url: str | None) -> str | None:
    """Return an address that opens the calendar app of those who have one for it."""
    return url and f"webcal:{url.partition(':')[2]}"


def _announced(edition: Edition, voice: Voice) -> Iterator[Announced]:
    for stretch in edition.timeline.stretches:
        over = stretch.gone if stretch.is_cancelled else stretch.ends
        is_over = over is not None and over <= edition.moment
        if stretch.absence.level is not Level.NEWS and not is_over:
            yield Announced(
                headline_text(stretch, edition.portal, voice),
                addresses.absence(stretch.absence.id),
                window_of(stretch.announced, over, edition),
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
