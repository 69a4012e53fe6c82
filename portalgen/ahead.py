"""The absences that the owner can still do something about, and times as the owner writes them.

For those who speak to the owner; what clients read is worded elsewhere.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from portalgen.days import day_of, start_of_day
from portalgen.edition import Desk
from portalgen.model.times import written
from portalgen.timeline.absences import Stretch


def absences_ahead(desk: Desk) -> Iterator[tuple[int, Stretch]]:
    """Yield each absence that takes place and is not over, with its number in away.yaml."""
    for stretch in desk.timeline.stretches:
        is_over = stretch.ends is not None and stretch.ends <= desk.moment
        if not stretch.is_cancelled and not is_over:
            yield desk.portal.absences.index(stretch.absence), stretch


def written_time(starts: datetime, ends: datetime | None, where: ZoneInfo) -> str:
    """Return instants as away.yaml says them: `from 2026-12-24 through 2026-12-26`.

    `through` a day includes it, `until` a moment does not.
    """
    first = _written_start(starts, where)
    if ends is None:
        return f"from {written(first)} on"
    end = _written_start(ends, where)
    if isinstance(end, datetime):
        return f"from {written(first)} until {written(end)}"
    last = end - timedelta(days=1)
    return f"on {written(last)}" if first == last else f"from {written(first)} through {last}"


def _written_start(instant: datetime, where: ZoneInfo) -> date | datetime:
    """Return the day that an instant begins, or a moment without a zone."""
    day = day_of(instant, where)
    return day if instant == start_of_day(day, where) else instant.astimezone(where)
