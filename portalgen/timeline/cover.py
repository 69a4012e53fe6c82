"""Who is in charge at each instant of an absence, and for which services.

What the owner named counts, even if that person is away at the time: checks tell the owner.
Only the choice that portalgen makes by itself passes over those who are away. Who has not agreed
to be named is never in charge: to clients they are nobody.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from portalgen.days import end_instant, first_instant, zone
from portalgen.model.away import NOBODY, Cover, Level
from portalgen.model.backup import Backup
from portalgen.model.portal import Portal
from portalgen.model.services import ServiceStatus
from portalgen.model.values import Words
from portalgen.timeline.absences import Stretch
from portalgen.timeline.shut_time import ShutTime
from portalgen.timeline.spans import Span, is_in, merged


@dataclass(frozen=True)
class CoverSpan:
    """One person, or nobody, in charge for a time.

    The spans of an absence tell for each instant, from its start to the first open time after
    it, who is in charge. `person_id` is None where nobody is. `services` names the services
    for which it holds; None is for all that the absence concerns. `for_` are the words of the
    entry that says so.
    """

    starts: datetime
    ends: datetime | None
    person_id: str | None
    services: tuple[str, ...] | None = None
    for_: Words | None = None

    def holds(self, moment: datetime) -> bool:
        """Return whether a moment lies in the span."""
        return Span(self.starts, self.ends).holds(moment)


@dataclass(frozen=True)
class _Turn:
    """Who is in charge from an instant on."""

    starts: datetime
    person_id: str | None
    for_: Words | None


@dataclass(frozen=True)
class Team:
    """The backups of a portal who agreed to be named, and when each of them is away, by id."""

    portal: Portal
    zone: ZoneInfo
    away: Mapping[str, tuple[Span, ...]]

    def known(self, person: str) -> str | None:
        """Return the id of somebody who may be named, else None."""
        return person if person in self.away else None

    def asked(self, service: str | None) -> Iterator[Backup]:
        """Yield the backups who agreed and take a service, in the order in which they are asked."""
        offered = None if service is None else self.portal.service(service)
        order = offered.covered_by if offered is not None else ()
        named = tuple(person for each in order if (person := self.portal.person(each)))
        for backup in named if order else self.portal.backup.backups:
            if backup.id in self.away and (service is None or backup.takes(service)):
                yield backup


def team_of(portal: Portal) -> Team:
    """Return the backups of a portal who agreed to be named, with their absences as instants."""
    where = zone(portal.practice.timezone)
    agreed = (each for each in portal.backup.backups if each.consent is not None)
    away = {each.id: away_spans(each, where) for each in agreed}
    return Team(portal, where, away)


def cover_of(stretch: Stretch, team: Team, shut: ShutTime) -> tuple[CoverSpan, ...]:
    """Return who is in charge from the start of an absence to the first open time after it.

    `shut` is the time in which what the absence concerns is shut: where another absence runs
    on, that one tells who is in charge. There is no cover for news and for what is cancelled.
    """
    if stretch.is_cancelled or stretch.absence.level is Level.NEWS:
        return ()
    ends = None if stretch.ends is None else shut.first_open_or_shut(stretch.ends)
    by_turns: dict[tuple[_Turn, ...], list[str]] = {}
    for service in _services(stretch, team.portal):
        turns = tuple(_turns(stretch, ends, service, team))
        by_turns.setdefault(turns, []).extend([] if service is None else [service])
    spans = [
        span
        for turns, services in by_turns.items()
        for span in _spans(turns, ends, tuple(services) if len(by_turns) > 1 else None)
    ]
    return tuple(sorted(spans, key=lambda each: each.starts))


def away_spans(backup: Backup, practice_zone: ZoneInfo) -> tuple[Span, ...]:
    """Return when a backup is away, by the backup's own zone."""
    where = zone(backup.timezone) if backup.timezone else practice_zone
    return merged(
        Span(first_instant(each.from_, where), end_instant(each.until, where))
        for each in backup.away
    )


def entry_span(entry: Cover, stretch: Stretch, where: ZoneInfo) -> Span:
    """Return the time of an entry; one that lasts to the end lasts to the first open time."""
    starts = stretch.starts if entry.from_ is None else first_instant(entry.from_, where)
    ends = None if entry.until is None else end_instant(entry.until, where)
    if ends is not None and stretch.ends is not None and ends >= stretch.ends:
        ends = None
    return Span(starts, ends)


def is_covered_by_default(stretch: Stretch) -> bool:
    """Return whether somebody is in charge of an absence that names nobody."""
    return stretch.absence.level is Level.AWAY and not stretch.is_short


def _services(stretch: Stretch, portal: Portal) -> tuple[str | None, ...]:
    """Return the services that are covered each for itself; None for a practice without any."""
    if stretch.absence.services:
        return stretch.absence.services
    offered = portal.services.services
    return tuple(s.id for s in offered if s.status is not ServiceStatus.RETIRED) or (None,)


def _turns(
    stretch: Stretch, ends: datetime | None, service: str | None, team: Team
) -> Iterator[_Turn]:
    """Yield each change of who is in charge of a service."""
    last: tuple[str | None, Words | None] | None = None
    whole = Span(stretch.starts, ends)
    changes = {each for each in _changes(stretch, team) if whole.holds(each)}
    for moment in sorted({stretch.starts} | changes):
        found = _in_charge(stretch, moment, service, team)
        if found != last:
            yield _Turn(moment, *found)
            last = found


def _changes(stretch: Stretch, team: Team) -> Iterator[datetime]:
    """Yield every instant at which somebody else may come to be in charge."""
    spans = [entry_span(entry, stretch, team.zone) for entry in stretch.absence.cover]
    if not spans and stretch.absence.backup is None:
        spans = [span for away in team.away.values() for span in away]
    for span in spans:
        yield span.starts
        if span.ends is not None:
            yield span.ends


def _in_charge(
    stretch: Stretch, moment: datetime, service: str | None, team: Team
) -> tuple[str | None, Words | None]:
    """Return who is in charge of a service at a moment, and the owner's words on it."""
    absence = stretch.absence
    for entry in absence.cover:
        person = team.known(entry.person)
        fits = not entry.services or service in entry.services
        if person and fits and entry_span(entry, stretch, team.zone).holds(moment):
            return person, entry.for_
    if absence.cover or absence.backup == NOBODY:
        return None, None
    if absence.backup is not None:
        return team.known(absence.backup), None
    if not is_covered_by_default(stretch):
        return None, None
    there = (each.id for each in team.asked(service) if not is_in(team.away[each.id], moment))
    return next(there, None), None


def _spans(
    turns: tuple[_Turn, ...], ends: datetime | None, services: tuple[str, ...] | None
) -> Iterator[CoverSpan]:
    for turn, following in zip(turns, (*turns[1:], None), strict=True):
        until = ends if following is None else following.starts
        yield CoverSpan(turn.starts, until, turn.person_id, services, turn.for_)
