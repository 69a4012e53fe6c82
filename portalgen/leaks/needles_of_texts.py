"""Needles for words: texts long and short, and ids."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from portalgen.leaks.haystack import Haystack, flow, letters
from portalgen.leaks.known import Known
from portalgen.leaks.secret import Needle

# A shorter text, and a shorter single word, is the same only as whole words in the same letters.
_LETTERS_OF_A_TEXT, _LETTERS_OF_A_WORD = 8, 12
_LEAST_LETTERS = 3
# So many letters are no chance, even among the names of a program.
_LETTERS_OF_A_LONG_TEXT = 16
# A long text is looked for in parts, so that one that is cut short is found too.
_WORDS_OF_A_PART = 6
# What is never printed as it is typed: facts, the addresses of links, the signs before an item.
_NOT_PRINTED = re.compile(r"\{\{.*?\}\}|\]\([^)]*\)|\n\s*(?:\d+[.)]|[-*+>#|]+)\s")
# From here on alphabets have no blanks between words.
_WITHOUT_BLANKS = "\u0e00"


def words_of(text: str) -> Iterator[Needle]:
    """Yield the needles of a text; none where it is too short to tell anything."""
    parts = [part for piece in _NOT_PRINTED.split(text) for part in _parts(piece)]
    long_parts = [part for part in parts if not _is_short(part)]
    if long_parts:
        kind = Part if len(parts) > 1 else Phrase
        yield from (kind(part) for part in long_parts)
    elif len(letters(text)) >= _LEAST_LETTERS:
        yield Word(text)


def _parts(text: str) -> Iterator[str]:
    """Yield a text in parts of some words; the last takes what would be less than one."""
    words, size = text.split(), _WORDS_OF_A_PART
    starts = [*range(0, len(words), size)]
    if len(words) % size and len(starts) > 1:
        del starts[-1]
    for start, end in zip(starts, (*starts[1:], None), strict=True):
        yield " ".join(words[start:end])


def _is_short(text: str) -> bool:
    least = _LETTERS_OF_A_TEXT if len(text.split()) > 1 else _LETTERS_OF_A_WORD
    return len(letters(text)) < least


@dataclass(frozen=True)
class TextNeedle(Needle):
    """A text that is found by its letters first, and public if a public text has them."""

    text: str

    @cached_property
    def letters(self) -> bytes:
        """What is left without blanks and signs."""
        return letters(self.text)

    def may_stand_in(self, hay: Haystack) -> bool:
        """Return whether its letters are there."""
        return self.letters in hay.letters

    def is_common(self, known: Known) -> bool:
        """Return whether the portal may have put its words together."""
        return known.weaves(_telling(self.text))

    def is_public(self, known: Known) -> bool:
        """Return whether the same letters stand in a public text, or it is common."""
        return self.letters in known.letters or self.is_common(known)


def _telling(text: str) -> frozenset[bytes]:
    """Return the words of a text that are more than a number or a single letter."""
    words = flow(text).lower().split()
    return frozenset(word for word in words if len(word) > 1 and not word.isdigit())


class Phrase(TextNeedle):
    """Words in a row, which tags, signs and line ends may separate."""

    def stands_in(self, hay: Haystack) -> bool:
        """Return whether its words are there, a short text only where it is there to be read."""
        is_long = len(self.letters) >= _LETTERS_OF_A_LONG_TEXT
        words = flow(self.text).lower()
        starts = 1 if _may_go_on(self.text[0], is_long) else 0
        ends = -1 if _may_go_on(self.text[-1], is_long) else None
        return words[starts:ends] in (hay.flow if is_long else hay.said.lower())


def _may_go_on(sign: str, is_long: bool) -> bool:
    """Return whether another letter beside the first or last one makes no other text of it.

    What was decoded may have rubbish beside it, and some alphabets have no blanks.
    """
    return sign >= _WITHOUT_BLANKS or (is_long and not sign.isdigit())


class Part(Phrase):
    """A part of a longer text; it tells nothing if each of its words stands in a public text."""

    def is_common(self, known: Known) -> bool:
        """Return whether its words are public one by one."""
        return known.weaves(_telling(self.text) - known.words)


class Word(TextNeedle):
    """A short text: the same only in the same letters, and where it is there to be read."""

    def may_stand_in(self, hay: Haystack) -> bool:
        """Return whether it is there by itself, be it as the name of something."""
        return _stands_alone(self.text, hay.prose) or _stands_alone(self.text, hay.plain)

    def stands_in(self, hay: Haystack) -> bool:
        """Return whether it is there to be read."""
        return flow(self.text) in hay.said

    def is_public(self, known: Known) -> bool:
        """Return whether its words stand in public texts, or it is common."""
        words = flow(self.text).lower().split()
        return known.words.issuperset(words) or self.is_common(known)


def _stands_alone(word: str, text: str) -> bool:
    """Return whether a word stands in a text with no other letters beside it."""
    start = text.find(word)
    while start >= 0:
        end = start + len(word)
        around = text[max(start - 1, 0) : start] + text[end : end + 1]
        if not any(sign.isalnum() and sign < _WITHOUT_BLANKS for sign in around):
            return True
        start = text.find(word, start + 1)
    return False


class Id(TextNeedle):
    """The id of something, as it stands in addresses and attributes."""

    def stands_in(self, hay: Haystack) -> bool:
        """Return whether it is there, and not as a part of another."""
        return re.search(rf"(?<![\w-]){re.escape(self.text)}(?![\w-])", hay.prose) is not None
