"""What one build may hand to the next: results keyed by everything they were made from.

A memory is made by whoever runs builds and is passed in; there is none in the background.
A lost memory costs time and never changes a result.
"""

from collections.abc import Callable, Mapping
from typing import TypeVar, cast

Result = TypeVar("Result")
Key = tuple[str | int | bytes, ...]


class Memory:
    """Results by kind and key. A key must hold all that the result depends on."""

    def __init__(self, results: Mapping[tuple[str, Key], object] | None = None) -> None:
        self._results = dict(results or {})
        self._recalled: dict[tuple[str, Key], object] = {}

    def recall(self, kind: str, key: Key, make: Callable[[], Result]) -> Result:
        """Return the result remembered for `kind` and `key`, making it first if there is none."""
        place = (kind, key)
        if place not in self._results:
            self._results[place] = make()
        self._recalled[place] = self._results[place]
        return cast(Result, self._results[place])

    def learn(self, recalled: Mapping[tuple[str, Key], object]) -> None:
        """Take over what another memory of the same build was asked for."""
        self._results.update(recalled)
        self._recalled.update(recalled)

    @property
    def recalled(self) -> Mapping[tuple[str, Key], object]:
        """The results that were asked for since the memory was made; the others are stale."""
        return dict(self._recalled)
