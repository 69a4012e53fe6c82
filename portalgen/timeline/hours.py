"""The hours of one day, and why they are so: special day, public holiday or usual week.

Hours belong to the day on which they begin: what runs past midnight is open time of the day
before, whatever the new day is. Absences are not looked at here.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from portalgen.model.availability import Availability, SpecialDay
from portalgen.model.values import Hours, YearlyDay
from portalgen.timeline.holidays import HolidayCalendar

_A_LEAP_YEAR = 2024
_DAYS_OF_A_LEAP_YEAR = 366


class Why(StrEnum):
    """What gives a day its hours."""

    USUAL = "usual"
    SPECIAL = "special"
    HOLIDAY = "holiday"


@dataclass(frozen=True)
class DayHours:
    """The hours of a day.

    `known` is False where the portal can not tell: the practice names no weekly hours (then
    `hours` are empty), or no one knows the holidays of that year (then they are those of the
    usual week, as a guess). `special` is the entry that gives the hours of a special day.
    """

    day: date
    hours: Hours
    why: Why
    label: str | None
    known: bool
    special: SpecialDay | None = None


def hours_on(day: date, availability: Availability, holidays: HolidayCalendar) -> DayHours:
    """Return the hours of a day: a special day beats a public holiday, that the usual week."""
    special = _special_on(day, availability.special_days)
    if special is not None:
        hours = _hours_of(special, day)
        assert hours is not None
        return DayHours(day, hours, Why.SPECIAL, special.label, True, special)
    name = holidays.closing(day)
    if name is not None:
        return DayHours(day, Hours(), Why.HOLIDAY, name, True)
    week = availability.usual_week
    if week is None:
        return DayHours(day, Hours(), Why.USUAL, None, False)
    hours = week[day.weekday()]
    return DayHours(day, hours, Why.USUAL, None, not hours.ranges or holidays.knows(day.year))


def _special_on(day: date, specials: tuple[SpecialDay, ...]) -> SpecialDay | None:
    """Return the entry that counts: dated before yearly, shorter before longer, then the first."""
    fitting = [each for each in specials if _covers(each, day) and _hours_of(each, day) is not None]
    return min(fitting, key=_generality, default=None)


def _hours_of(special: SpecialDay, day: date) -> Hours | None:
    """Return what the entry says of a day that it covers; None for a day that it leaves alone."""
    if special.hours is not None:
        return special.hours
    return special.weekly[day.weekday()] if special.weekly is not None else None


def _covers(special: SpecialDay, day: date) -> bool:
    first, last = special.first, special.last
    if isinstance(first, YearlyDay) and isinstance(last, YearlyDay):
        found = YearlyDay(day.month, day.day)
        if first <= last:
            return first <= found <= last
        return found >= first or found <= last
    return isinstance(first, date) and isinstance(last, date) and first <= day <= last


def _generality(special: SpecialDay) -> tuple[bool, int]:
    """Return a key that is smaller for the entry that speaks of fewer days."""
    first, last = special.first, special.last
    if isinstance(first, date) and isinstance(last, date):
        return False, (last - first).days
    if isinstance(first, YearlyDay) and isinstance(last, YearlyDay):
        return True, (_leap_day(last) - _leap_day(first)).days % _DAYS_OF_A_LEAP_YEAR
    raise AssertionError("the model lets no other special day through")


def _leap_day(yearly: YearlyDay) -> date:
    return date(_A_LEAP_YEAR, yearly.month, yearly.day)
