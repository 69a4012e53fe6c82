"""Days and clock times of a zone as instants (UTC); nothing else in portalgen does this.

Zones come from the `tzdata` package and not from the machine, so that the same content gives
the same portal everywhere. A clock time that is skipped moves forward by the length of the gap,
one that occurs twice is its first occurrence (RFC 5545 §3.3.5 reads local times in the same way).
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from importlib import resources
from zoneinfo import ZoneInfo


@cache
def zone_names() -> frozenset[str]:
    """Return every IANA name that the packed database knows, spelled exactly."""
    text = resources.files("tzdata").joinpath("zones").read_text(encoding="utf-8")
    return frozenset(text.split())


@cache
def zone(name: str) -> ZoneInfo:
    """Return the zone of an IANA name from `zone_names()`.

    Raises KeyError for any other name.
    """
    if name not in zone_names():
        raise KeyError(name)
    with resources.files("tzdata").joinpath("zoneinfo", *name.split("/")).open("rb") as file:
        return ZoneInfo.from_file(file, key=name)


def instant(local: datetime, where: ZoneInfo) -> datetime:
    """Return the UTC instant of a clock time without a zone, read in `where`."""
    return local.replace(tzinfo=where, fold=0).astimezone(UTC)


def clock_instant(day: date, minutes: int, where: ZoneInfo) -> datetime:
    """Return the instant at which the clock of `where` shows `minutes` after midnight of `day`.

    1440 and more run on into the next day, by the clock and not by elapsed time.
    """
    days, rest = divmod(minutes, 24 * 60)
    clock = time(rest // 60, rest % 60)
    return instant(datetime.combine(day + timedelta(days=days), clock), where)


def start_of_day(day: date, where: ZoneInfo) -> datetime:
    """Return the first instant of a day; where midnight is skipped, that is after the gap.

    A day that the zone left out altogether (Apia, 2011-12-30) starts and ends at one instant.
    """
    naive = datetime.combine(day, time())
    found = instant(naive, where)
    if found.astimezone(where).replace(tzinfo=None) == naive:
        return found
    return _end_of_gap(naive, where)


def first_instant(of: date | datetime, where: ZoneInfo) -> datetime:
    """Return the instant of a moment without a zone, or the first one of a day."""
    return instant(of, where) if isinstance(of, datetime) else start_of_day(of, where)


def end_instant(of: date | datetime, where: ZoneInfo) -> datetime:
    """Return the instant of a moment without a zone, or the one that ends a day."""
    if isinstance(of, datetime):
        return instant(of, where)
    return start_of_day(of + timedelta(days=1), where)


def is_skipped(local: datetime, where: ZoneInfo) -> bool:
    """Return whether a clock change leaves out a clock time, given without a zone."""
    return instant(local, where).astimezone(where).replace(tzinfo=None) != local


def occurs_twice(local: datetime, where: ZoneInfo) -> bool:
    """Return whether the clock shows a time, given without a zone, twice."""
    second = local.replace(tzinfo=where, fold=1).astimezone(UTC)
    return second > instant(local, where)


def day_of(moment: datetime, where: ZoneInfo) -> date:
    """Return the calendar day that `where` has at a moment with a zone."""
    return moment.astimezone(where).date()


def offsets(where: ZoneInfo, starts: datetime, ends: datetime) -> Iterator[tuple[datetime, int]]:
    """Yield by how many minutes the clock is ahead of UTC: at `starts`, and from each change on.

    All instants are in UTC. Clocks change on a quarter of an hour, wherever they still do.
    """
    known = _offset(starts, where)
    yield starts, known
    day = starts
    while day < ends:
        following = day + timedelta(days=1)
        if _offset(following, where) != known:
            quarters = (day + number * timedelta(minutes=15) for number in range(1, 97))
            changed = next((q for q in quarters if _offset(q, where) != known), following)
            known = _offset(following, where)
            yield changed, known
        day = following


def _offset(instant: datetime, where: ZoneInfo) -> int:
    return (instant.astimezone(where).utcoffset() or timedelta()) // timedelta(minutes=1)


def _end_of_gap(naive: datetime, where: ZoneInfo) -> datetime:
    """Return the instant at which the clock jumps over `naive`, to the second."""
    before = instant(naive - timedelta(days=2), where)
    after = instant(naive + timedelta(days=2), where)
    while after - before > timedelta(seconds=1):
        middle = before + (after - before) / 2
        if middle.astimezone(where).replace(tzinfo=None) < naive:
            before = middle
        else:
            after = middle
    return after.replace(microsecond=0)
