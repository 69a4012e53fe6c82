"""Needles for numbers, addresses and images: what leads to somebody."""

import re
from functools import cached_property
from urllib.parse import quote

from portalgen.leaks.haystack import Haystack, digits, letters
from portalgen.leaks.known import Known
from portalgen.leaks.needles_of_texts import TextNeedle

# Country codes have up to three digits, and are often left out.
_COUNTRY_CODE, _DIGITS_OF_A_NUMBER = 3, 7
_BETWEEN_DIGITS = r"[ .()/\u00a0\u2010-\u2015\u202f-]{0,3}"
_BEFORE_A_NUMBER = rf"(?<![\w.])(?:\d{{1,4}}{_BETWEEN_DIGITS}){{0,3}}"


class Number(TextNeedle):
    """A telephone number in any spelling, with or without the code of its country."""

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


class Address(TextNeedle):
    """An e-mail address, or a web address, with its scheme or without."""

    @cached_property
    def letters(self) -> bytes:
        """The letters of what is never left out."""
        return letters(self._bare)

    def stands_in(self, hay: Haystack) -> bool:
        """Return whether it is there, and not another that goes on."""
        address = rf"(?<![\w@.+-]){re.escape(self._bare)}/?(?![\w/?#=&%+@-]|\.\w)"
        return re.search(address, hay.text, re.IGNORECASE) is not None

    def is_common(self, known: Known) -> bool:
        """Return False: an address is somebody's own."""
        return False

    @property
    def _bare(self) -> str:
        return self.text.removeprefix("https://").removeprefix("http://").rstrip("/")


class ImageFile(TextNeedle):
    """An image, by the name of its file."""

    @cached_property
    def letters(self) -> bytes:
        """The letters of its address, in which some signs are encoded."""
        return letters(f"images/{quote(self.text)}")

    def stands_in(self, hay: Haystack) -> bool:
        """Return whether its address is there."""
        names = {quote(self.text), self.text}
        return any(re.search(rf"images/{re.escape(name)}(?![\w.-])", hay.text) for name in names)

    def is_common(self, known: Known) -> bool:
        """Return False: an image shows what it shows."""
        return False

    def is_public(self, known: Known) -> bool:
        """Return whether a public text, or another part of the content, names it too."""
        return any(self.text in text for _, text in known.texts)
