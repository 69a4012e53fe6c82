"""What portalgen answers about a practice, in the minutes and texts of the oracle."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from portalgen.model.portal import Portal
from portalgen.model.values import Length
from portalgen.timeline.absences import Stretch
from portalgen.timeline.charge import charge_by_service
from portalgen.timeline.compile import compile_timeline
from portalgen.timeline.replies import answer_by
from portalgen.timeline.spans import Span as TimeSpan
from portalgen.timeline.told import lead_spans
from tests.oracle.naive import Practice
from tests.oracle.wall import instant_of, minute_of


@dataclass(frozen=True)
class Span:
    """A state from a minute to another one, and the absence that makes it so."""

    starts: int
    ends: int
    state: str
    absence_id: str | None


class Product:
    """The timeline of a practice, asked by minutes."""

    def __init__(self, practice: Practice, moment: int) -> None:
        self._timeline = compile_timeline(Portal.model_validate(practice), instant_of(moment))
        self._clock = self._timeline.reply_clock
        stretches = self._timeline.stretches
        self._stretches = {each.absence.id: each for each in stretches}
        self._leads = lead_spans(stretches)
        self._charges = charge_by_service(stretches, self._timeline.cover)

    @property
    def starts(self) -> int:
        return minute_of(self._timeline.starts)

    @property
    def ends(self) -> int:
        return minute_of(self._timeline.ends)

    @property
    def absence_ids(self) -> tuple[str, ...]:
        return tuple(self._stretches)

    def edges(self, absence_id: str) -> dict[str, Any]:
        """Return the facts of an absence by name: minutes, and days of the owner's calendar."""
        stretch = self._stretches[absence_id]
        return {
            "starts": _minute(stretch.starts),
            "ends": _minute(stretch.ends),
            "announced": _minute(stretch.announced),
            "back": _minute(stretch.back),
            "catch-up ends": _minute(stretch.catch_up_ends),
            "gone": _minute(stretch.gone),
            "first day": stretch.first_day,
            "last day": stretch.last_day,
            "first day back": self._first_day_back(stretch),
        }

    def _first_day_back(self, stretch: Stretch) -> date | None:
        back = stretch.back
        return None if back is None else back.astimezone(self._timeline.zone).date()

    def spans(self) -> Iterator[Span]:
        for each in self._timeline.states:
            starts, ends = minute_of(each.starts), minute_of(each.ends)
            yield Span(starts, ends, each.state.value, each.absence_id)

    def state(self, minute: int) -> str:
        return self._timeline.state_at(instant_of(minute)).value

    def told(self, minute: int) -> list[str]:
        return [each.absence.id for each in self._timeline.told(instant_of(minute))]

    def cover_edges(self, absence_id: str) -> Iterator[int]:
        for each in self._timeline.cover.get(absence_id, ()):
            yield minute_of(each.starts)
            if each.ends is not None:
                yield minute_of(each.ends)

    def in_charge(self, absence_id: str, service: str | None, minute: int) -> set[str]:
        """Return who is in charge; more than one would be a fault."""
        return {
            each.person_id
            for each in self._timeline.in_charge(absence_id, instant_of(minute))
            if each.person_id is not None
            if each.services is None or service in each.services
        }

    def leads(self, minute: int) -> set[str]:
        """Return the absence that leads; more than one would be a fault."""
        return _holding(self._leads, minute)

    def tells_cover(self, service: str | None, minute: int) -> set[str]:
        """Return the absences that tell who is in charge of a service."""
        own = {
            absence_id: by_service.get(service, by_service.get(None, ()))
            for absence_id, by_service in self._charges.items()
        }
        return _holding(own, minute)

    def answer_by(self, promise: str, written: int) -> int | None:
        return _minute(answer_by(self._clock, Length.parse(promise), instant_of(written)))


def _holding(spans: Mapping[str, Iterable[TimeSpan]], minute: int) -> set[str]:
    instant = instant_of(minute)
    return {name for name, each in spans.items() if any(span.holds(instant) for span in each)}


def _minute(instant: datetime | None) -> int | None:
    return None if instant is None else minute_of(instant)
