"""The moments at which an owner wants to see the site, in words; for the bar of the preview.

The desk is asked, so absences that clients do not know of yet are among them.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from portalgen import days
from portalgen.ahead import absences_ahead
from portalgen.briefing.charges import exact_days
from portalgen.edition import Desk
from portalgen.timeline.absences import Stretch
from portalgen.wording.dates import weekday_name
from portalgen.wording.voice import Voice


@dataclass(frozen=True)
class Choice:
    """A moment that can be chosen, and what it is."""

    label: str
    moment: datetime


@dataclass(frozen=True)
class Choices:
    """The moments of one absence."""

    label: str
    choices: tuple[Choice, ...]


def choices(desk: Desk, voice: Voice, now: datetime) -> Iterator[Choices]:
    """Yield the moments of each absence that is not over at the moment shown, or now."""
    since = min(desk.moment, now)
    for _, stretch in absences_ahead(replace(desk, moment=since)):
        found = [
            Choice(f"{name}: {_when(moment, voice)}", moment) for name, moment in _moments(stretch)
        ]
        yield Choices(_name(stretch, voice), tuple(found))


def in_words(moment: datetime, voice: Voice) -> str:
    """Return `Monday, December 21, 2026, 9:00 am, Pacific time (San Diego)`."""
    day = days.day_of(moment, voice.where)
    weekday = weekday_name(voice.locale, day.weekday())
    return f"{weekday}, {voice.day_with_year(day)}, {voice.clock_of(moment)}, {voice.zone}"


def _moments(stretch: Stretch) -> Iterator[tuple[str, datetime]]:
    yield "Start", stretch.starts
    if stretch.ends is None:
        return
    middle = stretch.starts + (stretch.ends - stretch.starts) / 2
    yield "Middle", middle - timedelta(seconds=middle.second, microseconds=middle.microsecond)
    yield ("Back", stretch.back) if stretch.back else ("End", stretch.ends)


def _when(moment: datetime, voice: Voice) -> str:
    """Return a moment, or the day that starts with it."""
    day = days.day_of(moment, voice.where)
    if moment == days.start_of_day(day, voice.where):
        return voice.day_without_weekday(day)
    return voice.moment_without_weekday(moment)


def _name(stretch: Stretch, voice: Voice) -> str:
    return f"{stretch.absence.reason or stretch.absence.id}, {exact_days(stretch, voice)}"
