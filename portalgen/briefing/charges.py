"""Absences and people by the names that their owner knows them by."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import product

from portalgen.model.away import NOBODY, Detail, Level
from portalgen.model.portal import Portal
from portalgen.model.values import Words
from portalgen.timeline.absences import Stretch
from portalgen.timeline.charge import charge_spans
from portalgen.timeline.compile import Timeline
from portalgen.timeline.cover import CoverSpan, is_covered_by_default
from portalgen.timeline.spans import Span
from portalgen.wording.absence_times import days_phrase
from portalgen.wording.covers import service_titles
from portalgen.wording.voice import Voice


@dataclass(frozen=True)
class Called:
    """How the owner is spoken to about something, in short and with its days."""

    short: str
    in_full: str


@dataclass(frozen=True)
class Charge:
    """Who is in charge from `starts` until just before `ends` (UTC).

    `name` is None where nobody is. `services` are titles, none for all. `for_` are the owner's
    words on it.
    """

    starts: datetime
    ends: datetime | None
    person_id: str | None = None
    name: str | None = None
    services: tuple[str, ...] = ()
    for_: Words | None = None


def called(stretch: Stretch, portal: Portal, owners: Voice) -> Called:
    """Return the name of an absence: its id, or its days where the owner gave it none."""
    absence, when = stretch.absence, exact_days(stretch, owners)
    if absence.id != stretch.first_day.isoformat():
        return Called(absence.id, f"{absence.id} ({when})")
    if absence.services:
        titles = owners.listed(service_titles(absence.services, portal))
        name = f"the pause of {titles}, {when}"
    else:
        name = f"the {_NOUNS[absence.level]} of {when}"
    return Called(name, name)


def exact_days(stretch: Stretch, owners: Voice) -> str:
    """Return the time of an absence as a name; to its owner no absence is vague."""
    exact = stretch.absence.model_copy(update={"detail": Detail.FULL})
    return days_phrase(replace(stretch, absence=exact), owners)


_NOUNS = {
    Level.AWAY: "absence",
    Level.CLOSED: "closing",
    Level.LIMITED: "slow time",
    Level.NEWS: "news",
}


def told_cover(timeline: Timeline) -> Mapping[str, tuple[CoverSpan, ...]]:
    """Return the cover of each absence that has some, for the time in which it is the one told.

    Nobody is in charge only while the owner is away; the night after it is the owner's.
    """
    told = charge_spans(timeline.stretches, timeline.cover)
    return {
        each.absence.id: tuple(
            _within(_without_the_night_after(each, timeline), told[each.absence.id])
        )
        for each in timeline.stretches
        if each.absence.id in told
    }


def charges(spans: Iterable[CoverSpan], stretch: Stretch, portal: Portal) -> tuple[Charge, ...]:
    """Return who is in charge during an absence; none where the owner is.

    While the place is closed or replies are slow, the owner is there unless others are named.
    """
    is_away = stretch.absence.level is Level.AWAY
    return tuple(
        _charge(each, stretch, portal) for each in spans if is_away or each.person_id is not None
    )


def is_cover_expected(stretch: Stretch) -> bool:
    """Return whether somebody should be in charge; who writes `backup: nobody` means it."""
    return is_covered_by_default(stretch) and stretch.absence.backup != NOBODY


def _without_the_night_after(stretch: Stretch, timeline: Timeline) -> list[CoverSpan]:
    """Return the cover of an absence; where nobody is in charge, it ends with the absence."""
    ends = stretch.ends
    return [
        each
        if each.person_id is not None or ends is None or each.ends is None
        else replace(each, ends=min(each.ends, ends))
        for each in timeline.cover[stretch.absence.id]
    ]


def _within(cover: Sequence[CoverSpan], spans: Sequence[Span]) -> Iterator[CoverSpan]:
    for one, other in product(cover, spans):
        starts = max(one.starts, other.starts)
        ends = min((each for each in (one.ends, other.ends) if each is not None), default=None)
        if ends is None or starts < ends:
            yield replace(one, starts=starts, ends=ends)


def _charge(span: CoverSpan, stretch: Stretch, portal: Portal) -> Charge:
    person = portal.person(span.person_id) if span.person_id else None
    return Charge(
        starts=span.starts,
        ends=span.ends,
        person_id=person.id if person else None,
        name=person.name if person else None,
        services=tuple(service_titles(span.services or stretch.absence.services, portal)),
        for_=span.for_,
    )
