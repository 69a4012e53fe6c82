"""What holds of the practice as a whole, instant by instant: the states of a timeline.

At one instant an absence beats the hours, and `away` beats `closed`. What concerns some services
only, what is called off and what is only news leaves the practice's state alone.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from portalgen.model.away import Level
from portalgen.timeline.absences import Stretch, leading_first
from portalgen.timeline.spans import Span, is_in
from portalgen.timeline.sweep import Sweep


class State(StrEnum):
    """What holds of the practice at an instant; `unknown` where its hours are not known."""

    OPEN = "open"
    CLOSED = "closed"
    LIMITED = "limited"
    AWAY = "away"
    CATCHING_UP = "catching up"
    UNKNOWN = "unknown"

    @property
    def is_open(self) -> bool:
        """Whether the practice can be reached in this state, however slow its replies are."""
        return self in {State.OPEN, State.LIMITED, State.CATCHING_UP}


@dataclass(frozen=True)
class StateSpan:
    """What holds from `starts` until just before `ends` (UTC).

    `absence_id` names the absence that makes it so, the leading one where there are several;
    None where the hours alone do.
    """

    starts: datetime
    ends: datetime
    state: State
    absence_id: str | None = None

    def holds(self, instant: datetime) -> bool:
        """Return whether an instant lies in the span."""
        return self.starts <= instant < self.ends


def state_spans(
    within: tuple[datetime, datetime],
    open_spans: Sequence[Span],
    unsure_spans: Sequence[Span],
    stretches: Iterable[Stretch],
) -> tuple[StateSpan, ...]:
    """Return the states from one instant to another; they touch, and neighbors differ.

    `open_spans` and `unsure_spans` are in order and tell the hours, `stretches` the absences.
    """
    starts, ends = within
    of_all = [each for each in stretches if each.concerns_all and _changes_the_state(each)]
    running = Sweep(of_all, lambda each: Span(each.starts, each.ends))
    catching_up = Sweep(
        [each for each in of_all if each.catch_up is not None],
        lambda each: each.catch_up or Span(each.starts, each.ends),
    )
    edges = {starts} | running.edges | catching_up.edges
    for span in (*open_spans, *unsure_spans):
        edges |= {edge for edge in (span.starts, span.ends) if edge is not None}
    found: list[StateSpan] = []
    for edge in sorted(each for each in edges if starts <= each < ends):
        state, absence_id = _state(
            edge, running.at(edge), catching_up.at(edge), open_spans, unsure_spans
        )
        if found and (found[-1].state, found[-1].absence_id) == (state, absence_id):
            continue
        if found:
            found[-1] = replace(found[-1], ends=edge)
        found.append(StateSpan(edge, ends, state, absence_id))
    return tuple(found)


def _changes_the_state(stretch: Stretch) -> bool:
    return not stretch.is_cancelled and stretch.absence.level is not Level.NEWS


def _state(
    instant: datetime,
    running: Sequence[Stretch],
    catching_up: Sequence[Stretch],
    open_spans: Sequence[Span],
    unsure_spans: Sequence[Span],
) -> tuple[State, str | None]:
    leading = next(iter(leading_first(running)), None)
    if leading is not None and leading.shuts:
        is_away = leading.absence.level is Level.AWAY
        return (State.AWAY if is_away else State.CLOSED), leading.absence.id
    if is_in(unsure_spans, instant):
        return State.UNKNOWN, None
    if not is_in(open_spans, instant):
        return State.CLOSED, None
    if leading is not None:
        return State.LIMITED, leading.absence.id
    slow = next(iter(leading_first(catching_up)), None)
    return (State.OPEN, None) if slow is None else (State.CATCHING_UP, slow.absence.id)
