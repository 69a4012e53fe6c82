"""Absences as spans of instants: when each holds, may be known, ends, and is forgotten."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from portalgen.days import day_of, first_instant, start_of_day
from portalgen.model.away import Absence, AbsenceStatus, Detail, Level
from portalgen.model.times import day_part, first_moment
from portalgen.model.values import Length, Unit
from portalgen.timeline.business import business_end
from portalgen.timeline.open_time import OpenTime
from portalgen.timeline.shut_time import ShutTime, shut_time
from portalgen.timeline.spans import Span, without

_ONE_DAY = timedelta(days=1)
_ANNOUNCED_BEFORE_A_SHORT_ONE = Length(2, Unit.DAY)
_DAYS_OF_NOTICE_AFTER = 3
_DAYS_OF_MEMORY_AFTER = 30
_RANK = {Level.AWAY: 0, Level.CLOSED: 1, Level.LIMITED: 2, Level.NEWS: 3}


@dataclass(frozen=True)
class Stretch:
    """An absence as instants (UTC), and as the days by which clients know it.

    `starts` and `ends` are the absence itself; `ends` is None while it has none. `first_day`
    and `last_day` are calendar days of the practice, both included; `last_day` is None while
    there is no end. `announced` is the instant from which clients may know of it. `back` is
    the first open time after it, None while no such time is known, and for what does not take
    place or takes nobody away. From `gone` on no notice, reason or message is public, from
    `forgotten` on nothing is; None while there is no end. `catch_up` is the slow time that
    starts at `back`, if there is one; it has no end while none can be counted.
    """

    absence: Absence
    starts: datetime
    ends: datetime | None
    announced: datetime
    first_day: date
    last_day: date | None
    back: datetime | None
    gone: datetime | None
    forgotten: datetime | None
    catch_up: Span | None = None

    @property
    def is_cancelled(self) -> bool:
        """Whether it does not take place."""
        return self.absence.status is AbsenceStatus.CANCELLED

    @property
    def concerns_all(self) -> bool:
        """Whether it concerns the practice as a whole, and not only some services."""
        return not self.absence.services

    @property
    def shuts(self) -> bool:
        """Whether there are no open hours while it runs."""
        return does_shut(self.absence)

    @property
    def is_short(self) -> bool:
        """Whether it lasts less than a day."""
        return is_short(self.absence)

    def holds(self, moment: datetime) -> bool:
        """Return whether the absence itself runs at a moment; one that is cancelled never does."""
        return not self.is_cancelled and Span(self.starts, self.ends).holds(moment)

    @property
    def catch_up_ends(self) -> datetime | None:
        """The end of the slow time after the return; None if there is none, or no end of it."""
        return None if self.catch_up is None else self.catch_up.ends

    def has_notice(self, moment: datetime) -> bool:
        """Return whether clients read of it at a moment."""
        return Span(self.announced, self.gone).holds(moment)


def stretches_of(
    absences: Iterable[Absence], shut: Mapping[frozenset[str], ShutTime]
) -> tuple[Stretch, ...]:
    """Return absences as stretches, by their start; those that start together as they stand.

    `shut` is `shut_times` of the same absences.
    """
    found = (_stretch(each, shut[frozenset(each.services)]) for each in absences)
    return tuple(sorted(found, key=lambda each: each.starts))


def shut_times(
    absences: Iterable[Absence], open_time: OpenTime
) -> Mapping[frozenset[str], ShutTime]:
    """Return the time that is shut for each group of services that absences name.

    The group without any is the practice as a whole.
    """
    together = tuple(absences)
    groups = {frozenset[str](), *(frozenset(each.services) for each in together)}
    return {services: shut_for(services, together, open_time) for services in groups}


def shut_for(
    services: frozenset[str], absences: Iterable[Absence], open_time: OpenTime
) -> ShutTime:
    """Return the time in which the practice, or any of these services, is shut by absences."""
    return shut_time(
        (
            Span(start_of(absence, open_time.zone), _return_of(absence, open_time.zone))
            for absence in absences
            if does_shut(absence) and (not absence.services or services & set(absence.services))
        ),
        open_time,
    )


def leading_first(stretches: Iterable[Stretch]) -> tuple[Stretch, ...]:
    """Return stretches with the leading one in front: by level, then the later start first."""
    by_start = sorted(stretches, key=lambda each: each.starts, reverse=True)
    return tuple(sorted(by_start, key=lambda each: _RANK[each.absence.level]))


def contradiction(absence: Absence, open_time: OpenTime, others: ShutTime) -> date | None:
    """Return an open day strictly between `until` and `back`, which then do not agree.

    `others` is the time that is shut by the other absences. A day whose hours are not known
    is given the benefit of the doubt.
    """
    if absence.back is None or absence.last is None:
        return None
    first, after = day_part(absence.last) + _ONE_DAY, day_part(absence.back)
    days = (date.fromordinal(n) for n in range(first.toordinal(), after.toordinal()))
    return next((day for day in days if _is_open(day, open_time, others)), None)


def start_of(absence: Absence, zone: ZoneInfo) -> datetime:
    """Return the instant at which an absence starts."""
    return first_instant(absence.from_, zone)


def end_of(absence: Absence, zone: ZoneInfo) -> datetime | None:
    """Return the instant at which an absence ends; None while it has no end.

    Given both `until` and `back`, days end with `until`; where one is a moment, it ends with
    `back`, so that it does not stop in the middle of a day that is still away.
    """
    end = _end(absence)
    return None if end is None else first_instant(end, zone)


def does_shut(absence: Absence) -> bool:
    """Return whether there are no open hours while an absence runs."""
    takes_place = absence.status is AbsenceStatus.PLANNED
    return takes_place and absence.level in {Level.AWAY, Level.CLOSED}


def is_short(absence: Absence) -> bool:
    """Return whether an absence lasts less than a day, by the calendar and the clock."""
    end = _end(absence)
    return end is not None and first_moment(end) - first_moment(absence.from_) < _ONE_DAY


def _stretch(absence: Absence, shut: ShutTime) -> Stretch:
    zone = shut.open_time.zone
    starts, ends = start_of(absence, zone), end_of(absence, zone)
    is_back = absence.status is AbsenceStatus.PLANNED and absence.level is not Level.NEWS
    back = shut.return_after(_return_of(absence, zone)) if is_back else None
    gone = _gone(absence, ends, back, shut)
    catch_up = _catch_up(absence, back, shut)
    # What is vague is forgotten by its weeks, so that nobody can count back to its days.
    over = gone if back is None or absence.detail is Detail.VAGUE else back
    forgotten = None if over is None else _days_on(over, _DAYS_OF_MEMORY_AFTER, zone)
    if forgotten is not None and catch_up is not None and catch_up.ends is not None:
        forgotten = max(forgotten, catch_up.ends)
    return Stretch(
        absence=absence,
        starts=starts,
        ends=ends,
        announced=_announced(absence, shut.open_time),
        first_day=day_part(absence.from_),
        last_day=_last_day(absence),
        back=back,
        gone=gone,
        forgotten=forgotten,
        catch_up=catch_up,
    )


def _return_of(absence: Absence, zone: ZoneInfo) -> datetime | None:
    """Return the instant at which the owner means to be back, open or not."""
    ends = end_of(absence, zone)
    if ends is None or absence.back is None:
        return ends
    return max(ends, first_instant(absence.back, zone))


def _end(absence: Absence) -> date | datetime | None:
    """Return the moment, or the day at whose start, an absence is over."""
    last, back = absence.last, absence.back
    if last is None or (back is not None and _is_moment(last, back)):
        return back
    return last if isinstance(last, datetime) else last + _ONE_DAY


def _is_moment(*ends: date | datetime) -> bool:
    return any(isinstance(end, datetime) for end in ends)


def _last_day(absence: Absence) -> date | None:
    """Return the last day of which at least a part is away."""
    if absence.last is not None and not isinstance(absence.last, datetime):
        return absence.last
    ends = absence.back if absence.last is None else absence.last
    return None if ends is None else (first_moment(ends) - timedelta(microseconds=1)).date()


def _announced(absence: Absence, open_time: OpenTime) -> datetime:
    """Return the instant from which clients may know of an absence."""
    announce = absence.announce
    if announce is None:
        usual = open_time.availability.announce
        announce = _ANNOUNCED_BEFORE_A_SHORT_ONE if is_short(absence) else usual
    zone = open_time.zone
    found = (
        _before(absence.from_, announce, zone)
        if isinstance(announce, Length)
        else start_of_day(announce, zone)
    )
    if absence.detail is Detail.VAGUE:
        return max(found, start_of_day(day_part(absence.from_), zone))
    return found


def _before(starts: date | datetime, length: Length, zone: ZoneInfo) -> datetime:
    """Return the instant that lies a length before: days by the calendar, hours by the clock."""
    if length.days:
        return first_instant(starts - timedelta(days=length.days), zone)
    return first_instant(starts, zone) - timedelta(minutes=length.minutes)


def _gone(
    absence: Absence, ends: datetime | None, back: datetime | None, shut: ShutTime
) -> datetime | None:
    """Return the instant from which clients read no more of an absence."""
    zone = shut.open_time.zone
    if absence.status is AbsenceStatus.CANCELLED:
        # What had no end when it was called off is shown to the day of the promised word.
        review = absence.review
        return start_of_day(review + _ONE_DAY, zone) if ends is None and review else ends
    last_day = _last_day(absence)
    if absence.detail is Detail.VAGUE and last_day is not None:
        return start_of_day(last_day + timedelta(days=7 - last_day.weekday()), zone)
    if not does_shut(absence) or (is_short(absence) and absence.catch_up is None):
        return ends
    if back is None:
        return None
    told_until = _days_on(back, _DAYS_OF_NOTICE_AFTER, zone)
    # Nobody is "back since" a day once they are away again.
    away_again = shut.next_from(back)
    return told_until if away_again is None else min(told_until, away_again)


def _catch_up(absence: Absence, back: datetime | None, shut: ShutTime) -> Span | None:
    length, open_time = absence.catch_up, shut.open_time
    if length is None or back is None:
        return None
    if length.days:
        return Span(back, _days_on(back, length.days, open_time.zone))
    if not length.unit.counts_open_time:
        return Span(back, back + timedelta(minutes=length.minutes))
    if open_time.availability.weekly is None:
        return None
    open_days = (without(spans, shut.spans) for _, spans in open_time.open_days_from(back))
    return Span(back, business_end(length, (spans for spans in open_days if spans)))


def _days_on(moment: datetime, days: int, zone: ZoneInfo) -> datetime:
    """Return the end of some calendar days, of which the day of the moment is the first."""
    return start_of_day(day_of(moment, zone) + timedelta(days=days), zone)


def _is_open(day: date, open_time: OpenTime, others: ShutTime) -> bool:
    if not open_time.on(day).known:
        return False
    return any(others.leaves_open(span) for span in open_time.of_day(day))
