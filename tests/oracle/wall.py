"""The clock on the wall of a zone, looked at minute by minute.

Time is whole minutes since the start of 1970 in UTC, and a clock time is whole minutes since the
start of 1970 as the wall shows it, so both are plain numbers. Zones are read from the files of
the tzdata package. Nothing of portalgen is used here.
"""

from datetime import UTC, date, datetime, timedelta
from functools import cache
from importlib import resources
from zoneinfo import ZoneInfo

DAY = 24 * 60
_EPOCH = datetime(1970, 1, 1)
# Two moments of one clock time, and a clock change and a clock time that it skips, lie closer.
_LONGER_THAN_ANY_CHANGE = 26 * 60


def minute_of(instant: datetime) -> int:
    """Return the minute in which an instant lies."""
    return (instant.astimezone(UTC).replace(tzinfo=None) - _EPOCH) // timedelta(minutes=1)


def instant_of(minute: int) -> datetime:
    """Return the instant at which a minute begins."""
    return (_EPOCH + timedelta(minutes=minute)).replace(tzinfo=UTC)


def clock_time(typed: str) -> int:
    """Return a typed day, or a day with a clock time, as minutes of the wall."""
    return (datetime.fromisoformat(typed) - _EPOCH) // timedelta(minutes=1)


def start_of(day: date) -> int:
    """Return the midnight with which a day begins, as minutes of the wall."""
    return (day - _EPOCH.date()).days * DAY


def day_of(wall: int) -> date:
    """Return the day of a clock time."""
    return _EPOCH.date() + timedelta(days=wall // DAY)


class Wall:
    """The wall clock of one zone."""

    def __init__(self, name: str) -> None:
        folder = resources.files("tzdata.zoneinfo")
        with folder.joinpath(*name.split("/")).open("rb") as file:
            self._zone = ZoneInfo.from_file(file, key=name)
        self.shows = cache(self._shows)
        self.when = cache(self._when)

    def _shows(self, minute: int) -> int:
        """Return the clock time that the wall shows at a minute."""
        offset = instant_of(minute).astimezone(self._zone).utcoffset()
        assert offset is not None
        return minute + offset // timedelta(minutes=1)

    def _when(self, wall: int) -> int:
        """Return the minute at which the wall shows a clock time.

        The first one if it is shown twice. One that is skipped moves forward: it is where it
        would be if the clock had not been changed before it.
        """
        around = (wall - _LONGER_THAN_ANY_CHANGE, wall + _LONGER_THAN_ANY_CHANGE)
        tries = [wall - (self.shows(minute) - minute) for minute in around]
        shown = [minute for minute in tries if self.shows(minute) == wall]
        return min(shown) if shown else max(tries)

    def exists(self, day: date) -> bool:
        """Return whether the wall ever shows this day."""
        return self.when(start_of(day)) < self.when(start_of(day) + DAY)


@cache
def wall_of(zone: str) -> Wall:
    """Return the wall clock of a zone."""
    return Wall(zone)
