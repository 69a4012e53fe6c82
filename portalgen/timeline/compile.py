"""A portal and a moment → its timeline: what is true when, as far as one build tells it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from functools import cached_property
from zoneinfo import ZoneInfo

from portalgen.days import day_of, start_of_day, zone
from portalgen.model.away import Level
from portalgen.model.portal import Portal
from portalgen.timeline.absences import Stretch, leading_first, shut_times, stretches_of
from portalgen.timeline.closures import Closure, closures
from portalgen.timeline.cover import CoverSpan, cover_of, team_of
from portalgen.timeline.holidays import holidays_of
from portalgen.timeline.hours import DayHours
from portalgen.timeline.open_time import OpenTime
from portalgen.timeline.spans import Span, is_in

# How far a timeline reaches at least, counted from the last day of the month of building.
_CARRIED = timedelta(days=60)


class State(StrEnum):
    """What holds of the practice at an instant; `unknown` where its hours are not known."""

    OPEN = "open"
    CLOSED = "closed"
    LIMITED = "limited"
    AWAY = "away"
    CATCHING_UP = "catching up"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Timeline:
    """What is true when.

    Hours are told for whole calendar months: from `first_day`, the first of the month of
    `moment`, to `last_day`, the end of a month at least 60 days on. All builds of one month
    tell the same days. Absences are told however far they lie. `cover` is by absence id.
    """

    zone: ZoneInfo
    moment: datetime
    first_day: date
    last_day: date
    stretches: tuple[Stretch, ...]
    cover: Mapping[str, tuple[CoverSpan, ...]]
    open_time: OpenTime

    @property
    def starts(self) -> datetime:
        """The first instant of which hours are told."""
        return start_of_day(self.first_day, self.zone)

    @property
    def ends(self) -> datetime:
        """The instant from which hours are no longer told."""
        return start_of_day(self.last_day + timedelta(days=1), self.zone)

    @cached_property
    def open_spans(self) -> tuple[Span, ...]:
        """The open time from `starts` to `ends` by the hours alone; absences shut it besides."""
        return self.open_time.open_spans(self.first_day, self.last_day)

    @cached_property
    def unsure_spans(self) -> tuple[Span, ...]:
        """The time from `starts` to `ends` of which nobody can say whether it is open."""
        return self.open_time.unsure_spans(self.first_day, self.last_day)

    def hours_on(self, day: date) -> DayHours:
        """Return the hours of any day, and why they are so."""
        return self.open_time.on(day)

    def closures(self, first: date, last: date) -> tuple[Closure, ...]:
        """Return the special days and holidays from `first` to `last`, joined where they can be."""
        return closures(self.open_time, first, last)

    def running(self, instant: datetime) -> tuple[Stretch, ...]:
        """Return the absences that run at an instant, the leading one first."""
        return leading_first(each for each in self.stretches if each.holds(instant))

    def noticed(self, instant: datetime) -> tuple[Stretch, ...]:
        """Return the absences of which clients read at an instant, the leading one first."""
        return leading_first(each for each in self.stretches if each.has_notice(instant))

    def in_charge(self, absence_id: str, instant: datetime) -> tuple[CoverSpan, ...]:
        """Return the cover of an absence at an instant: one span, or one for each services."""
        return tuple(each for each in self.cover[absence_id] if each.holds(instant))

    def state_at(self, instant: datetime) -> State:
        """Return what holds of the practice as a whole at an instant."""
        levels = {each.absence.level for each in self.running(instant) if each.concerns_all}
        if Level.AWAY in levels:
            return State.AWAY
        if Level.CLOSED in levels:
            return State.CLOSED
        day = day_of(instant, self.zone)
        if is_in(self.open_time.unsure_spans(day, day), instant):
            return State.UNKNOWN
        if not is_in(self.open_time.open_spans(day, day), instant):
            return State.CLOSED
        if Level.LIMITED in levels:
            return State.LIMITED
        slow = any(each.concerns_all and each.is_catching_up(instant) for each in self.stretches)
        return State.CATCHING_UP if slow else State.OPEN


def compile_timeline(portal: Portal, moment: datetime) -> Timeline:
    """Return the timeline of a portal at a moment, which has a zone."""
    where = zone(portal.practice.timezone)
    holidays = holidays_of(portal.availability.public_holidays, portal.practice.language)
    open_time = OpenTime(portal.availability, holidays, where)
    shut = shut_times(portal.absences, open_time)
    stretches = stretches_of(portal.absences, shut)
    team = team_of(portal)
    first_day = day_of(moment, where).replace(day=1)
    return Timeline(
        zone=where,
        moment=moment.astimezone(UTC),
        first_day=first_day,
        last_day=_end_of_month(_end_of_month(first_day) + _CARRIED),
        stretches=stretches,
        cover={
            each.absence.id: cover_of(each, team, shut[frozenset(each.absence.services)])
            for each in stretches
        },
        open_time=open_time,
    )


def _end_of_month(day: date) -> date:
    next_month = (day.replace(day=1) + timedelta(days=31)).replace(day=1)
    return next_month - timedelta(days=1)
