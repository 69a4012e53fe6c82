"""Who is in charge is there: not away in that time, and with hours in at least a part of it.

Outside their hours backups are still in charge, and pages say when they can be reached. But
whom nobody can reach at all until the owner is back covers nothing. Where their hours are left
out they are the practice's, and nothing is said.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime

from portalgen import days
from portalgen.ahead import absences_ahead, written_time
from portalgen.model.away import Absence
from portalgen.model.backup import Backup
from portalgen.problems import Place, Problem, advice
from portalgen.subject import Subject
from portalgen.timeline.cover import CoverSpan, away_spans
from portalgen.timeline.reach import reach_spans
from portalgen.timeline.spans import Span, clipped, merged


def backups_are_there(subject: Subject) -> Iterator[Problem]:
    """Yield advice for each time to come in which somebody is in charge and is not there."""
    timeline = subject.desk.timeline
    for number, stretch in absences_ahead(subject.desk):
        for person in subject.desk.portal.backup.backups:
            times = _in_charge(person, timeline.cover[stretch.absence.id])
            away = tuple(_both(times, away_spans(person, timeline.zone)))
            for span in away:
                if span.ends is None or span.ends > subject.desk.moment:
                    place = _place(number, stretch.absence, person, span.starts, subject)
                    yield _away(person, span, stretch.absence, place, subject)
            if times and not away and not _is_reached(person, times, subject):
                place = _place(number, stretch.absence, person, times[0].starts, subject)
                yield _out_of_reach(person, times, place, subject)


def _in_charge(person: Backup, cover: Sequence[CoverSpan]) -> tuple[Span, ...]:
    """Return when a person is in charge of anything."""
    return merged(Span(each.starts, each.ends) for each in cover if each.person_id == person.id)


def _both(times: Sequence[Span], away: Sequence[Span]) -> Iterator[Span]:
    """Yield the parts of some time in which somebody is away, which always has an end."""
    for span in times:
        ends = span.ends or max((each.ends for each in away if each.ends), default=span.starts)
        yield from clipped(away, span.starts, ends)


def _is_reached(person: Backup, times: Sequence[Span], subject: Subject) -> bool:
    """Return whether the hours that a person names begin, or go on, within some time."""
    if person.weekly is None:
        return True
    # A time without an end holds any hours of a week.
    return any(
        span.ends is None or reach_spans(person, subject.desk.portal, span.starts, span.ends)
        for span in times
    )


def _away(person: Backup, span: Span, absence: Absence, place: Place, subject: Subject) -> Problem:
    where = subject.desk.timeline.zone
    own = days.zone(person.timezone) if person.timezone else where
    clock = " (by your clock)" if own.key != where.key else ""
    return advice(
        place,
        f"`{person.id}` is away {written_time(span.starts, span.ends, where)}{clock}, and in "
        "charge here.",
        "Name somebody else for that time."
        if absence.cover
        else "Name somebody else; or write `cover:` instead, with somebody else for that time.",
    )


def _out_of_reach(person: Backup, times: Sequence[Span], place: Place, subject: Subject) -> Problem:
    where = subject.desk.timeline.zone
    when = " and ".join(written_time(each.starts, each.ends, where) for each in times)
    return advice(
        place,
        f"`{person.id}` is in charge {when}, but has no hours in that time.",
        "Name somebody whom clients can reach then, or correct `weekly` in backup.yaml.",
    )


def _place(
    number: int, absence: Absence, person: Backup, instant: datetime, subject: Subject
) -> Place:
    """Return where the owner put a person in charge at an instant, or else the start."""
    if not absence.cover:
        return subject.place("away", "away", number, "backup" if absence.backup else "from")
    where = subject.desk.timeline.zone
    began = [
        (days.first_instant(entry.from_ or absence.from_, where), place)
        for place, entry in enumerate(absence.cover)
        if entry.person == person.id
    ]
    _, place = max(each for each in began if each[0] <= instant)
    return subject.place("away", "away", number, "cover", place, "person")
