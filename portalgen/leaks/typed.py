"""What an owner typed, value by value, whatever the fields are called."""

from collections.abc import Iterator
from datetime import date
from enum import Enum
from functools import cache

from portalgen.model.section import Path, Section
from portalgen.model.values import YearlyDay

# Names of other parts of the content; they are no texts.
_REFERENCES = {"covered_by", "backup", "person", "services"}


def typed_texts(value: object, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Yield every text below a value with its path: words, names, numbers, addresses, ids."""
    for where, each in _values(value, path):
        if not isinstance(each, str) or isinstance(each, Enum):
            continue
        if key_of(where) not in _REFERENCES:
            yield where, each


def key_of(path: Path) -> str:
    """Return the last key of a path, by which the owner knows a value."""
    return next(step for step in reversed(path) if isinstance(step, str))


def typed_days(value: object, path: Path = ()) -> Iterator[date | YearlyDay]:
    """Yield every day and every moment below a value."""
    for _, each in _values(value, path):
        if isinstance(each, date | YearlyDay):
            yield each


def _values(value: object, path: Path) -> list[tuple[Path, object]]:
    """Return the single values below a value; a list, since it is asked for whole portals."""
    found: list[tuple[Path, object]] = []
    left: list[tuple[Path, object]] = [(path, value)]
    while left:
        where, each = left.pop()
        if isinstance(each, tuple):
            left += [((*where, number), item) for number, item in enumerate(each)]
        elif isinstance(each, Section):
            left += [((*where, key), getattr(each, name)) for name, key in _keys(type(each))]
        elif each is not None:
            found.append((where, each))
    return found


@cache
def _keys(kind: type[Section]) -> tuple[tuple[str, str], ...]:
    """Return the names of fields, each with the key that the owner writes."""
    return tuple((name, info.alias or name) for name, info in kind.model_fields.items())
