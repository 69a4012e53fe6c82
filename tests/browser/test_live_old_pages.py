"""Pages that are read long after they were built, with scripts and without."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.live.portals import Portal, portal
from tests.browser.live.practices import practice
from tests.browser.live.watching import readings, watched
from tests.conftest import Write
from tests.serving import Site

BERLIN = ZoneInfo("Europe/Berlin")
MOMENT = datetime(2026, 11, 23, 7, 10, tzinfo=BERLIN)
# Words that are only true at the moment of writing them.
OF_THE_MOMENT = re.compile(
    r"\b(now|today|tonight|tomorrow|yesterday|currently|at present|at the moment|this week)\b", re.I
)
A_DATE = re.compile(r"\b(November|December|January|February) \d")
PRACTICE = """\
name: Calder
owner: Ines
timezone: Europe/Berlin
contact: {email: ines@calder.example}
"""
HOURS = """\
weekly: {mon-thu: "09:00-12:00, 13:00-16:00"}
replies: [{by: email, within: 1 business day}]
"""
AWAY = """\
away:
  - {id: ill, from: 2026-11-23, until: further notice, review: 2026-11-27}
  - {id: dentist, from: 2026-11-24 13:00, until: 2026-11-24 15:00}
  - {id: slow, level: limited, from: 2026-11-20, until: 2026-11-26}
"""
# Built on November 23, it is announced on December 16, and no page may tell of it before.
HELD_BACK = """\
away:
  - {id: lisbon, from: 2026-12-18, until: 2026-12-29, announce: 2026-12-16}
"""


@pytest.fixture
def shown(write: Write) -> Portal:
    return _portal(write, AWAY)


def test_a_page_without_scripts_says_nothing_of_the_moment(
    shown: Portal, chromium: Browser
) -> None:
    """It reads the same at any age, so each word has to be true at every age."""
    pages = [each for each in shown.files if each.endswith("/index.html")]
    with _without_scripts(chromium, shown) as (page, root):
        for address in pages:
            page.goto(root + address)
            text = page.inner_text("body")
            assert OF_THE_MOMENT.findall(text) == [], address
            assert "Monday to Thursday, 9:00 am to 12:00 pm and 1:00 to 4:00 pm" in text
            assert page.get_attribute(".badge", "data-state") is None


def test_notices_without_scripts_name_their_days(shown: Portal, chromium: Browser) -> None:
    with _without_scripts(chromium, shown) as (page, root):
        page.goto(f"{root}/")
        headlines = page.locator(".notice-headline:visible").all_inner_texts()
        lines = page.locator(".notice-lines > p:visible").all_inner_texts()
    assert headlines == [
        "Ines away: November 23 until further notice",
        "Slower replies: November 20 to 26",
        "Ines away: November 24, 1:00 to 3:00 pm",
    ]
    assert lines == [
        "Away from Monday, November 23, until further notice.",
        "Next word by Friday, November 27.",
    ]
    assert all(A_DATE.search(each) for each in (*headlines, *lines))


@pytest.mark.parametrize("seed", [1, 3])
def test_generated_pages_without_scripts_say_nothing_of_the_moment(
    seed: int, chromium: Browser, tmp_path: Path
) -> None:
    made = practice(seed, "en-US")
    shown = portal(made.write(tmp_path / "content"), made.moment)
    with _without_scripts(chromium, shown) as (page, root):
        for address in ("/", "/away/", "/availability/", "/contact/", "/services/"):
            page.goto(root + address)
            assert OF_THE_MOMENT.findall(page.inner_text("body")) == [], address


def test_a_page_claims_something_until_its_timeline_ends(write: Write, chromium: Browser) -> None:
    shown = _portal(write, "away: []")
    assert shown.edition.good_until == shown.edition.timeline.ends
    found = {}
    with _with_scripts(chromium, shown, "/") as page:
        for age in (1, 30, 90):
            [seen] = readings(page, [MOMENT + timedelta(days=age, hours=3)])
            is_stale = page.locator(".stale").is_visible()
            found[age] = seen.state, seen.badge[:8], seen.hears != (None,), is_stale
    assert found == {
        1: ("open", "Open now", True, False),
        30: ("open", "Open now", True, False),
        90: (None, "Monday t", False, True),
    }


def test_a_page_that_is_too_old_says_so_in_neutral_words(shown: Portal, chromium: Browser) -> None:
    with _with_scripts(chromium, shown, "/") as page:
        readings(page, [shown.edition.good_until])
        words = page.inner_text(".stale")
        page.evaluate("standing = Date.parse('2026-11-23T06:10:00Z')")
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        assert not page.locator(".stale").is_visible()
    assert "old" in words
    assert "ines@calder.example" in words
    assert OF_THE_MOMENT.findall(words) == []


def test_a_clock_that_is_behind_the_build_claims_nothing(shown: Portal, chromium: Browser) -> None:
    with _with_scripts(chromium, shown, "/") as page:
        [seen] = readings(page, [shown.edition.timeline.starts - timedelta(seconds=1)])
    assert (seen.state, seen.hears) == (None, (None,))


@pytest.mark.parametrize("address", ["/", "/away/", "/availability/", "/contact/"])
def test_no_page_claims_anything_during_an_absence_whose_build_never_came(
    address: str, write: Write, chromium: Browser
) -> None:
    shown = _portal(write, HELD_BACK)
    starts = datetime(2026, 12, 18, tzinfo=BERLIN)
    hours = [starts + timedelta(hours=number) for number in range(12 * 24)]
    # The start of the week of the announcement, so that nobody reads its day from it.
    assert shown.edition.good_until == datetime(2026, 12, 14, tzinfo=BERLIN)
    assert b"lisbon" not in b"".join(shown.files.values())
    with _with_scripts(chromium, shown, address) as page:
        before, *during = readings(page, [datetime(2026, 12, 8, 10, tzinfo=BERLIN), *hours])
        assert page.locator("td[aria-current]").count() == 0
    assert before.state == "open"
    assert {each.state for each in during} == {None}
    assert {hear for each in during for hear in each.hears} <= {None}
    assert not any(OF_THE_MOMENT.search(each.badge) for each in during)


def _portal(write: Write, away: str) -> Portal:
    files = {"practice.yaml": PRACTICE, "availability.yaml": HOURS, "away.yaml": away}
    return portal(write(files), MOMENT)


@contextmanager
def _without_scripts(chromium: Browser, shown: Portal) -> Iterator[tuple[Page, str]]:
    site = Site(shown.files)
    context = chromium.new_context(java_script_enabled=False)
    yield context.new_page(), site.root
    context.close()
    site.close()


@contextmanager
def _with_scripts(chromium: Browser, shown: Portal, address: str) -> Iterator[Page]:
    site = Site(shown.files)
    with watched(chromium, site.root + address, "Europe/Berlin", MOMENT) as page:
        yield page
    site.close()
