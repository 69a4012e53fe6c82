"""What can be done to content/away.yaml, as values; nothing is done here."""

from collections.abc import Mapping
from dataclasses import dataclass, field

# A text as it is typed, or a list of such.
Value = str | tuple[str, ...]


@dataclass(frozen=True)
class Add:
    """A new entry, first of the list; its keys in the order to write."""

    fields: Mapping[str, Value]


@dataclass(frozen=True)
class Change:
    """Keys of an entry to set, to add and to take out, and what to tell clients about it.

    `number` is its place in `portal.away.away`, from 0. `update` is the entry, `at` and `text`,
    that goes to the front of `updates`.
    """

    number: int
    put: Mapping[str, Value] = field(default_factory=dict)
    drop: tuple[str, ...] = ()
    update: Mapping[str, str] | None = None


@dataclass(frozen=True)
class Delete:
    """An entry that goes, by its place in `portal.away.away`, from 0."""

    number: int


Edit = Add | Change | Delete


class Refused(Exception):
    """Why an edit is not done and what to do instead, as a sentence for the owner."""
