"""Fields with keys of the owner's: the hours of a week, and the named values of a clause."""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Any

from portalgen.model import proposals
from portalgen.model.fields import NamedValue, OpenHours
from portalgen.model.reading import SLUG_PATTERN, named_value, slug
from portalgen.model.section import Broken, BrokenKey, broken_error
from portalgen.model.values import Hours, Length, Money, Unreadable, Words
from portalgen.model.written import WrittenMap

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DAYS_KEY = "[a-zA-Z]{3}( *[-\u2013] *[a-zA-Z]{3})?"


def _weekly(typed: Mapping[str, str]) -> tuple[Hours | None, ...]:
    """Read a map of days to hours as seven entries, Monday first; None where not named."""
    week: list[Hours | None] = [None] * 7
    broken: list[Broken] = []
    for key, text in typed.items():
        try:
            numbers = _weekdays(key)
        except Unreadable as error:
            broken.append(BrokenKey((key,), error.found, error.instead))
            numbers = []
        try:
            hours = Hours.parse(text)
        except Unreadable as error:
            broken.append(Broken((key,), error.found, error.instead))
            continue
        for number in numbers:
            if week[number] is not None:
                found = f"`{WEEKDAYS[number]}` has hours already."
                broken.append(BrokenKey((key,), found, "Name each day once."))
            week[number] = hours
    if broken:
        raise broken_error(*broken)
    return tuple(week)


def _weekdays(key: str) -> list[int]:
    numbers: list[int] = []
    for part in key.lower().split(","):
        ends = [each.strip() for each in re.split("[-\u2013]", part)]
        for each in ends:
            if each not in WEEKDAYS:
                meant = proposals.meant_weekdays(key)
                instead = f"Write {meant}." if meant else f"Days are {', '.join(WEEKDAYS)}."
                raise Unreadable(f"`{key}` is not how days of the week are written.", instead)
        first, last = WEEKDAYS.index(ends[0]), WEEKDAYS.index(ends[-1])
        numbers += [(first + step) % 7 for step in range((last - first) % 7 + 1)]
    return numbers


Week = Annotated[
    tuple[Hours | None, ...],
    WrittenMap(
        "weekly hours",
        "days and hours, a line for each: mon-thu: 09:00-12:30",
        _weekly,
        OpenHours.__metadata__[0],
        rf"^{_DAYS_KEY}( *, *{_DAYS_KEY})*$",
        "mon-thu: 09:00-12:30, 13:30-17:00",
    ),
]


def _named_values(typed: Mapping[str, str]) -> dict[str, Any]:
    broken: list[Broken] = []
    for key in typed:
        try:
            slug(key)
        except Unreadable as error:
            broken.append(BrokenKey((key,), error.found, error.instead))
    named = {}
    for key, text in typed.items():
        try:
            named[key] = named_value(text)
        except Unreadable as error:
            broken.append(Broken((key,), error.found, error.instead))
    if broken:
        raise broken_error(*broken)
    return named


Values = Annotated[
    dict[str, Length | Money | Decimal | Words],
    WrittenMap(
        "named values",
        "names and values, a line for each: notice: 24 hours",
        _named_values,
        NamedValue.__metadata__[0],
        SLUG_PATTERN,
        "notice: 24 hours",
    ),
]
