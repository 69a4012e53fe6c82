"""The content contract once more: plain, slow, and written without a look at the timeline.

A `Naive` is asked about a practice, given as the texts that its owner types, at a minute. It
finds its answers by stepping through minutes. Each rule says in its docstring, in other words,
what the contract says. Nothing of portalgen is imported here: a fault that both sides share
would be no fault to anybody.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from typing import Any

import holidays

from tests.oracle.wall import DAY, clock_time, day_of, start_of, wall_of

Practice = dict[str, Any]
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
LEVELS = ("away", "closed", "limited", "news")
FURTHER_NOTICE = "further notice"
DAYS_OF_NOTICE_AFTER = 3
WAITED_FOR = 400 * DAY
SHORT_NOTICE = "2 days"
USUAL_NOTICE = "14 days"

# Ranges of one day, in minutes of the clock after its midnight; more than 1440 is the next day.
Ranges = tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Hours:
    """The hours of a day, and whether anybody can know that they are so."""

    ranges: Ranges
    are_known: bool


@dataclass(frozen=True)
class Absence:
    """An absence with its edges as minutes.

    `ends` is None until further notice. `returns` is when its owner means to be back, open or not.
    """

    typed: dict[str, Any] = field(repr=False, hash=False)
    starts: int
    ends: int | None
    returns: int | None
    is_less_than_a_day: bool

    @property
    def id(self) -> str:
        return str(self.typed["id"])

    @property
    def level(self) -> str:
        return str(self.typed.get("level", "away"))

    @property
    def services(self) -> tuple[str, ...]:
        return tuple(self.typed.get("services", ()))

    @property
    def is_cancelled(self) -> bool:
        return bool(self.typed.get("status") == "cancelled")

    @property
    def shuts(self) -> bool:
        """Whether there are no open hours while it runs."""
        return self.level in ("away", "closed") and not self.is_cancelled

    @property
    def concerns_all(self) -> bool:
        """An absence with `services` leaves the practice's own status alone."""
        return not self.services

    def runs(self, minute: int) -> bool:
        """Return whether a minute lies in it. One that is cancelled has no effect."""
        inside = self.starts <= minute and (self.ends is None or minute < self.ends)
        return inside and not self.is_cancelled


class Naive:
    """All answers about one practice; `starts` and `ends` are the edges of the timeline."""

    def __init__(self, practice: Practice, starts: int, ends: int) -> None:
        self._starts, self._ends = starts, ends
        self._availability = practice.get("availability", {})
        self._language = practice["practice"].get("language", "en-US")
        self._zone = practice["practice"]["timezone"]
        self._wall = wall_of(self._zone)
        self._week = _week(self._availability["weekly"]) if self.names_hours else {}
        self._backups = practice.get("backup", {}).get("backups", [])
        self._agreed = {each["id"] for each in self._backups if "consent" in each}
        self._services = practice.get("services", {}).get("services", [])
        self.absences = tuple(
            self._absence(typed) for typed in practice.get("away", {}).get("away", [])
        )
        self.services = tuple(str(each["id"]) for each in self._services)
        edges = [starts, ends]
        for each in self.absences:
            edges += [each.starts, each.starts if each.ends is None else each.ends]
        self._first = min(edges) - 30 * DAY
        self._last = max(edges) + 2 * WAITED_FOR + 30 * DAY
        self._ranges = cache(self._ranges_of_day)
        self._open, self._unknown = self._strips_of_hours()
        self._of_all = [
            each for each in self.absences if each.concerns_all and not each.is_cancelled
        ]
        away = [(each.starts, each.ends) for each in self._of_all if each.level == "away"]
        shut = [(each.starts, each.ends) for each in self._of_all if each.shuts]
        self._still = self._strip(away)
        self._open_for_replies = self._marked(self._open, away, b"\0")
        by_guess = bytearray(map(max, self._open, self._unknown))
        self._open_by_guess = self._marked(by_guess, shut, b"\0")
        self.back = cache(self._back)
        self.catch_up_ends = cache(self._catch_up_ends)
        self.cover_ends = cache(self._cover_ends)

    @property
    def names_hours(self) -> bool:
        return "weekly" in self._availability

    # The hours.

    def _ranges_of_day(self, day: date) -> Hours:
        """Return the hours of a day.

        A special day beats a public holiday, that the weekly hours. A special day with `weekly`
        is one only on the days of the week that it names. Days that are not named are closed.
        Nobody knows the hours of a practice that names none, and none of a day that may be a
        holiday of a year whose holidays are not known.
        """
        weekday = WEEKDAYS[day.weekday()]
        for special in self._availability.get("special_days", []):
            if is_special(special, day):
                if "hours" in special:
                    return Hours(_ranges(special["hours"]), True)
                week = _week(special["weekly"])
                if weekday in week:
                    return Hours(week[weekday], True)
        closing = self._holidays_of(day)
        if closing:
            return Hours((), True)
        return Hours(self._week.get(weekday, ()), self.names_hours and closing is not None)

    def _holidays_of(self, day: date) -> list[set[str]] | None:
        """Return the holidays that close a day, each with its names; None if nobody knows.

        `closed: all` means every one but those in `open`; otherwise those of the list alone. A
        name is in the portal's language or in English, and includes its observed day.
        """
        typed = self._availability.get("public_holidays")
        if not typed:
            return []
        place = (typed["country"], typed.get("region"), day.year)
        if not _holidays(*place, "en_US"):
            return None
        names = (_holidays(*place, each).get(day, ()) for each in ("en_US", self._language))
        of_day = [set(each) for each in zip(*names, strict=True)]
        if typed.get("closed", ["all"]) == ["all"]:
            return [each for each in of_day if not _is_named(each, typed.get("open", []))]
        return [each for each in of_day if _is_named(each, typed["closed"])]

    def _strips_of_hours(self) -> tuple[bytearray, bytearray]:
        """Return for each minute whether it is open by the hours, and whether that is unknown.

        Hours belong to the day on which they begin, also past midnight. Of a day that may be a
        holiday, the usual hours are unknown and the rest is closed either way.
        """
        opened: list[tuple[int, int]] = []
        unknown: list[tuple[int, int]] = []
        day = day_of(self._first) - timedelta(days=2)
        while start_of(day) < self._last + 2 * DAY:
            if self._ranges(day).are_known:
                opened += self.minutes_of_day(day)
            elif self.names_hours:
                unknown += self.minutes_of_day(day)
            else:
                unknown.append((self._when(day), self._when(day, DAY)))
            day += timedelta(days=1)
        return self._strip(opened), self._strip(unknown)

    def minutes_of_day(self, day: date) -> list[tuple[int, int]]:
        """Return the open time of a day by its hours; a day that a zone skips has none."""
        if not self._wall.exists(day):
            return []
        ranges = self._ranges(day).ranges
        ends = [(self._when(day, opens), self._when(day, closes)) for opens, closes in ranges]
        return [(opens, closes) for opens, closes in ends if opens < closes]

    def is_open_by_hours(self, minute: int) -> bool:
        return bool(self._open[minute - self._first])

    def changes_of_hours(self, starts: int, ends: int) -> list[int]:
        """Return the minutes at which it opens or closes by the hours."""
        found, minute, opens = [], self._next(self._open, starts, ends), True
        while minute is not None:
            found.append(minute)
            opens = not opens
            minute = self._next(self._open, minute, ends, marked=opens)
        return found

    def is_unknown(self, minute: int) -> bool:
        return bool(self._unknown[minute - self._first])

    # The edges of an absence.

    def _absence(self, typed: dict[str, Any]) -> Absence:
        """Return an absence with its edges.

        A day begins with its start; a last day is included, so it ends with the start of the
        next one; a moment ends as it comes. `back` ends further notice.
        """
        starts, until = clock_time(typed["from"]), _typed_end(typed)
        ends = None if until is None else self._wall.when(until)
        returns = ends
        if ends is not None and "back" in typed:
            returns = max(ends, self._wall.when(clock_time(typed["back"])))
        is_less_than_a_day = until is not None and until - starts < DAY
        return Absence(typed, self._wall.when(starts), ends, returns, is_less_than_a_day)

    def announced(self, absence: Absence) -> int:
        """Return from when on clients see it.

        Its own `announce`, a day or a length before `from`; else 2 days before if it is shorter
        than a day; else what availability.yaml says; else 14 days.
        """
        announce = absence.typed.get("announce")
        if announce is None and absence.is_less_than_a_day:
            announce = SHORT_NOTICE
        if announce is None:
            announce = self._availability.get("announce", USUAL_NOTICE)
        if re.fullmatch(r"\d{4}-\d\d-\d\d", announce):
            return self._wall.when(clock_time(announce))
        amount, unit = _length(announce)
        if unit in ("day", "week"):
            days = amount * (7 if unit == "week" else 1)
            return self._wall.when(clock_time(absence.typed["from"]) - days * DAY)
        return absence.starts - amount * (60 if unit == "hour" else 1)

    def _back(self, absence: Absence) -> int | None:
        """Return the first minute back.

        The first open time at or after its end at which neither `away` nor `closed` runs. None
        while one without an end runs, and for news and what is cancelled, where nobody is away.
        Where nobody knows the holidays, the usual week is the best that can be said. A practice
        that names no hours, or is not open for more than a year, has no open time to wait for.
        """
        if absence.returns is None or absence.level == "news" or absence.is_cancelled:
            return None
        shut = self._shut_around(absence)
        minute = self._next(shut, absence.returns, self._last, marked=False)
        while minute is not None:
            if self.is_open_by_hours(minute) or self.is_unknown(minute):
                return minute
            if not self._has_open_time_after(minute):
                return minute
            minute = self._next(shut, minute + 1, self._last, marked=False)
        return None

    def _has_open_time_after(self, minute: int) -> bool:
        """Return whether it opens, or may open, within the longest time that anybody waits."""
        ends = minute + WAITED_FOR
        opens = self._next(self._open, minute, ends) or self._next(self._unknown, minute, ends)
        return self.names_hours and opens is not None

    def _shut_around(self, absence: Absence) -> bytearray:
        """Return the minutes in which any absence shuts what this one concerns.

        What concerns single services leaves the practice alone, and other services too.
        """
        return self._strip(
            (each.starts, each.returns)
            for each in self.absences
            if each.shuts and (each.concerns_all or set(each.services) & set(absence.services))
        )

    def _catch_up_ends(self, absence: Absence) -> int | None:
        """Return when replies are as usual again: the length `catch_up` after the return.

        Three days from a Tuesday on are Tuesday, Wednesday and Thursday. Business units count
        open time, and there is none while `away` or `closed` runs. Where nobody knows the
        holidays, the usual week is the best that can be said; without hours nothing is.
        """
        back, length = self.back(absence), absence.typed.get("catch_up")
        if back is None or length is None:
            return None
        amount, unit = _length(length)
        if unit.startswith("business") and not self.names_hours:
            return None
        if unit in ("day", "week"):
            return self._after_days(back, amount * (7 if unit == "week" else 1))
        if unit in ("minute", "hour"):
            return back + amount * (60 if unit == "hour" else 1)
        ends = self._business(amount, unit, back, self._open_by_guess)
        return None if ends is None or ends > back + WAITED_FOR else ends

    def gone(self, absence: Absence) -> int | None:
        """Return when its notice goes: three days after the return, or when nobody is back again.

        Where nobody returns it goes with the end: news, slow replies, what is cancelled (without
        an end, with the day of the next word), and what was shorter than a day and leaves
        nothing to catch up with.
        """
        if absence.is_cancelled and absence.ends is None:
            return self._wall.when(_end(absence.typed["review"]))
        is_soon_over = absence.is_less_than_a_day and "catch_up" not in absence.typed
        if not absence.shuts or is_soon_over:
            return absence.ends
        back = self.back(absence)
        if back is None:
            return None
        away_again = self._next(self._shut_around(absence), back, self._last)
        told_until = self._after_days(back, DAYS_OF_NOTICE_AFTER)
        return told_until if away_again is None else min(told_until, away_again)

    def _after_days(self, minute: int, days: int) -> int:
        """Return the end of so many days, of which the day of a minute is the first."""
        return self._when(day_of(self._wall.shows(minute)), days * DAY)

    def first_day(self, absence: Absence) -> date:
        return day_of(clock_time(absence.typed["from"]))

    def last_day(self, absence: Absence) -> date | None:
        """Return the last day away: what `until` says, or the day of its last minute."""
        until = absence.typed.get("until", FURTHER_NOTICE)
        if until != FURTHER_NOTICE:
            return day_of(_end(until) - 1)
        return None if absence.ends is None else day_of(self._wall.shows(absence.ends - 1))

    def first_day_back(self, absence: Absence) -> date | None:
        back = self.back(absence)
        return None if back is None else day_of(self._wall.shows(back))

    def day_between_until_and_back(self, typed: dict[str, Any]) -> date | None:
        """Return an open day strictly between `until` and `back`, which then do not agree."""
        if "back" not in typed or typed.get("until", FURTHER_NOTICE) == FURTHER_NOTICE:
            return None
        day = day_of(_end(typed["until"]) - 1) + timedelta(days=1)
        while day < day_of(clock_time(typed["back"])):
            if self.minutes_of_day(day):
                return day
            day += timedelta(days=1)
        return None

    # What holds at a minute.

    def state(self, minute: int) -> tuple[str, set[str | None]]:
        """Return the state, and the absence that makes it so, or several that are level.

        The practice is shut if one absence shuts it. In open hours a limited one, else one that
        is caught up with, makes it slow.
        """
        running = [each for each in self._of_all if each.runs(minute)]
        for level in ("away", "closed"):
            shutting = [each for each in running if each.level == level]
            if shutting:
                return level, _ids(_leading(shutting))
        if not self.is_open_by_hours(minute):
            return "unknown" if self.is_unknown(minute) else "closed", {None}
        limiting = [each for each in running if each.level == "limited"]
        if limiting:
            return "limited", _ids(_leading(limiting))
        slow = [each for each in self._of_all if self._catches_up(each, minute)]
        return ("catching up", _ids(_leading(slow))) if slow else ("open", {None})

    def _catches_up(self, absence: Absence, minute: int) -> bool:
        return any(
            starts <= minute and (ends is None or minute < ends)
            for starts, ends in self._catching_up(absence)
        )

    def _catching_up(self, absence: Absence) -> list[tuple[int, int | None]]:
        """Return the time of catching up, if there is one.

        Business hours that never come, since somebody is away until further notice, do not end.
        """
        back = self.back(absence)
        if back is None or "catch_up" not in absence.typed:
            return []
        ends = self.catch_up_ends(absence)
        if ends is None and not self.names_hours:
            return []
        return [(back, ends)]

    def told(self, minute: int) -> list[set[str]]:
        """Return the absences of which clients read, in groups that are equal in rank.

        First those that run and concern all, the leading one first; then what comes or has just
        ended; then what is cancelled; then pauses of services; then news; each by its start.
        """
        read = [
            each
            for each in self.absences
            if self.announced(each) <= minute
            and ((gone := self.gone(each)) is None or minute < gone)
        ]
        ranks = {each.id: self._rank(each, minute) for each in read}
        return [
            {each.id for each in read if ranks[each.id] == rank}
            for rank in sorted(set(ranks.values()))
        ]

    def _rank(self, absence: Absence, minute: int) -> tuple[int, int, int]:
        if absence.level == "news":
            return 4, 0, absence.starts
        if not absence.concerns_all:
            return 3, 0, absence.starts
        if absence.is_cancelled:
            return 2, 0, absence.starts
        if absence.runs(minute):
            return 0, LEVELS.index(absence.level), -absence.starts
        return 1, 0, absence.starts

    def in_charge(self, absence: Absence, service: str | None, minute: int) -> str | None:
        """Return the id of the person who covers a service during an absence.

        The first entry of `cover` that fits; else `backup`; else, for an absence of a day or
        longer that is `away`, the first one in order who has consent, takes the service and is
        not away. Cover lasts until the first open time. Nobody covers what is cancelled or news.
        Somebody without consent may not be named, so nobody reads that they are in charge.
        """
        if not self._has_cover(absence, minute):
            return None
        if absence.typed.get("cover"):
            for entry in absence.typed["cover"]:
                agrees = entry["person"] in self._agreed
                if agrees and self._fits(entry, absence, service, minute):
                    return str(entry["person"])
            return None
        if "backup" in absence.typed:
            return str(absence.typed["backup"]) if absence.typed["backup"] in self._agreed else None
        if absence.is_less_than_a_day or absence.level != "away":
            return None
        for person in self._in_order(service):
            takes = person.get("services", ["all"])
            is_asked = person["id"] in self._agreed and (takes == ["all"] or service in takes)
            if is_asked and not self._is_away(person, minute):
                return str(person["id"])
        return None

    def _cover_ends(self, absence: Absence) -> int | None:
        """Return the first open time after the end, or when another absence shuts: that tells on.

        A practice that has no open time to wait for has no cover after the end either.
        """
        if absence.ends is None or not self._has_open_time_after(absence.ends):
            return absence.ends
        shut, minute = self._shut_around(absence), absence.ends
        while not (self.is_open_by_hours(minute) or self.is_unknown(minute)):
            if shut[minute - self._first]:
                break
            minute += 1
        return minute

    def tells_cover(self, service: str | None, minute: int) -> list[set[str]] | None:
        """Return the absences that tell who is in charge of a service: one of each set does.

        The leading one gives the cover. One that concerns all does for every service, a pause
        for its own services while nothing shuts the practice. None where the contract leaves it
        open: some cover lasts on, after its absence, into another one.
        """
        covered = [each for each in self.absences if self._has_cover(each, minute)]
        if len(covered) > 1 and not all(each.runs(minute) for each in covered):
            return None
        of_all = [each for each in covered if each.concerns_all]
        pauses = [each for each in covered if service in each.services]
        if any(each.shuts for each in of_all):
            pauses = []
        return [{each.id for each in _leading(one)} for one in (of_all, pauses) if one]

    def _has_cover(self, absence: Absence, minute: int) -> bool:
        if absence.is_cancelled or absence.level == "news" or minute < absence.starts:
            return False
        ends = self.cover_ends(absence)
        return ends is None or minute < ends

    def edges_of_cover(self, absence: Absence) -> list[int]:
        """Return the minutes at which another person may take over."""
        found = [self._wall.when(clock_time(each["from"])) for each in self._turns(absence, "from")]
        found += [self._wall.when(_end(each["until"])) for each in self._turns(absence, "until")]
        for person in self._backups:
            wall = wall_of(person.get("timezone", self._zone))
            for each in person.get("away", []):
                found += [wall.when(clock_time(each["from"])), wall.when(_end(each["until"]))]
        return found

    def _turns(self, absence: Absence, key: str) -> list[dict[str, Any]]:
        return [each for each in absence.typed.get("cover", []) if key in each]

    def _fits(
        self, entry: dict[str, Any], absence: Absence, service: str | None, minute: int
    ) -> bool:
        """Return whether an entry of a cover list fits; one that lasts to the end lasts on."""
        if "services" in entry and service not in entry["services"]:
            return False
        if "from" in entry and minute < self._wall.when(clock_time(entry["from"])):
            return False
        if "until" not in entry:
            return True
        until = self._wall.when(_end(entry["until"]))
        return minute < until or (absence.ends is not None and until >= absence.ends)

    def _in_order(self, service: str | None) -> list[dict[str, Any]]:
        """Return who is asked for a service: those of `covered_by`, else all, in their order."""
        for each in self._services:
            if each["id"] == service and "covered_by" in each:
                by_id = {person["id"]: person for person in self._backups}
                return [by_id[person_id] for person_id in each["covered_by"]]
        return list(self._backups)

    def _is_away(self, person: dict[str, Any], minute: int) -> bool:
        """Return whether a backup is away; their days are those of their own zone."""
        wall = wall_of(person.get("timezone", self._zone))
        return any(
            wall.when(clock_time(each["from"])) <= minute < wall.when(_end(each["until"]))
            for each in person.get("away", [])
        )

    # When a reply can be expected.

    def answer_by(self, promise: str, written: int) -> int | None:
        """Return by when a message is answered; None where nothing can be said.

        A message counts from the first minute at which the clock does not stand still. If a slow
        time holds then, the slowest of what holds stands instead of the promise. If one begins
        later and before the message is due, the later of both counts. Slow times that name no
        `replies_within` leave nothing to say. Nothing is said past the end of the timeline.
        """
        if not self._starts <= written < self._ends:
            return None
        begins = written
        while self._still[begins - self._first]:
            begins += 1
            if begins >= self._ends:
                return None
        slow = self._slow_times()
        holding = [length for starts, ends, length in slow if starts <= begins < ends]
        due = self._latest([self._due(each, begins) for each in holding or [promise]])
        weighed: set[int] = set()
        while due is not None:
            new = [
                number
                for number, (starts, _, _) in enumerate(slow)
                if begins < starts < due and number not in weighed
            ]
            if not new:
                break
            weighed.update(new)
            due = self._latest([due, *(self._due(slow[number][2], begins) for number in new)])
        return due

    def _slow_times(self) -> list[tuple[int, int, str | None]]:
        """Return the times of slow replies: limited ones, and catching up from the return on."""
        slow: list[tuple[int, int, str | None]] = []
        for each in self._of_all:
            within = each.typed.get("replies_within")
            if each.level == "limited":
                slow.append((each.starts, self._last if each.ends is None else each.ends, within))
            for starts, ends in self._catching_up(each):
                slow.append((starts, self._last if ends is None else ends, within))
        return slow

    def _latest(self, dues: Iterable[int | None]) -> int | None:
        latest = 0
        for due in dues:
            if due is None:
                return None
            latest = max(latest, due)
        return latest

    def _due(self, promise: str | None, begins: int) -> int | None:
        """Return when a message that counts from a minute is due, or None.

        Business units are counted in open time, in which no `away` runs; `closed` leaves the
        hours be. Minutes and hours run on the clock, days and weeks on the calendar. What is due
        in closed time is due at the next opening; what is due just as it closes stays. Time of
        which the hours are not known allows no answer.
        """
        if promise is None:
            return None
        amount, unit = _length(promise)
        if unit in ("business hour", "business day"):
            due = None
            if self.names_hours:
                due = self._business(amount, unit, begins, self._open_for_replies)
        elif unit in ("minute", "hour"):
            due = self._on_the_clock(amount * (60 if unit == "hour" else 1), begins)
        else:
            due = self._on_the_calendar(amount * (7 if unit == "week" else 1), begins)
        if (
            due is not None
            and self.names_hours
            and not self._open_for_replies[due - 1 - self._first]
        ):
            due = self._next(self._open_for_replies, due, self._ends)
        if due is None or due > self._ends:
            return None
        if self.names_hours:
            for at in range(begins - self._first, due - self._first):
                if self._unknown[at] and not self._still[at]:
                    return None
        return due

    def _on_the_clock(self, minutes: int, begins: int) -> int | None:
        """Count minutes in which the clock does not stand still."""
        minute = begins
        while minutes:
            if minute > self._ends:
                return None
            if not self._still[minute - self._first]:
                minutes -= 1
            minute += 1
        return minute

    def _on_the_calendar(self, days: int, begins: int) -> int | None:
        """Count the minutes of whole days as the wall shows them; away time is left out.

        Without any it is the same clock time so many days later.
        """
        shows = self._wall.shows
        left_out = [
            (shows(each.starts), self._last if each.ends is None else shows(each.ends))
            for each in self._of_all
            if each.level == "away" and each.starts >= begins
        ]
        wall, minutes = shows(begins), days * DAY
        while minutes:
            if wall > self._ends + DAY:
                return None
            for starts, ends in left_out:
                if starts <= wall < ends:
                    break
            else:
                minutes -= 1
            wall += 1
        return self._wall.when(wall)

    def _business(self, amount: int, unit: str, begins: int, open_time: bytearray) -> int | None:
        """Count open time from the first open minute on.

        Hours count open minutes. Days end at the close of the last of so many open days after the
        day of the first open minute; hours past midnight belong to the day on which they began.
        """
        if unit == "business hour":
            minute: int | None = begins - 1
            for _ in range(amount * 60):
                minute = None if minute is None else self._next(open_time, minute + 1, self._last)
            return None if minute is None else minute + 1
        day, is_counted_from = day_of(self._wall.shows(begins)) - timedelta(days=2), False
        while start_of(day) < self._last:
            open_minutes = [
                minute
                for opens, closes in self.minutes_of_day(day)
                for minute in range(max(opens, begins), min(closes, self._last))
                if open_time[minute - self._first]
            ]
            if open_minutes and not is_counted_from:
                is_counted_from = True
            elif open_minutes:
                amount -= 1
                if not amount:
                    return max(open_minutes) + 1
            day += timedelta(days=1)
        return None

    # Minutes that are marked.

    def _next(self, strip: bytearray, minute: int, ends: int, *, marked: bool = True) -> int | None:
        """Return the first minute that is marked in a strip, or not marked, from one on."""
        at = strip.find(int(marked), minute - self._first, ends - self._first)
        return None if at < 0 else at + self._first

    def _when(self, day: date, clock: int = 0) -> int:
        return self._wall.when(start_of(day) + clock)

    def _strip(self, spans: Iterable[tuple[int, int | None]]) -> bytearray:
        """Return a byte for each minute from the first to the last: 1 in a span, else 0."""
        return self._marked(bytearray(self._last - self._first), spans, b"\1")

    def _marked(
        self, strip: bytearray, spans: Iterable[tuple[int, int | None]], mark: bytes
    ) -> bytearray:
        """Return a strip with a mark at each minute of some spans."""
        marked = bytearray(strip)
        for starts, ends in spans:
            a = max(starts, self._first) - self._first
            b = (self._last if ends is None else min(ends, self._last)) - self._first
            if a < b:
                marked[a:b] = mark * (b - a)
        return marked


def _leading(absences: list[Absence]) -> list[Absence]:
    """Return the leading ones: `away`, then `closed`, then `limited`, then the later start."""
    level = min(LEVELS.index(each.level) for each in absences)
    rest = [each for each in absences if LEVELS.index(each.level) == level]
    latest = max(each.starts for each in rest)
    return [each for each in rest if each.starts == latest]


def _ids(absences: list[Absence]) -> set[str | None]:
    return {each.id for each in absences}


def _end(typed: str) -> int:
    """Return the clock time that ends a last day, or a moment as it is."""
    return clock_time(typed) + (0 if " " in typed else DAY)


def _typed_end(typed: dict[str, Any]) -> int | None:
    """Return the clock time that ends an absence, None while it has no end.

    Given `until` and `back` as days, `until` is the last day away and no open day follows before
    `back`. If one of them is a moment, open hours may lie between: the owner is not back in them.
    """
    until, back = typed.get("until", FURTHER_NOTICE), typed.get("back")
    if back is not None and (until == FURTHER_NOTICE or ":" in until + back):
        return clock_time(back)
    return None if until == FURTHER_NOTICE else _end(until)


def _length(typed: str) -> tuple[int, str]:
    amount, unit = typed.split(" ", 1)
    return int(amount), unit.removesuffix("s")


@cache
def _ranges(typed: str) -> Ranges:
    """Read `09:00-12:30, 13:30-17:00`; an end that is not later lies on the next day."""
    if typed == "closed":
        return ()
    ranges = []
    for part in typed.split(","):
        opens, closes = (_clock(each) for each in part.strip().split("-"))
        ranges.append((opens, closes if closes > opens else closes + DAY))
    return tuple(ranges)


def _clock(typed: str) -> int:
    hours, minutes = typed.split(":")
    return int(hours) * 60 + int(minutes)


def _week(typed: dict[str, str]) -> dict[str, Ranges]:
    """Read `mon-thu: …`, `sat, sun: …`."""
    week = {}
    for key, hours in typed.items():
        for part in key.split(","):
            first, last = part.strip().split("-")[0], part.strip().split("-")[-1]
            number = WEEKDAYS.index(first)
            week[WEEKDAYS[number]] = _ranges(hours)
            while WEEKDAYS[number % 7] != last:
                number += 1
                week[WEEKDAYS[number % 7]] = _ranges(hours)
    return week


def is_special(typed: dict[str, Any], day: date) -> bool:
    """Return whether a day is one of a special day's days, dated or of every year."""
    first, last = (
        str(typed.get("day", typed.get("from"))),
        str(typed.get("day", typed.get("until"))),
    )
    this = day.isoformat()
    if len(first) == len("MM-DD"):
        this = this[-len("MM-DD") :]
        if first > last:
            return this >= first or this <= last
    return first <= this <= last


@cache
def _holidays(
    country: str, region: str | None, year: int, language: str
) -> dict[date, tuple[str, ...]]:
    """Return the holidays of a year with their names; none means that nobody knows them."""
    known = holidays.country_holidays(
        country, subdiv=region, years=year, language=language.replace("-", "_")
    )
    return {day: tuple(names.split("; ")) for day, names in known.items() if day.year == year}


def _is_named(names: set[str], listed: list[str]) -> bool:
    return any(
        name == each or name.startswith(f"{each} (observed") for name in names for each in listed
    )
