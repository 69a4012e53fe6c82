"""What an owner wants to know on a morning: what clients see, what comes next, what is to be done.

What pages, the gate and the checks know is asked of them and not worked out again. Private
notes are in none of it: screens are shared.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from portalgen.ahead import absences_ahead
from portalgen.briefing.changes import BuildTime, Change, changes, needed_build
from portalgen.briefing.charges import (
    Called,
    Charge,
    called,
    charges,
    is_cover_expected,
    told_cover,
)
from portalgen.edition import Edition
from portalgen.facts import fill
from portalgen.frame import Notice, notices
from portalgen.problems import Problem
from portalgen.shield import unshielded
from portalgen.subject import Subject
from portalgen.timeline.absences import leading_first
from portalgen.timeline.replies import answer_by
from portalgen.timeline.states import State
from portalgen.wording.badges import badges
from portalgen.wording.voice import Voice, voice_of

# The commands speak English. Whose portal does not is likely to read the clock from 0 to 24.
_ENGLISH = "en"
_ENGLISH_ELSEWHERE = "en-GB"


@dataclass(frozen=True)
class Told:
    """A notice that clients read: its headline, and the sentences that hold.

    `news` is the message (Markdown) where it is all that the notice says.
    """

    absence_id: str
    headline: str
    sentences: tuple[str, ...]
    news: str | None = None


@dataclass(frozen=True)
class Reply:
    """By when a message of this moment is answered (UTC); None where no time is told."""

    by: str
    due: datetime | None


@dataclass(frozen=True)
class Now:
    """What clients meet at the moment; the leading notice is the first.

    `badge` is None where it says nothing. The owner is in charge of what no one of `charges`
    has, unless the practice as a whole is covered.
    """

    state: State
    badge: str | None
    notices: tuple[Told, ...]
    replies: tuple[Reply, ...]
    charges: tuple[Charge, ...]
    is_covered_as_a_whole: bool


@dataclass(frozen=True)
class Cover:
    """Who is in charge in what is left of an absence, and what checks say about it."""

    absence_id: str
    what: Called
    starts: datetime
    ends: datetime | None
    charges: tuple[Charge, ...]
    advice: tuple[Problem, ...]


@dataclass(frozen=True)
class Briefing:
    """All that is told about a moment; `changes` and `cover` are in the order of time.

    `build` is the one that is needed first, `built_for` the change that needs it; None where
    pages just tell of no time after it. `every` is the time after which one comes anyway.
    `advice` is what is neither overdue nor told beside the cover.
    """

    moment: datetime
    now: Now
    changes: tuple[Change, ...]
    build: BuildTime
    built_for: Change | None
    every: timedelta
    cover: tuple[Cover, ...]
    overdue: tuple[Problem, ...]
    advice: tuple[Problem, ...]


def briefing(subject: Subject, advice: Iterable[Problem], owners: Voice) -> Briefing:
    """Return what is told about the moment of a build that was surveyed.

    `owners` is the voice in which the owner is spoken to.
    """
    found = sorted(set(advice))
    public = fill(subject.edition, subject.voice)
    coming = changes(subject, public, owners)
    build, built_for = needed_build(coming, public)
    cover = tuple(_cover(subject, found, owners))
    beside_cover = {problem for each in cover for problem in each.advice}
    return Briefing(
        moment=public.moment.astimezone(UTC),
        now=_now(public, subject.voice),
        changes=coming,
        build=build,
        built_for=built_for,
        every=public.next_build,
        cover=cover,
        overdue=tuple(each for each in found if each.overdue),
        advice=tuple(each for each in found if not each.overdue and each not in beside_cover),
    )


def owners_voice(voice: Voice) -> Voice:
    """Return the voice that says days and times to the owner, to whom commands speak English."""
    if voice.tag.split("-")[0] == _ENGLISH:
        return voice
    practice = voice.practice.model_copy(update={"language": _ENGLISH_ELSEWHERE})
    return voice_of(practice, voice.month)


def _now(public: Edition, voice: Voice) -> Now:
    timeline, moment = public.timeline, public.moment.astimezone(UTC)
    badge = next(each for each in badges(timeline, voice) if each.starts <= moment < each.ends)
    cover = told_cover(timeline)
    covering = [
        (stretch, charges([span for span in spans if span.holds(moment)], stretch, public.portal))
        for stretch in leading_first(timeline.stretches)
        for spans in [cover.get(stretch.absence.id, ())]
    ]
    return Now(
        state=badge.state,
        badge=badge.text,
        notices=tuple(_told(each) for each in notices(public, voice) if each.window.is_shown),
        replies=tuple(
            Reply(each.by, answer_by(timeline.reply_clock, each.within, moment))
            for each in public.portal.availability.replies
        ),
        charges=tuple(charge for _, found in covering for charge in found),
        is_covered_as_a_whole=any(found and each.concerns_all for each, found in covering),
    )


def _told(notice: Notice) -> Told:
    headline = next(each.text for each in notice.headlines if each.window.is_shown)
    lines = tuple(each.text for each in notice.lines if each.window.is_shown)
    news = unshielded(notice.message) if notice.is_news and notice.message else None
    return Told(notice.absence_id, headline, lines, news)


def _cover(subject: Subject, found: Sequence[Problem], owners: Voice) -> Iterator[Cover]:
    desk = subject.desk
    for number, stretch in absences_ahead(desk):
        spans = desk.timeline.cover[stretch.absence.id]
        left = [each for each in spans if each.ends is None or each.ends > desk.moment]
        if is_cover_expected(stretch) or any(each.person_id for each in left):
            yield Cover(
                absence_id=stretch.absence.id,
                what=called(stretch, desk.portal, owners),
                starts=stretch.starts,
                ends=stretch.ends,
                charges=charges(left, stretch, desk.portal),
                advice=_about(number, found, subject),
            )


def _about(number: int, found: Sequence[Problem], subject: Subject) -> tuple[Problem, ...]:
    """Return the advice whose place lies in an entry of away.yaml."""
    entries = range(len(subject.loaded.portal.absences))
    places = [subject.place("away", "away", each) for each in entries]
    return tuple(
        each
        for each in found
        if not each.overdue
        and each.place.file == places[number].file
        and bisect_right(places, each.place) - 1 == number
    )
