"""By when a message is answered: reply promises counted over the open time of the practice.

The clock of a promise stands still while the practice is away, and runs over the usual hours
while only its place is closed. Business units count open time. Minutes and hours run on the
clock, days and weeks on the practice's calendar, and what is due in closed time is due at the
next opening. Nothing is promised where it can not be known: over days without known hours,
past the end of the timeline, while the owner is away without an end.

`site-templates/static/portal.js` counts in the same way over the same facts.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from portalgen import days
from portalgen.model.away import Level
from portalgen.model.values import Length
from portalgen.timeline.absences import Stretch
from portalgen.timeline.business import business_end
from portalgen.timeline.open_time import OpenTime, cut_before
from portalgen.timeline.spans import Span, index_at, merged, without


@dataclass(frozen=True)
class SlowSpan:
    """A time in which replies are slow; `within` is None where nobody says how slow."""

    starts: datetime
    ends: datetime | None
    within: Length | None


@dataclass(frozen=True)
class ReplyClock:
    """The facts by which a reply is promised, all instants in UTC.

    `open_days` has the time in which the clock of business units runs: one entry for each open
    day of the practice with its spans in order. `still` is the time in which all clocks stand
    still, `slow` is by start, `unsure` the time of unknown hours. Nothing is told from `ends`
    on. `has_hours` is False where the practice names no weekly hours: it is never closed then.
    """

    zone: ZoneInfo
    ends: datetime
    open_days: tuple[tuple[Span, ...], ...]
    still: tuple[Span, ...]
    slow: tuple[SlowSpan, ...]
    unsure: tuple[Span, ...]
    has_hours: bool


def reply_clock(
    open_time: OpenTime, within: tuple[datetime, datetime], stretches: Iterable[Stretch]
) -> ReplyClock:
    """Return the clock of replies between two instants, which are starts of days."""
    starts, ends = within
    of_all = [each for each in stretches if each.concerns_all and not each.is_cancelled]
    still = merged(
        Span(each.starts, each.ends) for each in of_all if each.absence.level is Level.AWAY
    )
    first, last = (days.day_of(each, open_time.zone) for each in (starts, ends))
    one_day = timedelta(days=1)
    has_hours = open_time.availability.weekly is not None
    unsure = open_time.unsure_spans(first, last - one_day)
    return ReplyClock(
        zone=open_time.zone,
        ends=ends,
        open_days=tuple(_open_days(open_time, within, still)) if has_hours else (),
        still=still,
        slow=tuple(sorted(_slow(of_all), key=lambda each: each.starts)),
        unsure=unsure,
        has_hours=has_hours,
    )


def answer_by(clock: ReplyClock, promise: Length, written: datetime) -> datetime | None:
    """Return by when a message that is written at an instant is answered, None if unknown.

    While replies are slow, what is said of that time stands instead of the promise, and the
    slowest where several say something. Slow time that begins before the message is due makes
    it later, and no promise is kept through slow time of which nobody says how slow it is.
    """
    counted_from = _first_running(clock, written)
    if counted_from is None:
        return None
    held = [each for each in clock.slow if Span(each.starts, each.ends).holds(counted_from)]
    due = _latest(clock, [each.within for each in held] or [promise], counted_from)
    for slow in clock.slow:
        if due is None or slow.starts >= due:
            break
        if slow.starts > counted_from:
            later = _latest(clock, [slow.within], counted_from)
            due = None if later is None else max(due, later)
    return None if due is None or _is_untold(clock, counted_from, due) else due


def _open_days(
    open_time: OpenTime, within: tuple[datetime, datetime], still: Sequence[Span]
) -> Iterator[tuple[Span, ...]]:
    starts = within[0]
    first, last = (days.day_of(each, open_time.zone) for each in within)
    for number in range(first.toordinal() - 2, last.toordinal()):
        spans = cut_before(open_time.known_of_day(date.fromordinal(number)), starts)
        left = without(spans, still)
        if left:
            yield left


def _slow(stretches: Iterable[Stretch]) -> Iterator[SlowSpan]:
    for stretch in stretches:
        within = stretch.absence.replies_within
        if stretch.absence.level is Level.LIMITED:
            yield SlowSpan(stretch.starts, stretch.ends, within)
        if stretch.catch_up is not None:
            yield SlowSpan(stretch.catch_up.starts, stretch.catch_up.ends, within)


def _first_running(clock: ReplyClock, written: datetime) -> datetime | None:
    """Return the first instant from `written` on at which the clocks do not stand still."""
    index = index_at(clock.still, written)
    return written if index is None else clock.still[index].ends


def _latest(
    clock: ReplyClock, lengths: Sequence[Length | None], counted_from: datetime
) -> datetime | None:
    """Return the latest of the ends of some lengths; None if one of them is unknown."""
    dues: list[datetime] = []
    for length in lengths:
        due = None if length is None else _end(clock, length, counted_from)
        if due is None:
            return None
        dues.append(due)
    return max(dues)


def _end(clock: ReplyClock, length: Length, counted_from: datetime) -> datetime | None:
    if length.unit.counts_open_time:
        return business_end(length, _days_from(clock, counted_from))
    if length.days:
        due = _calendar_end(clock, length.days, counted_from)
    else:
        due = _elapsed_end(clock.still, timedelta(minutes=length.minutes), counted_from)
    return None if due is None else _in_open_time(clock, due)


def _days_from(clock: ReplyClock, instant: datetime) -> Iterator[tuple[Span, ...]]:
    for spans in clock.open_days:
        left = cut_before(spans, instant)
        if left:
            yield left


def _elapsed_end(
    still: Iterable[Span], length: timedelta, counted_from: datetime
) -> datetime | None:
    """Return when a length has passed, not counting the time that stands still."""
    passed_from = counted_from
    for span in still:
        if span.starts < passed_from:
            continue
        if passed_from + length <= span.starts:
            break
        if span.ends is None:
            return None
        length -= span.starts - passed_from
        passed_from = span.ends
    return passed_from + length


def _calendar_end(clock: ReplyClock, number: int, counted_from: datetime) -> datetime | None:
    """Return the same clock time some days later, not counting the time that stands still."""
    still = [
        Span(_local(span.starts, clock.zone), span.ends and _local(span.ends, clock.zone))
        for span in clock.still
    ]
    end = _elapsed_end(still, timedelta(days=number), _local(counted_from, clock.zone))
    return None if end is None else days.instant(end, clock.zone)


def _local(instant: datetime, zone: ZoneInfo) -> datetime:
    return instant.astimezone(zone).replace(tzinfo=None)


def _in_open_time(clock: ReplyClock, due: datetime) -> datetime | None:
    """Return the instant itself if it lies in open time or at its close, else the next opening."""
    if not clock.has_hours:
        return due
    for spans in clock.open_days:
        for span in spans:
            if span.ends is not None and due <= span.ends:
                return max(due, span.starts)
    return None


def _is_untold(clock: ReplyClock, counted_from: datetime, due: datetime) -> bool:
    """Return whether an answer lies beyond what the timeline tells."""
    if due > clock.ends or (clock.has_hours and counted_from >= clock.ends):
        return True
    return clock.has_hours and any(
        span.starts < due and (span.ends is None or counted_from < span.ends)
        for span in clock.unsure
    )
