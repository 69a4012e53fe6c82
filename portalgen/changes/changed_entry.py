"""An absence before and after → the keys of its entry that change, and what clients are told."""

from collections.abc import Mapping
from datetime import date, datetime
from enum import Enum

from portalgen.editing.edits import Change
from portalgen.model.away import Absence
from portalgen.model.times import written

# What the commands change of an absence that is there.
_FIELDS = ("until", "back", "review", "status")


def change_of(number: int, before: Absence, after: Absence) -> Change:
    """Return the change of an entry, given by its place in away.yaml from 0."""
    values = {name: getattr(after, name) for name in _FIELDS}
    changed = {name: value for name, value in values.items() if value != getattr(before, name)}
    return Change(
        number,
        put={name: _typed(value) for name, value in changed.items() if value is not None},
        drop=tuple(name for name, value in changed.items() if value is None),
    )


def with_update(change: Change, before: Absence, text: str, now: datetime) -> Change:
    """Return a change that clients are told of; a revision that is written goes up by one."""
    put: Mapping[str, str] = {}
    if before.revision is not None:
        put = {"revision": str(before.revision + 1)}
    update = {"at": written(now), "text": text}
    return Change(change.number, {**change.put, **put}, change.drop, update)


def _typed(value: object) -> str:
    if isinstance(value, date):
        return written(value)
    return str(value.value) if isinstance(value, Enum) else str(value)
