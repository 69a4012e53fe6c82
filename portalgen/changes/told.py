"""What is told of a change: what clients read of it, who covers, and which advice is new.

What pages show is asked of those who word it for pages. Advice that was there before is not
repeated; lines move when an entry is added, so places are not compared.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from portalgen.briefing import Cover, briefing, owners_voice
from portalgen.briefing.charges import Called, called
from portalgen.changes.overlaps import others_running, overlaps, takes_owner_away, takes_place
from portalgen.edition import Edition, edition
from portalgen.facts import fill
from portalgen.model.away import Detail, Level
from portalgen.model.times import day_part
from portalgen.problems import Problem
from portalgen.shield import unshielded
from portalgen.subject import Subject
from portalgen.timeline.absences import Stretch
from portalgen.wording.notices import NoticeText, Role, notice_text

# What comes after the headline; the rest of a notice is what the owner just typed.
_TOLD = {Role.DATES, Role.NEXT_WORD, Role.OVERDUE, Role.REPLIES}


@dataclass(frozen=True)
class Surveyed:
    """The content at one time, and the advice on it."""

    subject: Subject
    advice: tuple[Problem, ...]


@dataclass(frozen=True)
class Told:
    """What the owner is told of an absence that was added or changed.

    `reads` is what clients read when they first see it so, the headline first; empty where they
    read nothing. They see it from `since` on (UTC), None where that is at once. `cover` is None
    where nobody else is expected: that is the owner, but for what `takes_owner_away`. With
    `shares_cover` one of the `overlaps` does so too. `others` run at the moment.
    """

    reads: tuple[str, ...]
    since: datetime | None
    cover: Cover | None
    takes_place: bool
    takes_owner_away: bool
    overlaps: tuple[Called, ...]
    shares_cover: bool
    others: tuple[Called, ...]


def told(absence_id: str, after: Surveyed) -> Told:
    """Return what is told of an absence that is there after a change."""
    desk = after.subject.desk
    stretch = next(each for each in desk.timeline.stretches if each.absence.id == absence_id)
    seen = max(stretch.announced, desk.moment)
    is_over = stretch.ends is not None and stretch.ends <= desk.moment
    is_away = takes_owner_away(stretch)
    others = tuple(overlaps(stretch, after.subject))
    return Told(
        reads=tuple(_reads(stretch, seen, after.subject)),
        since=None if seen <= desk.moment else seen,
        cover=_cover(absence_id, after),
        takes_place=takes_place(stretch),
        takes_owner_away=is_away and not is_over,
        overlaps=_called(others, after.subject),
        shares_cover=is_away and any(map(takes_owner_away, others)),
        others=_called(others_running(stretch, after.subject), after.subject),
    )


def new_advice(before: Surveyed, after: Surveyed) -> tuple[Problem, ...]:
    """Return the advice that a change brings about."""
    known = Counter(_without_lines(before.advice))
    found = []
    for each, plain in zip(after.advice, _without_lines(after.advice), strict=True):
        if known[plain]:
            known[plain] -= 1
        else:
            found.append(each)
    return tuple(found)


def _reads(stretch: Stretch, seen: datetime, subject: Subject) -> Iterator[str]:
    """Yield the sentences that pages show of an absence as soon as it is seen."""
    public = fill(edition(subject.loaded.portal, seen, subject.edition.next_build), subject.voice)
    text = _text(stretch, public, subject)
    if text is None or (text.ends is not None and text.ends <= seen):
        return
    yield next(each.text for each in text.headlines if each.holds(seen))
    if text.level is Level.NEWS and text.message is not None:
        yield unshielded(text.message)
    yield from (each.text for each in text.sentences if each.role in _TOLD and each.holds(seen))
    yield from (each.text for each in text.updates[:1] if each.at <= seen)


def _text(stretch: Stretch, public: Edition, subject: Subject) -> NoticeText | None:
    """Return the words for what the public knows of an absence."""
    known = (each for each in public.timeline.stretches if _is_public_form(each, stretch))
    found = next(known, None)
    if found is None:
        return None
    cover = public.timeline.cover[found.absence.id]
    return notice_text(found, public.portal, subject.voice, cover)


def _is_public_form(public: Stretch, stretch: Stretch) -> bool:
    """Return whether the public knows an absence as this; a vague one has another name."""
    if stretch.absence.detail is not Detail.VAGUE:
        return public.absence.id == stretch.absence.id
    first = stretch.first_day.toordinal() - stretch.first_day.weekday()
    is_same_week = day_part(public.absence.from_).toordinal() == first
    return public.absence.detail is Detail.VAGUE and is_same_week


def _called(stretches: Iterable[Stretch], subject: Subject) -> tuple[Called, ...]:
    voice = owners_voice(subject.voice)
    return tuple(called(each, subject.desk.portal, voice) for each in stretches)


def _cover(absence_id: str, after: Surveyed) -> Cover | None:
    subject = after.subject
    found = briefing(subject, after.advice, owners_voice(subject.voice)).cover
    return next((each for each in found if each.absence_id == absence_id), None)


def _without_lines(advice: Iterable[Problem]) -> Iterator[Problem]:
    return (replace(each, place=replace(each.place, line=0, column=0)) for each in advice)
