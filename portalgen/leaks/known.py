"""What the public may know anyway: words and days that give nothing away.

Words are those that the owner typed in public places, and those that the portal itself says.
Days are those of the content that is public, and what follows from them.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, fields
from datetime import date, datetime, timedelta
from functools import cached_property
from zoneinfo import ZoneInfo

from portalgen import days
from portalgen.leaks.disguises import BREAK
from portalgen.leaks.haystack import digits, flow, letters
from portalgen.leaks.typed import key_of, typed_days, typed_texts
from portalgen.leaks.view import Standing, View, each_day, weeks_of
from portalgen.model.away import Detail
from portalgen.model.section import Path
from portalgen.model.times import day_part
from portalgen.model.values import Markdown, Words, YearlyDay
from portalgen.timeline.absences import Stretch
from portalgen.timeline.compile import Timeline, compile_timeline
from portalgen.timeline.hours import Why
from portalgen.wording.vocabulary import own_texts

# Words that stand within the portal's own sentences, by their keys; so do plain names.
_WOVEN = {"title", "label", "reason", "for", "by"}
# Closures are told for a year from the month of building, and may begin before it.
_BEFORE, _AFTER = timedelta(days=62), timedelta(days=430)
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Known:
    """What is public at the moment of an edition.

    `withheld` are the paths of the texts that are not.
    """

    view: View
    withheld: Collection[Path]

    @cached_property
    def texts(self) -> tuple[tuple[Path, str], ...]:
        """The texts in public places, by their paths."""
        return tuple(
            (path, text)
            for path, text in typed_texts(self.view.desk.portal)
            if path not in self.withheld
        )

    @cached_property
    def letters(self) -> bytes:
        """Their letters."""
        return letters(BREAK.join(text for _, text in self.texts))

    @cached_property
    def numbers(self) -> tuple[bytes, ...]:
        """The digits of each text."""
        return tuple(digits(text) for _, text in self.texts)

    @cached_property
    def words(self) -> frozenset[bytes]:
        """Their words."""
        return _words(text for _, text in self.texts)

    def weaves(self, words: Collection[bytes]) -> bool:
        """Return whether the portal makes sentences of these words: its own, and those of names."""
        left = frozenset(words) - self._own_words
        left = left and left - self._names
        return not (left and left - self._labels)

    def has_day(self, day: date) -> bool:
        """Return whether a day is public, or right before or after one that is."""
        if day in self._told_days:
            return True
        hours = (self.view.desk.timeline.hours_on(each) for each in _with_neighbors([day]))
        if any(each.why in {Why.SPECIAL, Why.HOLIDAY} for each in hours):
            return True
        return day in self._typed_days

    def marks_day(self, day: date) -> bool:
        """Return whether a calendar may show a day as away: weeks are all that it may know."""
        return day in self._vague_days or self.has_day(day)

    def has_name(self, day: date) -> bool:
        """Return whether a day, or one of another year that has its name, is public."""
        return self.has_day(day) or (day.month, day.day) in self._names_of_days

    def has_instant(self, instant: datetime) -> bool:
        """Return whether something public begins or ends at an instant: a day, hours, a notice."""
        zone, day = self.view.zone, self.view.day_of(instant)
        if instant == days.start_of_day(day, zone) and self.has_day(day):
            return True
        if _is_clock_change(instant, zone) or instant in self._instants:
            return True
        hours = self.view.edition.timeline.open_time.open_spans(day - _ONE_DAY, day)
        return any(instant in (span.starts, span.ends) for span in hours)

    def tells_openings_of(self, day: date) -> bool:
        """Return whether pages name a day when the practice opens on it."""
        return self.view.edition.timeline.first_day <= day <= self.view.edition.timeline.last_day

    @cached_property
    def _own_words(self) -> frozenset[bytes]:
        return _words(own_texts(self.view.voice))

    @cached_property
    def _names(self) -> frozenset[bytes]:
        return _words(
            text
            for path, text in self.texts
            if key_of(path) in _WOVEN or not isinstance(text, Words | Markdown)
        )

    @cached_property
    def _labels(self) -> frozenset[bytes]:
        """The names of holidays and special days."""
        today, timeline = self.view.today, self.view.desk.timeline
        closures = timeline.closures(today - _BEFORE, today + _AFTER)
        return _words(each.label for each in closures if each.label is not None)

    @cached_property
    def _public(self) -> Timeline:
        """The timeline of what is public alone; nothing in it follows from anything else.

        What is vague fills its weeks.
        """
        absences = []
        for stretch in self.view.desk.timeline.stretches:
            standing = self.view.standing(stretch)
            if standing is Standing.VAGUE:
                monday, sunday = weeks_of(stretch)
                days = {"from_": monday, "until": sunday, "back": None, "catch_up": None}
                absences.append(stretch.absence.model_copy(update={**days, "cover": ()}))
            elif standing is Standing.TOLD:
                absences.append(stretch.absence)
        portal = self.view.desk.portal
        away = portal.away.model_copy(update={"away": tuple(absences)})
        return compile_timeline(portal.model_copy(update={"away": away}), self.view.moment)

    @cached_property
    def _typed(self) -> tuple[date | YearlyDay, ...]:
        """The days in public places of the content."""
        portal = self.view.desk.portal
        absences = tuple(each.absence for each in self._told)
        people = tuple(each.model_copy(update={"away": ()}) for each in portal.backup.backups)
        public = portal.model_copy(
            update={
                "away": portal.away.model_copy(update={"away": absences}),
                "backup": portal.backup.model_copy(update={"backups": people}),
            }
        )
        return tuple(typed_days(public))

    @cached_property
    def _names_of_days(self) -> frozenset[tuple[int, int]]:
        found = (*self._typed, *self._told_days)
        return frozenset((day.month, day.day) for day in found)

    @cached_property
    def _typed_days(self) -> frozenset[date]:
        return _with_neighbors(day_part(each) for each in self._typed if isinstance(each, date))

    @cached_property
    def _told(self) -> tuple[Stretch, ...]:
        """The absences that are told with their days."""
        stretches = self._public.stretches
        return tuple(each for each in stretches if each.absence.detail is not Detail.VAGUE)

    @cached_property
    def _told_days(self) -> frozenset[date]:
        """The days of absences that are told, and of the building itself."""
        view, last = self.view, self.view.edition.timeline.last_day
        found = {view.today, view.edition.timeline.first_day, last}
        found |= {view.day_of(view.horizon), view.day_of(view.edition.good_until)}
        for stretch in self._told:
            found.update(each_day(stretch.first_day, stretch.last_day or last))
            if stretch.back is not None and stretch.catch_up_ends is not None:
                slow = view.day_of(stretch.back), view.day_of(stretch.catch_up_ends)
                found.update(each_day(*slow))
            found.update(view.day_of(each) for each in self._instants_of(stretch))
        return _with_neighbors(found) | {view.day_of(each) for each in self._instants}

    @cached_property
    def _vague_days(self) -> frozenset[date]:
        """The weeks in which there are absences that are vague."""
        return frozenset(
            day
            for stretch in self._public.stretches
            if stretch.absence.detail is Detail.VAGUE
            for day in each_day(*weeks_of(stretch))
        )

    @cached_property
    def _instants(self) -> frozenset[datetime]:
        """The instants of all that is public but hours."""
        view, timeline = self.view, self.view.edition.timeline
        found = {view.moment, view.horizon, view.edition.good_until, timeline.starts, timeline.ends}
        moments = (each for each in self._typed if isinstance(each, datetime))
        found.update(days.instant(each, view.zone) for each in moments)
        for stretch in self._public.stretches:
            found.update(self._instants_of(stretch))
        return frozenset(found)

    def _instants_of(self, stretch: Stretch) -> Iterator[datetime]:
        """Yield when an absence starts, ends, is announced; and when somebody else is in charge."""
        spans = self._public.cover[stretch.absence.id]
        values = [getattr(stretch, field.name) for field in fields(stretch)]
        values += [edge for span in spans for edge in (span.starts, span.ends)]
        yield from (each for each in values if isinstance(each, datetime))


def _is_clock_change(instant: datetime, zone: ZoneInfo) -> bool:
    before = (instant - timedelta(seconds=1)).astimezone(zone)
    return before.utcoffset() != instant.astimezone(zone).utcoffset()


def _words(texts: Iterable[str]) -> frozenset[bytes]:
    return frozenset(flow("\n".join(texts)).lower().split())


def _with_neighbors(found: Iterable[date]) -> frozenset[date]:
    """Return days, and those before and after them: what ends is told with either of two days."""
    return frozenset(day + number * _ONE_DAY for day in found for number in (-1, 0, 1))
