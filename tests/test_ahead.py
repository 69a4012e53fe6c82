"""Times in the owner's notation; which absences are ahead, the tests of the checks show."""

from datetime import datetime

import pytest

from portalgen import days
from portalgen.ahead import written_time

SAN_DIEGO, CAIRO = "America/Los_Angeles", "Africa/Cairo"


@pytest.mark.parametrize(
    ("zone", "starts", "ends", "said"),
    [
        (SAN_DIEGO, "2026-12-24", "2026-12-27", "from 2026-12-24 through 2026-12-26"),
        (SAN_DIEGO, "2026-12-24", "2026-12-25", "on 2026-12-24"),
        (SAN_DIEGO, "2026-12-24", "2026-12-25 09:00", "from 2026-12-24 until 2026-12-25 09:00"),
        (SAN_DIEGO, "2026-12-24 13:00", "2026-12-27", "from 2026-12-24 13:00 through 2026-12-26"),
        (SAN_DIEGO, "2026-12-24 13:00", "2026-12-25", "from 2026-12-24 13:00 through 2026-12-24"),
        (SAN_DIEGO, "2026-12-24", None, "from 2026-12-24 on"),
        (SAN_DIEGO, "2026-12-24 13:00", None, "from 2026-12-24 13:00 on"),
        # A day of 23 hours, and one that has no midnight.
        (SAN_DIEGO, "2027-03-14", "2027-03-15", "on 2027-03-14"),
        (CAIRO, "2026-04-24 01:00", "2026-04-25", "on 2026-04-24"),
    ],
)
def test_a_time_is_said_as_the_owner_would_write_it(
    zone: str, starts: str, ends: str | None, said: str
) -> None:
    where = days.zone(zone)
    span = [each and days.instant(datetime.fromisoformat(each), where) for each in (starts, ends)]
    assert span[0]
    assert written_time(span[0], span[1] or None, where) == said
