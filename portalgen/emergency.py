"""The short path of somebody with something urgent: is life at risk, is it urgent, or neither.

Danger comes first and never leads to a backup. Then what is urgent, and who answers for it: the
person in charge while the owner is away, the owner's own way on other days. Then when the owner
answers the rest. Every line of it is dated, or true on any day.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from portalgen import addresses
from portalgen.cover import Turn, turns
from portalgen.edition import Edition
from portalgen.frame import Line
from portalgen.live import Window, window_of
from portalgen.model.availability import Emergency, ReplyPromise
from portalgen.model.away import Level
from portalgen.model.values import Markdown, Words
from portalgen.timeline.absences import Stretch
from portalgen.timeline.charge import charge_spans
from portalgen.timeline.spans import Span
from portalgen.timeline.told import in_order
from portalgen.wording.notices import NoticeText, notice_text
from portalgen.wording.voice import Voice


@dataclass(frozen=True)
class Covered:
    """An absence as the path tells of it: what it is called, and whose turn it is when.

    Where nobody is in charge at all, `lines` say so, and when the owner is back.
    """

    headline: str
    lines: tuple[Line, ...]
    turns: tuple[Turn, ...]
    window: Window


@dataclass(frozen=True)
class EmergencyPath:
    """What stands on the path; what there is nothing to say about is empty.

    `running` has each absence in the time in which it tells who is in charge, `coming` the same
    absences from their announcement until then. `do` is the owner's way when nobody is away.
    `is_covered` tells that somebody steps in at all.
    """

    danger: Markdown | None
    is_urgent: tuple[Words, ...]
    is_not_urgent: tuple[Words, ...]
    running: tuple[Covered, ...]
    do: Markdown | None
    coming: tuple[Covered, ...]
    is_covered: bool
    replies: tuple[ReplyPromise, ...]
    contact: str = addresses.CONTACT

    @property
    def asks_if_urgent(self) -> bool:
        """Whether it makes a difference on this path that something is urgent."""
        told = (self.is_urgent, self.is_not_urgent, self.do, self.is_covered)
        return any((*told, self.running, self.coming))

    @property
    def names_an_answer(self) -> bool:
        """Whether anything is told of who answers what is urgent."""
        return any((self.do, self.is_covered, self.running, self.coming))


def emergency_path(edition: Edition, voice: Voice) -> EmergencyPath | None:
    """Return the path; None where the owner neither wrote of emergencies nor has a backup."""
    portal = edition.portal
    told = portal.availability.emergency or Emergency()
    is_covered = bool(portal.backup.backups)
    if not any((told.is_, told.is_not, told.do, told.danger, is_covered)):
        return None
    absences = tuple(_told(edition, voice))
    return EmergencyPath(
        danger=told.danger,
        is_urgent=told.is_,
        is_not_urgent=told.is_not,
        running=tuple(_running(absences, edition, voice)),
        do=told.do,
        coming=tuple(_coming(absences, edition, voice)),
        is_covered=is_covered,
        replies=portal.availability.replies,
    )


@dataclass(frozen=True)
class _Told:
    """An absence that tells who is in charge, its text, and when it is the one that does."""

    stretch: Stretch
    text: NoticeText
    charge: tuple[Span, ...]


def _told(edition: Edition, voice: Voice) -> Iterator[_Told]:
    """Yield the absences that tell who is in charge.

    One without any cover is told too, if nobody answers while it runs.
    """
    timeline = edition.timeline
    charge = charge_spans(timeline.stretches, timeline.cover)
    for stretch in in_order(timeline.stretches):
        cover = timeline.cover[stretch.absence.id]
        text = notice_text(stretch, edition.portal, voice, cover)
        nobody_answers = stretch.concerns_all and stretch.absence.level is Level.AWAY
        if text.cover or (cover and nobody_answers):
            yield _Told(stretch, text, charge[stretch.absence.id])


def _running(absences: Iterable[_Told], edition: Edition, voice: Voice) -> Iterator[Covered]:
    for told in absences:
        for span in told.charge:
            starts = max(span.starts, told.text.starts)
            ends = _earlier(span.ends, told.text.ends)
            if ends is None or max(starts, edition.moment) < ends:
                yield _covered(told, window_of(starts, ends, edition), edition, voice)


def _coming(absences: Iterable[_Told], edition: Edition, voice: Voice) -> Iterator[Covered]:
    for told in absences:
        starts, ends = told.text.starts, told.stretch.starts
        if told.charge and max(starts, edition.moment) < ends:
            yield _covered(told, window_of(starts, ends, edition), edition, voice)


def _covered(told: _Told, window: Window, edition: Edition, voice: Voice) -> Covered:
    lines = () if told.text.cover else tuple(_nobody(told.text, edition, voice))
    return Covered(told.text.headline, lines, turns(told.text, told.charge, edition), window)


def _nobody(text: NoticeText, edition: Edition, voice: Voice) -> Iterator[Line]:
    always = window_of(None, None, edition)
    # Translators: during the whole of an absence that was named just before.
    yield Line(voice.gettext("Nobody is in charge during this time."), always)
    if text.dates is not None:
        yield Line(text.dates, always, text.dates_at)


def _earlier(one: datetime | None, other: datetime | None) -> datetime | None:
    return min((each for each in (one, other) if each is not None), default=None)
