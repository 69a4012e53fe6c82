"""While the owner is away, somebody is in charge at each instant and for each service.

Cover is expected of an absence of a day or more, where there are backups at all. Who writes
`backup: nobody` means it. Somebody who has not agreed to be named is nobody to clients, so
they count as nobody here.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from portalgen.ahead import absences_ahead, written_time
from portalgen.model.away import NOBODY, Absence
from portalgen.problems import Problem, advice
from portalgen.subject import Subject
from portalgen.timeline.absences import Stretch
from portalgen.timeline.charge import charge_spans
from portalgen.timeline.cover import CoverSpan, entry_span, is_covered_by_default
from portalgen.timeline.spans import Span, without


@dataclass(frozen=True)
class _Gap:
    """A time in which nobody is in charge; of all services where none is named."""

    starts: datetime
    ends: datetime | None
    services: tuple[str, ...]


def every_instant_is_covered(subject: Subject) -> Iterator[Problem]:
    """Yield advice for each time to come in which an absence leaves clients with nobody."""
    desk = subject.desk
    if not desk.portal.backup.backups:
        return
    charge = charge_spans(desk.timeline.stretches, desk.timeline.cover)
    for number, stretch in absences_ahead(desk):
        if stretch.absence.backup == NOBODY or not is_covered_by_default(stretch):
            continue
        cover = desk.timeline.cover[stretch.absence.id]
        for gap in _gaps(cover, charge[stretch.absence.id]):
            if gap.ends is None or gap.ends > desk.moment:
                is_whole = all(each.person_id is None for each in cover)
                yield _told(gap, number, stretch, subject, is_whole=is_whole)


def _gaps(cover: Sequence[CoverSpan], charge: Sequence[Span]) -> Iterator[_Gap]:
    """Yield each time without anybody once, for all services that it leaves alone.

    `charge` is when this absence is the one that tells who is in charge.
    """
    concerned = {service for span in cover for service in span.services or ()}
    found: dict[Span, list[str]] = {}
    for span in cover:
        if span.person_id is None:
            found.setdefault(Span(span.starts, span.ends), []).extend(span.services or ())
    for gap, services in found.items():
        # What is left of a gap without that which is left of it without the time of charge.
        for part in without([gap], without([gap], charge)):
            named = () if concerned == set(services) else tuple(services)
            yield _Gap(part.starts, part.ends, named)


def _told(gap: _Gap, number: int, stretch: Stretch, subject: Subject, *, is_whole: bool) -> Problem:
    absence = stretch.absence
    refused = _named_without_consent(gap, stretch, subject)
    of = f" of {_listed(gap.services)}" if gap.services else ""
    when = written_time(gap.starts, gap.ends, subject.desk.timeline.zone)
    reason = f" `{refused}` has not agreed to be named." if refused else ""
    key = "cover" if absence.cover else "backup" if absence.backup else "from"
    return advice(
        subject.place("away", "away", number, key),
        f"Nobody is in charge{of} {when}.{reason}",
        _CONSENT if refused else _instead(absence, gap, is_whole=is_whole),
    )


def _named_without_consent(gap: _Gap, stretch: Stretch, subject: Subject) -> str | None:
    """Return whom the owner put in charge as the gap begins, though they have not agreed."""
    people = subject.desk.portal.backup.backups
    refused = {each.id for each in people if each.consent is None}
    if stretch.absence.backup in refused:
        return stretch.absence.backup
    for entry in stretch.absence.cover:
        fits = not entry.services or not gap.services or {*entry.services} & {*gap.services}
        span = entry_span(entry, stretch, subject.desk.timeline.zone)
        if entry.person in refused and fits and span.holds(gap.starts):
            return entry.person
    return None


_CONSENT = "Ask, and add `consent:` in backup.yaml with the day; or name somebody else."


def _instead(absence: Absence, gap: _Gap, *, is_whole: bool) -> str:
    if absence.cover:
        return "Add somebody to `cover` for that, or correct the entries there."
    if gap.services:
        return (
            "Let somebody in backup.yaml take that too, or list below `cover:` who is in charge "
            "of what."
        )
    if is_whole:
        return "Name somebody with `backup:`, or write `backup: nobody` if that is meant."
    return (
        "All who agreed to step in are away then. Ask one more person, and list below `cover:` "
        "who is in charge when."
    )


def _listed(services: Sequence[str]) -> str:
    *others, last = (f"`{each}`" for each in services)
    return f"{', '.join(others)} and {last}" if others else last
