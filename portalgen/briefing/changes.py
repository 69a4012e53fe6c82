"""What clients will read differently, when, and whether a site has to be built for it.

What the gate still holds back is told as it will be let through in its time. Open and closed
hours come and go unmentioned.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from portalgen import days
from portalgen.briefing.charges import (
    Called,
    Charge,
    called,
    charges,
    is_cover_expected,
    told_cover,
)
from portalgen.edition import Desk, Edition, edition
from portalgen.facts import fill
from portalgen.model.away import Detail, Level
from portalgen.model.portal import Portal
from portalgen.model.services import ServiceStatus
from portalgen.shield import unshielded
from portalgen.subject import Subject
from portalgen.timeline.absences import Stretch
from portalgen.timeline.cover import CoverSpan
from portalgen.wording.badges import Badge, badges
from portalgen.wording.notices import NoticeText, Role, notice_text
from portalgen.wording.voice import Voice

# Longer than anything is announced ahead: an edition with this knows all that ever passes.
_FOR_GOOD = timedelta(days=150 * 366)


class Happening(StrEnum):
    """What it is that changes."""

    NOTICE = "notice"
    UPDATE = "update"
    BOOK_BY = "book-by"
    START = "start"
    COVER = "cover"
    OVERDUE = "overdue"
    RETURN = "return"
    CAUGHT_UP = "caught up"
    END = "end"
    PRICE = "price"
    OPENING = "opening"


@dataclass(frozen=True)
class BuildTime:
    """When a site is built for something: from `after` on, and by `by` (UTC).

    Without `after` any build before `by` will do. Where both are one instant, it is the first
    build from then on.
    """

    after: datetime | None
    by: datetime


@dataclass(frozen=True)
class Change:
    """Something that clients will read differently.

    `what` is the absence or the service. `reads` is what clients read then, in their language;
    at the end of a notice what they read until then; None where no sentence says it. `charges`
    tell who is in charge from then on where cover changes; without any it is the owner. `build`
    is None where pages change by themselves.
    """

    at: datetime
    happening: Happening
    what: Called
    absence_id: str | None = None
    reads: str | None = None
    charges: tuple[Charge, ...] = ()
    build: BuildTime | None = None


def changes(subject: Subject, public: Edition, owners: Voice) -> tuple[Change, ...]:
    """Return all that changes after the moment of an edition, in the order of time."""
    everything = edition(subject.loaded.portal, public.moment, _FOR_GOOD)
    outlook = _Outlook(
        public=public,
        edition=fill(everything, subject.voice),
        voice=subject.voice,
        owners=owners,
        badges=badges(everything.timeline, subject.voice),
    )
    found = [
        *_of_absences(outlook),
        *_of_vague_ones(subject.desk, outlook),
        *_of_cover(outlook),
        *_of_services(outlook),
        *_of_new_clients(outlook),
    ]
    later = (each for each in found if each.at > public.moment)
    return tuple(sorted(later, key=lambda each: each.at))


def needed_build(found: Iterable[Change], public: Edition) -> tuple[BuildTime, Change | None]:
    """Return the build that is needed first, and the change that needs it.

    None where nothing waits for it, but pages tell of no time after it.
    """
    needs = [(each.build, each) for each in found if each.build is not None]
    last = (BuildTime(None, public.good_until), None)
    return min((*needs, last), key=lambda need: need[0].by)


@dataclass(frozen=True)
class _Outlook:
    """What the public knows, and what it will know when everything is announced."""

    public: Edition
    edition: Edition
    voice: Voice
    owners: Voice
    badges: tuple[Badge, ...]

    @property
    def portal(self) -> Portal:
        return self.edition.portal

    def start_of(self, day: date) -> datetime:
        return days.start_of_day(day, self.voice.where)

    def badge_at(self, instant: datetime) -> str | None:
        holding = (each for each in self.badges if each.starts <= instant < each.ends)
        return next((each.text for each in holding), None)

    def is_away_at(self, instant: datetime) -> bool:
        """Return whether the owner is away."""
        holding = (each for each in self.edition.timeline.stretches if each.holds(instant))
        return any(each.concerns_all and each.absence.level is Level.AWAY for each in holding)

    def build_for(self, known_from: datetime) -> BuildTime | None:
        """Return the builds that let something through in time; None where this one does."""
        after = known_from - self.public.next_build
        return BuildTime(after, known_from) if after >= self.public.moment else None


def _of_absences(outlook: _Outlook) -> Iterator[Change]:
    for stretch in outlook.edition.timeline.stretches:
        if stretch.absence.detail is Detail.VAGUE:
            continue
        spans = outlook.edition.timeline.cover[stretch.absence.id]
        text = notice_text(stretch, outlook.portal, outlook.voice, spans)
        yield _notice(stretch, text, outlook.build_for(stretch.announced), outlook)
        yield from _within_the_notice(stretch, text, outlook)
        if not stretch.is_cancelled and stretch.absence.level is not Level.NEWS:
            yield from _course(stretch, text, outlook)
        yield from _end(stretch, text, outlook)


def _of_vague_ones(desk: Desk, outlook: _Outlook) -> Iterator[Change]:
    """Yield the notices of absences of which nobody knows before their first day, nor the days.

    The gate lets none of them through ahead, and gives them other names.
    """
    for stretch in desk.timeline.stretches:
        if stretch.absence.detail is Detail.VAGUE:
            cover = desk.timeline.cover[stretch.absence.id]
            text = notice_text(stretch, outlook.portal, outlook.voice, cover)
            build = BuildTime(stretch.announced, stretch.announced)
            yield _notice(stretch, text, build, outlook)
            yield from _end(stretch, text, outlook)


def _notice(
    stretch: Stretch, text: NoticeText, build: BuildTime | None, outlook: _Outlook
) -> Change:
    is_news = text.level is Level.NEWS and text.message is not None
    reads = unshielded(text.message or "") if is_news else text.headline
    found = _change(stretch.announced, Happening.NOTICE, stretch, outlook, reads)
    return replace(found, build=build)


def _within_the_notice(stretch: Stretch, text: NoticeText, outlook: _Outlook) -> Iterator[Change]:
    """Yield what changes in the words of a notice while it stands."""
    for update in text.updates:
        if update.at > stretch.announced:
            found = _change(update.at, Happening.UPDATE, stretch, outlook, update.text)
            yield replace(found, build=outlook.build_for(update.at))
    if text.book_by is not None and text.book_by.ends is not None:
        yield _change(text.book_by.ends, Happening.BOOK_BY, stretch, outlook)
    for sentence in text.next_word:
        if sentence.role is Role.OVERDUE and sentence.starts is not None:
            yield _change(sentence.starts, Happening.OVERDUE, stretch, outlook, sentence.text)
    if text.catch_up is not None and text.catch_up.ends is not None:
        yield _change(text.catch_up.ends, Happening.CAUGHT_UP, stretch, outlook)


def _course(stretch: Stretch, text: NoticeText, outlook: _Outlook) -> Iterator[Change]:
    """Yield the start of an absence and the return."""
    shuts_all = stretch.shuts and stretch.concerns_all
    reads = outlook.badge_at(stretch.starts) if shuts_all else None
    yield _change(stretch.starts, Happening.START, stretch, outlook, reads)
    if text.over is not None and (text.ends is None or text.over < text.ends):
        yield _change(text.over, Happening.RETURN, stretch, outlook, text.returned)


def _end(stretch: Stretch, text: NoticeText, outlook: _Outlook) -> Iterator[Change]:
    """Yield the end of a notice; what was known only for its sake is taken off by a build."""
    if text.ends is None:
        return
    was_told = text.level is not Level.NEWS and (text.reason or text.message)
    names_people = any(each.person_id for each in text.cover)
    is_over = text.over is not None and text.over < text.ends
    yield replace(
        _change(text.ends, Happening.END, stretch, outlook),
        reads=text.returned if is_over else text.headline,
        build=BuildTime(text.ends, text.ends) if was_told or names_people else None,
    )


def _of_cover(outlook: _Outlook) -> Iterator[Change]:
    """Yield each change of who is in charge; the owner is where it is nobody else."""
    told = _told_cover(outlook)
    edges = {edge for _, span in told for edge in (span.starts, span.ends) if edge is not None}
    known: tuple[Charge, ...] = ()
    for instant in sorted(edges):
        found = _charges_at(instant, told, outlook)
        if _people(found) != _people(known):
            stretch = next(each for each, span in told if instant in (span.starts, span.ends))
            change = _change(instant, Happening.COVER, stretch, outlook)
            yield replace(change, charges=found)
        known = found


def _told_cover(outlook: _Outlook) -> list[tuple[Stretch, CoverSpan]]:
    """Return when people are in charge, and when they should be."""
    timeline = outlook.edition.timeline
    cover = told_cover(timeline)
    return [
        (stretch, span)
        for stretch in timeline.stretches
        for span in cover.get(stretch.absence.id, ())
        if span.person_id is not None or is_cover_expected(stretch)
    ]


def _charges_at(
    instant: datetime, told: Iterable[tuple[Stretch, CoverSpan]], outlook: _Outlook
) -> tuple[Charge, ...]:
    """Return who is in charge at an instant; nobody at all while the owner is away."""
    found = [
        charge
        for stretch, span in told
        if span.holds(instant)
        for charge in charges([span], stretch, outlook.portal)
    ]
    return (Charge(instant, None),) if not found and outlook.is_away_at(instant) else (*found,)


def _people(found: Iterable[Charge]) -> set[tuple[str | None, tuple[str, ...]]]:
    return {(each.person_id, each.services) for each in found}


def _of_services(outlook: _Outlook) -> Iterator[Change]:
    for service in outlook.portal.services.services:
        if service.status is ServiceStatus.RETIRED:
            continue
        what = Called(service.title, service.title)
        for price in service.price:
            if price.next is not None:
                reads = outlook.voice.priced(price.next.amount, price)
                starts = outlook.start_of(price.next.starting)
                yield Change(starts, Happening.PRICE, what, reads=reads)
        if service.next_opening is not None:
            yield Change(outlook.start_of(service.next_opening), Happening.OPENING, what)


def _of_new_clients(outlook: _Outlook) -> Iterator[Change]:
    opening = outlook.portal.availability.next_opening
    if opening is not None:
        what = Called("new clients", "new clients")
        yield Change(outlook.start_of(opening), Happening.OPENING, what)


def _change(
    at: datetime,
    happening: Happening,
    stretch: Stretch,
    outlook: _Outlook,
    reads: str | None = None,
) -> Change:
    what = called(stretch, outlook.portal, outlook.owners)
    return Change(at, happening, what, stretch.absence.id, reads)
