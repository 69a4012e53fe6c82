"""What clients read about an absence: one wording for pages, feed, calendar and letters.

Every sentence gives absolute days and is true before, during and after the absence; none says
now, today or open. A sentence that only holds for a time says so in `starts` and `ends`, and
whoever shows it keeps to them. Plain text and no HTML; only the owner's message is Markdown.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from portalgen import days
from portalgen.model.away import Absence, Detail, Level
from portalgen.model.portal import Portal
from portalgen.model.values import Markdown, Unit, Words
from portalgen.timeline.absences import Stretch
from portalgen.timeline.cover import CoverSpan
from portalgen.wording.absence_times import clock_times_of, last_day_of
from portalgen.wording.covers import CoverText, cover_texts
from portalgen.wording.headlines import (
    cancelled_sentence,
    headline_text,
    returned_headline,
)
from portalgen.wording.main_sentences import dates_sentence, replies_sentence
from portalgen.wording.voice import Voice


class Role(StrEnum):
    """What a sentence of a notice is about."""

    HEADLINE = "headline"
    DATES = "dates"
    NEXT_WORD = "next word"
    OVERDUE = "overdue"
    REPLIES = "replies"
    MESSAGE = "message"
    APPOINTMENTS = "appointments"
    COVER = "cover"
    URGENT = "urgent"
    BOOK_BY = "book-by"
    CATCH_UP = "catch-up"
    UPDATE = "update"


@dataclass(frozen=True)
class Sentence:
    """One sentence of a notice, and the time in which it may be shown (UTC, half-open).

    None is no bound. The text is plain but for the message, which is Markdown. `at` holds the
    instants that the text names by clock times: none, one, or both ends of a range.
    """

    role: Role
    text: str
    starts: datetime | None = None
    ends: datetime | None = None
    at: tuple[datetime, ...] = ()

    def holds(self, instant: datetime) -> bool:
        """Return whether the sentence may be shown at an instant."""
        after_start = self.starts is None or self.starts <= instant
        return after_start and (self.ends is None or instant < self.ends)


@dataclass(frozen=True)
class UpdateText:
    """What changed about an absence: since when it is known (UTC), in words, and the change."""

    at: datetime
    when: str
    text: str


@dataclass(frozen=True)
class NoticeText:
    """All that clients read about one absence; what there is nothing to say about is None.

    `starts` and `ends` are the window in which the notice stands; `ends` is None while there
    is no end. `dates` is the sentence that matters most; None for news. It also holds the
    `reason`. From `over` on, the return, `returned` takes the place of the headline and of what
    was said about the time before; both are None where nobody comes back. `updates` are newest
    first.
    """

    absence_id: str
    level: Level
    is_cancelled: bool
    starts: datetime
    ends: datetime | None
    headline: str
    returned: str | None = None
    over: datetime | None = None
    dates: str | None = None
    dates_at: tuple[datetime, ...] = ()
    next_word: tuple[Sentence, ...] = ()
    replies: str | None = None
    reason: Words | None = None
    message: Markdown | None = None
    appointments: Words | None = None
    cover: tuple[CoverText, ...] = ()
    book_by: Sentence | None = None
    catch_up: Sentence | None = None
    updates: tuple[UpdateText, ...] = ()

    @property
    def headlines(self) -> tuple[Sentence, ...]:
        """The headline until the return, and the one from then on."""
        first = Sentence(Role.HEADLINE, self.headline, ends=self.over)
        if self.returned is None:
            return (first,)
        return first, Sentence(Role.HEADLINE, self.returned, starts=self.over)

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """All sentences but the headline, in the order in which they are read."""
        plain = (
            (Role.DATES, self.dates, self.dates_at),
            (Role.REPLIES, self.replies, ()),
            (Role.MESSAGE, self.message, ()),
            (Role.APPOINTMENTS, self.appointments, ()),
        )
        said = [
            Sentence(role, text, ends=self.over, at=at)
            for role, text, at in plain
            if text is not None
        ]
        said[1:1] = self.next_word
        for each in self.cover:
            said.append(Sentence(Role.COVER, each.sentence, each.starts, each.ends, each.at))
            if each.urgent is not None:
                said.append(Sentence(Role.URGENT, each.urgent, each.starts, each.ends))
        said += [each for each in (self.book_by, self.catch_up) if each is not None]
        return (*said, *(Sentence(Role.UPDATE, each.text, each.at) for each in self.updates))


def notice_text(
    stretch: Stretch, portal: Portal, voice: Voice, cover: Sequence[CoverSpan] = ()
) -> NoticeText:
    """Return what clients read about an absence that they may know of.

    `cover` is who is in charge during it; left out, nothing is said of that.
    """
    if stretch.is_cancelled:
        return _cancelled(stretch, portal, voice)
    if stretch.absence.detail is Detail.VAGUE:
        return _vague(stretch, portal, voice, cover)
    absence = stretch.absence
    is_full = absence.detail is Detail.FULL
    returned = returned_headline(stretch, portal, voice)
    return NoticeText(
        absence_id=absence.id,
        level=absence.level,
        is_cancelled=False,
        starts=stretch.announced,
        ends=stretch.gone,
        headline=headline_text(stretch, portal, voice),
        returned=returned,
        over=None if returned is None else stretch.back,
        dates=dates_sentence(stretch, portal, voice),
        dates_at=clock_times_of(stretch, voice),
        next_word=_next_word(stretch, voice),
        replies=replies_sentence(stretch, voice),
        reason=absence.reason if is_full else None,
        message=absence.message if is_full else None,
        appointments=_appointments(stretch, portal),
        cover=cover_texts(cover, stretch, portal, voice),
        book_by=_book_by(stretch, voice),
        catch_up=_catch_up(stretch, voice),
        updates=_updates(stretch, voice),
    )


def _cancelled(stretch: Stretch, portal: Portal, voice: Voice) -> NoticeText:
    """Return that an absence is off: nothing but this, and what was said about it since."""
    vague = stretch.absence.detail is Detail.VAGUE
    return NoticeText(
        absence_id=stretch.absence.id,
        level=stretch.absence.level,
        is_cancelled=True,
        starts=stretch.announced,
        ends=stretch.gone,
        headline=headline_text(stretch, portal, voice),
        dates=cancelled_sentence(stretch, portal, voice),
        updates=() if vague else _updates(stretch, voice),
    )


def _vague(
    stretch: Stretch, portal: Portal, voice: Voice, cover: Sequence[CoverSpan]
) -> NoticeText:
    """Return a notice from which no day of the absence can be read."""
    return NoticeText(
        absence_id=stretch.absence.id,
        level=stretch.absence.level,
        is_cancelled=False,
        starts=stretch.announced,
        ends=stretch.gone,
        headline=headline_text(stretch, portal, voice),
        dates=dates_sentence(stretch, portal, voice),
        replies=replies_sentence(stretch, voice),
        appointments=_appointments(stretch, portal),
        cover=cover_texts(cover, stretch, portal, voice),
    )


def _next_word(stretch: Stretch, voice: Voice) -> tuple[Sentence, ...]:
    """Return by when clients hear more, and for the time after that day that it is late."""
    review = stretch.absence.review
    if review is None or not stretch.absence.is_open_ended:
        return ()
    day = voice.day(review)
    passed = days.start_of_day(review + timedelta(days=1), voice.where)
    # Translators: no end of an absence is known; by this day clients hear more.
    due = voice.gettext("Next word by %(day)s.", day=day)
    late = voice.gettext("The next word was due by %(day)s, and is overdue.", day=day)
    return (
        Sentence(Role.NEXT_WORD, due, ends=passed),
        Sentence(Role.OVERDUE, late, starts=passed),
    )


def _appointments(stretch: Stretch, portal: Portal) -> Words | None:
    """Return what happens to what is booked; the usual words fit only where nothing is open."""
    if stretch.absence.appointments is not None:
        return stretch.absence.appointments
    is_shut = stretch.absence.level in {Level.AWAY, Level.CLOSED}
    return portal.availability.appointments if is_shut else None


def _book_by(stretch: Stretch, voice: Voice) -> Sentence | None:
    last = stretch.absence.book_by
    if last is None:
        return None
    if isinstance(last, datetime):
        said, ends = voice.moment(last), days.instant(last, voice.where)
    else:
        said = voice.day(last)
        ends = days.start_of_day(last + timedelta(days=1), voice.where)
    # Translators: the last time at which clients get something before an absence.
    text = voice.gettext("Last chance before: %(moment)s.", moment=said)
    at = (ends,) if isinstance(last, datetime) else ()
    return Sentence(Role.BOOK_BY, text, ends=ends, at=at)


def _catch_up(stretch: Stretch, voice: Voice) -> Sentence | None:
    length, ends = stretch.absence.catch_up, stretch.catch_up_ends
    if length is None or ends is None:
        return None
    if length.unit in {Unit.DAY, Unit.WEEK, Unit.BUSINESS_DAY}:
        until = voice.gettext("through %(day)s", day=voice.day(last_day_of(ends, voice)))
    else:
        until = voice.gettext("until %(moment)s", moment=voice.moment(ends))
    return Sentence(Role.CATCH_UP, _catch_up_text(stretch.absence, until, voice), ends=ends)


def _catch_up_text(absence: Absence, until: str, voice: Voice) -> str:
    if absence.replies_within is None:
        # Translators: after an absence; the rest is such as "through Thursday, December 3".
        return voice.gettext(
            "After the return, %(until)s, replies are slower than usual.", until=until
        )
    return voice.gettext(
        "After the return, %(until)s, replies take up to %(length)s.",
        until=until,
        length=voice.length(absence.replies_within),
    )


def _updates(stretch: Stretch, voice: Voice) -> tuple[UpdateText, ...]:
    newest_first = sorted(stretch.absence.updates, key=lambda each: each.at, reverse=True)
    return tuple(
        UpdateText(days.instant(each.at, voice.where), voice.moment(each.at), str(each.text))
        for each in newest_first
    )
