"""How a calendar is spelled that others subscribe to (RFC 5545, with names of RFC 7986).

Whole days are days, and moments are UTC, so that no zone has to be described. Knows no practice
and decides nothing about what an event says.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime

from portalgen.formats.content_lines import Property, content_lines, text


@dataclass(frozen=True)
class Event:
    """Something that fills whole days (both dates), or the time between two moments.

    `ends` is excluded: the day after the last, or the moment. `changed` is when the owner last
    changed what is said, and `revision` how often.
    """

    uid: str
    starts: date
    ends: date
    summary: str
    changed: datetime
    revision: int = 0
    description: str = ""
    url: str = ""
    is_cancelled: bool = False


def calendar(name: str, events: Iterable[Event], hours_between_looks: int) -> bytes:
    """Return a whole calendar; programs that subscribe look at it again after some hours."""
    return content_lines(
        [
            Property("BEGIN", "VCALENDAR"),
            Property("VERSION", "2.0"),
            Property("PRODID", "-//portalgen//portalgen//EN"),
            Property("NAME", text(name)),
            Property("X-WR-CALNAME", text(name)),
            Property("REFRESH-INTERVAL;VALUE=DURATION", f"PT{hours_between_looks}H"),
            Property("X-PUBLISHED-TTL", f"PT{hours_between_looks}H"),
            *(line for event in events for line in _event(event)),
            Property("END", "VCALENDAR"),
        ]
    )


def _event(event: Event) -> Iterator[Property]:
    yield Property("BEGIN", "VEVENT")
    yield Property("UID", text(event.uid))
    yield Property("DTSTAMP", _moment(event.changed))
    yield Property("SEQUENCE", str(event.revision))
    yield _time("DTSTART", event.starts)
    yield _time("DTEND", event.ends)
    yield Property("SUMMARY", text(event.summary))
    if event.description:
        yield Property("DESCRIPTION", text(event.description))
    if event.url:
        yield Property("URL", event.url)
    yield Property("STATUS", "CANCELLED" if event.is_cancelled else "CONFIRMED")
    # It takes no time of those who subscribe.
    yield Property("TRANSP", "TRANSPARENT")
    yield Property("END", "VEVENT")


def _time(name: str, at: date) -> Property:
    if isinstance(at, datetime):
        return Property(name, _moment(at))
    return Property(f"{name};VALUE=DATE", f"{at:%Y%m%d}")


def _moment(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"
