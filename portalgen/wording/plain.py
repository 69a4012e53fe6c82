"""Babel's texts with ordinary spaces, and the language data that Babel has for a tag.

Babel writes U+202F before `pm` and U+00A0 before a currency. Here both become plain spaces:
one such sign doubles what a text message costs, plain-text letters and Sieve scripts show it
as rubbish in old programs, and a search for `5:00 pm` does not find it. What must not break
over two lines is the business of the style sheet.
"""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel import Locale


def plain(text: str) -> str:
    """Return a text with ordinary spaces in place of the narrow, thin and fixed ones."""
    return re.sub("[\u00a0\u2009\u202f]", " ", text)


def begun(text: str) -> str:
    """Return a text as it begins a line: weekdays and months have no capital in many languages."""
    return text[:1].upper() + text[1:]


def locale_of(tag: str) -> "Locale":
    """Return Babel's data for a language tag, or for the nearest language it has.

    `de-XX` is read as `de`, and a language that Babel does not know as American English.
    """
    from babel import Locale, UnknownLocaleError

    for each in (*tags_from(tag), "en-US"):
        try:
            return Locale.parse(each, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    raise AssertionError("Babel always has English")


def tags_from(tag: str) -> tuple[str, ...]:
    """Return a tag and its ever shorter beginnings: `zh-Hant-TW`, `zh-Hant`, `zh`."""
    parts = tag.split("-")
    return tuple("-".join(parts[:length]) for length in range(len(parts), 0, -1))


def language_name(tag: str) -> str:
    """Return what a language is called in English: `French`; the tag where nobody knows."""
    from babel import Locale

    return str(Locale("en").languages.get(tag.split("-")[0], tag))
