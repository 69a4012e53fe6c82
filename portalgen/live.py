"""What lets a page stay true while it is open or kept: windows, and the facts for the script.

Windows say from when to when an element of a page holds. The facts are data and no code: which
words the header shows when, and the clock by which replies are promised. The script compares
instants and knows no zone, no hours and no language.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import chain

from portalgen import days
from portalgen.edition import Edition
from portalgen.model.availability import ReplyPromise
from portalgen.model.values import Length, Unit
from portalgen.timeline.compile import Timeline
from portalgen.timeline.spans import Span
from portalgen.wording.badges import Badge, badges
from portalgen.wording.voice import Voice

_MINUTE = timedelta(minutes=1)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Window:
    """When something holds (UTC, half-open, None is no bound).

    `is_shown` tells whether readers without scripts see it; it is then true whenever they read.
    """

    starts: datetime | None
    ends: datetime | None
    is_shown: bool


def window_of(starts: datetime | None, ends: datetime | None, edition: Edition) -> Window:
    """Return a window that is shown without scripts if it holds at the moment of building."""
    begun = starts is None or starts <= edition.moment
    return Window(starts, ends, begun and (ends is None or edition.moment < ends))


def iso(instant: datetime) -> str:
    """Return an instant such as `2026-12-21T08:00:00Z` (RFC 3339)."""
    return f"{instant.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


def iso_spans(spans: Iterable[Span]) -> str:
    """Return spans such as `2026-12-21T08:00:00Z/2027-01-04T17:00:00Z`, with a space between.

    One without an end ends with its slash (after ISO 8601 §4.4).
    """
    return " ".join(f"{iso(each.starts)}/{iso(each.ends) if each.ends else ''}" for each in spans)


def live_facts(edition: Edition, voice: Voice, revision: str) -> dict[str, object]:
    """Return the facts for the script, to be written as JSON.

    All times are whole minutes. `from` and `good_until` count from 1970 (UTC), all others from
    `from`, the start of the timeline.
    """
    timeline = edition.timeline
    clock = timeline.reply_clock
    offsets = days.offsets(timeline.zone, timeline.starts, _last_named(timeline))
    said = badges(timeline, voice)
    texts = sorted({(each.state.value, each.text) for each in said if each.text is not None})
    since = _Minutes(timeline.starts)
    return {
        "revision": revision,
        "zone": timeline.zone.key,
        "language": voice.tag,
        "comma": voice.has_comma_in_days,
        "from": _Minutes(_EPOCH).at(timeline.starts),
        "good_until": _Minutes(_EPOCH).at(edition.good_until),
        "end": since.at(timeline.ends),
        "badges": texts,
        "spans": [_badge(each, texts) for each in said],
        "hours": clock.has_hours,
        "open": list(_open_days(clock.open_days, since)),
        "still": [since.span(each) for each in clock.still],
        "slow": [
            [*since.span(Span(each.starts, each.ends)), *(_length(each.within))]
            for each in clock.slow
        ],
        "unsure": [since.span(each) for each in clock.unsure],
        "offsets": [[since.at(instant), minutes] for instant, minutes in offsets],
        "replies": [
            [*_length(each.within), hear_back(each, "{moment}", voice)]
            for each in edition.portal.availability.replies
        ],
        "words": _words(voice),
    }


def hear_back(promise: ReplyPromise, moment: str, voice: Voice) -> str:
    """Return by when somebody who writes at this moment hears back, in a way that fits."""
    if promise.by == "phone":
        # Translators: a day and a clock time. Only a script says this, at the moment of reading.
        return voice.gettext("Call now, hear back by %(moment)s.", moment=moment)
    # Translators: a day and a clock time. Only a script says this, at the moment of reading.
    return voice.gettext("Write now, hear back by %(moment)s.", moment=moment)


@dataclass(frozen=True)
class _Minutes:
    """Counts whole minutes from an instant."""

    since: datetime

    def at(self, instant: datetime) -> int:
        return (instant - self.since) // _MINUTE

    def span(self, span: Span) -> list[int | None]:
        return [self.at(span.starts), None if span.ends is None else self.at(span.ends)]


def _last_named(timeline: Timeline) -> datetime:
    """Return the last instant of which a page may tell the clock time."""
    edges = ((each.ends, each.back, each.catch_up_ends) for each in timeline.stretches)
    return max([timeline.ends, *(edge for edge in chain(*edges) if edge is not None)])


def _badge(badge: Badge, texts: list[tuple[str, str]]) -> list[int]:
    length = _Minutes(badge.starts).at(badge.ends)
    if badge.text is None:
        return [length, -1, 0]
    index = texts.index((badge.state.value, badge.text))
    if badge.at == badge.ends:
        return [length, index]
    return [length, index, 0 if badge.at is None else _Minutes(badge.starts).at(badge.at)]


def _open_days(open_days: Iterable[tuple[Span, ...]], since: _Minutes) -> Iterator[list[int]]:
    """Yield each open day as gaps and lengths in turn; what repeats itself packs well."""
    last = 0
    for spans in open_days:
        day = []
        for span in spans:
            starts, ends = since.at(span.starts), since.at(span.ends or span.starts)
            day += [starts - last, ends - starts]
            last = ends
        yield day


def _length(length: Length | None) -> list[int | str]:
    """Return an amount and its unit: minutes on the clock, days, business hours or days."""
    if length is None:
        return []
    if length.unit is Unit.BUSINESS_HOUR:
        return [length.amount, "bh"]
    if length.unit is Unit.BUSINESS_DAY:
        return [length.amount, "bd"]
    return [length.days, "d"] if length.days else [length.minutes, "m"]


def _words(voice: Voice) -> dict[str, str]:
    """Return the forms that the script fills with what the browser makes of instants."""
    one_oclock, moment = voice.moments("{day}", "{time}")
    return {
        "one_oclock": one_oclock,
        "moment": moment,
        "hours": voice.hours_of_a_day("{day}", "{time}"),
        "clocks": voice.pgettext(
            "clock times", "%(opens)s to %(closes)s", opens="{start}", closes="{end}"
        ),
        "time": voice.pgettext("clock time", "%(time)s", time="{time}"),
        # Translators: a range of two moments, in the reader's own time.
        "range": voice.pgettext("moments", "%(start)s to %(end)s", start="{start}", end="{end}"),
        # Translators: what the header says, the practice's zone, and the moment that it names
        # as the reader's own clock shows it: "Open now · until 4:00 pm Pacific time, for you
        # Tuesday, 9:00 am".
        "badge_yours": voice.gettext(
            "%(text)s %(zone)s, for you %(moment)s",
            text="{text}",
            zone=voice.zone,
            moment="{moment}",
        ),
        # Translators: after a sentence with a clock time: its zone, and the reader's own time.
        "yours": voice.gettext("%(zone)s; for you %(moment)s.", zone=voice.zone, moment="{moment}"),
    }
