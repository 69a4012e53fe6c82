"""The days and instants that are public anyway: of absences that are told, of hours, as typed.

What follows from something that is not public, such as a return that a later absence puts off,
is not public either.
"""

from collections.abc import Iterable, Iterator
from dataclasses import fields
from datetime import date, datetime, timedelta
from functools import cached_property
from zoneinfo import ZoneInfo

from portalgen import days
from portalgen.leaks.typed import typed_days
from portalgen.leaks.view import Standing, View, each_day, weeks_of
from portalgen.model.away import Detail
from portalgen.model.times import day_part
from portalgen.model.values import YearlyDay
from portalgen.timeline.absences import Stretch
from portalgen.timeline.compile import Timeline, compile_timeline
from portalgen.timeline.hours import Why

_ONE_DAY = timedelta(days=1)


class KnownDays:
    """The days that are public at the moment of an edition."""

    def __init__(self, view: View) -> None:
        self._view = view

    def has(self, day: date) -> bool:
        """Return whether a day is public, or right before or after one that is."""
        if day in self._told_days:
            return True
        hours = (self._view.desk.timeline.hours_on(each) for each in _with_neighbors([day]))
        if any(each.why in {Why.SPECIAL, Why.HOLIDAY} for each in hours):
            return True
        return day in self._typed_days

    def has_name(self, day: date) -> bool:
        """Return whether a day, or one of another year that has its name, is public."""
        return self.has(day) or (day.month, day.day) in self._names

    def marks(self, day: date) -> bool:
        """Return whether a calendar may show a day as away: of vague absences the whole weeks."""
        return day in self._vague_days or self.has(day)

    def has_instant(self, instant: datetime) -> bool:
        """Return whether something public begins or ends at an instant: a day, hours, a notice."""
        zone, day = self._view.zone, self._view.day_of(instant)
        if instant == days.start_of_day(day, zone) and self.has(day):
            return True
        if _is_clock_change(instant, zone) or instant in self._instants:
            return True
        open_time = self._view.edition.timeline.open_time
        known = open_time.open_spans(day - _ONE_DAY, day)
        unsure = open_time.unsure_spans(day - _ONE_DAY, day)
        return any(instant in (span.starts, span.ends) for span in (*known, *unsure))

    def tells_openings_of(self, day: date) -> bool:
        """Return whether pages name a day when the practice opens on it."""
        return self._view.edition.timeline.first_day <= day <= self._view.edition.timeline.last_day

    @cached_property
    def _public(self) -> Timeline:
        """The timeline of what is public alone; what is vague fills its weeks."""
        absences = []
        for stretch in self._view.desk.timeline.stretches:
            standing = self._view.standing(stretch)
            if standing is Standing.VAGUE:
                monday, sunday = weeks_of(stretch)
                weeks = {"from_": monday, "until": sunday, "back": None, "catch_up": None}
                absences.append(stretch.absence.model_copy(update={**weeks, "cover": ()}))
            elif standing is Standing.TOLD:
                absences.append(stretch.absence)
        portal = self._view.desk.portal
        away = portal.away.model_copy(update={"away": tuple(absences)})
        return compile_timeline(portal.model_copy(update={"away": away}), self._view.moment)

    @cached_property
    def _told(self) -> tuple[Stretch, ...]:
        """The absences that are told with their days."""
        stretches = self._public.stretches
        return tuple(each for each in stretches if each.absence.detail is not Detail.VAGUE)

    @cached_property
    def _typed(self) -> tuple[date | YearlyDay, ...]:
        """The days in public places of the content."""
        portal = self._view.desk.portal
        absences = tuple(each.absence for each in self._told)
        people = tuple(each.model_copy(update={"away": ()}) for each in portal.backup.backups)
        public = portal.model_copy(
            update={
                "away": portal.away.model_copy(update={"away": absences}),
                "backup": portal.backup.model_copy(update={"backups": people}),
            }
        )
        return tuple(typed_days(public))

    @cached_property
    def _typed_days(self) -> frozenset[date]:
        return _with_neighbors(day_part(each) for each in self._typed if isinstance(each, date))

    @cached_property
    def _told_days(self) -> frozenset[date]:
        """The days of absences that are told, and of the building itself."""
        view, timeline = self._view, self._view.edition.timeline
        found: set[date] = set()
        for stretch in self._told:
            found.update(each_day(stretch.first_day, stretch.last_day or timeline.last_day))
            if stretch.back is not None and stretch.catch_up_ends is not None:
                slow = view.day_of(stretch.back), view.day_of(stretch.catch_up_ends)
                found.update(each_day(*slow))
            found.update(view.day_of(each) for each in self._instants_of(stretch))
        exact = {timeline.last_day, *(view.day_of(each) for each in self._instants)}
        # Of what is vague the first and the last day of its weeks are told, and none beside them.
        for stretch in self._public.stretches:
            if stretch.absence.detail is Detail.VAGUE:
                exact.update(weeks_of(stretch))
        return _with_neighbors(found) | exact

    @cached_property
    def _names(self) -> frozenset[tuple[int, int]]:
        found = (*self._typed, *self._told_days)
        return frozenset((day.month, day.day) for day in found)

    @cached_property
    def _vague_days(self) -> frozenset[date]:
        """The weeks in which there are absences that are vague."""
        return frozenset(
            day
            for stretch in self._public.stretches
            if stretch.absence.detail is Detail.VAGUE
            for day in each_day(*weeks_of(stretch))
        )

    @cached_property
    def _instants(self) -> frozenset[datetime]:
        """The instants of all that is public but hours."""
        view, timeline = self._view, self._view.edition.timeline
        found = {view.moment, view.horizon, view.edition.good_until, timeline.starts, timeline.ends}
        moments = (each for each in self._typed if isinstance(each, datetime))
        found.update(days.instant(each, view.zone) for each in moments)
        for stretch in self._public.stretches:
            found.update(self._instants_of(stretch))
        return frozenset(found)

    def _instants_of(self, stretch: Stretch) -> Iterator[datetime]:
        """Yield when an absence starts, ends, is announced; and when somebody else is in charge."""
        spans = self._public.cover[stretch.absence.id]
        values = [getattr(stretch, field.name) for field in fields(stretch)]
        values += [edge for span in spans for edge in (span.starts, span.ends)]
        yield from (each for each in values if isinstance(each, datetime))


def _is_clock_change(instant: datetime, zone: ZoneInfo) -> bool:
    before = (instant - timedelta(seconds=1)).astimezone(zone)
    return before.utcoffset() != instant.astimezone(zone).utcoffset()


def _with_neighbors(found: Iterable[date]) -> frozenset[date]:
    """Return days, and those before and after them: what ends is told with either of two days."""
    return frozenset(day + number * _ONE_DAY for day in found for number in (-1, 0, 1))
