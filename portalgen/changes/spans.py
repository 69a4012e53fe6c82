"""A time with a start, and with an end if one is typed: `2026-12-21..2027-01-01`, `14:00-17:00`.

Between the two stand two dots, one of the words `to`, `until` and `through`, or a dash where it
can not be part of a day; between two days nothing at all is enough.
"""

import re
from dataclasses import dataclass
from datetime import datetime

from portalgen.changes.words import End, Time, end_meant, time_meant
from portalgen.model import proposals
from portalgen.model.times import day_part
from portalgen.model.values import Unreadable

_BETWEEN = re.compile(
    r"\s*(?:\.{2,}|…)\s*"
    r"|\s+(?:to|until|through)\s+"
    r"|\s+[-\u2013]\s+"
    r"|(?<=[A-Za-z])[-\u2013](?=[A-Za-z])"
    r"|(?<=\d{4}-\d\d-\d\d)(?:\s+|\s*[-\u2013]\s*)(?=\d{4}-\d\d-\d\d)"
    r"|(?<=:\d\d)\s*[-\u2013]\s*(?=\d)"
)


@dataclass(frozen=True)
class Typed:
    """When an absence starts, and its end if one was typed."""

    starts: Time
    ends: End | None = None


def span_meant(text: str, now: datetime) -> Typed:
    """Return the time that a text means, for an owner whose clock shows `now`.

    A weekday as the end is the first one after the start, a clock time one of its day.
    """
    parts = _BETWEEN.split(text.strip())
    hours = proposals.meant_hours(text) if len(parts) == 1 else ""
    if hours:
        raise Unreadable(f"`{text}` is not how hours are written.", f"Write {hours}.")
    if len(parts) > 2 or not all(parts):
        raise Unreadable(
            f"`{text.strip()}` is not a start and an end.",
            "Write such as 2026-12-21..2027-01-01, monday..wednesday or 14:00-17:00.",
        )
    starts = time_meant(parts[0], now)
    if len(parts) == 1:
        return Typed(starts)
    return Typed(starts, end_meant(parts[1], now, after=day_part(starts)))
