"""A practice that fails → a smaller one that fails in the same way, for a person to read."""

import copy
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from tests.oracle.agreement import Comparison
from tests.oracle.naive import Practice
from tests.oracle.practices import Case, without_problems
from tests.oracle.product import Product

# Where a key or an item stands: the way to it from the top of the practice.
Way = tuple[str | int, ...]


def smallest(case: Case, question: str) -> Case:
    """Return a case without the parts that the disagreement about a question does not need."""
    found = True
    while found:
        found = False
        for way in list(_ways(case.practice)):
            smaller = _without(case, way)
            if smaller is not None and _differs(smaller, question):
                case, found = smaller, True
                break
    return case


def _differs(case: Case, question: str) -> bool:
    try:
        if without_problems(case.practice, case.moment) != case.practice:
            return False
        product = Product(case.practice, case.moment)
        return any(each.question == question for each in Comparison(case, product).disagreements())
    except Exception:
        # Something was left out that a practice needs.
        return False


def _ways(part: Any, way: Way = ()) -> Iterator[Way]:
    """Yield the way to each part, the large ones first."""
    inner: list[tuple[str | int, Any]] = []
    if isinstance(part, dict):
        inner = list(part.items())
    elif isinstance(part, list):
        inner = list(enumerate(part))
    for key, _ in inner:
        yield (*way, key)
    for key, value in inner:
        yield from _ways(value, (*way, key))


def _without(case: Case, way: Way) -> Case | None:
    """Return the case without a part; None if something else names it, or the way is gone."""
    practice: Practice = copy.deepcopy(case.practice)
    around: Any = practice
    for step in way[:-1]:
        around = around[step]
    gone = around.pop(way[-1])
    if isinstance(gone, dict) and repr(gone.get("id", "")) in _names(practice):
        return None
    return replace(case, practice=practice)


def _names(part: Any) -> set[str]:
    """Return every text of a practice but the ids that parts have themselves."""
    if isinstance(part, dict):
        return {name for key, value in part.items() if key != "id" for name in _names(value)}
    if isinstance(part, list):
        return {name for value in part for name in _names(value)}
    return {repr(part)}
