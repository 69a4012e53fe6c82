"""A reader in another zone: moments are told in both times, whole days are never shifted."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.live.portals import portal
from tests.browser.live.watching import readings, watched
from tests.conftest import Write
from tests.serving import Site

TOKYO = ZoneInfo("Asia/Tokyo")
# Monday, 3:10 pm in San Diego.
TUESDAY_MORNING = datetime(2026, 11, 24, 8, 10, tzinfo=TOKYO)


def test_a_client_in_tokyo_reads_both_times(chromium: Browser, site: Site) -> None:
    with _read(chromium, site, "/", "Asia/Tokyo") as page:
        [seen] = readings(page, [TUESDAY_MORNING])
    assert seen.state == "open"
    assert seen.badge == (
        "Open now · until 4:00 pm Pacific time (San Diego), for you Tuesday, November 24, 9:00 am"
    )
    assert seen.hears[0] == (
        "Write now, hear back by Tuesday, November 24, 4:00 pm. "
        "Pacific time (San Diego); for you Wednesday, November 25, 9:00 am."
    )


def test_a_client_nearby_reads_one_time(chromium: Browser, site: Site) -> None:
    with _read(chromium, site, "/", "America/Tijuana") as page:
        [seen] = readings(page, [TUESDAY_MORNING])
    assert seen.badge == "Open now · until 4:00 pm"
    assert seen.hears[0] == "Write now, hear back by Tuesday, November 24, 4:00 pm."


def test_whole_days_are_the_same_everywhere(chromium: Browser, site: Site) -> None:
    read = {}
    for zone in ("Asia/Tokyo", "America/Los_Angeles"):
        with _read(chromium, site, "/", zone) as page:
            [notice] = readings(page, [TUESDAY_MORNING])[0].notices
            read[zone] = notice.headline, notice.lines[0]
    assert len(set(read.values())) == 1
    assert "Away from Monday, December 21, through Friday, January 1" in read["Asia/Tokyo"][1]


def test_a_clock_time_of_a_notice_is_told_in_both(chromium: Browser, site: Site) -> None:
    with _read(chromium, site, "/", "Asia/Tokyo") as page:
        [notice] = readings(page, [TUESDAY_MORNING])[0].notices
    assert notice.lines[1] == (
        "Last chance before: Wednesday, December 16, 5:00 pm. "
        "Pacific time (San Diego); for you Thursday, December 17, 10:00 am."
    )


@pytest.mark.parametrize("zone", ["Asia/Tokyo", "America/Los_Angeles"])
def test_the_calendar_marks_the_day_of_the_practice(
    zone: str, chromium: Browser, site: Site
) -> None:
    with _read(chromium, site, "/availability/", zone) as page:
        marked = page.locator("td[aria-current=date]")
        assert [each.get_attribute("data-day") for each in marked.all()] == ["23"]


@pytest.mark.parametrize(
    ("zone", "told"),
    [
        ("Asia/Tokyo", "Sunday, November 1, 5:00 am to Monday, November 2, 6:00 am"),
        ("Asia/Kolkata", "Sunday, November 1, 1:30 am to Monday, November 2, 2:30 am"),
        # No change of the clock there: only the end differs.
        ("America/Phoenix", "Saturday, October 31, 1:00 pm to Sunday, November 1, 2:00 pm"),
    ],
)
def test_a_range_over_a_change_of_the_clock_is_told_in_both(
    zone: str, told: str, write: Write, chromium: Browser
) -> None:
    away = "away: [{from: 2026-10-31 13:00, until: 2026-11-01 13:00}]"
    [line, *_] = _first_notice(write, away, datetime(2026, 10, 30, 12, tzinfo=UTC), zone, chromium)
    assert line.endswith(f"for you {told}.")


def test_a_range_within_a_day_names_the_day_once(write: Write, chromium: Browser) -> None:
    away = "away: [{from: 2026-12-02 13:00, until: 2026-12-02 17:00}]"
    moment = datetime(2026, 12, 1, 12, tzinfo=UTC)
    [line, *_] = _first_notice(write, away, moment, "Asia/Tokyo", chromium)
    assert line.endswith("for you Thursday, December 3, 6:00 am to 10:00 am.")


def test_a_browser_that_knows_no_zone_but_its_own_says_the_same(
    chromium: Browser, site: Site
) -> None:
    """And one that puts other signs than spaces between the words, as many do."""
    knows_little = """
      const Known = Intl.DateTimeFormat;
      Intl.DateTimeFormat = (locales, options) => {
        if (options.timeZone !== "UTC") throw new RangeError("no such zone");
        const known = new Known(locales, options);
        return { format: (moment) => known.format(moment).replaceAll(" ", "\u202f") };
      };
    """
    with _read(chromium, site, "/", "Asia/Tokyo", knows_little) as page:
        [seen] = readings(page, [TUESDAY_MORNING])
    assert seen.badge == (
        "Open now · until 4:00 pm Pacific time (San Diego), for you Tuesday, November 24, 9:00 am"
    )


def _first_notice(
    write: Write, away: str, moment: datetime, zone: str, chromium: Browser
) -> tuple[str, ...]:
    """Return the lines of the notice that leads at the moment of its build."""
    built = portal(write({"away.yaml": away}), moment)
    site = Site(built.files)
    with watched(chromium, f"{site.root}/", zone, moment) as page:
        [reading] = readings(page, [moment])
    site.close()
    return reading.notices[0].lines


@contextmanager
def _read(
    chromium: Browser, site: Site, address: str, zone: str, before: str = ""
) -> Iterator[Page]:
    with watched(chromium, site.root + address, zone, TUESDAY_MORNING, before) as page:
        yield page
