"""The days of an absence as they may stand in finished files, in words and as programs write them.

Only days that lie ahead are looked for: what is past is no news, and stamps of all kinds are.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from portalgen.leaks.needles_of_days import (
    Day,
    DayPhrase,
    Instant,
    MarkedDay,
    SingleDayPhrase,
)
from portalgen.leaks.secret import Needle
from portalgen.leaks.view import View, each_day
from portalgen.model.away import Absence, Detail, Level
from portalgen.model.backup import BackupAbsence
from portalgen.model.times import day_part
from portalgen.timeline.absences import Stretch
from portalgen.wording.absence_times import days_phrase, is_within_a_day, when_phrase
from portalgen.wording.voice import Voice

_MARKED = {Level.AWAY, Level.LIMITED}
# Calendars on pages show fewer months.
_LONGEST = timedelta(days=400)


def time_of_absence(stretch: Stretch, view: View) -> Iterator[Needle]:
    """Yield the needles of when an absence is."""
    absence, first = stretch.absence, stretch.first_day
    last = stretch.last_day or first
    named = {first, last, *_other_days(absence)}
    if stretch.back is not None:
        named.add(view.day_of(stretch.back))
    yield from _single_days(named, view)
    if last > view.today:
        exact = replace(stretch, absence=absence.model_copy(update={"detail": Detail.FULL}))
        for text in _phrases(exact, view.voice):
            yield DayPhrase(text, frozenset({first, last}))
    for edge in (stretch.starts, stretch.ends):
        if edge is not None and edge > view.moment:
            yield Instant(edge)
    if stretch.concerns_all and absence.level in _MARKED and not stretch.is_cancelled:
        ahead = max(first, view.today + timedelta(days=1))
        yield from (MarkedDay(day) for day in each_day(ahead, min(last, ahead + _LONGEST)))


def time_of_person(away: BackupAbsence, view: View) -> Iterator[Needle]:
    """Yield the needles of when somebody who covers is away."""
    first, last = day_part(away.from_), day_part(away.until)
    yield from _single_days({first, last}, view)
    if first < last and last > view.today:
        for text in _day_ends(first, last, view.voice):
            yield DayPhrase(text, frozenset({first, last}))


def _other_days(absence: Absence) -> Iterator[date]:
    own = (absence.back, absence.book_by, absence.review)
    cover = (each for entry in absence.cover for each in (entry.from_, entry.until))
    yield from (day_part(each) for each in (*own, *cover) if each is not None)


def _single_days(named: Iterable[date], view: View) -> Iterator[Needle]:
    for day in named:
        if day > view.today:
            yield Day(day)
            text = view.voice.day_without_weekday(day)
            yield SingleDayPhrase(text, frozenset({day}))


def _phrases(stretch: Stretch, voice: Voice) -> Iterator[str]:
    """Yield how the time of an absence is said; a single whole day is said like any day."""
    first, last = stretch.first_day, stretch.last_day
    if last is None:
        yield from (when_phrase(stretch, voice), days_phrase(stretch, voice))
    elif is_within_a_day(stretch, voice):
        yield when_phrase(stretch, voice)
    elif first < last:
        yield when_phrase(stretch, voice)
        yield from _day_ends(first, last, voice)


def _day_ends(first: date, last: date, voice: Voice) -> Iterator[str]:
    yield from (voice.days(first, last), voice.days_without_weekday(first, last))
