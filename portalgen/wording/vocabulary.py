"""The words that the portal itself says, whatever the owner wrote."""

import re
from collections.abc import Iterator
from datetime import date
from enum import StrEnum

from portalgen.model.away import AbsenceStatus, Level
from portalgen.timeline.states import State
from portalgen.wording.catalogs import texts_of
from portalgen.wording.dates import weekday_name
from portalgen.wording.voice import Voice

_PLACEHOLDER = re.compile(r"%\(\w+\)s")
_ENUMS: tuple[type[StrEnum], ...] = (AbsenceStatus, Level, State)


def own_texts(voice: Voice) -> Iterator[str]:
    """Yield texts with all words that a voice may say by itself: messages, months, weekdays."""
    yield _PLACEHOLDER.sub(" ", "\n".join(texts_of(voice.catalog)))
    for month in range(1, 13):
        yield voice.day_without_weekday(date(voice.month.year, month, 1))
    yield from (weekday_name(voice.locale, number) for number in range(7))
    yield from (voice.clock(0), voice.clock(12 * 60), voice.zone)
    yield from (each.value for kind in _ENUMS for each in kind)
