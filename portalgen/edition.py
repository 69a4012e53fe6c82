"""What the public may know at a moment: the gate, and the timeline of what passed it.

Deploying is announcing: all that stands in a built file is public. Pages and channels are
handed an Edition, from which everything else is already gone, so they can not leak it. The
owner's own tools are handed a Desk, which holds all.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import chain, count

from portalgen import days
from portalgen.model.away import NOBODY, Absence, Cover, Detail, Level
from portalgen.model.backup import Backup, Show
from portalgen.model.portal import Portal
from portalgen.model.times import day_part
from portalgen.timeline.absences import Stretch
from portalgen.timeline.compile import Timeline, compile_timeline
from portalgen.timeline.cover import is_covered_by_default

NEXT_BUILD = timedelta(hours=24)
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Edition:
    """The portal as the public may know it, and its timeline.

    `moment` is the moment of building, with a zone; `next_build` the time until the next one.
    From `good_until` on (UTC) nothing is told about the practice's presence: the timeline ends,
    or what is held back may have become known. `reached_later` names the people of whom some
    way to reach them is held back while no absence needs it.
    """

    portal: Portal
    moment: datetime
    next_build: timedelta
    timeline: Timeline
    good_until: datetime
    reached_later: frozenset[str] = frozenset()

    @property
    def today(self) -> date:
        """The owner's day at the moment of building."""
        return days.day_of(self.moment, days.zone(self.portal.practice.timezone))


@dataclass(frozen=True)
class Desk:
    """The whole portal and its timeline, for the owner alone."""

    portal: Portal
    moment: datetime
    timeline: Timeline


def desk(portal: Portal, moment: datetime) -> Desk:
    """Return all there is, for the owner."""
    return Desk(portal, moment, compile_timeline(portal, moment))


def edition(portal: Portal, moment: datetime, next_build: timedelta = NEXT_BUILD) -> Edition:
    """Return what the public may know at `moment`, and until the next build.

    An absence passes when it is announced before the next build and not yet forgotten. Private
    notes never pass, nor who did not consent, nor a contact that no absence needs.
    """
    whole = compile_timeline(portal, moment)
    horizon = moment + next_build
    named = frozenset(each.id for each in portal.backup.backups if each.consent is not None)
    absences = _with_neutral_ids(
        _public_absence(stretch, whole, horizon, named)
        for stretch in whole.stretches
        if _passes(stretch, moment, horizon)
    )
    known = portal.model_copy(
        update={
            "away": portal.away.model_copy(update={"away": absences}),
            "backup": portal.backup.model_copy(
                update={"backups": tuple(p for p in portal.backup.backups if p.id in named)}
            ),
            "services": portal.services.model_copy(
                update={
                    "services": tuple(
                        service.model_copy(update={"covered_by": _asked(service.covered_by, named)})
                        for service in portal.services.services
                    )
                }
            ),
        }
    )
    timeline = compile_timeline(known, moment)
    needed = _needed(timeline, moment)
    people = tuple(_public_person(person, needed) for person in known.backup.backups)
    pairs = zip(known.backup.backups, people, strict=True)
    later = frozenset(one.id for one, shown in pairs if shown.contacts != one.contacts)
    known = known.model_copy(update={"backup": known.backup.model_copy(update={"backups": people})})
    good_until = _good_until(whole, timeline.ends, horizon)
    return Edition(known, moment, next_build, timeline, good_until, later)


def _good_until(whole: Timeline, ends: datetime, horizon: datetime) -> datetime:
    """Return until when pages may claim something: until an absence that is held back comes in.

    It is the start of the week in which that is announced, or begins, so that nobody can read its
    day from it, and not before the end of the day of the next build.
    """
    built_again = days.start_of_day(days.day_of(horizon, whole.zone) + _ONE_DAY, whole.zone)
    weeks = [
        days.start_of_day(day - timedelta(days=day.weekday()), whole.zone)
        for stretch in whole.stretches
        if _is_held_back(stretch, whole.moment, horizon) and _changes_claims(stretch)
        for day in [days.day_of(min(stretch.announced, stretch.starts), whole.zone)]
    ]
    return min([ends, *(max(week, built_again) for week in weeks)])


def _changes_claims(stretch: Stretch) -> bool:
    """Return whether pages would say another thing of the practice's presence or replies."""
    takes_place = not stretch.is_cancelled and stretch.concerns_all
    return takes_place and stretch.absence.level is not Level.NEWS


def _passes(stretch: Stretch, moment: datetime, horizon: datetime) -> bool:
    """Return whether an absence may be known: announced by the next build, not yet forgotten."""
    if _is_held_back(stretch, moment, horizon):
        return False
    if stretch.is_cancelled:
        return stretch.gone is None or moment < stretch.gone
    return stretch.forgotten is None or moment < stretch.forgotten


def _is_held_back(stretch: Stretch, moment: datetime, horizon: datetime) -> bool:
    # A vague absence has no exact day in any file, so nothing can unveil it between two builds.
    vague = stretch.absence.detail is Detail.VAGUE
    return stretch.announced > moment if vague else stretch.announced >= horizon


def _public_absence(
    stretch: Stretch, whole: Timeline, horizon: datetime, named: frozenset[str]
) -> Absence:
    absence = stretch.absence
    over = stretch.gone is not None and whole.moment >= stretch.gone
    told = absence.detail is Detail.FULL and not over
    public = absence.model_copy(
        update={
            "private": None,
            "reason": absence.reason if told else None,
            "message": absence.message if told else None,
            "updates": tuple(
                update
                for update in absence.updates
                if days.instant(update.at, whole.zone) < horizon
            ),
            "revision": absence.revision if absence.revision is not None else len(absence.updates),
            "backup": absence.backup if absence.backup in named | {NOBODY, None} else NOBODY,
            "cover": _named_cover(absence.cover, named),
        }
    )
    if absence.cover and not public.cover:
        public = public.model_copy(update={"backup": NOBODY})
    return _blurred(public, stretch) if absence.detail is Detail.VAGUE else public


def _named_cover(cover: tuple[Cover, ...], named: frozenset[str]) -> tuple[Cover, ...]:
    return tuple(each for each in cover if each.person in named)


def _blurred(absence: Absence, stretch: Stretch) -> Absence:
    """Return an absence whose days are those of the calendar weeks it touches.

    Who covers is told without times: the first whom the owner named for a service counts.
    """
    last_day = stretch.last_day or stretch.first_day
    named = absence.backup is not None or absence.cover or is_covered_by_default(stretch)
    return absence.model_copy(
        update={
            "from_": stretch.first_day - timedelta(days=stretch.first_day.weekday()),
            "until": last_day + timedelta(days=6 - last_day.weekday()),
            "back": None,
            "book_by": None,
            "catch_up": None,
            "backup": absence.backup if named else NOBODY,
            "cover": tuple(
                each.model_copy(update={"from_": None, "until": None}) for each in absence.cover
            ),
            "announce": None,
            "review": None,
            "updates": (),
        }
    )


def _with_neutral_ids(absences: Iterable[Absence]) -> tuple[Absence, ...]:
    """Return absences of which no vague one tells its days, or the owner's mind, by its id."""
    given = tuple(absences)
    taken = {each.id for each in given if each.detail is not Detail.VAGUE}
    named: list[Absence] = []
    for absence in given:
        if absence.detail is Detail.VAGUE:
            year, week, _ = day_part(absence.from_).isocalendar()
            plain = f"week-{year}-{week:02}"
            ids = chain([plain], (f"{plain}-{number}" for number in count(2)))
            absence = absence.model_copy(update={"id": next(i for i in ids if i not in taken)})
            taken.add(absence.id)
        named.append(absence)
    return tuple(named)


def _needed(timeline: Timeline, moment: datetime) -> frozenset[str]:
    """Return who covers an absence of the edition that is not over."""
    return frozenset(
        span.person_id
        for spans in timeline.cover.values()
        for span in spans
        if span.person_id is not None and (span.ends is None or span.ends > moment)
    )


def _public_person(person: Backup, needed: Iterable[str]) -> Backup:
    contacts = tuple(
        contact
        for contact in person.contacts
        if person.id in needed or (contact.show or person.show) is Show.ALWAYS
    )
    return person.model_copy(update={"contacts": contacts, "away": ()})


def _asked(names: tuple[str, ...], known: frozenset[str]) -> tuple[str, ...]:
    """Return who is asked for a service; nobody, and not everybody, if none may be named."""
    found = tuple(name for name in names if name in known)
    return found or ((NOBODY,) if names else ())
