"""The time of an absence as phrases with absolute days, true whenever they are read.

A time that starts and ends with days of the practice is said in days; another is said with
clock times. A vague absence is said in weeks, named by the Sunday on which they end. Nothing
here knows now or today.
"""

from datetime import date, datetime, timedelta

from portalgen import days
from portalgen.model.away import Detail
from portalgen.timeline.absences import Stretch
from portalgen.wording.voice import Voice


def when_phrase(stretch: Stretch, voice: Voice) -> str:
    """Return when an absence is, such as `from Monday, December 21, through Friday, January 1`."""
    if stretch.absence.detail is Detail.VAGUE:
        weeks, sunday = _weeks_of(stretch)
        # Translators: somebody is away, without exact days; the day is a Sunday.
        return voice.ngettext(
            "in the week that ends on %(day)s",
            "in the weeks up to %(day)s",
            weeks,
            day=voice.day(sunday),
        )
    if stretch.ends is None:
        # Translators: an absence without an end yet: "from Monday, November 23, until …".
        return voice.gettext(
            "from %(start)s, until further notice", start=start_text(stretch.starts, voice)
        )
    if is_within_a_day(stretch, voice):
        hours = _clock_range(stretch.starts, stretch.ends, voice)
        # Translators: a part of one day: "on Wednesday, December 2, from 1:00 to 5:00 pm".
        return voice.gettext(
            "on %(day)s, from %(hours)s", day=voice.day(stretch.first_day), hours=hours
        )
    return between_phrase(stretch.starts, stretch.ends, voice)


def between_phrase(starts: datetime, ends: datetime, voice: Voice) -> str:
    """Return a span of instants as a phrase: `on …`, `from …, through …`, `from …, until …`."""
    if not _starts_a_day(ends, voice):
        return voice.gettext(
            "from %(start)s, until %(end)s",
            start=start_text(starts, voice),
            end=voice.moment(ends),
        )
    first_day, last_day = days.day_of(starts, voice.where), last_day_of(ends, voice)
    if not _starts_a_day(starts, voice):
        # Translators: the first is a day with a clock time, the last a whole day.
        return voice.pgettext(
            "from a clock time",
            "from %(first)s, through %(last)s",
            first=voice.moment(starts),
            last=voice.day(last_day),
        )
    if first_day == last_day:
        # Translators: one whole day: "on Monday, December 21".
        return voice.gettext("on %(day)s", day=voice.day(first_day))
    first, last = voice.day_ends(first_day, last_day)
    # Translators: both days are included, and have their weekdays.
    return voice.gettext("from %(first)s, through %(last)s", first=first, last=last)


def when_phrase_without_weekdays(stretch: Stretch, voice: Voice) -> str:
    """Return when one of many things pauses: `from December 1 through February 28`."""
    is_vague = stretch.absence.detail is Detail.VAGUE
    if is_vague or stretch.last_day is None or not _is_several_whole_days(stretch, voice):
        return when_phrase(stretch, voice)
    first, last = voice.day_ends_without_weekday(stretch.first_day, stretch.last_day)
    # Translators: both days are included, and have no weekdays.
    return voice.gettext("from %(first)s through %(last)s", first=first, last=last)


def days_phrase(stretch: Stretch, voice: Voice) -> str:
    """Return the time of an absence as a name: `February 8 to 12`."""
    if stretch.absence.detail is Detail.VAGUE:
        weeks, sunday = _weeks_of(stretch)
        # Translators: weeks without exact days, as a name; the day is a Sunday.
        return voice.ngettext(
            "the week to %(day)s", "the weeks to %(day)s", weeks, day=voice.day(sunday)
        )
    if stretch.ends is None or stretch.last_day is None:
        day = voice.day_without_weekday(stretch.first_day)
        # Translators: the time of an absence that has no end, as a name for it.
        return voice.gettext("%(day)s until further notice", day=day)
    if is_within_a_day(stretch, voice):
        return voice.hours_of_a_day(
            voice.day_without_weekday(stretch.first_day),
            _clock_range(stretch.starts, stretch.ends, voice),
        )
    return voice.days_without_weekday(stretch.first_day, stretch.last_day)


def clock_times_of(stretch: Stretch, voice: Voice) -> tuple[datetime, ...]:
    """Return those of the start and the end that are said with a clock time."""
    if stretch.absence.detail is Detail.VAGUE:
        return ()
    if is_within_a_day(stretch, voice) and stretch.ends is not None:
        return stretch.starts, stretch.ends
    edges = (stretch.starts, stretch.ends)
    return tuple(edge for edge in edges if edge is not None and not _starts_a_day(edge, voice))


def start_text(starts: datetime, voice: Voice) -> str:
    """Return an instant at which something starts: a day, or a moment if it is within one."""
    if _starts_a_day(starts, voice):
        return voice.day(days.day_of(starts, voice.where))
    return voice.moment(starts)


def ends_with_a_day(ends: datetime, voice: Voice) -> bool:
    """Return whether what ends at an instant (excluded) lasts through a whole day."""
    return _starts_a_day(ends, voice)


def back_text(back: datetime, stretch: Stretch, voice: Voice) -> str:
    """Return the day of a return, with the clock time if the absence ends within a day."""
    if stretch.ends is not None and not ends_with_a_day(stretch.ends, voice):
        return voice.moment(back)
    return voice.day(days.day_of(back, voice.where))


def last_day_of(ends: datetime, voice: Voice) -> date:
    """Return the last day of what ends at an instant (excluded)."""
    return days.day_of(ends - timedelta(seconds=1), voice.where)


def is_within_a_day(stretch: Stretch, voice: Voice) -> bool:
    """Return whether an absence takes a part of one day only."""
    if stretch.ends is None or last_day_of(stretch.ends, voice) != stretch.first_day:
        return False
    return not (_starts_a_day(stretch.starts, voice) and _starts_a_day(stretch.ends, voice))


def _weeks_of(stretch: Stretch) -> tuple[int, date]:
    """Return in how many calendar weeks an absence lies, and the Sunday that ends the last."""
    last = stretch.last_day or stretch.first_day
    sunday = last + timedelta(days=6 - last.weekday())
    return (sunday - stretch.first_day).days // 7 + 1, sunday


def _is_several_whole_days(stretch: Stretch, voice: Voice) -> bool:
    if stretch.ends is None or stretch.first_day == stretch.last_day:
        return False
    return _starts_a_day(stretch.starts, voice) and _starts_a_day(stretch.ends, voice)


def _starts_a_day(instant: datetime, voice: Voice) -> bool:
    return instant == days.start_of_day(days.day_of(instant, voice.where), voice.where)


def _clock_range(starts: datetime, ends: datetime, voice: Voice) -> str:
    first, last = voice.local(starts), voice.local(ends)
    opens = first.hour * 60 + first.minute
    closes = last.hour * 60 + last.minute
    return voice.clock_range(opens, closes or 24 * 60)
