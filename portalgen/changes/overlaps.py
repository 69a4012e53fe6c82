"""Which absences take place at the same time as one. That is allowed, and the owner is told."""

from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from portalgen.briefing import owners_voice
from portalgen.briefing.charges import Called, called
from portalgen.days import end_instant
from portalgen.model.away import Level
from portalgen.subject import Subject
from portalgen.timeline.absences import Stretch
from portalgen.timeline.spans import Span


def overlaps(stretch: Stretch, subject: Subject) -> Iterator[Called]:
    """Yield the absences that take place at the same time, now or later."""
    desk = subject.desk
    if not takes_place(stretch):
        return
    own = Span(stretch.starts, _foreseen_end(stretch, desk.timeline.zone))
    for other in desk.timeline.stretches:
        left = Span(max(other.starts, desk.moment), other.ends)
        if other is not stretch and takes_place(other) and _meet(own, left):
            yield called(other, desk.portal, owners_voice(subject.voice))


def others_running(stretch: Stretch, subject: Subject) -> Iterator[Called]:
    """Yield the other absences that run at the moment."""
    desk = subject.desk
    for other in desk.timeline.stretches:
        if other is not stretch and takes_place(other) and other.holds(desk.moment):
            yield called(other, desk.portal, owners_voice(subject.voice))


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
