"""Plans for an absence that is there: to call it off, to let it last longer, to come back.

What clients may have seen gets an update, which tells them in the language of the portal.
"""

from dataclasses import replace
from datetime import date, datetime

from portalgen.changes.changed_entry import change_of, with_update
from portalgen.changes.ending import called_off, ended, extended, is_as_planned
from portalgen.changes.ids import number_of
from portalgen.changes.plans import Plan
from portalgen.changes.refused_times import refuse_a_past_day
from portalgen.changes.running import running_absence, stretch_of
from portalgen.changes.words import day_meant, end_meant, time_meant
from portalgen.editing.edits import Delete
from portalgen.model.away import Absence, Detail
from portalgen.subject import Subject
from portalgen.timeline.absences import Stretch
from portalgen.timeline.compile import compile_timeline
from portalgen.wording.update_texts import called_off_update, longer_update, return_update


def cancelled(absence_id: str, say: str | None, subject: Subject) -> Plan:
    """Return the plan to call off an absence; what nobody can have seen is deleted."""
    stretch = stretch_of(absence_id, subject)
    after = called_off(stretch, subject.desk.timeline)
    if not may_be_seen(stretch, subject):
        note = "Clients can not have seen it: the entry goes, and nothing is said."
        return Plan(Delete(number_of(absence_id, subject.desk.portal)), absence_id, (note,))
    text = say or called_off_update(subject.voice)
    plan = _changed(stretch, after, text, subject)
    return replace(plan, notes=("If it was never published, just delete the entry instead.",))


def lasting(
    absence_id: str, until: str, review: str | None, say: str | None, subject: Subject
) -> Plan:
    """Return the plan to let an absence last until another day, moment, or further notice."""
    stretch, now = stretch_of(absence_id, subject), clock(subject)
    ends = end_meant(until, now)
    if isinstance(ends, date):
        refuse_a_past_day(ends, now)
    word = None if review is None else _future_day(review, now)
    after = extended(stretch, ends, word, subject.desk.timeline)
    new = _stretch_after(stretch, after, subject)
    return _changed(stretch, after, say or longer_update(stretch, new, subject.voice), subject)


def returned(when: str | None, absence_id: str | None, say: str | None, subject: Subject) -> Plan:
    """Return the plan to be back from the absence that runs, today if no day is named."""
    now = clock(subject)
    day = now.date() if when is None else time_meant(when, now)
    refuse_a_past_day(day, now)
    stretch = running_absence(absence_id, subject)
    after = ended(stretch, day, now)
    new = _stretch_after(stretch, after, subject)
    if is_as_planned(stretch, new, day, subject.desk.timeline):
        return _unchanged(stretch)
    text = (
        longer_update(stretch, new, subject.voice)
        if _is_later(new, stretch)
        else return_update(stretch, new, subject.desk.portal, subject.voice)
    )
    return _changed(stretch, after, say or text, subject)


def may_be_seen(stretch: Stretch, subject: Subject) -> bool:
    """Return whether a site that was built by now may tell clients of an absence."""
    if stretch.absence.detail is Detail.VAGUE:
        # The gate lets it through under another name, and not before its first day.
        return stretch.announced <= subject.desk.moment
    return any(each.id == stretch.absence.id for each in subject.edition.portal.absences)


def clock(subject: Subject) -> datetime:
    """Return what the clock of the practice shows, to the minute."""
    return subject.voice.local(subject.desk.moment).replace(second=0, microsecond=0)


def _is_later(after: Stretch, before: Stretch) -> bool:
    """Return whether the owner comes back later than clients were told."""
    new, former = after.back or after.ends, before.back or before.ends
    return former is not None and (new is None or new > former)


def _future_day(text: str, now: datetime) -> date:
    day = day_meant(text, now)
    refuse_a_past_day(day, now)
    return day


def _changed(stretch: Stretch, after: Absence, text: str, subject: Subject) -> Plan:
    before = stretch.absence
    if after == before:
        return _unchanged(stretch)
    change = change_of(number_of(before.id, subject.desk.portal), before, after)
    if not may_be_seen(stretch, subject):
        note = "Clients can not have seen it yet, so they are told of no change."
        return Plan(change, before.id, (note,))
    return Plan(with_update(change, before, text, clock(subject)), before.id)


def _unchanged(stretch: Stretch) -> Plan:
    return Plan(None, stretch.absence.id, ("Clients read that already; nothing was changed.",))


def _stretch_after(stretch: Stretch, after: Absence, subject: Subject) -> Stretch:
    """Return an absence as instants, as it will be among the others."""
    portal = subject.desk.portal
    absences = tuple(after if each == stretch.absence else each for each in portal.absences)
    away = portal.away.model_copy(update={"away": absences})
    timeline = compile_timeline(portal.model_copy(update={"away": away}), subject.desk.moment)
    return next(each for each in timeline.stretches if each.absence == after)
