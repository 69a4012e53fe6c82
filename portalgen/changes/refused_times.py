"""Times that an owner can not mean: past ones, and ends before their start.

Each is refused with a sentence (WrongUse). A mistyped year is the likely reason, so the day in the
year that fits is proposed.
"""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from portalgen.changes.spans import Typed
from portalgen.changes.words import FURTHER_NOTICE, End, Time
from portalgen.days import end_instant, first_instant
from portalgen.model.times import day_part, first_moment, written
from portalgen.problems import WrongUse

# What lies further back is no slip of a few days: the year is wrong.
_SLIP = timedelta(days=60)
# Nobody plans an absence so far ahead: the year is wrong as well.
_FARTHEST = timedelta(days=3 * 366)


def refuse_the_past(typed: Typed, now: datetime) -> None:
    """Refuse an absence that begins before today or years ahead, or has ended by now."""
    starts, ends = typed.starts, typed.ends
    refuse_a_past_day(starts, now, "An absence begins today at the earliest.")
    if day_part(starts) - now.date() > _FARTHEST:
        meant = _likely_day(day_part(starts), now.date())
        raise WrongUse(f"{written(starts)} lies years ahead. Did you mean {meant}?")
    if isinstance(ends, datetime) and first_moment(starts) < ends <= now:
        raise WrongUse(f"{written(ends)} has passed already: it is {now:%H:%M}.")


def refuse_a_past_day(of: Time, now: datetime, instead: str = "") -> None:
    """Refuse a day before the one that is now, and a moment of such a day."""
    if day_part(of) < now.date():
        meant = _likely_day(day_part(of), now.date())
        hint = f"Did you mean {meant}?" if meant else instead
        raise WrongUse(f"{written(of)} lies in the past. {hint}".rstrip())


def refuse_a_wrong_order(starts: Time, ends: End | None, back: object, zone: ZoneInfo) -> None:
    """Refuse an end, or a day back, that does not lie after the start on the zone's clocks."""
    begins = first_instant(starts, zone)
    if isinstance(ends, date) and end_instant(ends, zone) <= begins:
        raise _wrong_order("end", ends, starts)
    if isinstance(back, date) and first_instant(back, zone) <= begins:
        raise _wrong_order("day back", back, starts)


def refuse_without_a_word(review: object) -> None:
    """Refuse an absence without an end of which nobody says when clients hear more."""
    if review is None:
        raise WrongUse(
            f"With {FURTHER_NOTICE}, clients are told by when they hear more. Add that day, such "
            "as --review friday."
        )


def _wrong_order(what: str, ends: Time, starts: Time) -> WrongUse:
    meant = _likely_day(day_part(ends), day_part(starts))
    question = f" Did you mean {meant}?" if meant else ""
    return WrongUse(f"The {what}, {written(ends)}, is not after {written(starts)}.{question}")


def _likely_day(day: date, earliest: date) -> date | None:
    """Return the day that was meant, if it lies so far from `earliest` that its year is wrong."""
    if abs(earliest - day) < _SLIP:
        return None
    for year in (earliest.year, earliest.year + 1):
        try:
            meant = day.replace(year=year)
        except ValueError:
            continue
        if meant >= earliest:
            return meant
    return None
