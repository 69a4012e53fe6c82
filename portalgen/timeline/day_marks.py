"""What each day is, for a calendar of whole months: one kind for a day, by what counts most.

An absence beats a special day, that a public holiday, that the weekly hours. A day is judged by
the open time that begins on it, as the hours of a week are told. What concerns some services
only, news, and what is called off mark no day. The moment of building is not looked at.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from portalgen.days import day_of, start_of_day
from portalgen.timeline.compile import Timeline
from portalgen.timeline.hours import DayHours, Why
from portalgen.timeline.open_time import spans_of
from portalgen.timeline.spans import Span
from portalgen.timeline.states import State, StateSpan


class DayKind(StrEnum):
    """What a day is for clients, from what is as usual to what is least so.

    `limited` has slow replies, catching up included. `other hours` are those of a special day,
    or what a place that is shut for a part of the day leaves of them.
    """

    USUAL = "usual"
    OTHER_HOURS = "other hours"
    LIMITED = "limited"
    PARTLY_AWAY = "partly away"
    AWAY = "away"
    HOLIDAY = "holiday"
    CLOSED = "closed"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class DayMark:
    """A day, what it is, and the name of the holiday or of the special day that makes it so."""

    day: date
    kind: DayKind
    label: str | None = None


_ONE_DAY = timedelta(days=1)
_SHUT = {DayKind.AWAY, DayKind.CLOSED}
_NAMED = {DayKind.OTHER_HOURS, DayKind.HOLIDAY, DayKind.CLOSED}


def day_marks(timeline: Timeline, first: date, last: date) -> Iterator[DayMark]:
    """Yield the days from `first` to `last`, both within the timeline, in order.

    A date that the zone left out altogether is left out here too (Apia, 2011-12-30).
    """
    for number in range(first.toordinal(), last.toordinal() + 1):
        day = date.fromordinal(number)
        whole = Span(start_of_day(day, timeline.zone), start_of_day(day + _ONE_DAY, timeline.zone))
        if whole.starts != whole.ends:
            yield _mark(day, whole, timeline)


def _mark(day: date, whole: Span, timeline: Timeline) -> DayMark:
    hours = timeline.hours_on(day)
    open_spans = spans_of(hours.hours, day, timeline.zone)
    # Where no hours are told, nobody knows which part of the day counts.
    counted = open_spans if hours.known or open_spans else (whole,)
    kind = _kind(hours, _states_in([whole], timeline), _states_in(counted, timeline))
    if kind in _SHUT and _lies_after_the_next_word(whole, timeline):
        kind = DayKind.UNKNOWN
    is_named = kind in _NAMED and not (kind is DayKind.CLOSED and open_spans)
    return DayMark(day, kind, hours.label if is_named else None)


def _lies_after_the_next_word(whole: Span, timeline: Timeline) -> bool:
    """Return whether a day is away only because nobody knows the end of an absence yet."""
    day = day_of(whole.starts, timeline.zone)
    ids = {each.absence_id for each in _met(whole, timeline.states)}
    endless = [
        each.absence.review
        for each in timeline.stretches
        if each.absence.id in ids and each.absence.is_open_ended and each.absence.review
    ]
    return any(review < day for review in endless)


def _kind(hours: DayHours, all_day: Set[State], counted: Set[State]) -> DayKind:
    """Return what a day is by the states through all of it, and through the part that counts."""
    if {State.AWAY} in (all_day, counted):
        return DayKind.AWAY
    if counted <= {State.AWAY, State.CLOSED}:
        return DayKind.HOLIDAY if hours.why is Why.HOLIDAY else DayKind.CLOSED
    if State.AWAY in counted:
        return DayKind.PARTLY_AWAY
    if State.UNKNOWN in counted:
        return DayKind.UNKNOWN
    if State.CLOSED in counted:
        return DayKind.OTHER_HOURS
    if counted & {State.LIMITED, State.CATCHING_UP}:
        return DayKind.LIMITED
    return DayKind.OTHER_HOURS if hours.why is Why.SPECIAL else DayKind.USUAL


def _states_in(spans: Iterable[Span], timeline: Timeline) -> Set[State]:
    """Return the states that spans meet, as far as the timeline reaches."""
    return {each.state for span in spans for each in _met(span, timeline.states)}


def _met(span: Span, states: Sequence[StateSpan]) -> Sequence[StateSpan]:
    """Return those of the states, which touch, that overlap a span."""
    first = bisect_right(states, span.starts, key=lambda each: each.starts) - 1
    after = bisect_left(states, span.ends, key=lambda each: each.starts) if span.ends else None
    return states[first:after]
