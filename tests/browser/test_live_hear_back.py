"""By when a message is answered, where counting is hard: the browser says what Python says."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Browser, Page

from portalgen.days import zone
from tests.browser.live.portals import Portal, portal
from tests.browser.live.reading import Reader
from tests.browser.live.watching import readings, watched
from tests.conftest import Write
from tests.serving import Site

BERLIN = ZoneInfo("Europe/Berlin")
# From afar both times are told, so that an hour that is shown twice is told apart.
READER = "Asia/Tokyo"
PRACTICE = """\
name: Calder
timezone: Europe/Berlin
contact: {email: ines@calder.example}
"""
USUAL = "weekly: {mon-thu: '09:00-12:00, 13:00-16:00', fri: '09:00-11:00'}\n"
DAY_AND_NIGHT = "weekly: {mon-sun: '00:00-24:00'}\n"


@dataclass(frozen=True)
class Case:
    """What an owner writes, and the days (UTC) in which each half hour is looked at."""

    promises: tuple[str, str, str]
    first: datetime
    days: float
    hours: str = USUAL
    away: tuple[str, ...] = ()

    @property
    def files(self) -> Mapping[str, str]:
        replies = ", ".join(f"{{by: email, within: {each}}}" for each in self.promises)
        return {
            "practice.yaml": PRACTICE,
            "availability.yaml": f"{self.hours}replies: [{replies}]\n",
            "away.yaml": "away:\n" + "".join(f"  - {{{each}}}\n" for each in self.away),
        }


CASES = {
    "a clock that skips an hour": Case(
        ("1 day", "36 hours", "2 days"), datetime(2027, 3, 26, 12), 2.5, DAY_AND_NIGHT
    ),
    "a clock that shows an hour twice": Case(
        ("1 day", "36 hours", "2 days"), datetime(2026, 10, 23, 12), 3, DAY_AND_NIGHT
    ),
    "away for some days, across a change of the clock": Case(
        ("1 day", "30 hours", "1 business day"),
        datetime(2027, 3, 25, 12),
        4,
        DAY_AND_NIGHT,
        ("from: 2027-03-27 02:15, until: 2027-03-28 12:00",),
    ),
    "two absences with a day between": Case(
        ("1 day", "4 hours", "3 business hours"),
        datetime(2026, 11, 23),
        8,
        away=("from: 2026-11-25, until: 2026-11-25", "from: 2026-11-27, until: 2026-11-30"),
    ),
    "away without an end": Case(
        ("1 day", "4 hours", "1 business day"),
        datetime(2026, 11, 23),
        4,
        away=("from: 2026-11-25 10:00, until: further notice, review: 2026-11-30",),
    ),
    "slow without an end": Case(
        ("1 day", "4 hours", "1 business day"),
        datetime(2026, 11, 23),
        4,
        away=(
            "from: 2026-11-25, until: further notice, review: 2026-11-30, level: limited, "
            "replies_within: 2 business days",
        ),
    ),
    "slow, and nobody says how slow": Case(
        ("1 day", "4 hours", "3 business days"),
        datetime(2026, 11, 23),
        4,
        away=("from: 2026-11-25, until: 2026-11-26, level: limited",),
    ),
    "slow, then away, then catching up more slowly": Case(
        ("1 day", "5 business hours", "2 business days"),
        datetime(2026, 11, 22),
        12,
        away=(
            "from: 2026-11-24, until: 2026-11-25, level: limited, replies_within: 3 days",
            "from: 2026-11-26, until: 2026-11-27, catch_up: 3 days, replies_within: 4 days",
            "from: 2026-12-01 12:00, until: 2026-12-02, level: limited, replies_within: 1 hour",
        ),
    ),
    "closed while messages are answered": Case(
        ("1 business day", "4 hours", "0 business days"),
        datetime(2026, 11, 23),
        5,
        away=("from: 2026-11-25, until: 2026-11-26, level: closed",),
    ),
    "no hours": Case(
        ("1 day", "4 hours", "1 business day"),
        datetime(2026, 11, 23),
        5,
        "",
        (
            "from: 2026-11-25, until: 2026-11-26",
            "from: 2026-11-27, until: further notice, review: 2026-11-30",
        ),
    ),
    "a year of which nobody knows the holidays": Case(
        ("4 hours", "1 week", "1 business day"),
        datetime(2100, 12, 20),
        14,
        f"{USUAL}public_holidays: {{country: DE}}\n"
        "special_days: [{day: 2101-01-04, hours: '09:00-16:00'}]\n",
    ),
    "the end of the timeline": Case(
        ("4 hours", "2 days", "2 business days"), datetime(2027, 1, 26), 8
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_browser_counts_as_python_does(name: str, write: Write, chromium: Browser) -> None:
    case = CASES[name]
    first = case.first.replace(tzinfo=UTC)
    built = portal(write(case.files), _moment(case))
    at = [first + timedelta(minutes=30 * number) for number in range(int(case.days * 48))]
    with _opened(built, at[0], chromium) as page:
        seen = readings(page, at)
    reader = built.reader(zone(READER))
    expected = [_hears(reader, each) for each in at]
    assert [each.hears for each in seen] == expected
    # A case in which nothing ever changes would show nothing.
    assert len(set(expected)) > 3


def test_a_clock_time_that_is_skipped_moves_forward(write: Write, chromium: Browser) -> None:
    """Half past two on March 28 is left out; a day after half past two on March 27 comes later."""
    built = portal(write(CASES["a clock that skips an hour"].files), _spring(20, 12))
    with _opened(built, _spring(27, 2), chromium) as page:
        said = [each.hears[0] for each in readings(page, [_spring(27, 1), _spring(27, 2)])]
    berlin = "Central European time (Berlin); for you Sunday, March 28,"
    assert said == [
        f"Write now, hear back by Sunday, March 28, 1:30 am. {berlin} 9:30 am.",
        f"Write now, hear back by Sunday, March 28, 3:30 am. {berlin} 10:30 am.",
    ]


def _hears(reader: Reader, instant: datetime) -> tuple[str | None, ...]:
    is_old = instant >= reader.edition.good_until
    return (None, None, None) if is_old else reader.hears(instant)


def _spring(day: int, hour: int) -> datetime:
    return datetime(2027, 3, day, hour, 30, tzinfo=BERLIN)


def _moment(case: Case) -> datetime:
    """Return a moment of building in the month whose timeline is looked at."""
    if case is CASES["the end of the timeline"]:
        return datetime(2026, 11, 20, tzinfo=UTC)
    return case.first.replace(tzinfo=UTC)


@contextmanager
def _opened(built: Portal, moment: datetime, chromium: Browser) -> Iterator[Page]:
    site = Site(built.files)
    with watched(chromium, f"{site.root}/availability/", READER, moment) as page:
        yield page
    site.close()
