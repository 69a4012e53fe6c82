"""Days and instants as programs write them into finished files.

ISO 8601 with signs and without, the minutes of the facts for the script (`portalgen.live`), and
the days of a calendar table. Words for days are texts like any other.
"""

import json
import re
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import accumulate
from typing import Any

_CLOCK = re.compile(r"T(\d\d):?(\d\d)(?::?\d\d(?:\.\d+)?)?(?:Z|\+00:?00)(?![\w-])")
_LIVE = re.compile(r'id="portal_live"[^>]*>(.*?)</script>')
_MONTH = re.compile(r'\sdata-month="(\d{4})-(\d\d)"(.*?)</table>', re.DOTALL)
_MARKED_DAY = re.compile(
    r'class="[^"]*\bday-(?:away|partly-away|limited)\b[^"]*"[^>]*\sdata-day="(\d+)"'
)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_OF_A_WORD = re.compile(r"[\w-]")


def spellings(day: date) -> tuple[str, str]:
    """Return how programs write a day: `2026-12-21` and `20261221`."""
    return day.isoformat(), f"{day:%Y%m%d}"


def stands_alone(day: date, text: str) -> bool:
    """Return whether a day stands in a text by itself, and not within an instant."""
    return any(not _OF_A_WORD.match(text, end) for end in _ends(day, text))


def stands(instant: datetime, text: str) -> bool:
    """Return whether an instant (UTC) stands in a text, to the minute."""
    clocks = (_CLOCK.match(text, end) for end in _ends(instant.date(), text))
    told = (f"{instant:%H}", f"{instant:%M}")
    return any(clock is not None and clock.groups() == told for clock in clocks)


def live_instants(lines: Iterable[str]) -> frozenset[datetime]:
    """Return the instants at which something starts or ends by the facts for the script."""
    facts = {each for line in lines if "portal_live" in line for each in _LIVE.findall(line)}
    return frozenset(instant for each in facts for instant in _of_live(json.loads(each)))


def marked_days(page: str) -> Iterator[date]:
    """Yield the days that the calendar of a page shows as away or with slow replies."""
    for year, month, table in _MONTH.findall(page):
        for day in _MARKED_DAY.findall(table):
            yield date(int(year), int(month), int(day))


def _ends(day: date, text: str) -> Iterator[int]:
    """Yield where a day ends in a text that does not end a longer word."""
    for written in spellings(day):
        start = text.find(written)
        while start >= 0:
            if start == 0 or not _OF_A_WORD.match(text, start - 1):
                yield start + len(written)
            start = text.find(written, start + 1)


def _of_live(facts: dict[str, Any]) -> Iterator[datetime]:
    edges = set(accumulate(span[0] for span in facts["spans"]))
    for name in ("still", "slow", "unsure"):
        edges.update(edge for span in facts[name] for edge in span[:2] if type(edge) is int)
    for edge in edges:
        yield _EPOCH + timedelta(minutes=facts["from"] + edge)
