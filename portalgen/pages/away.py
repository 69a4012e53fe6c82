"""Absences that clients may know of, and who may do what meanwhile.

Every absence that has or will have a notice stands here as a whole, each part of it with the
window in which it holds. Where none is announced, the page still says how absences become known
and who covers.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from portalgen import addresses
from portalgen.authority import authority_of
from portalgen.cover import Turn, turns
from portalgen.documents import Document
from portalgen.edition import Edition
from portalgen.emergency import emergency_path
from portalgen.frame import Line
from portalgen.live import Window, window_of
from portalgen.menu import away_title
from portalgen.timeline.absences import Stretch
from portalgen.timeline.charge import charge_spans
from portalgen.timeline.spans import Span
from portalgen.timeline.told import in_order
from portalgen.wording.notices import NoticeText, Sentence, notice_text
from portalgen.wording.voice import Voice


@dataclass(frozen=True)
class Row:
    """One thing that clients want to know of an absence: its name, and what there is to say."""

    label: str
    window: Window
    lines: tuple[Line, ...] = ()
    turns: tuple[Turn, ...] = ()


@dataclass(frozen=True)
class Change:
    """What changed about an absence, and when."""

    when: str
    said: Line


@dataclass(frozen=True)
class ShownAbsence:
    """An absence, and when each part of what is said about it holds.

    `dates` are the sentences right below the headline. The text of `message` is Markdown.
    `changes` are newest first.
    """

    id: str
    window: Window
    headlines: tuple[Line, ...]
    dates: tuple[Line, ...]
    message: Line | None
    rows: tuple[Row, ...]
    changes: tuple[Change, ...]


def documents(edition: Edition, voice: Voice) -> Iterator[Document]:
    """Yield the page."""
    portal = edition.portal
    absences = tuple(_absences(edition, voice))
    yield Document(
        addresses.AWAY,
        "pages/away.html",
        {
            "title": away_title(portal, voice),
            "owner": portal.practice.spoken_name,
            "absences": absences,
            "announced": portal.availability.announce,
            "appointments": None if absences else portal.availability.appointments,
            "authority": authority_of(edition, voice),
            "emergency": emergency_path(edition, voice),
        },
    )


def _absences(edition: Edition, voice: Voice) -> Iterator[ShownAbsence]:
    """Yield first those that are told at the moment of building, in their order."""
    timeline = edition.timeline
    told = timeline.told(edition.moment)
    coming = [
        each
        for each in timeline.stretches
        if each not in told and (each.gone is None or each.gone > edition.moment)
    ]
    charge = charge_spans(timeline.stretches, timeline.cover)
    for stretch in (*told, *in_order(coming)):
        yield _absence(stretch, charge.get(stretch.absence.id, ()), edition, voice)


def _absence(
    stretch: Stretch, charge: tuple[Span, ...], edition: Edition, voice: Voice
) -> ShownAbsence:
    cover = edition.timeline.cover[stretch.absence.id]
    text = notice_text(stretch, edition.portal, voice, cover)
    before_return = window_of(None, text.over, edition)
    return ShownAbsence(
        id=text.absence_id,
        window=window_of(text.starts, text.ends, edition),
        headlines=tuple(_line(each, edition) for each in text.headlines),
        dates=tuple(_dates(text, edition)),
        message=None if text.message is None else Line(text.message, before_return),
        rows=tuple(_rows(text, charge, edition, voice)),
        changes=tuple(
            Change(each.when, Line(each.text, window_of(each.at, None, edition), (each.at,)))
            for each in text.updates
        ),
    )


def _dates(text: NoticeText, edition: Edition) -> Iterator[Line]:
    # They name the day of the return, and so are of use after it too.
    if text.dates is not None:
        yield Line(text.dates, window_of(None, None, edition), text.dates_at)
    yield from (_line(each, edition) for each in text.next_word)


def _rows(
    text: NoticeText, charge: tuple[Span, ...], edition: Edition, voice: Voice
) -> Iterator[Row]:
    before_return = window_of(None, text.over, edition)
    if text.book_by is not None:
        book_by = _line(text.book_by, edition)
        yield Row(voice.gettext("Before it begins"), book_by.window, (book_by,))
    if text.appointments is not None:
        booked = Line(text.appointments, before_return)
        yield Row(voice.kind_words.booked, before_return, (booked,))
    in_turn = turns(text, charge, edition)
    if in_turn:
        window = _joined((each.said.window for each in in_turn), edition)
        yield Row(voice.gettext("Whom to ask"), window, turns=in_turn)
    replies = () if text.replies is None else (Line(text.replies, before_return),)
    slow = () if text.catch_up is None else (_line(text.catch_up, edition),)
    if replies or slow:
        window = _joined((each.window for each in (*replies, *slow)), edition)
        yield Row(voice.gettext("Replies"), window, (*replies, *slow))


def _line(sentence: Sentence, edition: Edition) -> Line:
    window = window_of(sentence.starts, sentence.ends, edition)
    return Line(sentence.text, window, sentence.at)


def _joined(windows: Iterable[Window], edition: Edition) -> Window:
    """Return the window of what holds several lines that are there from the beginning."""
    ends = [each.ends for each in windows]
    known = [each for each in ends if each is not None]
    return window_of(None, max(known) if len(known) == len(ends) else None, edition)
