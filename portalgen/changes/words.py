"""The words by which an owner names a time on the command line: `tomorrow`, `friday 14:00`, `now`.

A weekday is the next one after today, or after another day that is given; today is `today`. Times
are the practice's, without a zone. Raises `Unreadable` for all else, with what may be meant.
"""

import re
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta

from portalgen.model import proposals
from portalgen.model.reading import day_or_moment
from portalgen.model.values import FurtherNotice, Length, Unreadable, parse_clock, parse_day
from portalgen.problems import nearest

Time = date | datetime
End = Time | FurtherNotice

FURTHER_NOTICE = FurtherNotice.FURTHER_NOTICE.value
_NOW = "now"
_NEAR = {"yesterday": -1, "today": 0, "tomorrow": 1}
_CLOCK = re.compile(r"\d{1,2}:\d{2}")
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def time_meant(text: str, now: datetime, after: date | None = None) -> Time:
    """Return the day or the moment that a text means.

    A weekday is the first one after the day `after`, a clock time alone is one of that day; left
    out, it is today.
    """
    seen_from = after or now.date()
    days = _days(now.date(), seen_from)
    match text.lower().split():
        case [word] if word == _NOW:
            return now
        case [word] if word in days:
            return days[word]
        case [word, *clock] if word in days:
            return _moment(days[word], " ".join(clock))
        case [word] if _CLOCK.fullmatch(word) or proposals.meant_clock(word):
            return _moment(seen_from, word)
        case [day, clock] if _is_a_day(day):
            return _moment(parse_day(day), clock)
        case [word] if close := nearest(word, (*days, _NOW)):
            raise Unreadable(f"`{text}` is not a day.", f"Did you mean {close}?")
        case _:
            return day_or_moment(text)


def end_meant(text: str, now: datetime, after: date | None = None) -> End:
    """Return the day, the moment, or the further notice that a text means."""
    if " ".join(text.lower().split()) == FURTHER_NOTICE:
        return FurtherNotice.FURTHER_NOTICE
    if nearest(text, [FURTHER_NOTICE]):
        raise Unreadable(f"`{text}` is not a day.", f"Did you mean {FURTHER_NOTICE}?")
    return time_meant(text, now, after)


def day_meant(text: str, now: datetime, after: date | None = None) -> date:
    """Return the day that a text means."""
    meant = time_meant(text, now, after)
    if isinstance(meant, datetime):
        raise Unreadable(f"`{text}` has a clock time.", f"Write the day alone: {meant.date()}.")
    return meant


def length_or_day_meant(text: str, now: datetime) -> Length | date:
    """Return the length, or the day, that a text means."""
    try:
        return Length.parse(text)
    except Unreadable as error:
        if text[:1].isdigit() and proposals.meant_length(text):
            raise error from None
        return day_meant(text, now)


def _days(today: date, seen_from: date) -> Mapping[str, date]:
    """Return the words that stand for days."""
    found = {word: today + timedelta(days=days) for word, days in _NEAR.items()}
    for number, name in enumerate(_WEEKDAYS):
        ahead = (number - seen_from.weekday() - 1) % 7 + 1
        found[name] = found[name[:3]] = seen_from + timedelta(days=ahead)
    return found


def _moment(day: date, clock: str) -> datetime:
    # The clock goes round at 24:00, which ends a day and may be typed as such.
    return datetime.combine(day, time()) + timedelta(minutes=parse_clock(clock, end=True))


def _is_a_day(text: str) -> bool:
    try:
        parse_day(text)
    except Unreadable:
        return False
    return True
