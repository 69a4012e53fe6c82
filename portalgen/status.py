"""What an edition says about the practice's presence, for other programs: a `Status`.

It says what the pages say and nothing more: nobody's number or address, and of an absence whose
days are not told the weeks alone. The parts are plain values here; the format looks at them all
at once, which is quicker.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

from portalgen import addresses, days
from portalgen.edition import Edition
from portalgen.formats.status import FORMAT, VERSION, Status, with_revision
from portalgen.model.availability import ReplyPromise
from portalgen.model.away import Detail
from portalgen.model.portal import Portal
from portalgen.model.values import Length
from portalgen.shield import SHIELD, unshielded
from portalgen.timeline.absences import Stretch
from portalgen.timeline.compile import Timeline
from portalgen.timeline.cover import CoverSpan
from portalgen.timeline.spans import Span
from portalgen.timeline.states import StateSpan
from portalgen.timeline.told import in_order
from portalgen.wording.notices import NoticeText, Role, Sentence, notice_text
from portalgen.wording.voice import Voice

_Part = dict[str, object]

# What Markdown reads within a line; a fact is put in as text and never as Markdown.
_ESCAPED = {SHIELD + ord(sign): f"\\{sign}" for sign in "\\`*_[]<>&~|"}


def status_of(edition: Edition, voice: Voice) -> Status:
    """Return the status of an edition, whose texts have their facts.

    `voice` is the one in which the pages of the edition speak.
    """
    told = [(each, _text(each, edition, voice)) for each in _told(edition)]
    changes = {*_changes_of_hours(edition.timeline), *_changes_of_notices(told)}
    return with_revision(
        {
            "format": FORMAT,
            "version": VERSION,
            "made": edition.moment.astimezone(UTC).replace(microsecond=0),
            "good_until": edition.good_until,
            "next_change": min(each for each in changes if each > edition.moment),
            "practice": _practice(edition.portal),
            "zone": _zone(edition.timeline, voice),
            "replies": [_reply(each, voice) for each in edition.portal.availability.replies],
            "slow": [*_slow(edition.timeline, voice)],
            "notices": [_notice(stretch, text, edition) for stretch, text in told],
            "spans": [_span(each) for each in edition.timeline.states],
        },
        besides=_shown_live(edition.portal),
    )


def _shown_live(portal: Portal) -> str:
    """Return what open pages take over besides: people, hours, prices, urgent matters."""
    files = {"availability", "backup", "practice", "services"}
    return portal.model_dump_json(include=files, by_alias=True)


def _told(edition: Edition) -> tuple[Stretch, ...]:
    """Return the absences of which clients read or will read."""
    return in_order(
        each
        for each in edition.timeline.stretches
        if each.gone is None or each.gone > edition.moment
    )


def _text(stretch: Stretch, edition: Edition, voice: Voice) -> NoticeText:
    cover = edition.timeline.cover[stretch.absence.id]
    return notice_text(stretch, edition.portal, voice, cover)


def _practice(portal: Portal) -> _Part:
    practice = portal.practice
    return {
        "name": practice.name,
        "owner": practice.spoken_name,
        "url": practice.url,
        "language": practice.language,
    }


def _zone(timeline: Timeline, voice: Voice) -> _Part:
    offsets = days.offsets(timeline.zone, timeline.starts, timeline.ends)
    return {
        "name": timeline.zone.key,
        "words": voice.zone,
        "offsets": [{"starts": starts, "minutes": minutes} for starts, minutes in offsets],
    }


def _reply(promise: ReplyPromise, voice: Voice) -> _Part:
    within = _length(promise.within, voice)
    return {"by": promise.by, "words": voice.way(promise.by), "within": within}


def _slow(timeline: Timeline, voice: Voice) -> Iterator[_Part]:
    for each in timeline.reply_clock.slow:
        if each.ends is None or each.ends > timeline.starts:
            within = None if each.within is None else _length(each.within, voice)
            yield {"starts": each.starts, "ends": each.ends, "within": within}


def _span(span: StateSpan) -> _Part:
    return {
        "state": span.state.value,
        "starts": span.starts,
        "ends": span.ends,
        "absence": span.absence_id,
    }


def _notice(stretch: Stretch, text: NoticeText, edition: Edition) -> _Part:
    absence, portal = stretch.absence, edition.portal
    is_vague = absence.detail is Detail.VAGUE
    # Where the days are not told, the first open time after them is not told either.
    back = None if is_vague else stretch.back
    return {
        "id": absence.id,
        "level": absence.level.value,
        "status": absence.status.value,
        "services": absence.services or None,
        "precision": "weeks" if is_vague else "exact",
        "shown": {"starts": text.starts, "ends": text.ends},
        "starts": stretch.starts,
        "ends": stretch.ends,
        "first_day": stretch.first_day,
        "last_day": stretch.last_day,
        "back": back,
        "back_day": None if back is None else days.day_of(back, edition.timeline.zone),
        "headline": text.headline,
        "returned": text.returned,
        "sentences": [_sentence(each) for each in text.sentences],
        "cover": [*_cover(edition.timeline.cover[absence.id], portal)],
        "revision": absence.revision or 0,
        "address": _address(addresses.absence(absence.id), portal),
    }


def _sentence(sentence: Sentence) -> _Part:
    is_bounded = sentence.starts is not None or sentence.ends is not None
    text = sentence.text
    if sentence.role is Role.MESSAGE:
        text = unshielded(text.translate(_ESCAPED))
    return {
        "role": sentence.role.value,
        "text": text,
        "shown": {"starts": sentence.starts, "ends": sentence.ends} if is_bounded else None,
    }


def _cover(cover: Iterable[CoverSpan], portal: Portal) -> Iterator[_Part]:
    """Yield who is in charge when, if anybody ever is."""
    named = [(span, portal.person(span.person_id or "")) for span in cover]
    if not any(person for _, person in named):
        return
    for span, person in named:
        yield {
            "name": person.name if person else None,
            "starts": span.starts,
            "ends": span.ends,
            "services": span.services,
        }


def _address(address: str, portal: Portal) -> str:
    """Return a full address, or one that is relative to the portal's root."""
    url = portal.practice.url
    return f"{url.rstrip('/')}{address}" if url else address.removeprefix("/")


def _length(length: Length, voice: Voice) -> _Part:
    return {"words": voice.length(length), "amount": length.amount, "unit": length.unit.value}


def _changes_of_hours(timeline: Timeline) -> Iterator[datetime]:
    """Yield each instant at which a state ends, or slow time starts or ends."""
    yield from (each.ends for each in timeline.states)
    for slow in timeline.reply_clock.slow:
        yield from (edge for edge in (slow.starts, slow.ends) if edge is not None)


def _changes_of_notices(told: Iterable[tuple[Stretch, NoticeText]]) -> Iterator[datetime]:
    """Yield each instant at which a notice comes or goes, or changes while it is shown."""
    for stretch, text in told:
        window = Span(text.starts, text.ends)
        edges = [text.starts, text.ends, stretch.starts, stretch.ends]
        for each in text.sentences:
            edges += [each.starts, each.ends]
        for edge in edges:
            if edge is not None and (edge == text.ends or window.holds(edge)):
                yield edge
