"""A moment, and what the public may know of each absence at it, as the content contract says.

This is on purpose not the code of the gate: what the one forgets the other shall find. Only who
covers when is taken from the edition, which tells it without those who may not be named.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from enum import Enum, auto
from functools import cached_property
from zoneinfo import ZoneInfo

from portalgen.days import day_of
from portalgen.edition import Desk, Edition
from portalgen.model.away import Detail
from portalgen.timeline.absences import Stretch
from portalgen.wording.voice import Voice


class Standing(Enum):
    """How an absence stands with the public: a vague one is told without its days."""

    TO_COME = auto()
    TOLD = auto()
    VAGUE = auto()
    FORGOTTEN = auto()


class View:
    """All there is, and the edition that is to hold no more of it than is public."""

    def __init__(self, desk: Desk, edition: Edition, voice: Voice) -> None:
        self.desk = desk
        self.edition = edition
        self.voice = voice

    @property
    def zone(self) -> ZoneInfo:
        """The zone of the practice."""
        return self.desk.timeline.zone

    @property
    def moment(self) -> datetime:
        """The moment of building."""
        return self.edition.moment

    @property
    def horizon(self) -> datetime:
        """The moment of the next build: what is announced before it is known now."""
        return self.edition.moment + self.edition.next_build

    @cached_property
    def today(self) -> date:
        """The owner's day at the moment of building."""
        return self.edition.today

    @cached_property
    def unnamed(self) -> frozenset[str]:
        """Who has not agreed to be named."""
        people = self.desk.portal.backup.backups
        return frozenset(each.id for each in people if each.consent is None)

    @cached_property
    def needed(self) -> frozenset[str]:
        """Who covers an absence that is known and not over."""
        unknown = {
            each.absence.id
            for each in self.desk.timeline.stretches
            if self.standing(each) in {Standing.TO_COME, Standing.FORGOTTEN}
        }
        return frozenset(
            span.person_id
            for absence_id, spans in self.edition.timeline.cover.items()
            for span in spans
            if absence_id not in unknown and span.person_id is not None
            if span.ends is None or span.ends > self.moment
        )

    def standing(self, stretch: Stretch) -> Standing:
        """Return how an absence stands."""
        is_vague = stretch.absence.detail is Detail.VAGUE
        known_from = stretch.announced
        if known_from > self.moment if is_vague else known_from >= self.horizon:
            return Standing.TO_COME
        known_until = stretch.gone if stretch.is_cancelled else stretch.forgotten
        if known_until is not None and known_until <= self.moment:
            return Standing.FORGOTTEN
        return Standing.VAGUE if is_vague else Standing.TOLD

    def day_of(self, instant: datetime) -> date:
        """Return the owner's day at an instant."""
        return day_of(instant, self.zone)

    def tells_why(self, stretch: Stretch) -> bool:
        """Return whether reason and message of an absence that is told are told too."""
        is_over = stretch.gone is not None and stretch.gone <= self.moment
        return stretch.absence.detail is Detail.FULL and not is_over


def weeks_of(stretch: Stretch) -> tuple[date, date]:
    """Return the Monday and the Sunday of the calendar weeks in which an absence lies."""
    last = stretch.last_day or stretch.first_day
    monday = stretch.first_day - timedelta(days=stretch.first_day.weekday())
    return monday, last + timedelta(days=6 - last.weekday())


def each_day(first: date, last: date) -> Iterator[date]:
    """Yield the days from the first to the last, both included."""
    for number in range(first.toordinal(), last.toordinal() + 1):
        yield date.fromordinal(number)
