"""The ids of absences: a readable one for a new absence, and the absence that an id means."""

from collections.abc import Collection, Iterator
from datetime import date
from difflib import get_close_matches
from itertools import count

from portalgen.model.portal import Portal
from portalgen.model.reading import slug_of
from portalgen.problems import WrongUse

# An id stands in addresses: a whole sentence of a reason would not be readable there.
_LONGEST = 24


def new_id(reason: str, level: str, day: date, taken: Collection[str]) -> str:
    """Return an id made of the reason and the year, or of the level and the first day.

    `taken` are the ids that it may not be.
    """
    return next(each for each in _ids(_shortened(slug_of(reason)), level, day) if each not in taken)


def number_of(absence_id: str, portal: Portal) -> int:
    """Return the place of an absence in away.yaml, from 0. Raises WrongUse for an unknown id."""
    ids = [each.id for each in portal.absences]
    if absence_id in ids:
        return ids.index(absence_id)
    begun = [each for each in ids if absence_id and each.startswith(absence_id.lower())]
    close = begun[:3] or get_close_matches(absence_id.lower(), ids, n=3, cutoff=0.5)
    meant = f" Did you mean {' or '.join(close)}?" if close else ""
    raise WrongUse(
        f"There is no absence {absence_id}.{meant} `portalgen away --list --all` has all ids."
    )


def _ids(reason: str, level: str, day: date) -> Iterator[str]:
    """Yield ids from the shortest on; there is always one more."""
    if not reason:
        name = f"{level}-{day}"
        yield name
    else:
        name = reason if reason.endswith(f"-{day.year}") else f"{reason}-{day.year}"
        yield name
        yield f"{name}-{day.month:02}"
    yield from (f"{name}-{number}" for number in count(2))


def _shortened(slug: str) -> str:
    if len(slug) <= _LONGEST:
        return slug
    return slug[: _LONGEST + 1].rpartition("-")[0] or slug[:_LONGEST]
