"""Days and clock times in the forms of a language, by the patterns of the CLDR through Babel.

A day is written in full words, `Monday, December 21`. Babel's patterns for a month and a day
are short (`Mon, Dec 21`); they are widened here as CLDR's rules for skeletons say (UTS 35,
Part 4, "Missing Skeleton Fields"). Nothing here has words of its own, and nothing converts
between zones.
"""

import re
from datetime import date, time
from typing import TYPE_CHECKING

from portalgen.wording.plain import begun, plain

if TYPE_CHECKING:
    from babel import Locale

_WITH_WEEKDAY = ("MMMMEEEEd", "MMMMEd", "MMMEd")
_WITHOUT_WEEKDAY = ("MMMMd", "MMMd")
_WITHOUT_COMMA = {"en", "es"}
# Where a calendar has one letter over each of its columns.
_ONE_LETTER = {"es"}
_NOON = 12 * 60
_MIDNIGHT = 24 * 60


def day_text(locale: "Locale", day: date, *, weekday: bool, year: bool) -> str:
    """Return a day, such as `Monday, December 21` or `December 21, 2027`."""
    if year:
        pattern = locale.date_formats["full" if weekday else "long"].pattern
        return _formatted(locale, day, _running(locale, pattern))
    return _formatted(locale, day, _day_pattern(locale, _skeletons(weekday)))


def ends_text(
    locale: "Locale", first: date, last: date, *, weekday: bool, year: bool
) -> tuple[str, str]:
    """Return both ends of a span of days.

    What both have in common is said once, in the way of the language: `February 8` and `12`,
    `8.` and `12. Februar`. So is a year that both share: `February 8` and `March 2, 2027`.
    """
    without_year = _ends_without_year(locale, first, last, _skeletons(weekday))
    if not year:
        return without_year
    start = day_text(locale, first, weekday=weekday, year=True)
    end = day_text(locale, last, weekday=weekday, year=True)
    if first.year != last.year:
        return start, end
    if locale.date_formats["full"].pattern.startswith("y"):
        return start, without_year[1]
    return without_year[0], end


def has_comma_in_days(locale: "Locale") -> bool:
    """Return whether a comma stands behind the weekday in a day that has no year."""
    return ", " in _day_pattern(locale, _WITH_WEEKDAY)


def weekday_name(locale: "Locale", weekday: int) -> str:
    """Return the name of a day of the week; 0 is Monday."""
    return plain(locale.days["stand-alone"]["wide"][weekday])


def weekday_short_name(locale: "Locale", weekday: int) -> str:
    """Return a day of the week in a letter or two, for the head of a calendar; 0 is Monday."""
    if locale.language in _ONE_LETTER:
        return plain(locale.days["stand-alone"]["narrow"][weekday])
    return plain(locale.days["format"]["short"][weekday])


def weekdays_in_order(locale: "Locale") -> tuple[int, ...]:
    """Return the days of the week from the one on which weeks begin; 0 is Monday."""
    first = locale.first_week_day
    return tuple((first + step) % 7 for step in range(7))


def month_text(locale: "Locale", day: date) -> str:
    """Return the month of a day with its year, as a heading: `December 2026`."""
    return begun(_formatted(locale, day, locale.datetime_skeletons["yMMMM"].pattern))


def clock_text(locale: "Locale", minutes: int) -> str:
    """Return a clock time, such as `9:00 am` or `09:00`."""
    return _clock(locale, minutes, locale.time_formats["short"].pattern)


def clock_ends_text(locale: "Locale", opens: int, closes: int) -> tuple[str, str]:
    """Return both ends of a range of clock times; both before, or both after noon say so once."""
    pattern = locale.time_formats["short"].pattern
    first = second = pattern
    if "a" in pattern and _half_of_day(opens) == _half_of_day(closes):
        without = re.sub(r"\s*a\s*", "", pattern)
        if pattern.startswith("a"):
            second = without
        else:
            first = without
    return _clock(locale, opens, first), _clock(locale, closes, second)


def shows_one_oclock(locale: "Locale", minutes: int) -> bool:
    """Return whether a clock shows one o'clock, where Spanish has its own article."""
    hour = minutes % _MIDNIGHT // 60
    return hour == 1 or (hour == 13 and not has_clock_of_24_hours(locale))


def has_clock_of_24_hours(locale: "Locale") -> bool:
    """Return whether the day has one round of the clock in this language, and not two."""
    return "H" in locale.time_formats["short"].pattern


def _skeletons(weekday: bool) -> tuple[str, ...]:
    return _WITH_WEEKDAY if weekday else _WITHOUT_WEEKDAY


def _day_pattern(locale: "Locale", skeletons: tuple[str, ...]) -> str:
    known = locale.datetime_skeletons
    pattern = _widened(next(known[name].pattern for name in skeletons if name in known))
    return _running(locale, pattern)


def _ends_without_year(
    locale: "Locale", first: date, last: date, skeletons: tuple[str, ...]
) -> tuple[str, str]:
    pattern = _day_pattern(locale, skeletons)
    patterns = pattern, pattern
    if (first.year, first.month) == (last.year, last.month):
        patterns = _interval(locale, skeletons) or patterns
    return _formatted(locale, first, patterns[0]), _formatted(locale, last, patterns[1])


def _interval(locale: "Locale", skeletons: tuple[str, ...]) -> tuple[str, str] | None:
    """Return the patterns of both ends of a span within one month, without what joins them.

    None where it is joined by a word and not by a dash.
    """
    for name in skeletons:
        parts = locale.interval_formats.get(name, {}).get("d", ())
        if len(parts) == 2:
            first = re.sub(r"[\s\u2009\u202f\u2010-\u2015~\uff5e-]+$", "", parts[0])
            is_whole = re.search(r"[EcLMd.)日일]$", first)
            if not is_whole:
                return None
            start, end = (_running(locale, _widened(each)) for each in (first, parts[1]))
            return start, end
    return None


def _widened(pattern: str) -> str:
    """Return a pattern in which the names of weekday and month are written out."""
    for letters in ("E{1,3}", "c{3}", "M{3}", "L{3}"):
        letter = letters[0]
        pattern = re.sub(rf"(?<!{letter}){letters}(?!{letter})", letter * 4, pattern)
    return pattern


def _running(locale: "Locale", pattern: str) -> str:
    """Return a pattern as it stands in running text: `el lunes 21 de diciembre`, `on 1 January`.

    CLDR's patterns are for days that stand alone. In Spanish, and in English that names the day
    before the month, a sentence has no comma behind the weekday; nor has it a zero.
    """
    if locale.language in _WITHOUT_COMMA:
        pattern = re.sub(r"(?<=E), (?=d)", " ", pattern)
    return re.sub(r"(?<!d)dd(?!d)", "d", pattern)


def _half_of_day(minutes: int) -> int:
    return minutes % _MIDNIGHT // _NOON


def _clock(locale: "Locale", minutes: int, pattern: str) -> str:
    of_day = minutes % _MIDNIGHT
    text = _formatted(locale, time(of_day // 60, of_day % 60), pattern)
    return text.lower() if locale.language == "en" else text


def _formatted(locale: "Locale", value: date | time, pattern: str) -> str:
    from babel.dates import parse_pattern

    return plain(parse_pattern(pattern).apply(value, locale))
