"""What a briefing says to the owner, as plain English sentences; lines and screens are elsewhere.

Days are said to somebody who knows what day it is. What clients read is put in quotes, in their
language.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from textwrap import shorten

from portalgen import days
from portalgen.briefing import Briefing, BuildTime, Change, Charge, Cover, Happening, Now, Reply
from portalgen.model.values import Length, Unit
from portalgen.wording.absence_times import ends_with_a_day, last_day_of
from portalgen.wording.dates import weekday_name
from portalgen.wording.voice import Voice

# What holds a clock time together when a text is broken into lines.
NO_BREAK = "\u00a0"
# What clients read stands within a sentence, and is not to fill its line.
_LONGEST_QUOTE = 56
_NEAR = {0: "today", 1: "tomorrow"}
_DAYS_OF_A_WEEK = 7


@dataclass(frozen=True)
class Calendar:
    """Says days and times as seen from a moment, in the voice for the owner."""

    moment: datetime
    voice: Voice

    def day(self, day: date) -> str:
        """Return `today`, `tomorrow`, `Thursday` or `December 21`."""
        ahead = (day - days.day_of(self.moment, self.voice.where)).days
        if ahead in _NEAR:
            return _NEAR[ahead]
        if 0 < ahead < _DAYS_OF_A_WEEK:
            return weekday_name(self.voice.locale, day.weekday())
        return self.voice.day_without_weekday(day)

    def when(self, instant: datetime) -> str:
        """Return a moment, or the day that starts with it."""
        day = self.day_of(instant)
        clock = self.voice.clock_of(instant).replace(" ", NO_BREAK)
        return day if self.starts_a_day(instant) else f"{day}, {clock}"

    def day_of(self, instant: datetime) -> str:
        """Return the day in which an instant lies."""
        return self.day(days.day_of(instant, self.voice.where))

    def last_day_of(self, ends: datetime) -> str:
        """Return the last day of what ends at an instant (excluded)."""
        return self.day(last_day_of(ends, self.voice))

    def starts_a_day(self, instant: datetime) -> bool:
        """Return whether a day starts, and the one before ends."""
        return ends_with_a_day(instant, self.voice)


def answers(replies: Sequence[Reply], calendar: Calendar) -> str:
    """Say by when messages are answered, the soonest first; equal times are said once."""
    ways: dict[datetime | None, list[str]] = {}
    for each in replies:
        ways.setdefault(each.due, []).append(each.by)
    dues = sorted(due for due in ways if due is not None)
    if not dues:
        return "Nobody is told by when they hear back."
    said = [f"by {calendar.when(due)} ({', '.join(ways[due])})" for due in dues]
    if len(ways) == 1:
        said = [f"by {calendar.when(dues[0])}"]
    if None in ways:
        said.append(f"no time is told ({', '.join(ways[None])})")
    return f"Who asks now hears back {'; '.join(said)}."


def in_charge(now: Now, calendar: Calendar) -> str:
    """Say who is in charge at the moment, until when and for what."""
    if not now.charges:
        return "You."
    rest = [] if now.is_covered_as_a_whole else ["You for all else."]
    return " ".join([*(_in_charge(each, calendar) for each in now.charges), *rest])


def happens(change: Change, calendar: Calendar) -> str:
    """Say what happens as a clause, without its moment."""
    what, reads = change.what.short, _quoted(change.reads or "")
    match change.happening:
        case Happening.NOTICE:
            return f"a build shows {reads}" if change.build else f"{reads} appears"
        case Happening.UPDATE:
            return f"a build shows the update {reads}" if change.build else f"{reads} appears"
        case Happening.BOOK_BY:
            return f"the last chance before {what} passes"
        case Happening.START:
            return reads if change.reads else f"{what} begins"
        case Happening.COVER:
            in_charge = [f"{_who(each, calendar)} in charge" for each in change.charges]
            return "; ".join(in_charge) or "you are in charge"
        case Happening.OVERDUE:
            return "your next word is overdue, and clients read so"
        case Happening.RETURN:
            return reads
        case Happening.CAUGHT_UP:
            return "replies are as usual again"
        case Happening.END:
            return f"{reads} goes"
        case Happening.PRICE:
            return f"{what} costs {reads}"
        case Happening.OPENING:
            return f"the next opening that you named ({what})"


def becomes_public(change: Change, calendar: Calendar) -> str:
    """Say when clients may know of an absence."""
    return f"{_first(change.what.in_full)} becomes public {_on(calendar.day_of(change.at))}."


def build_needed(told: Briefing, calendar: Calendar) -> str:
    """Say when a build is needed and what for, and that there is no need to think of it."""
    every = calendar.voice.every(_length(told.every))
    return (
        f"{capital(_build_time(told.build, calendar))}, {_reason(told.built_for)}; pages do the "
        f"rest. A site built {every} needs nothing from you."
    )


def covered(cover: Cover, calendar: Calendar) -> str:
    """Say who is in charge in what is left of an absence."""
    begun = min((each.starts for each in cover.charges), default=cover.starts)
    is_shared = len({each.services for each in cover.charges}) > 1
    parts = []
    for each in cover.charges:
        since = f"from {calendar.when(each.starts)} " if each.starts > begun else ""
        parts.append(f"{since}{_who(each, calendar) if is_shared else each.name or 'nobody'}")
    return f"{_first(cover.what.in_full)}: {', '.join(parts)}."


def capital(text: str) -> str:
    """Return a text that begins a sentence."""
    return text[:1].upper() + text[1:]


def plain(text: str) -> str:
    """Return a text on one line, without the stars by which Markdown emphasizes."""
    return " ".join(text.replace("**", "").split())


def _in_charge(charge: Charge, calendar: Calendar) -> str:
    if charge.ends is None:
        until = "until further notice"
    elif calendar.starts_a_day(charge.ends):
        until = f"through {calendar.last_day_of(charge.ends)}"
    else:
        until = f"until {calendar.when(charge.ends)}"
    what = f": {charge.for_}" if charge.for_ else ""
    return capital(f"{_who(charge, calendar)}, {until}{what}.")


def _who(charge: Charge, calendar: Calendar) -> str:
    name = charge.name or "nobody"
    return f"{name} for {calendar.voice.listed(charge.services)}" if charge.services else name


def _reason(change: Change | None) -> str:
    if change is None:
        return "to keep telling whether you are there"
    what = change.what.short
    match change.happening:
        case Happening.END:
            return f"to clear {what} from the files"
        case Happening.UPDATE:
            return f"to tell the news of {what}"
        case _:
            return f"to announce {what}"


def _build_time(build: BuildTime, calendar: Calendar) -> str:
    if build.after is None:
        if calendar.starts_a_day(build.by):
            return f"by the end of {calendar.last_day_of(build.by)}"
        return f"by {calendar.when(build.by)}"
    if build.after == build.by:
        return f"{_at(calendar.when(build.by))} or soon after"
    if not (calendar.starts_a_day(build.after) and calendar.starts_a_day(build.by)):
        return f"between {calendar.when(build.after)} and {calendar.when(build.by)}"
    first, last = calendar.day_of(build.after), calendar.last_day_of(build.by)
    return _on(first) if first == last else f"between {first} and {last}"


def _length(time: timedelta) -> Length:
    minutes = time // timedelta(minutes=1)
    if minutes % 60:
        return Length(minutes, Unit.MINUTE)
    hours = minutes // 60
    return Length(hours, Unit.HOUR) if hours % 24 or hours == 24 else Length(hours // 24, Unit.DAY)


def _on(day: str) -> str:
    return day if day in _NEAR.values() else f"on {day}"


def _at(moment: str) -> str:
    return moment if moment.startswith(tuple(_NEAR.values())) else f"on {moment}"


def _first(name: str) -> str:
    """Return a name that begins a sentence; an id stays as the owner typed it."""
    return capital(name) if name.startswith("the ") else name


def _quoted(text: str) -> str:
    return f'"{shorten(plain(text).removesuffix("."), _LONGEST_QUOTE, placeholder=" …")}"'
