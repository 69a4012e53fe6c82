"""What is looked for in finished files, each kind in its own way.

Every needle tells whether it `may_stand_in` a haystack: quick, and right when it says no; and
whether it `stands_in` it: careful. What stands there is no leak if it `is_public`: because it
`is_common`, such as words that the portal says by itself or a day that is told for another
reason, or because the owner typed it in a public place as well.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Protocol
from urllib.parse import quote

from portalgen.leaks import machine_days
from portalgen.leaks.haystack import Haystack, digits, flow, letters
from portalgen.leaks.known import Known

# A shorter text, and a shorter single word, is the same only as whole words in the same letters.
_LETTERS_OF_A_TEXT, _LETTERS_OF_A_WORD = 8, 12
_LEAST_LETTERS = 3
# So many letters are no chance, even among the names of a program.
_LETTERS_OF_A_LONG_TEXT = 16
# A long text is looked for in parts, so that one that is cut short is found too.
_WORDS_OF_A_PART, _LETTERS_OF_A_PART = 6, 24
# What is never printed as it is typed: facts, the addresses of links, the signs before an item.
_NOT_PRINTED = re.compile(r"\{\{.*?\}\}|\]\([^)]*\)|\n\s*(?:\d+[.)]|[-*+>#|]+)\s")
# Country codes have up to three digits, and are often left out.
_COUNTRY_CODE, _DIGITS_OF_A_NUMBER = 3, 7
_BETWEEN_DIGITS = r"[ .()/\u00a0\u2010-\u2015\u202f-]{0,3}"
_BEFORE_A_NUMBER = rf"(?<![\w.])(?:\d{{1,4}}{_BETWEEN_DIGITS}){{0,3}}"
# From here on alphabets have no blanks between words.
_WITHOUT_BLANKS = "\u0e00"


class Needle(Protocol):
    """Something that is looked for."""

    def may_stand_in(self, hay: Haystack) -> bool:
        """Return whether it is worth looking carefully."""
        ...

    def stands_in(self, hay: Haystack) -> bool:
        """Return whether it is there."""
        ...

    def is_common(self, known: Known) -> bool:
        """Return whether it can be there for another reason."""
        ...

    def is_public(self, known: Known) -> bool:
        """Return whether it is common, or typed in a public place; what is quick comes first."""
        ...


def words_of(text: str) -> Iterator[Needle]:
    """Yield the needles of a text; none where it is too short to tell anything."""
    parts = [part for piece in _NOT_PRINTED.split(text) for part in _parts(piece)]
    long_parts = [part for part in parts if not _is_short(part)]
    if long_parts:
        yield from (Phrase(part, is_part=len(parts) > 1) for part in long_parts)
    elif len(letters(text)) >= _LEAST_LETTERS:
        yield Word(text)


def _is_short(text: str) -> bool:
    least = _LETTERS_OF_A_TEXT if len(text.split()) > 1 else _LETTERS_OF_A_WORD
    return len(letters(text)) < least


def _parts(text: str) -> Iterator[str]:
    """Yield a text in parts of some words; the last takes what would be less than one."""
    words = text.split()
    part: list[str] = []
    for number, word in enumerate(words):
        part.append(word)
        is_long = (
            len(part) >= _WORDS_OF_A_PART and len(letters("".join(part))) >= _LETTERS_OF_A_PART
        )
        if is_long and len(words) - number > _WORDS_OF_A_PART:
            yield " ".join(part)
            part = []
    yield " ".join(part)


@dataclass(frozen=True)
class Phrase:
    """Words in a row, which tags, signs and line ends may separate.

    A whole text is common if it has no word but those of which the portal makes sentences, a
    part of one if each of its words stands in some public text.
    """

    text: str
    is_part: bool = False

    @cached_property
    def letters(self) -> bytes:
        """What is left without blanks and signs."""
        return letters(self.text)

    def may_stand_in(self, hay: Haystack) -> bool:
        """Return whether its letters are there."""
        return self.letters in hay.letters

    def stands_in(self, hay: Haystack) -> bool:
        """Return whether its words are there, a short text only where it is there to be read."""
        is_long = len(self.letters) >= _LETTERS_OF_A_LONG_TEXT
        words = flow(self.text).lower()
        starts = 1 if _may_go_on(self.text[0], is_long) else 0
        ends = -1 if _may_go_on(self.text[-1], is_long) else None
        return words[starts:ends] in (hay.flow if is_long else hay.said.lower())

    def is_common(self, known: Known) -> bool:
        """Return whether the portal may have put these words together."""
        words = _telling(self.text)
        return known.weaves(words - known.words if self.is_part else words)

    def is_public(self, known: Known) -> bool:
        """Return whether the same letters stand in a public text, or it is common."""
        return self.letters in known.letters or self.is_common(known)


def _may_go_on(sign: str, is_long: bool) -> bool:
    """Return whether another letter beside the first or last one makes no other text of it.

    What was decoded may have rubbish beside it, and some alphabets have no blanks.
    """
    return sign >= _WITHOUT_BLANKS or (is_long and not sign.isdigit())


@dataclass(frozen=True)
class Word:
    """A short text: the same only in the same letters, and where it is there to be read."""

    text: str

    def may_stand_in(self, hay: Haystack) -> bool:
        """Return whether it is there by itself, be it as the name of something."""
        return _stands_alone(self.text, hay.prose) or _stands_alone(self.text, hay.plain)

    def stands_in(self, hay: Haystack) -> bool:
        """Return whether it is there to be read."""
        return flow(self.text) in hay.said

    def is_common(self, known: Known) -> bool:
        """Return whether it is a word of which the portal makes sentences."""
        return known.weaves(_telling(self.text))

    def is_public(self, known: Known) -> bool:
        """Return whether its words stand in public texts, or it is common."""
        words = flow(self.text).lower().split()
        return known.words.issuperset(words) or self.is_common(known)


def _stands_alone(word: str, text: str) -> bool:
    """Return whether a word stands in a text with no other letters beside it."""
    start = text.find(word)
    while start >= 0:
        around = text[max(start - 1, 0) : start] + text[start + len(word) : start + len(word) + 1]
        if not any(sign.isalnum() and sign < _WITHOUT_BLANKS for sign in around):
            return True
        start = text.find(word, start + 1)
    return False


def _telling(text: str) -> frozenset[bytes]:
    """Return the words of a text that are more than a number or a single letter."""
    words = flow(text).lower().split()
    return frozenset(word for word in words if len(word) > 1 and not word.isdigit())


@dataclass(frozen=True)
class Id:
    """The id of something, as it stands in addresses and attributes."""

    id: str

    def may_stand_in(self, hay: Haystack) -> bool:
        """Return whether its letters are there."""
        return letters(self.id) in hay.letters

    def stands_in(self, hay: Haystack) -> bool:
        """Return whether it is there, and not as a part of another."""
        return re.search(rf"(?<![\w-]){re.escape(self.id)}(?![\w-])", hay.prose) is not None

    def is_common(self, known: Known) -> bool:
        """Return whether it is made of words that the portal uses itself."""
        return known.weaves(_telling(self.id))

    def is_public(self, known: Known) -> bool:
        """Return whether something public is called the same, or it is common."""
        return letters(self.id) in known.letters or self.is_common(known)


@dataclass(frozen=True)
class Number:
    """A telephone number in any spelling, with or without the code of its country."""

    text: str

    @cached_property
    def tail(self) -> bytes:
        """Its digits as far as they always stand there."""
        found = digits(self.text)
        tail = found[_COUNTRY_CODE:]
        return tail if len(tail) >= _DIGITS_OF_A_NUMBER else found

    def may_stand_in(self, hay: Haystack) -> bool:
        """Return whether its digits are there in a row."""
        return self.tail in hay.digits

    def stands_in(self, hay: Haystack) -> bool:
        """Return whether they are there as one number."""
        row = _BETWEEN_DIGITS.join(self.tail.decode())
        return re.search(rf"{_BEFORE_A_NUMBER}{row}(?!\d)", hay.prose) is not None

    def is_common(self, known: Known) -> bool:
        """Return whether it is as short as a number that everybody has, such as 911."""
        return len(self.tail) < _DIGITS_OF_A_NUMBER

    def is_public(self, known: Known) -> bool:
        """Return whether a public text has these digits, or it is common."""
        return self.is_common(known) or any(self.tail in each for each in known.numbers)


@dataclass(frozen=True)
class Address:
    """An e-mail address, or a web address without its scheme."""

    text: str

    @cached_property
    def bare(self) -> str:
        """The address without what may be left out."""
        return self.text.lower().removeprefix("https://").removeprefix("http://").rstrip("/")

    def may_stand_in(self, hay: Haystack) -> bool:
        """Return whether its letters are there."""
        return letters(self.bare) in hay.letters

    def stands_in(self, hay: Haystack) -> bool:
        """Return whether it is there, and not another that goes on."""
        address = rf"(?<![\w@.+-]){re.escape(self.bare)}/?(?![\w/?#=&%+@-]|\.\w)"
        return re.search(address, hay.text, re.IGNORECASE) is not None

    def is_common(self, known: Known) -> bool:
        """Return False: an address is somebody's own."""
        return False

    def is_public(self, known: Known) -> bool:
        """Return whether it stands in a public text."""
        return letters(self.bare) in known.letters


@dataclass(frozen=True)
class ImageFile:
    """An image, by the name of its file."""

    name: str

    def may_stand_in(self, hay: Haystack) -> bool:
        """Return whether the letters of its address are there."""
        return letters(f"images{quote(self.name)}") in hay.letters

    def stands_in(self, hay: Haystack) -> bool:
        """Return whether its address is there."""
        names = {quote(self.name), self.name}
        return any(re.search(rf"images/{re.escape(name)}(?![\w.-])", hay.text) for name in names)

    def is_common(self, known: Known) -> bool:
        """Return False: an image shows what it shows."""
        return False

    def is_public(self, known: Known) -> bool:
        """Return whether a public text, or another part of the content, names it too."""
        return any(self.name in text for _, text in known.texts)


@dataclass(frozen=True)
class DayPhrase:
    """Days in words, such as `December 21 to January 1`. One day alone tells less than two."""

    days: frozenset[date]
    phrase: Phrase
    is_alone: bool = False

    def may_stand_in(self, hay: Haystack) -> bool:
        """Return whether its letters are there."""
        return self.phrase.may_stand_in(hay)

    def stands_in(self, hay: Haystack) -> bool:
        """Return whether its words are there."""
        return self.phrase.stands_in(hay)

    def is_common(self, known: Known) -> bool:
        """Return whether all of its days are public, or it is a day on which doors may open."""
        if self.is_alone and any(map(known.tells_openings_of, self.days)):
            return True
        return all(map(known.has_name, self.days))

    def is_public(self, known: Known) -> bool:
        """Return whether its days are public, or a public text says the same."""
        return self.is_common(known) or self.phrase.letters in known.letters


@dataclass(frozen=True)
class Day:
    """A day as programs write it."""

    day: date

    def may_stand_in(self, hay: Haystack) -> bool:
        """Return whether its digits are there, perhaps in an instant."""
        return f"{self.day:%Y%m%d}".encode() in hay.letters

    def stands_in(self, hay: Haystack) -> bool:
        """Return whether it stands alone."""
        return machine_days.stands_alone(self.day, hay.text)

    def is_common(self, known: Known) -> bool:
        """Return whether it is public."""
        return known.has_day(self.day)

    def is_public(self, known: Known) -> bool:
        """Return whether it is public, or stands in a public text."""
        return self.is_common(known) or f"{self.day:%Y%m%d}".encode() in known.letters


@dataclass(frozen=True)
class MarkedDay:
    """A day that a calendar on a page shows as away."""

    day: date

    def may_stand_in(self, hay: Haystack) -> bool:
        """Return whether it is marked."""
        return self.day in hay.marked_days

    def stands_in(self, hay: Haystack) -> bool:
        """Return whether it is marked."""
        return self.may_stand_in(hay)

    def is_common(self, known: Known) -> bool:
        """Return whether something that is public marks it."""
        return known.marks_day(self.day)

    def is_public(self, known: Known) -> bool:
        """Return whether something that is public marks it."""
        return self.is_common(known)


@dataclass(frozen=True)
class Instant:
    """An instant (UTC) as programs write it, or as the script is told it."""

    instant: datetime

    def may_stand_in(self, hay: Haystack) -> bool:
        """Return whether its day is there, or the script is told it."""
        is_there = f"{self.instant:%Y%m%d}".encode() in hay.letters
        return is_there or self.instant in hay.live_instants

    def stands_in(self, hay: Haystack) -> bool:
        """Return whether it is there to the minute."""
        is_live = self.instant in hay.live_instants
        return is_live or machine_days.stands(self.instant, hay.text)

    def is_common(self, known: Known) -> bool:
        """Return whether something else that is public begins or ends with it."""
        return known.has_instant(self.instant)

    def is_public(self, known: Known) -> bool:
        """Return whether something else that is public begins or ends with it."""
        return self.is_common(known)
