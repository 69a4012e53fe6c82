"""What the public may know anyway: words that the owner typed in public places, and the portal's.

The portal makes sentences of its own words and of names: whatever is made of them gives nothing
away, since the portal may have put it together itself.
"""

from collections.abc import Collection, Iterable
from datetime import timedelta
from functools import cached_property

from portalgen.leaks.disguises import BREAK
from portalgen.leaks.haystack import digits, flow, letters
from portalgen.leaks.known_days import KnownDays
from portalgen.leaks.typed import key_of, typed_texts
from portalgen.leaks.view import View
from portalgen.model.section import Path
from portalgen.model.values import Markdown, Words
from portalgen.wording.vocabulary import own_texts

# Words that stand within the portal's own sentences, by their keys; so do plain names.
_WOVEN = {"title", "label", "reason", "for", "by"}
# Closures are told for a year from the month of building, and may begin before it.
_BEFORE, _AFTER = timedelta(days=62), timedelta(days=430)


class Known:
    """The texts of all public places, and the days that are public."""

    def __init__(self, view: View, withheld: Iterable[Path]) -> None:
        """Take the paths of the texts that are not public."""
        self.withheld = frozenset(withheld)
        self.days = KnownDays(view)
        self._view = view

    @cached_property
    def texts(self) -> tuple[tuple[Path, str], ...]:
        """The texts with their paths."""
        found = typed_texts(self._view.desk.portal)
        return tuple((path, text) for path, text in found if path not in self.withheld)

    @cached_property
    def letters(self) -> bytes:
        """Their letters."""
        return letters(BREAK.join(text for _, text in self.texts))

    @cached_property
    def numbers(self) -> tuple[bytes, ...]:
        """The digits of each."""
        return tuple(digits(text) for _, text in self.texts)

    @cached_property
    def words(self) -> frozenset[bytes]:
        """Their words."""
        return _words(text for _, text in self.texts)

    def weaves(self, words: Collection[bytes]) -> bool:
        """Return whether the portal makes sentences of all these words."""
        left = frozenset(words) - self._own_words
        left = left and left - self._names
        return not (left and left - self._labels)

    @cached_property
    def _own_words(self) -> frozenset[bytes]:
        return _words(own_texts(self._view.voice))

    @cached_property
    def _names(self) -> frozenset[bytes]:
        return _words(
            text
            for path, text in self.texts
            if key_of(path) in _WOVEN or not isinstance(text, Words | Markdown)
        )

    @cached_property
    def _labels(self) -> frozenset[bytes]:
        """The names of holidays and special days."""
        today, timeline = self._view.today, self._view.desk.timeline
        closures = timeline.closures(today - _BEFORE, today + _AFTER)
        return _words(each.label for each in closures if each.label is not None)


def _words(texts: Iterable[str]) -> frozenset[bytes]:
    return frozenset(flow("\n".join(texts)).lower().split())
