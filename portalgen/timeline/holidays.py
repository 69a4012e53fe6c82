"""Public holidays: the only door to the `holidays` package, which is loaded when first asked.

The package takes the language of its names from the machine unless it is told one that the
country really has, and it returns nothing for years that it does not know. Here a language is
always told, and an unknown year is an answer of its own.
"""

import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

from portalgen.model.availability import PublicHolidays

_LABELS = (
    "observed_label",
    "observed_label_before",
    "observed_estimated_label",
    "estimated_label",
)


@dataclass(frozen=True)
class Holiday:
    """A day with its holidays: their names in the asked language, and in English.

    The plain names are those by which the owner may speak of them: without "observed" or
    "estimated", as the country's calendar adds it, and as they stand.
    """

    day: date
    names: tuple[str, ...]
    english: tuple[str, ...]
    plain_names: tuple[str, ...]
    plain_english: tuple[str, ...]


@dataclass(frozen=True)
class HolidayCalendar:
    """The holidays on which a practice is closed; without rules there are none.

    Years are worked out when they are first asked for.
    """

    rules: PublicHolidays | None
    language: str

    def knows(self, year: int) -> bool:
        """Return whether the holidays of a year are known."""
        return self.rules is None or self._year(year) is not None

    def closing(self, day: date) -> str | None:
        """Return the name of the holiday that closes the practice on a day, if one does."""
        if self.rules is None:
            return None
        holiday = (self._year(day.year) or {}).get(day)
        return None if holiday is None else _closing_name(holiday, self.rules)

    def _year(self, year: int) -> Mapping[date, Holiday] | None:
        assert self.rules is not None
        return _year_of(self.rules.country, self.rules.region, year, self.language)


def holidays_of(rules: PublicHolidays | None, language: str) -> HolidayCalendar:
    """Return the calendar of a practice; `language` is the portal's (BCP 47)."""
    return HolidayCalendar(rules, language)


def supported_countries() -> tuple[str, ...]:
    """Return the codes of all countries whose holidays are known, aliases included."""
    from holidays.registry import EntityLoader

    return tuple(sorted(EntityLoader.get_country_codes()))


def supported_regions(country: str) -> tuple[str, ...]:
    """Return the codes of the regions of a country, and other names for them."""
    if country not in supported_countries():
        return ()
    kind = _kind(country)
    return (*kind.subdivisions, *kind.subdivisions_aliases)


def region_is_known(country: str, region: str | None) -> bool:
    """Return whether a country has the region; leaving it out is always fine."""
    return region is None or _spelled(country, region) is not None


def holidays_in(
    country: str, region: str | None, language: str, years: Iterable[int]
) -> tuple[Holiday, ...]:
    """Return the holidays of some years in order; nothing for a year that is not known."""
    return tuple(
        holiday
        for year in sorted(set(years))
        for holiday in (_year_of(country, region, year, language) or {}).values()
    )


def holiday_names(
    country: str, region: str | None, language: str, years: Iterable[int]
) -> tuple[tuple[str, str], ...]:
    """Return each name by which the owner may speak of a holiday, with its English name.

    Names come once, in the order of the year in which they fall first.
    """
    found: dict[str, str] = {}
    several: list[Holiday] = []
    for holiday in holidays_in(country, region, language, years):
        if len(holiday.plain_names) == 1 == len(holiday.plain_english):
            found.setdefault(holiday.plain_names[0], holiday.plain_english[0])
        else:
            several.append(holiday)
    for holiday in several:
        # Which of two names is which is not told; the days on which one stands alone tell it.
        names = [name for name in holiday.plain_names if name not in found]
        others = [name for name in holiday.plain_english if name not in found.values()]
        found.update(zip(names, others, strict=False))
    return tuple(found.items())


def unknown_names(rules: PublicHolidays, language: str, years: Iterable[int]) -> tuple[str, ...]:
    """Return the names in `closed` and `open` that no holiday of these years has."""
    listed = (*(() if rules.closed_on_all else rules.closed), *rules.open)
    holidays = holidays_in(rules.country, rules.region, language, years)
    known = {
        _key(name)
        for holiday in holidays
        for name in (*_all_names(holiday), *holiday.plain_names, *holiday.plain_english)
    }
    return tuple(name for name in listed if _key(name) not in known)


def _closing_name(holiday: Holiday, rules: PublicHolidays) -> str | None:
    """Return the names of a day that close the practice, joined; None if none does."""
    if not rules.closed_on_all:
        closed = _listed(holiday.names, holiday.plain_names, rules.closed)
        in_english = _listed(holiday.english, holiday.plain_english, rules.closed)
        return ", ".join(closed or (holiday.names if in_english else ())) or None
    excepted = _listed(holiday.names, holiday.plain_names, rules.open)
    in_english = _listed(holiday.english, holiday.plain_english, rules.open)
    if len(in_english) == len(holiday.english):
        return None
    return ", ".join(name for name in holiday.names if name not in excepted) or None


def _listed(
    names: tuple[str, ...], plain: tuple[str, ...], listed: tuple[str, ...]
) -> tuple[str, ...]:
    keys = {_key(each) for each in listed}
    pairs = zip(names, plain, strict=True)
    return tuple(name for name, short in pairs if _key(name) in keys or _key(short) in keys)


def _all_names(holiday: Holiday) -> tuple[str, ...]:
    return (*holiday.names, *holiday.english)


def _key(name: str) -> str:
    return " ".join(name.casefold().replace("\u2019", "'").split())


@cache
def _year_of(
    country: str, region: str | None, year: int, language: str
) -> Mapping[date, Holiday] | None:
    """Return the holidays of a year by day; None where country, region or year are not known.

    A year that is known may have none (Ukraine has suspended its holidays since 2022).
    """
    local = _named(country, region, year, language)
    english = _named(country, region, year, "en-US")
    if local is None or english is None:
        return None
    return {
        day: Holiday(
            day,
            names := tuple(local.get_list(day)),
            others := tuple(english.get_list(day)),
            tuple(_plain(name, local) for name in names),
            tuple(_plain(name, english) for name in others),
        )
        for day in sorted(local)
    }


def _named(country: str, region: str | None, year: int, language: str) -> Any | None:
    """Return the package's own calendar of a year, or None where it has no data."""
    import holidays

    if country not in supported_countries():
        return None
    spelled = None if region is None else _spelled(country, region)
    kind = _kind(country)
    if (region is not None and spelled is None) or not kind.start_year <= year <= kind.end_year:
        return None
    category = "public" if "public" in kind.supported_categories else kind.default_category
    return holidays.country_holidays(
        country,
        subdiv=spelled,
        years=year,
        expand=False,
        language=_language_of(kind, language),
        categories=category,
    )


def _kind(country: str) -> Any:
    _spare_other_countries()
    import holidays

    return getattr(holidays, country).get_entity()


def _spare_other_countries() -> None:
    """Let a country be imported without the two hundred others.

    The package finds each country by its own module, but importing any of them runs the
    `__init__` of their common folder, which imports them all and takes longer than reading a
    whole portal. An empty package with the same path stands in for that folder.
    """
    import holidays

    name = "holidays.countries"
    if name not in sys.modules:
        package = ModuleType(name)
        package.__path__ = [str(Path(holidays.__path__[0]) / "countries")]
        sys.modules[name] = package


def _spelled(country: str, region: str) -> str | None:
    """Return a region as the package spells it; the owner's spelling may differ in case."""
    known = {name.casefold(): name for name in reversed(supported_regions(country))}
    return known.get(region.casefold())


def _language_of(kind: Any, language: str) -> str:
    """Return the country's nearest language to a BCP 47 tag, else English, else its own.

    A language that the country does not have must never be told: the package would then look
    at the machine's.
    """
    supported: tuple[str, ...] = tuple(kind.supported_languages)
    for tag in (language.replace("-", "_"), "en_US"):
        first = tag.split("_")[0]
        close = (tag, first, *sorted(each for each in supported if each.split("_")[0] == first))
        for each in close:
            if each in supported:
                return each
    return kind.default_language or "en_US"


def _plain(name: str, calendar: Any) -> str:
    """Return a name without what the calendar adds to say that it is observed or estimated."""
    for pattern in _additions(calendar):
        match = re.fullmatch(pattern, name)
        if match:
            return match[1]
    return name


def _additions(calendar: Any) -> Iterator[str]:
    for attribute in _LABELS:
        label = getattr(type(calendar), attribute, None)
        if label and calendar.tr(label).strip() != "%s":
            before, _, after = calendar.tr(label).partition("%s")
            yield f"{re.escape(before)}(.+){re.escape(after)}"
