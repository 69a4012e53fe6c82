"""The voice of a portal: its words, days, times, lengths and money, in one language and zone.

The one front of this package for pages, channels, letters and templates. A voice depends on
the practice and on the month of the build, and on nothing of the machine.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from portalgen import days
from portalgen.model.practice import Practice
from portalgen.model.services import Price
from portalgen.model.values import Hours, Length, Money, Range, YearlyDay
from portalgen.wording import amounts, dates, lengths, places
from portalgen.wording.catalogs import Catalog, catalog_for
from portalgen.wording.kinds import KindWords, kind_words
from portalgen.wording.our_catalogs import OURS
from portalgen.wording.plain import begun, locale_of
from portalgen.wording.speech import Speech
from portalgen.wording.zones import zone_text

if TYPE_CHECKING:
    from babel import Locale

_FAR_MONTHS = 6
_ALL_DAY = Range(0, 24 * 60)
# By these numbers a message with a clock time is formed: "a la 1:00", "a las 2:00".
_ONE_OCLOCK, _ANOTHER_HOUR = 1, 9
# A year that has every yearly day.
_LEAP_YEAR = 2024


@dataclass(frozen=True)
class Voice(Speech):
    """How this portal says things.

    `tag` is the language of the practice (BCP 47); days, times and money are in its forms, and
    `direction` is that of its script. `lang` is the language of the portal's own words, which
    differs where there is no catalog; `catalog` has them. `month` is the first day of the month
    of the build: days further than six months from it are said with their year. `where` is the
    practice's zone, `zone` its name.
    """

    practice: Practice
    month: date
    tag: str
    lang: str
    catalog: Catalog
    direction: str
    locale: "Locale"
    where: ZoneInfo
    zone: str
    kind_words: KindWords

    def day(self, day: date) -> str:
        """Return `Monday, December 21`."""
        return dates.day_text(self.locale, day, weekday=True, year=self._is_far(day))

    @property
    def ours(self) -> dict[str, str]:
        """The attributes of an element that holds the portal's own words alone.

        There are none where those are in the language of the page; else they say the language,
        so that programs that read aloud pronounce them.
        """
        if self.lang.split("-")[0] == self.tag.split("-")[0]:
            return {}
        return self.of_language(self.lang)

    @staticmethod
    def of_language(tag: str | None) -> dict[str, str]:
        """Return the attributes of an element with words in a language; none for the page's own."""
        return {"lang": tag, "dir": locale_of(tag).text_direction} if tag else {}

    @property
    def has_comma_in_days(self) -> bool:
        """Whether a comma stands behind a weekday, as in `Monday, December 21`."""
        return dates.has_comma_in_days(self.locale)

    def day_without_weekday(self, day: date) -> str:
        """Return `December 21`."""
        return dates.day_text(self.locale, day, weekday=False, year=self._is_far(day))

    def day_with_year(self, day: date) -> str:
        """Return `December 21, 2026`, for what is printed and kept."""
        return dates.day_text(self.locale, day, weekday=False, year=True)

    def days(self, first: date, last: date) -> str:
        """Return `Monday, December 21, through Friday, January 1`, both days included."""
        if first == last:
            return self.day(first)
        start, end = self.day_ends(first, last)
        # Translators: two days with their weekdays; all days between are meant, and both ends.
        return self.gettext("%(first)s, through %(last)s", first=start, last=end)

    def days_without_weekday(self, first: date, last: date) -> str:
        """Return `February 8 to 12` or `December 21 to January 1`, both days included."""
        if first == last:
            return self.day_without_weekday(first)
        start, end = self.day_ends_without_weekday(first, last)
        return self.pgettext("days", "%(first)s to %(last)s", first=start, last=end)

    def day_ends(self, first: date, last: date) -> tuple[str, str]:
        """Return both ends of a span of days, to be put into a sentence."""
        year = self._is_far(first) or self._is_far(last)
        return dates.ends_text(self.locale, first, last, weekday=True, year=year)

    def day_ends_without_weekday(self, first: date, last: date) -> tuple[str, str]:
        """Return both ends of a span of days without weekdays: `February 8` and `12`."""
        year = self._is_far(first) or self._is_far(last)
        return dates.ends_text(self.locale, first, last, weekday=False, year=year)

    def yearly(self, day: YearlyDay) -> str:
        """Return `December 24`."""
        in_a_year = date(_LEAP_YEAR, day.month, day.day)
        return dates.day_text(self.locale, in_a_year, weekday=False, year=False)

    def clock(self, minutes: int) -> str:
        """Return a clock time, given as minutes after midnight: `9:00 am`."""
        time = dates.clock_text(self.locale, minutes)
        # Translators: a clock time that stands alone; some languages add a word, as German
        # does: "%(time)s Uhr".
        return self.pgettext("clock time", "%(time)s", time=time)

    def clock_of(self, moment: datetime) -> str:
        """Return the clock time of a moment in the practice's zone: `9:00 am`."""
        local = self.local(moment)
        return self.clock(local.hour * 60 + local.minute)

    def clock_number(self, moment: datetime) -> int:
        """Return the number by which a message with the clock time of a moment is formed.

        It is one at one o'clock alone: Spanish says `a la 1:00`, and `a las 2:00`.
        """
        local = self.local(moment)
        is_one = dates.shows_one_oclock(self.locale, local.hour * 60)
        return _ONE_OCLOCK if is_one else _ANOTHER_HOUR

    def hours(self, hours: Hours) -> str:
        """Return `9:00 am to 12:00 pm, 1:00 to 4:00 pm` or `closed`."""
        return ", ".join(self._ranges(hours))

    def clock_range(self, opens: int, closes: int) -> str:
        """Return `1:00 to 5:00 pm`, both given as minutes after midnight."""
        if Range(opens, closes) == _ALL_DAY:
            return self.pgettext("open hours", "all day")
        start, end = dates.clock_ends_text(self.locale, opens, closes)
        if closes == _ALL_DAY.closes and not dates.has_clock_of_24_hours(self.locale):
            opening = dates.clock_text(self.locale, opens)
            return self.pgettext("clock times", "%(opens)s to midnight", opens=opening)
        if closes == _ALL_DAY.closes:
            end = end.replace("00", "24", 1) if end.startswith("00") else f"24{end[1:]}"
        # Translators: two clock times; some languages add a word, as German does:
        # "%(opens)s bis %(closes)s Uhr".
        return self.pgettext("clock times", "%(opens)s to %(closes)s", opens=start, closes=end)

    def week(self, usual_week: Sequence[Hours]) -> tuple[tuple[str, str], ...]:
        """Return days with their hours, from Monday on; equal days in a row stand together.

        Such as `Monday to Thursday` with `9:00 am to 12:00 pm and 1:00 to 4:00 pm`, and
        `Friday to Sunday` with `closed`.
        """
        return tuple(
            (begun(names), self.listed(self._ranges(hours)))
            for names, hours in self._equal_days(usual_week)
        )

    def open_days(self, usual_week: Sequence[Hours]) -> tuple[str, ...]:
        """Return the days that have hours, for a sentence: `Monday to Friday, 9:00 am to …`."""
        return tuple(
            self.hours_of_a_day(names, self.listed(self._ranges(hours)))
            for names, hours in self._equal_days(usual_week)
            if hours.ranges
        )

    def moment(self, moment: datetime) -> str:
        """Return `Wednesday, December 16, 5:00 pm`.

        A moment without a zone is one of the practice's; one with a zone is converted to it.
        """
        local = self.local(moment)
        return self._day_and_time(self.day(local.date()), local)

    def weekday_and_time(self, moment: datetime) -> str:
        """Return `Monday, 9:00 am`, for a moment within the next days."""
        local = self.local(moment)
        return self._day_and_time(dates.weekday_name(self.locale, local.weekday()), local)

    def moment_without_weekday(self, moment: datetime) -> str:
        """Return `December 16, 5:00 pm`, in the practice's zone."""
        local = self.local(moment)
        return self._day_and_time(self.day_without_weekday(local.date()), local)

    def local(self, moment: datetime) -> datetime:
        """Return a moment as the practice's clock shows it, without a zone."""
        if moment.tzinfo is None:
            return moment
        return moment.astimezone(self.where).replace(tzinfo=None)

    def moments(self, day: str, time: str) -> tuple[str, str]:
        """Return a moment of a day at one o'clock, and one at any other time."""
        return self.at_clock(day, time, _ONE_OCLOCK), self.at_clock(day, time, _ANOTHER_HOUR)

    def at_clock(self, day: str, time: str, number: int) -> str:
        """Return a day with a clock time, formed by the number of that time."""
        # Translators: the first form is for one o'clock alone, as in "lunes a la 1:00".
        return self.npgettext(
            "moment", "%(day)s, %(time)s", "%(day)s, %(time)s", number, day=day, time=time
        )

    def hours_of_a_day(self, day: str, hours: str) -> str:
        """Return a day with a range of clock times: `December 2, 1:00 to 5:00 pm`."""
        return self.pgettext("days and hours", "%(days)s, %(hours)s", days=day, hours=hours)

    def length(self, length: Length) -> str:
        """Return `2 business days`."""
        return lengths.length_text(self, length, self.number(length.amount))

    def within(self, length: Length) -> str:
        """Return `within 2 business days`."""
        return lengths.within_text(self, length, self.number(length.amount))

    def every(self, length: Length) -> str:
        """Return `every 3 business days`, or `every week`."""
        return lengths.every_text(self, length, self.number(length.amount))

    def money(self, money: Money) -> str:
        """Return `$420` or `$1,200.50`."""
        return amounts.money_text(self.locale, money)

    def prices(self, price: Price) -> tuple[str, ...]:
        """Return a price as one amount, or as two sentences around the day it changes.

        In the month in which it changes both stay, so that the words do not depend on the day
        of building; both name their days and are true on each of them.
        """
        if price.next is None or price.next.starting <= self.month:
            return (self.price(price),)
        last_day = price.next.starting - timedelta(days=1)
        return (
            # Translators: a price and the last day on which it holds.
            self.gettext(
                "Until %(day)s: %(price)s",
                day=self.day_without_weekday(last_day),
                price=self.priced(price.amount, price),
            ),
            # Translators: a price and the first day on which it holds.
            self.gettext(
                "From %(day)s: %(price)s",
                day=self.day_with_year(price.next.starting),
                price=self.priced(price.next.amount, price),
            ),
        )

    def price(self, price: Price) -> str:
        """Return a price as a phrase that is true on any day: `from $420 per month`."""
        if price.next is None:
            return self.priced(price.amount, price)
        following = self.priced(price.next.amount, price)
        if price.next.starting <= self.month:
            return following
        # Translators: a price, and the one that takes its place from a day on.
        return self.gettext(
            "%(price)s (from %(day)s: %(next)s)",
            price=self.priced(price.amount, price),
            day=self.day_with_year(price.next.starting),
            next=following,
        )

    def priced(self, amount: Money, like: Price) -> str:
        """Return an amount in the words of a price, such as the amount that comes next."""
        text = self.money(amount)
        if like.per is not None:
            # Translators: a price and what it is for, in the owner's words: "$420 per month".
            text = self.gettext("%(amount)s per %(unit)s", amount=text, unit=like.per)
        if like.at_least:
            # Translators: the lowest price; it can be more.
            text = self.pgettext("price", "from %(amount)s", amount=text)
        return text

    def named_value(self, value: Length | Money | Decimal | str) -> str:
        """Return a value as its kind is said; words stay as they are."""
        match value:
            case Length():
                return self.length(value)
            case Money():
                return self.money(value)
            case Decimal():
                return amounts.number_text(self.locale, value)
            case _:
                return str(value)

    def number(self, number: int) -> str:
        """Return `1,200`."""
        return amounts.number_text(self.locale, number)

    def listed(self, items: Sequence[str]) -> str:
        """Return `a, b, and c`."""
        return amounts.listed_text(self.locale, items)

    def service_place(self, words: str) -> str:
        """Return where a service takes place: `by video`, `at Ines's place`, or the words."""
        return places.service_place_text(self, self.practice, words)

    def way(self, words: str) -> str:
        """Return the name of a way to reach somebody: `Email`, `Text message`, or the words."""
        return places.way_text(self, words)

    def _is_far(self, day: date) -> bool:
        months = (day.year - self.month.year) * 12 + day.month - self.month.month
        return abs(months) > _FAR_MONTHS

    def _day_and_time(self, day: str, local: datetime) -> str:
        return self.at_clock(day, self.clock_of(local), self.clock_number(local))

    def _ranges(self, hours: Hours) -> list[str]:
        if not hours.ranges:
            return [self.pgettext("open hours", "closed")]
        return [self.clock_range(each.opens, each.closes) for each in hours.ranges]

    def _equal_days(self, usual_week: Sequence[Hours]) -> Iterator[tuple[str, Hours]]:
        for hours, group in groupby(enumerate(usual_week), key=lambda numbered: numbered[1]):
            yield self._weekdays([number for number, _ in group]), hours

    def _weekdays(self, numbers: Sequence[int]) -> str:
        names = [dates.weekday_name(self.locale, number) for number in numbers]
        if len(names) < 3:
            return self.listed(names)
        return self.pgettext("weekdays", "%(first)s to %(last)s", first=names[0], last=names[-1])


def voice_of(
    practice: Practice,
    month: date,
    catalog: Catalog | None = None,
    folders: Sequence[Path] = (),
) -> Voice:
    """Return the voice of a practice for builds of a month, given by its first day.

    The catalog is found by the practice's language if none is given, in `folders` of the owner
    before ours. Raises ContentError where a catalog of the owner is not in order.
    """
    asked = (*folders, OURS)
    spoken = catalog or catalog_for(asked, practice.language, practice.address_form)
    locale = locale_of(practice.language)
    where = days.zone(practice.timezone)
    speech = Speech(spoken.translations)
    return Voice(
        translations=spoken.translations,
        practice=practice,
        month=month,
        tag=practice.language,
        lang=spoken.lang,
        catalog=spoken,
        direction=locale.text_direction,
        locale=locale,
        where=where,
        zone=zone_text(speech, locale, where, practice.place),
        kind_words=kind_words(speech, practice.kind),
    )
