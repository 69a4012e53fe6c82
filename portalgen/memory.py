"""What one build may hand to the next: results keyed by everything they were made from.

A memory is made by whoever runs builds and is passed in; there is none in the background.
A lost memory costs time and never changes a result.
"""

from collections.abc import Callable, Hashable
from typing import TypeVar, cast

Result = TypeVar("Result")


class Memory:
    """Results by kind and key. A key must hold all that the result depends on."""

    def __init__(self) -> None:
        self._results: dict[tuple[str, Hashable], object] = {}

    def recall(self, kind: str, key: Hashable, make: Callable[[], Result]) -> Result:
        """Return the result remembered for `kind` and `key`, making it first if there is none."""
        place = (kind, key)
        if place not in self._results:
            self._results[place] = make()
        return cast(Result, self._results[place])
