"""Absences as spans of instants: when each holds, may be known, ends, and is forgotten."""

from dataclasses import dataclass
from datetime import date, datetime

from portalgen.model.away import Absence


@dataclass(frozen=True)
class Stretch:
    """An absence as instants (UTC), and as the days by which clients know it.

    `starts` and `ends` are the absence itself; `ends` is None while it has none. `first_day`
    and `last_day` are calendar days of the practice, both included; `last_day` is None while
    there is no end. `announced` is the instant from which clients may know of it. `back` is
    the first open time after it, None while no such time is known. From `gone` on no notice,
    reason or message is public, from `forgotten` on nothing is; None while there is no end.
    `catch_up_ends` is the end of the slow time that starts at `back`, if there is one.
    """

    absence: Absence
    starts: datetime
    ends: datetime | None
    announced: datetime
    first_day: date
    last_day: date | None
    back: datetime | None
    gone: datetime | None
    forgotten: datetime | None
    catch_up_ends: datetime | None = None
