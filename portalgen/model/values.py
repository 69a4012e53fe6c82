"""The values that fields hold: lengths, money, hours, days of a year, and two kinds of text.

Each has a `parse` that reads what the owner typed and raises `Unreadable` with a sentence.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum, StrEnum
from itertools import pairwise
from typing import Self

from portalgen.model import proposals
from portalgen.model.currencies import CURRENCIES, FREQUENT, WITH_THOUSANDTHS
from portalgen.problems import nearest


class Unreadable(ValueError):
    """A text that is not what the field holds: what was found, and what to write instead."""

    def __init__(self, found: str, instead: str = "") -> None:
        super().__init__(found)
        self.found = found
        self.instead = instead


class Words(str):
    """Plain text for clients; it may name facts."""

    __slots__ = ()


class Markdown(str):
    """Text for clients in Markdown; it may name facts."""

    __slots__ = ()


class FurtherNotice(Enum):
    """The end of an absence that has none yet."""

    FURTHER_NOTICE = "further notice"


class Unit(StrEnum):
    """The unit of a length."""

    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    BUSINESS_HOUR = "business hour"
    BUSINESS_DAY = "business day"

    @property
    def counts_open_time(self) -> bool:
        """Whether only time counts in which the practice is open."""
        return self in {Unit.BUSINESS_HOUR, Unit.BUSINESS_DAY}


# Years that an owner can mean; there is room on both sides for what is counted from them.
FIRST_YEAR, LAST_YEAR = 1900, 2199

# What a link of the owner's may start with, in Markdown as in a template.
LINK_SCHEMES = frozenset({"http", "https", "mailto", "sms", "tel"})

_MINUTES = {Unit.MINUTE: 1, Unit.HOUR: 60, Unit.DAY: 24 * 60, Unit.WEEK: 7 * 24 * 60}


@dataclass(frozen=True)
class Length:
    """A length of time: a whole number and a unit."""

    amount: int
    unit: Unit

    PATTERN = (
        r"^ *\d{1,4} +([bB][uU][sS][iI][nN][eE][sS][sS] +)?"
        r"([mM][iI][nN][uU][tT][eE]|[hH][oO][uU][rR]|[dD][aA][yY]|[wW][eE][eE][kK])[sS]? *$"
    )

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `2 days` or `4 business hours`."""
        match = re.fullmatch(r"(\d{1,4})\s+((?:business\s+)?[a-z]+?)s?", text.strip().lower())
        try:
            if match is None:
                raise ValueError
            return cls(int(match[1]), Unit(" ".join(match[2].split())))
        except ValueError:
            raise _no_length(text) from None

    @property
    def days(self) -> int:
        """The whole calendar days of a length in days or weeks; 0 for shorter units."""
        return self.amount * {Unit.DAY: 1, Unit.WEEK: 7}.get(self.unit, 0)

    @property
    def minutes(self) -> int:
        """The minutes of a length that runs on the clock.

        Raises KeyError for one that counts open time.
        """
        return self.amount * _MINUTES[self.unit]

    def __str__(self) -> str:
        return f"{self.amount} {self.unit}{'' if self.amount == 1 else 's'}"


@dataclass(frozen=True)
class Money:
    """An amount of a currency (ISO 4217)."""

    amount: Decimal
    currency: str

    PATTERN = r"^ *\d{1,12}(\.\d{2,3})? +[A-Za-z]{3} *$"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `420 USD` or `1200.50 EUR`."""
        match = re.fullmatch(r"(\d{1,12}(?:\.\d{2,3})?)\s+([A-Za-z]{3})", text.strip())
        if match is None:
            raise _no_money(text)
        amount, currency = Decimal(match[1]), match[2].upper()
        if currency not in CURRENCIES:
            close = nearest(currency, FREQUENT)
            raise Unreadable(
                f"`{match[2]}` is not a currency.",
                f"Did you mean `{close}`?" if close else "Write its three letters, such as USD.",
            )
        if re.search(r"\.\d{3}$", match[1]) and currency not in WITH_THOUSANDTHS:
            raise Unreadable(
                f"`{text}` has three digits behind the point.",
                f"Write {match[1].replace('.', '')} {currency}, or two digits if they are cents.",
            )
        return cls(amount, currency)

    def __str__(self) -> str:
        return f"{self.amount} {self.currency}"


@dataclass(frozen=True, order=True)
class YearlyDay:
    """A day of every year; February 29 exists in leap years only."""

    month: int
    day: int

    def in_year(self, year: int) -> date | None:
        """Return the day in a year, or None where that year lacks it."""
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return None

    def __str__(self) -> str:
        return f"{self.month:02}-{self.day:02}"


@dataclass(frozen=True, order=True)
class Range:
    """Open time of a day, in minutes of the clock after midnight; the end is excluded.

    `closes` is larger than 1440 where the range runs past midnight.
    """

    opens: int
    closes: int


@dataclass(frozen=True)
class Hours:
    """The open time of one day: ranges in order that do not overlap; none means closed."""

    ranges: tuple[Range, ...] = ()

    _RANGE = r"\d{2}:\d{2} *[-\u2013] *\d{2}:\d{2}"
    PATTERN = rf"^ *([cC][lL][oO][sS][eE][dD]|{_RANGE}( *, *{_RANGE})*) *$"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `09:00-12:30, 13:30-17:00` or `closed`."""
        if text.strip().lower() == "closed":
            return cls()
        meant = "" if re.fullmatch(cls.PATTERN, text) else proposals.meant_hours(text)
        if meant:
            raise Unreadable(f"`{text}` is not how hours are written.", f"Write {meant}.")
        ranges = tuple(sorted(_range(part.strip(), text) for part in text.split(",")))
        for earlier, later in pairwise(ranges):
            if later.opens < earlier.closes:
                raise Unreadable(
                    f"Two times in `{text}` overlap.", "Let one end before the next one starts."
                )
        if ranges and ranges[-1].closes - 24 * 60 > ranges[0].opens:
            raise Unreadable(
                f"`{text}` runs into the hours of the next day.", "Let it end earlier."
            )
        return cls(ranges)

    def __str__(self) -> str:
        return ", ".join(f"{_clock(r.opens)}-{_clock(r.closes)}" for r in self.ranges) or "closed"


def parse_clock(text: str, *, end: bool = False) -> int:
    """Read a clock time `HH:MM` as minutes after midnight; `24:00` only as an end."""
    match = re.fullmatch(r"(\d{2}):(\d{2})", text)
    if match:
        hours, minutes = int(match[1]), int(match[2])
        if minutes < 60 and (hours < 24 or (end and hours == 24 and minutes == 0)):
            return hours * 60 + minutes
    if text == "24:00":
        raise Unreadable("`24:00` can only be an end.", "Write 00:00.")
    meant = proposals.meant_clock(text)
    if meant:
        raise Unreadable(f"`{text}` is not how a clock time is written.", f"Write {meant}.")
    raise Unreadable(
        f"`{text}` is not a clock time.", "Write hours and minutes, such as 09:00 or 17:30."
    )


def parse_day(text: str) -> date:
    """Read `YYYY-MM-DD`."""
    match = re.fullmatch(r"(\d{4})-(\d{2})-(\d{2})", text.strip())
    if match is None:
        meant = proposals.meant_day(text)
        if meant:
            raise Unreadable(f"`{text}` is not how a day is written.", f"Write {meant}.")
        raise Unreadable(
            f"`{text}` is not a day.", "Write year, month and day, such as 2026-12-21."
        )
    year, month, day = int(match[1]), int(match[2]), int(match[3])
    try:
        found = date(year, month, day)
    except ValueError:
        raise Unreadable(
            f"`{text}` is a day that no calendar has.", proposals.calendar_fact(year, month)
        ) from None
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise Unreadable(f"`{text}` lies in a year that nobody plans for.", "Look at the year.")
    return found


def parse_moment(text: str) -> datetime:
    """Read `YYYY-MM-DD HH:MM` as a clock time without a zone."""
    match = re.fullmatch(r"(\S{10})[ T]+(\S.*)", text.strip())
    if match is None:
        meant = proposals.meant_moment(text)
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text.strip()):
            raise Unreadable(f"`{text}` has no clock time.", f"Write such as {text.strip()} 09:00.")
        if meant:
            raise Unreadable(f"`{text}` is not how a moment is written.", f"Write {meant}.")
        raise Unreadable(
            f"`{text}` is not a moment.", "Write a day and a clock time: 2026-12-16 17:00."
        )
    day, minutes = parse_day(match[1]), parse_clock(match[2])
    return datetime(day.year, day.month, day.day, minutes // 60, minutes % 60)


def parse_yearly_day(text: str) -> YearlyDay:
    """Read `MM-DD`."""
    match = re.fullmatch(r"(\d{2})-(\d{2})", text.strip())
    yearly = YearlyDay(int(match[1]), int(match[2])) if match else None
    if yearly is None or yearly.in_year(2024) is None:
        raise Unreadable(
            f"`{text}` is not a day of the year.",
            "Write the month, then the day, such as 07-01 for July 1.",
        )
    return yearly


def _no_length(text: str) -> Unreadable:
    if re.match(r"\s*\d{5,}\s", text):
        return Unreadable(f"`{text}` is too long.", "Write at most 9999 of any unit.")
    meant = proposals.meant_length(text)
    if meant:
        return Unreadable(f"`{text}` is not how a length of time is written.", f"Write {meant}.")
    if re.search(r"month|year", text.lower()):
        instead = "Months and years differ in length; write days or weeks, such as 30 days."
    else:
        instead = (
            "Write a whole number and a unit, such as 30 minutes, 4 hours, 2 days, 2 weeks, "
            "4 business hours or 2 business days."
        )
    return Unreadable(f"`{text}` is not a length of time.", instead)


def _no_money(text: str) -> Unreadable:
    meant = proposals.meant_money(text)
    if meant:
        return Unreadable(f"`{text}` is not how money is written.", f"Write {meant}.")
    if re.fullmatch(r"\s*\$?\s*\d+(\.\d{2})?\s*\$?\s*", text):
        instead = f"Write its three letters behind the amount, such as {text.strip(' $')} USD."
        return Unreadable(f"`{text}` names no currency.", instead)
    return Unreadable(
        f"`{text}` is not an amount of money.",
        "Write the amount and the currency, such as 420 USD or 1200.50 EUR: a point for cents, "
        "nothing between thousands.",
    )


def _range(part: str, whole: str) -> Range:
    ends = re.split(r"\s*[-\u2013]\s*", part)
    if len(ends) != 2:
        raise Unreadable(
            f"`{whole}` is neither hours nor the word closed.",
            "Write such as 09:00-12:30, 13:30-17:00."
            if nearest(whole.strip(), ["closed"]) is None
            else "Did you mean `closed`?",
        )
    opens, closes = parse_clock(ends[0]), parse_clock(ends[1], end=True)
    if opens == closes:
        raise Unreadable(
            f"`{part}` starts and ends at one time.", "Write 00:00-24:00 for all day, or closed."
        )
    return Range(opens, closes if closes > opens else closes + 24 * 60)


def _clock(minutes: int) -> str:
    if minutes > 24 * 60:
        minutes -= 24 * 60
    return f"{minutes // 60:02}:{minutes % 60:02}"
