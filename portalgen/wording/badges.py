"""What the header says of each instant: open until when, closed until when, away and back when.

These are the only words of a portal that speak of the moment of reading. They stand in no text
of a page; a script shows them, and takes them back when the timeline ends.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from portalgen import days
from portalgen.model.away import Detail
from portalgen.timeline.absences import Stretch
from portalgen.timeline.compile import Timeline
from portalgen.timeline.states import State, StateSpan
from portalgen.wording.absence_times import back_text, ends_with_a_day
from portalgen.wording.voice import Voice

_ONE_DAY = timedelta(days=1)
# A day of the week alone means the next one with this name.
_A_WEEK = timedelta(days=6)


@dataclass(frozen=True)
class Badge:
    """What the header says from `starts` until just before `ends` (UTC).

    `text` is None where nothing is known. `at` is the instant that the text names by a clock
    time, None where it names none: it is told in the reader's time too.
    """

    starts: datetime
    ends: datetime
    state: State
    text: str | None
    at: datetime | None = None


def badges(timeline: Timeline, voice: Voice) -> tuple[Badge, ...]:
    """Return what the header says at each instant of a timeline; the spans touch."""
    stretches = {each.absence.id: each for each in timeline.stretches}
    return tuple(
        _badge(index, timeline.states, stretches.get(span.absence_id or ""), voice)
        for index, span in enumerate(timeline.states)
    )


def _badge(index: int, states: Sequence[StateSpan], cause: Stretch | None, voice: Voice) -> Badge:
    span = states[index]
    text, at = None, None
    if span.state.is_open:
        text, at = _open(span, _until(index, states), voice)
    elif span.state is State.CLOSED:
        text, at = _closed(span, _opening(index, states), cause, voice)
    elif span.state is State.AWAY and cause is not None:
        text, at = _away(span, cause, voice)
    return Badge(span.starts, span.ends, span.state, text, at)


def _until(index: int, states: Sequence[StateSpan]) -> datetime | None:
    """Return when the open time of a span ends; None if the timeline ends before."""
    return next((each.starts for each in states[index:] if not each.state.is_open), None)


def _opening(index: int, states: Sequence[StateSpan]) -> datetime | None:
    """Return when it opens next; None if nobody knows."""
    for each in states[index:]:
        if each.state is State.UNKNOWN:
            return None
        if each.state.is_open:
            return each.starts
    return None


def _open(span: StateSpan, until: datetime | None, voice: Voice) -> tuple[str, datetime | None]:
    said = _open_as_usual if span.state is State.OPEN else _open_slowly
    return said(span.starts, until, voice), until


def _open_as_usual(now: datetime, until: datetime | None, voice: Voice) -> str:
    if until is None:
        return voice.gettext("Open now")
    if until - now > _ONE_DAY:
        # Translators: a day and a clock time, such as "Monday, December 21, 9:00 am".
        return voice.gettext("Open now · until %(moment)s", moment=voice.moment(until))
    # Translators: a clock time, such as "4:00 pm"; the first form is for one o'clock alone.
    return voice.ngettext(
        "Open now · until %(time)s",
        "Open now · until %(time)s",
        voice.clock_number(until),
        time=voice.clock_of(until),
    )


def _open_slowly(now: datetime, until: datetime | None, voice: Voice) -> str:
    if until is None:
        return voice.gettext("Open now, replies take longer")
    if until - now > _ONE_DAY:
        # Translators: a day and a clock time, such as "Monday, December 21, 9:00 am".
        return voice.gettext(
            "Open now, replies take longer · until %(moment)s", moment=voice.moment(until)
        )
    # Translators: a clock time, such as "4:00 pm"; the first form is for one o'clock alone.
    return voice.ngettext(
        "Open now, replies take longer · until %(time)s",
        "Open now, replies take longer · until %(time)s",
        voice.clock_number(until),
        time=voice.clock_of(until),
    )


def _closed(
    span: StateSpan, opening: datetime | None, cause: Stretch | None, voice: Voice
) -> tuple[str, datetime | None]:
    if cause is not None and cause.absence.is_open_ended and opening is None:
        return voice.gettext("Closed until further notice"), None
    if cause is not None and cause.absence.detail is Detail.VAGUE:
        return voice.gettext("Closed · open again soon"), None
    if opening is None and cause is not None and cause.back is not None:
        opening = cause.back
    if opening is None:
        return voice.pgettext("the practice, at this moment", "Closed"), None
    if days.day_of(opening, voice.where) == days.day_of(span.starts, voice.where):
        return _opens_at(opening, voice), opening
    is_near = opening - span.starts < _A_WEEK
    moment = voice.weekday_and_time(opening) if is_near else voice.moment(opening)
    # Translators: a day and a clock time, such as "Monday, 9:00 am".
    return voice.gettext("Closed · opens %(moment)s", moment=moment), opening


def _opens_at(opening: datetime, voice: Voice) -> str:
    # Translators: a clock time of the same day, such as "2:00 pm"; the first form is for one
    # o'clock alone.
    return voice.ngettext(
        "Closed · opens at %(time)s",
        "Closed · opens at %(time)s",
        voice.clock_number(opening),
        time=voice.clock_of(opening),
    )


def _away(span: StateSpan, cause: Stretch, voice: Voice) -> tuple[str, datetime | None]:
    if cause.absence.detail is Detail.VAGUE:
        return voice.gettext("Away · back soon"), None
    if cause.back is None and cause.ends is None:
        return voice.gettext("Away until further notice"), None
    if cause.back is None:
        return voice.pgettext("the owner, at this moment", "Away"), None
    names_a_day = cause.ends is None or ends_with_a_day(cause.ends, voice)
    same_day = days.day_of(cause.back, voice.where) == days.day_of(span.starts, voice.where)
    if same_day and not names_a_day:
        return _back_at(cause.back, voice), cause.back
    # Translators: a day, perhaps with a clock time: "Monday, January 4".
    text = voice.gettext("Away · back %(moment)s", moment=back_text(cause.back, cause, voice))
    return text, None if names_a_day else cause.back


def _back_at(back: datetime, voice: Voice) -> str:
    # Translators: a clock time of the same day, such as "2:00 pm"; the first form is for one
    # o'clock alone.
    return voice.ngettext(
        "Away · back at %(time)s",
        "Away · back at %(time)s",
        voice.clock_number(back),
        time=voice.clock_of(back),
    )
