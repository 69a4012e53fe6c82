"""The open time of the practice as instants, by its hours alone; absences are not looked at."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache, cached_property
from zoneinfo import ZoneInfo

from portalgen.days import clock_instant, day_of, start_of_day
from portalgen.model.availability import Availability
from portalgen.model.values import Hours
from portalgen.timeline.holidays import HolidayCalendar
from portalgen.timeline.hours import DayHours, hours_on
from portalgen.timeline.spans import Span, clipped, merged, without

# How far ahead a next open time is looked for: somebody who is closed for longer has none.
FARTHEST_DAYS = 400
_ONE_DAY = timedelta(days=1)
# Hours run past midnight, and a zone may have left out the day between (Apia, 2011-12-30).
_BEFORE = timedelta(days=2)


@dataclass(frozen=True)
class OpenTime:
    """The hours of a practice in its zone."""

    availability: Availability
    holidays: HolidayCalendar
    zone: ZoneInfo

    def on(self, day: date) -> DayHours:
        """Return the hours of a day and why they are so."""
        return self._hours_on(day)

    def of_day(self, day: date) -> tuple[Span, ...]:
        """Return the open time that begins on a day; a guess where its hours are not known."""
        return self._spans_of_day(day)

    def known_of_day(self, day: date) -> tuple[Span, ...]:
        """Return the open time that begins on a day; none where its hours are not known."""
        return self.of_day(day) if self.on(day).known else ()

    def open_spans(self, first: date, last: date) -> tuple[Span, ...]:
        """Return the open time within days of which the hours are known."""
        found = (span for day in _days(first - _BEFORE, last) for span in self.known_of_day(day))
        return self._within(found, first, last)

    def unsure_spans(self, first: date, last: date) -> tuple[Span, ...]:
        """Return the time within days in which nobody can say whether the practice is open."""
        found = (span for day in _days(first - _BEFORE, last) for span in self._unsure(day))
        return without(self._within(found, first, last), self.open_spans(first, last))

    def open_days_from(self, instant: datetime) -> Iterator[tuple[date, tuple[Span, ...]]]:
        """Yield the open days from an instant on, with what is left of their open time.

        Days that are not known count by the usual week. It ends after `FARTHEST_DAYS`.
        """
        today = day_of(instant, self.zone)
        for day in _days(today - _BEFORE, today + timedelta(days=FARTHEST_DAYS)):
            left = cut_before(self.of_day(day), instant)
            if left:
                yield day, left

    def first_open_from(self, instant: datetime) -> datetime | None:
        """Return the first open time at or after an instant; None if nobody can know it.

        A practice that names no weekly hours may be open on any day, whatever its special days.
        """
        if self.availability.weekly is None:
            return None
        for _, spans in self.open_days_from(instant):
            return spans[0].starts
        return None

    # The same days are asked for from all sides: pages, the calendar, the clock of replies.
    @cached_property
    def _hours_on(self) -> Callable[[date], DayHours]:
        def of(day: date) -> DayHours:
            return hours_on(day, self.availability, self.holidays)

        return cache(of)

    @cached_property
    def _spans_of_day(self) -> Callable[[date], tuple[Span, ...]]:
        def of(day: date) -> tuple[Span, ...]:
            return spans_of(self.on(day).hours, day, self.zone)

        return cache(of)

    def _unsure(self, day: date) -> tuple[Span, ...]:
        found = self.on(day)
        if found.known:
            return ()
        if self.availability.weekly is not None:
            return spans_of(found.hours, day, self.zone)
        return (Span(start_of_day(day, self.zone), start_of_day(day + _ONE_DAY, self.zone)),)

    def _within(self, spans: Iterator[Span], first: date, last: date) -> tuple[Span, ...]:
        starts, ends = start_of_day(first, self.zone), start_of_day(last + _ONE_DAY, self.zone)
        return clipped(merged(spans), starts, ends)


def cut_before(spans: Iterable[Span], instant: datetime) -> tuple[Span, ...]:
    """Return what is left of spans from an instant on."""
    return tuple(
        Span(max(span.starts, instant), span.ends)
        for span in spans
        if span.ends is None or span.ends > instant
    )


def spans_of(hours: Hours, day: date, zone: ZoneInfo) -> tuple[Span, ...]:
    """Return hours on a day as spans in order; a date that the zone left out has none."""
    if not hours.ranges or start_of_day(day, zone) == start_of_day(day + _ONE_DAY, zone):
        return ()
    return merged(
        Span(clock_instant(day, each.opens, zone), clock_instant(day, each.closes, zone))
        for each in hours.ranges
    )


def _days(first: date, last: date) -> Iterator[date]:
    for number in range(first.toordinal(), last.toordinal() + 1):
        yield date.fromordinal(number)
