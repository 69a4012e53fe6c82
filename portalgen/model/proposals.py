"""What a text that can not be read was probably meant to be, as it is to be written.

Each function returns the empty text where more than one thing could be meant: a wrong guess
costs more than a question. Nothing here accepts a text; that is for `values`.
"""

import re
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from itertools import pairwise

from portalgen.problems import nearest

_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip


def meant_day(text: str) -> str:
    """Return the day `2026-02-03` for `2026-2-3`, `13/12/2026`, `13.12.2026`, `Dec 13, 2026`."""
    text = " ".join(text.replace(",", " ").split()).lower()
    if match := re.fullmatch(r"(\d{4})[-./](\d{1,2})[-./](\d{1,2})", text):
        return _day(int(match[1]), int(match[2]), int(match[3]))
    if match := re.fullmatch(r"(\d{1,2})([-./])(\d{1,2})\2(\d{4})", text):
        first, second, year = int(match[1]), int(match[3]), int(match[4])
        if match[2] == "." or first > 12 or first == second:
            return _day(year, second, first)
        return _day(year, first, second) if second > 12 else ""
    match = re.fullmatch(r"([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)? (\d{4})", text)
    if match:
        return _day(int(match[3]), _month(match[1]), int(match[2]))
    match = re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th|\.)? ([a-z]{3,9})\.? (\d{4})", text)
    return _day(int(match[3]), _month(match[2]), int(match[1])) if match else ""


def calendar_fact(year: int, month: int) -> str:
    """Return why a day that looks like one is on no calendar."""
    if not 1 <= month <= 12:
        return "The month comes second, and there are 12."
    last = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    leap = month == 2 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return f"{_MONTHS[month - 1].title()} {year} has {last + leap} days."


def meant_clock(text: str) -> str:
    """Return the clock time `09:00` for `9am`, `9:00`, `9.00` and the like."""
    match = re.fullmatch(
        r"(\d{1,2})(?:[:.h](\d{2})|h|:?)\s*(?:([ap])\.?m\.?)?", text.strip().lower()
    )
    if match is None:
        return ""
    hour, minute, half = int(match[1]), int(match[2] or 0), match[3]
    if half:
        if not 1 <= hour <= 12:
            return ""
        hour = hour % 12 + (12 if half == "p" else 0)
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else ""


def meant_moment(text: str) -> str:
    """Return the moment `2026-12-02 13:00` for a day and a clock time written in other ways."""
    for match in re.finditer(r"\s+(?:at\s+)?|T", text.strip()):
        day = meant_day(text.strip()[: match.start()])
        clock = meant_clock(text.strip()[match.end() :])
        if day and clock:
            return f"{day} {clock}"
    return ""


def meant_hours(text: str) -> str:
    """Return the hours `09:00-17:00` for `9am-5pm`, `9:00 to 17:00` and the like."""
    parts = [_meant_range(part) for part in re.split(r",|;|&|\+|\band\b", text.lower())]
    return ", ".join(parts) if all(parts) else ""


def meant_length(text: str) -> str:
    """Return the length `24 hours` for `24h`, `a day`, `1.5 days`, `1 bussiness day`."""
    match = re.fullmatch(r"(\d+(?:[.,]\d+)?|[a-z]+)\s*[- ]?\s*([a-z][a-z -]*)\.?", _plain(text))
    if match is None:
        return ""
    number, unit = _COUNTS.get(match[1], match[1]), _unit(match[2])
    if not unit or not re.fullmatch(r"\d+([.,]\d+)?", number):
        return ""
    amount = Decimal(number.replace(",", "."))
    while amount % 1 and unit in _SMALLER:
        unit, count = _SMALLER[unit]
        amount *= count
    return f"{int(amount)} {unit}{'' if amount == 1 else 's'}" if not amount % 1 else ""


def meant_money(text: str) -> str:
    """Return the money `1200 EUR` for `1,200 EUR`, `EUR 1.200`, `1 200 €` and the like."""
    plain = text.strip()
    for sign, code in _SIGNS.items():
        plain = re.sub(sign, f" {code} ", plain, flags=re.IGNORECASE)
    match = re.fullmatch(
        r"\s*([A-Za-z]{3})?\s*(\d[\d.,' \u00a0\u202f]*)\s*([A-Za-z]{3})?\s*", plain
    )
    if match is None or bool(match[1]) == bool(match[3]):
        return ""
    amount = _amount(match[2].strip())
    return f"{amount} {(match[1] or match[3]).upper()}" if amount else ""


def meant_weekdays(text: str) -> str:
    """Return the days `mon-fri` for `Monday to Friday`, `weekdays` and the like."""
    plain = _plain(text)
    if plain in _WEEKS:
        return _WEEKS[plain]
    plain = re.sub(r"\s*(\bto\b|\bthrough\b|[-\u2013\u2014])\s*", "-", plain)
    plain = re.sub(r"\s*(\band\b|[&/;+]|,)\s*", ", ", plain)
    names = re.split(r"(-|, )", plain)
    days = [_weekday(name) if place % 2 == 0 else name for place, name in enumerate(names)]
    return "".join(days) if all(days) else ""


def _day(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


def _month(name: str) -> int:
    return next((n for n, month in enumerate(_MONTHS, start=1) if month.startswith(name)), 0)


def _meant_range(text: str) -> str:
    ends = re.split(r"\s*(?:[-\u2013\u2014]|\bto\b|\buntil\b)\s*", text.strip())
    if len(ends) != 2:
        return ""
    halves = [re.search(r"[ap]\.?m", end) is not None for end in ends]
    if halves == [False, True]:
        # 1-5pm means the afternoon, 9-5pm begins in the morning.
        later = meant_clock(f"{ends[0]} pm")
        ends[0] = later if later < meant_clock(ends[1]) else ends[0]
    opens, closes = (meant_clock(end) for end in ends)
    return f"{opens}-{closes}" if opens and closes and opens < closes else ""


def _plain(text: str) -> str:
    return " ".join(text.lower().split())


_COUNTS = {
    "a": "1", "an": "1", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5",
    "six": "6", "seven": "7", "ten": "10", "half": "0.5",
}  # fmt: skip
_UNITS = ("minute", "hour", "day", "week", "business hour", "business day")
_SHORT_UNITS = {
    "m": "minute", "min": "minute", "mins": "minute", "h": "hour", "hr": "hour", "hrs": "hour",
    "d": "day", "w": "week", "wk": "week", "wks": "week", "working day": "business day",
    "working days": "business day", "workday": "business day", "workdays": "business day",
    "working hour": "business hour", "working hours": "business hour",
}  # fmt: skip
_SMALLER = {"week": ("day", 7), "day": ("hour", 24), "hour": ("minute", 60)}


def _unit(name: str) -> str:
    name = name.replace("-", " ").strip()
    if name.startswith("month") or name.startswith("year"):
        return ""
    known = {f"{unit}{ending}": unit for unit in _UNITS for ending in ("", "s")}
    return _SHORT_UNITS.get(name) or known.get(nearest(name, known) or "", "")


_SIGNS = {r"€|\beuros?\b": "EUR", "£": "GBP"}


def _amount(text: str) -> str:
    """Return digits with a point for cents, whatever parts them; empty where that is unclear."""
    text = re.sub(r"[' \u00a0\u202f]", "", text)
    groups = re.split(r"[.,]", text)
    marks = re.findall(r"[.,]", text)
    if not all(groups) or any(one != other for one, other in pairwise(marks[:-1])):
        return ""
    *whole, last = groups
    if not whole:
        return last
    has_cents = len(last) in {1, 2} and (len(marks) == 1 or marks[-1] != marks[0])
    thousands = whole[1:] if has_cents else [*whole[1:], last]
    if any(len(group) != 3 for group in thousands):
        return ""
    digits = "".join([whole[0], *thousands])
    return f"{digits}.{last:0<2}" if has_cents else digits


_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKS = {
    "weekdays": "mon-fri", "weekday": "mon-fri", "workdays": "mon-fri", "weekend": "sat, sun",
    "weekends": "sat, sun", "daily": "mon-sun", "every day": "mon-sun", "all": "mon-sun",
}  # fmt: skip


def _weekday(name: str) -> str:
    """Return the short name of a day that is written in full, or longer than needed."""
    name = name.strip(" .")
    full = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
    for short, day in zip(_WEEKDAYS, full, strict=True):
        is_begun = day.startswith(name) and len(name) >= 2
        if is_begun or name in {f"{day}s", f"{short}s"}:
            return short
    close = get_close_matches(name, full, n=1, cutoff=0.8)
    return close[0][:3] if close else ""
