"""The words that the portal itself says, whatever the owner wrote."""

import re
from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from pathlib import Path

from portalgen.model.away import AbsenceStatus, Level
from portalgen.timeline.states import State
from portalgen.wording.dates import weekday_name
from portalgen.wording.plain import tags_from
from portalgen.wording.voice import Voice

_CATALOGS = Path(__file__).parent / "catalogs"
_QUOTED = re.compile(r'^(?:msg\w+(?:\[\d\])? )?"(.*)"$', re.MULTILINE)
_PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|\\.")
_ENUMS: tuple[type[StrEnum], ...] = (AbsenceStatus, Level, State)


def own_texts(voice: Voice) -> Iterator[str]:
    """Yield texts with all words that a voice may say by itself: messages, months, weekdays."""
    names = ("portalgen.pot", *(f"{tag}.po" for tag in tags_from(voice.lang)))
    for file in (_CATALOGS / name for name in names):
        if file.is_file():
            quoted = "\n".join(_QUOTED.findall(file.read_text(encoding="utf-8")))
            yield _PLACEHOLDER.sub(" ", quoted)
    for month in range(1, 13):
        yield voice.day_without_weekday(date(voice.month.year, month, 1))
    yield from (weekday_name(voice.locale, number) for number in range(7))
    yield from (voice.clock(0), voice.clock(12 * 60), voice.zone)
    yield from (each.value for kind in _ENUMS for each in kind)
