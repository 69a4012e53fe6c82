"""Special days and public holidays as clients read of them: runs of days that are alike."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from portalgen.model.values import Hours
from portalgen.timeline.hours import DayHours, Why
from portalgen.timeline.open_time import OpenTime


@dataclass(frozen=True)
class Closure:
    """Days with other hours than usual, for one reason.

    `weekdays` tells which days of the week are meant from the first to the last day (0 is
    Monday); empty where it is every day.
    """

    first_day: date
    last_day: date
    hours: Hours
    label: str | None
    why: Why
    weekdays: tuple[int, ...] = ()


@dataclass(frozen=True)
class _Run:
    """Alike days so far."""

    first: DayHours
    last_day: date
    weekdays: frozenset[int]

    def takes(self, found: DayHours) -> bool:
        """Return whether a later day goes on with the run."""
        one, other = self.first, found
        gap = timedelta(days=7 if _is_weekly(found) else 1)
        return (
            (one.why, one.label, one.hours) == (other.why, other.label, other.hours)
            and one.special is other.special
            and found.day - self.last_day <= gap
        )


def closures(open_time: OpenTime, first: date, last: date) -> tuple[Closure, ...]:
    """Return the special days and holidays between two days, both included.

    A holiday on a day of the week that is closed anyway is left out.
    """
    runs: list[_Run] = []
    for found in _unusual_days(open_time, first, last):
        weekdays = frozenset({found.day.weekday()})
        # Two runs may go on side by side: Fridays of one entry between the Mondays of another.
        index = next((i for i, run in enumerate(runs) if run.takes(found)), None)
        if index is None:
            runs.append(_Run(found, found.day, weekdays))
        else:
            run = runs[index]
            runs[index] = replace(run, last_day=found.day, weekdays=run.weekdays | weekdays)
    return tuple(_closure(run) for run in runs)


def _unusual_days(open_time: OpenTime, first: date, last: date) -> Iterator[DayHours]:
    week = open_time.availability.usual_week
    for number in range(first.toordinal(), last.toordinal() + 1):
        found = open_time.on(date.fromordinal(number))
        closed_anyway = week is not None and not week[found.day.weekday()].ranges
        if found.why is Why.SPECIAL or (found.why is Why.HOLIDAY and not closed_anyway):
            yield found


def _closure(run: _Run) -> Closure:
    weekdays = tuple(sorted(run.weekdays)) if _is_weekly(run.first) else ()
    first = run.first
    return Closure(first.day, run.last_day, first.hours, first.label, first.why, weekdays)


def _is_weekly(found: DayHours) -> bool:
    return found.special is not None and found.special.weekly is not None
