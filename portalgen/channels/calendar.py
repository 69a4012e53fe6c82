"""The calendar that clients subscribe to: closures of a year, announced absences, next opening.

Nothing in it comes from the moment of building: ids, revisions and stamps stay until the owner
changes something. A file can not hide a sentence when its time is over, so only what
holds at all times is here.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from portalgen import addresses
from portalgen.days import instant, start_of_day
from portalgen.documents import File
from portalgen.edition import Edition
from portalgen.formats import icalendar
from portalgen.formats.icalendar import Event
from portalgen.model.away import Level
from portalgen.model.practice import Practice
from portalgen.timeline.absences import Stretch
from portalgen.timeline.closures import Closure
from portalgen.wording.notices import notice_text
from portalgen.wording.voice import Voice

_HOURS_BETWEEN_LOOKS = 6
_ONE_DAY = timedelta(days=1)
# Closures are looked for so far around the year that is told, so that hardly any is cut there.
_AROUND = timedelta(days=31)
_MORE_THAN_A_YEAR = timedelta(days=366)


def documents(edition: Edition, voice: Voice) -> Iterator[File]:
    """Yield the calendar; it is there even while nothing is in it, for those who subscribed."""
    events = (*_closures(edition, voice), *_absences(edition, voice), *_opening(edition, voice))
    name = edition.portal.practice.name
    yield File(addresses.CALENDAR, icalendar.calendar(name, events, _HOURS_BETWEEN_LOOKS))


def _closures(edition: Edition, voice: Voice) -> Iterator[Event]:
    first = edition.timeline.first_day
    last = _last_day(edition)
    for closure in edition.timeline.closures(first - _AROUND, last + _AROUND):
        for starts, ends in _runs(closure, edition):
            if starts <= last and ends >= first:
                yield Event(
                    uid=_uid(f"closure-{starts:%Y-%m-%d}", edition),
                    starts=starts,
                    ends=ends + _ONE_DAY,
                    summary=_closure_summary(closure, edition, voice),
                    description=_zone(voice) if closure.hours.ranges else "",
                    changed=_year_before(starts, voice),
                )


def _runs(closure: Closure, edition: Edition) -> Iterator[tuple[date, date]]:
    """Yield the first and the last day of each run of days that a closure means."""
    if not closure.weekdays:
        yield closure.first_day, closure.last_day
        return
    for number in range(closure.first_day.toordinal(), closure.last_day.toordinal() + 1):
        day = date.fromordinal(number)
        found = edition.timeline.hours_on(day)
        told = (closure.why, closure.hours, closure.label)
        if day.weekday() in closure.weekdays and (found.why, found.hours, found.label) == told:
            yield day, day


def _closure_summary(closure: Closure, edition: Edition, voice: Voice) -> str:
    name, label = edition.portal.practice.name, closure.label
    if not closure.hours.ranges and label is None:
        # Translators: an entry of a calendar: a practice that is closed on that day.
        return voice.gettext("%(name)s closed", name=name)
    if not closure.hours.ranges:
        # Translators: an entry of a calendar: a practice that is closed on that day, and why.
        return voice.gettext("%(name)s closed: %(reason)s", name=name, reason=label)
    hours = voice.hours(closure.hours)
    if label is None:
        # Translators: an entry of a calendar: a practice, and its hours on that day.
        return voice.gettext("%(name)s, %(hours)s", name=name, hours=hours)
    # Translators: an entry of a calendar: a practice, its hours on that day, and why.
    return voice.gettext("%(name)s, %(hours)s: %(reason)s", name=name, hours=hours, reason=label)


def _absences(edition: Edition, voice: Voice) -> Iterator[Event]:
    for stretch in edition.timeline.stretches:
        if stretch.absence.level is not Level.NEWS:
            yield _absence(stretch, edition, voice)


def _absence(stretch: Stretch, edition: Edition, voice: Voice) -> Event:
    absence = stretch.absence
    starts, ends = _time_of(stretch, edition)
    told = notice_text(stretch, edition.portal, voice)
    said = [told.dates, told.replies, told.appointments]
    if told.dates_at:
        said.append(_zone(voice))
    return Event(
        uid=_uid(f"absence-{absence.id}", edition),
        starts=starts,
        ends=ends,
        summary=told.headline,
        description="\n".join(each for each in said if each is not None),
        changed=max(
            [stretch.announced, *(instant(each.at, voice.where) for each in absence.updates)]
        ),
        revision=absence.revision or 0,
        url=_full_address(addresses.absence(absence.id), edition.portal.practice),
        is_cancelled=stretch.is_cancelled,
    )


def _time_of(stretch: Stretch, edition: Edition) -> tuple[date, date]:
    """Return whole days where an absence takes whole days, else its moments; the end excluded."""
    zone = edition.timeline.zone
    # Without an end it goes to the day of the next word, and says in words that it has none.
    last_day = stretch.last_day or stretch.absence.review or stretch.first_day
    days = stretch.first_day, last_day + _ONE_DAY
    starts, ends = (start_of_day(each, zone) for each in days)
    if stretch.starts == starts and stretch.ends in {None, ends}:
        return days
    return stretch.starts, stretch.ends or ends


def _opening(edition: Edition, voice: Voice) -> Iterator[Event]:
    practice, day = edition.portal.practice, edition.portal.availability.next_opening
    if day is not None and edition.timeline.first_day <= day <= _last_day(edition):
        yield Event(
            uid=_uid("next-opening", edition),
            starts=day,
            ends=day + _ONE_DAY,
            # Translators: an entry of a calendar: the day from which a practice is expected to
            # take new clients.
            summary=voice.gettext("%(name)s: room for new clients expected", name=practice.name),
            changed=_year_before(day, voice),
        )


def _last_day(edition: Edition) -> date:
    """Return the last day of the year that is told: a year from the month of building."""
    first = edition.timeline.first_day
    return first.replace(year=first.year + 1) - _ONE_DAY


def _zone(voice: Voice) -> str:
    return voice.gettext("All times are %(zone)s.", zone=voice.zone)


def _year_before(day: date, voice: Voice) -> datetime:
    """Return a stamp for what has no date of its own: it stays, and lies in the past."""
    return start_of_day(day - _MORE_THAN_A_YEAR, voice.where)


def _uid(name: str, edition: Edition) -> str:
    practice = edition.portal.practice
    return f"{name}@{practice.id or practice.contact.email.rpartition('@')[2]}"


def _full_address(address: str, practice: Practice) -> str:
    return practice.url.rstrip("/") + address if practice.url else ""
