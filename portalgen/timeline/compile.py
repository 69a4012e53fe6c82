"""A portal and a moment → its timeline: what is true when, as far as one build tells it."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cached_property
from zoneinfo import ZoneInfo

from portalgen.days import day_of, start_of_day, zone
from portalgen.model.portal import Portal
from portalgen.timeline.absences import Stretch, shut_times, stretches_of
from portalgen.timeline.closures import Closure, closures
from portalgen.timeline.cover import CoverSpan, cover_of, team_of
from portalgen.timeline.holidays import holidays_of
from portalgen.timeline.hours import DayHours
from portalgen.timeline.open_time import OpenTime
from portalgen.timeline.replies import ReplyClock, reply_clock
from portalgen.timeline.states import State, StateSpan, state_spans
from portalgen.timeline.told import told_at

# How far a timeline reaches at least, counted from the last day of the month of building.
_CARRIED = timedelta(days=60)


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

    def hours_on(self, day: date) -> DayHours:
        """Return the hours of any day, and why they are so."""
        return self.open_time.on(day)

    def closures(self, first: date, last: date) -> tuple[Closure, ...]:
        """Return the special days and holidays from `first` to `last`, joined where they can be."""
        return closures(self.open_time, first, last)

    @cached_property
    def states(self) -> tuple[StateSpan, ...]:
        """What holds of the practice as a whole, from `starts` to `ends`."""
        return self.states_on(self.first_day, self.last_day)

    def states_on(self, first: date, last: date) -> tuple[StateSpan, ...]:
        """Return what holds of the practice from one day to another, both included.

        They may lie as far ahead as absences do; the spans touch, and neighbors differ.
        """
        within = (
            start_of_day(first, self.zone),
            start_of_day(last + timedelta(days=1), self.zone),
        )
        open_spans = self.open_time.open_spans(first, last)
        unsure_spans = self.open_time.unsure_spans(first, last)
        return state_spans(within, open_spans, unsure_spans, self.stretches)

    @cached_property
    def reply_clock(self) -> ReplyClock:
        """The clock by which replies are promised, from `starts` to `ends`."""
        return reply_clock(self.open_time, (self.starts, self.ends), self.stretches)

    def told(self, instant: datetime) -> tuple[Stretch, ...]:
        """Return the absences of which clients read at an instant, the leading one first."""
        return told_at(self.stretches, instant)

    def in_charge(self, absence_id: str, instant: datetime) -> tuple[CoverSpan, ...]:
        """Return the cover of an absence at an instant: one span, or one for each services."""
        return tuple(each for each in self.cover[absence_id] if each.holds(instant))

    def state_at(self, instant: datetime) -> State:
        """Return what holds of the practice as a whole at any instant."""
        if self.starts <= instant < self.ends:
            spans = self.states
        else:
            day = day_of(instant, self.zone)
            spans = self.states_on(day, day)
        return spans[bisect_right(spans, instant, key=lambda each: each.starts) - 1].state


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
