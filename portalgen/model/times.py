"""Days and moments of the owner's calendar compared, where a day stands for all of itself."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from portalgen.model.section import Broken
from portalgen.model.values import FIRST_YEAR, LAST_YEAR


def first_moment(of: date | datetime) -> datetime:
    """Return a moment as it is, and a day as its midnight; without a zone."""
    return of if isinstance(of, datetime) else datetime.combine(of, time())


def end_moment(of: date | datetime) -> datetime:
    """Return a moment as it is, and a day as the midnight that ends it; without a zone."""
    return of if isinstance(of, datetime) else datetime.combine(of + timedelta(days=1), time())


def day_part(of: date | datetime) -> date:
    """Return the calendar day of a day or a moment."""
    return of.date() if isinstance(of, datetime) else of


def end_before_start(
    starts: date | datetime, until: date | datetime, field: str
) -> Iterator[Broken]:
    """Yield the broken rule of a time that ends before, or as, it starts."""
    if end_moment(until) <= first_moment(starts):
        found = f"The end, {written(until)}, is not after the start, {written(starts)}."
        yield Broken((field,), found, "Correct one of the two.")


def written(of: date | datetime) -> str:
    """Return a day or a moment as the owner writes it."""
    return of.strftime("%Y-%m-%d %H:%M") if isinstance(of, datetime) else of.isoformat()


def moment_of(text: str) -> datetime | None:
    """Return the moment of a text such as `2026-12-21` or `2026-12-21T09:00`.

    Without a zone it is one of the practice's clock. None where it is no moment to build for.
    """
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError:
        return None
    return moment if FIRST_YEAR <= moment.year <= LAST_YEAR else None
