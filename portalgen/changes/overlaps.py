"""Which absences take place at the same time as one. That is allowed, and the owner is told."""

from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from portalgen.days import end_instant
from portalgen.model.away import Level
from portalgen.subject import Subject
from portalgen.timeline.absences import Stretch
from portalgen.timeline.spans import Span


def overlaps(stretch: Stretch, subject: Subject) -> Iterator[Stretch]:
    """Yield the absences that take place at the same time, now or later."""
    desk = subject.desk
    if not takes_place(stretch):
        return
    own = Span(stretch.starts, _foreseen_end(stretch, desk.timeline.zone))
    for other in desk.timeline.stretches:
        left = Span(max(other.starts, desk.moment), other.ends)
        if other is not stretch and takes_place(other) and _meet(own, left):
            yield other


def others_running(stretch: Stretch, subject: Subject) -> Iterator[Stretch]:
    """Yield the other absences that run at the moment."""
    desk = subject.desk
    for other in desk.timeline.stretches:
        if other is not stretch and takes_place(other) and other.holds(desk.moment):
            yield other


def takes_owner_away(stretch: Stretch) -> bool:
    """Return whether nobody finds the owner while it runs, whatever they come for."""
    return stretch.absence.level is Level.AWAY and stretch.concerns_all


def takes_place(stretch: Stretch) -> bool:
    """Return whether somebody is away, or something shut or slow."""
    return not stretch.is_cancelled and stretch.absence.level is not Level.NEWS


def _foreseen_end(stretch: Stretch, where: ZoneInfo) -> datetime | None:
    """Return the end of an absence; without one, the end of the day of the next word."""
    review = stretch.absence.review
    return stretch.ends or (end_instant(review, where) if review else None)


def _meet(one: Span, other: Span) -> bool:
    starts = max(one.starts, other.starts)
    return all(each.ends is None or starts < each.ends for each in (one, other))
