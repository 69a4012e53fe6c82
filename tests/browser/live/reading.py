"""What a reader sees of the moment of reading, as Python works it out from an edition.

The other half of the comparison, what a browser shows, is in `watching`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from portalgen.edition import Edition
from portalgen.live import hear_back
from portalgen.model.away import Detail, Level
from portalgen.timeline.absences import Stretch
from portalgen.timeline.replies import answer_by
from portalgen.wording.badges import Badge, badges
from portalgen.wording.covers import CoverText
from portalgen.wording.dates import clock_text, day_text
from portalgen.wording.notices import NoticeText, Role, notice_text
from portalgen.wording.voice import Voice

_SHOWN_APART = {Role.MESSAGE, Role.COVER, Role.URGENT, Role.UPDATE}


@dataclass(frozen=True)
class Notice:
    """A notice that stands in a page: the visible words of its parts."""

    absence_id: str
    leads: bool
    headline: str
    lines: tuple[str, ...]
    covers: tuple[str, ...]


@dataclass(frozen=True)
class Reading:
    """What a reader sees. A state and words that are None say nothing."""

    state: str | None
    badge: str
    hears: tuple[str | None, ...]
    notices: tuple[Notice, ...]


@dataclass(frozen=True)
class Reader:
    """One who reads an edition in a zone. `hours` is what the header says without scripts."""

    edition: Edition
    voice: Voice
    zone: ZoneInfo
    hours: str
    badges: tuple[Badge, ...]
    texts: Mapping[str, NoticeText]

    def reads(self, instant: datetime) -> Reading:
        """Return what is read at an instant; on an old page that is nothing of this instant."""
        if instant >= self.edition.good_until:
            silent = tuple(None for _ in self.edition.portal.availability.replies)
            last = self.edition.good_until - timedelta(milliseconds=1)
            return Reading(None, self.hours, silent, self._notices(last, None))
        badge = next((each for each in self.badges if each.starts <= instant < each.ends), None)
        text = None if badge is None else self._badge_text(badge)
        hears = self.hears(instant)
        return Reading(
            state=badge.state.value if badge and text else None,
            badge=text or self.hours,
            hears=hears,
            notices=self._notices(instant, hears[0] if hears else None),
        )

    def hears(self, instant: datetime) -> tuple[str | None, ...]:
        """Return what each reply promise says, within the time that pages tell of."""
        count = len(self.edition.portal.availability.replies)
        return tuple(self._hears(index, instant) for index in range(count))

    def yours(self, at: Sequence[datetime]) -> str:
        """Return the sentence with the reader's own time; empty where clocks agree."""
        if not self._differs(at):
            return ""
        return self.voice.gettext(
            "%(zone)s; for you %(moment)s.",
            zone=self.voice.zone,
            moment=self._moment(at),
        )

    def cover(self, cover: CoverText) -> str:
        """Return who is in charge and how to reach them, as one text."""
        person = self.edition.portal.person(cover.person_id or "")
        contact = person.contacts[0].value if person and person.contacts else None
        said = f"{cover.sentence} {self.yours(cover.at)}".strip()
        urgent = cover.urgent and f"{cover.urgent} {contact}"
        return " ".join(filter(None, [said, urgent, cover.reach]))

    def _badge_text(self, badge: Badge) -> str | None:
        if badge.text is None or badge.at is None or not self._differs([badge.at]):
            return badge.text
        return self.voice.gettext(
            "%(text)s %(zone)s, for you %(moment)s",
            text=badge.text,
            zone=self.voice.zone,
            moment=self._moment([badge.at]),
        )

    def _hears(self, index: int, instant: datetime) -> str | None:
        promise = self.edition.portal.availability.replies[index]
        due = answer_by(self.edition.timeline.reply_clock, promise.within, instant)
        if due is None:
            return None
        said = hear_back(promise, self.voice.moment(due), self.voice)
        return f"{said} {self.yours([due])}".strip()

    def _notices(self, instant: datetime, hears: str | None) -> tuple[Notice, ...]:
        """Return the notice that leads, then the others in no order."""
        told = self.edition.timeline.told(instant)
        found = [
            self._notice(each, leads, instant, hears)
            for each, leads in zip(told, [True] + [False] * len(told), strict=False)
        ]
        return (*found[:1], *sorted(found[1:], key=lambda each: each.absence_id))

    def _notice(
        self, stretch: Stretch, leads: bool, instant: datetime, hears: str | None
    ) -> Notice:
        text = self.texts[stretch.absence.id]
        is_news = text.level is Level.NEWS
        lines = [] if is_news and text.message else self._lines(stretch, text, instant)
        if hears and stretch.concerns_all and _runs(stretch, text, instant):
            lines.append(hears)
        return Notice(
            absence_id=stretch.absence.id,
            leads=leads,
            headline=next(each.text for each in text.headlines if each.holds(instant)),
            lines=tuple(lines),
            covers=tuple(
                self.cover(each)
                for each in text.cover
                if each.starts <= instant and (each.ends is None or instant < each.ends)
            ),
        )

    def _lines(self, stretch: Stretch, text: NoticeText, instant: datetime) -> list[str]:
        is_over = text.over is not None and text.over <= instant
        lines = [
            f"{each.text} {self.yours(each.at)}".strip()
            for each in text.sentences
            if each.holds(instant) and each.role not in _SHOWN_APART
            # What comes after the return is left out before it.
            if each.role is not Role.CATCH_UP or text.over is None or is_over
            # What happens to what is booked stands behind a link until it happens.
            if each.role is not Role.APPOINTMENTS or _runs(stretch, text, instant)
        ]
        # Of what changed, the latest is told until the return.
        known = [each for each in text.updates if each.at <= instant and not is_over]
        return [*lines, *(each.text for each in known[:1])]

    def _differs(self, at: Sequence[datetime]) -> bool:
        zones = (self.voice.where, self.zone)
        return any(len({each.astimezone(zone).utcoffset() for zone in zones}) > 1 for each in at)

    def _moment(self, at: Sequence[datetime]) -> str:
        """Return the moments as the reader's clock shows them, in the forms of the portal."""
        theirs = replace(self.voice, where=self.zone)
        days = [self._day(theirs.local(each)) for each in at]
        said = [self._at(day, each, theirs) for day, each in zip(days, at, strict=True)]
        if len(set(at)) == 1:
            return said[0]
        if days[0] != days[-1]:
            start, end = said
            return self.voice.pgettext("moments", "%(start)s to %(end)s", start=start, end=end)
        opens, closes = (self._clock(theirs.local(each)) for each in at)
        hours = self.voice.pgettext(
            "clock times", "%(opens)s to %(closes)s", opens=opens, closes=closes
        )
        return self.voice.hours_of_a_day(days[0], hours)

    def _at(self, day: str, at: datetime, theirs: Voice) -> str:
        return self.voice.at_clock(day, theirs.clock_of(at), theirs.clock_number(at))

    def _clock(self, local: datetime) -> str:
        return clock_text(self.voice.locale, local.hour * 60 + local.minute)

    def _day(self, local: datetime) -> str:
        return day_text(self.voice.locale, local.date(), weekday=True, year=False)


def _runs(stretch: Stretch, text: NoticeText, instant: datetime) -> bool:
    """Tell whether a notice has all the answers: until then it leads to them."""
    if text.level is Level.NEWS or text.is_cancelled:
        return False
    is_vague = stretch.absence.detail is Detail.VAGUE
    is_over = text.over is not None and text.over <= instant
    return (is_vague or stretch.starts <= instant) and not is_over


def reader(edition: Edition, voice: Voice, zone: ZoneInfo, hours: str) -> Reader:
    """Return one who reads an edition in a zone."""
    timeline = edition.timeline
    texts = {
        each.absence.id: notice_text(each, edition.portal, voice, timeline.cover[each.absence.id])
        for each in timeline.stretches
    }
    return Reader(edition, voice, zone, hours, badges(timeline, voice), texts)
