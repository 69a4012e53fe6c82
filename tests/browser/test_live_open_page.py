"""A page that stays open follows the clock without being loaded again."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Browser, Page

from portalgen.packed import packed_folder
from tests.browser.live.portals import Portal, portal
from tests.browser.live.watching import SEEN, reading
from tests.serving import Site

SAN_DIEGO = ZoneInfo("America/Los_Angeles")
MOMENT = datetime(2026, 12, 15, 7, 10, tzinfo=SAN_DIEGO)
A_BIT = timedelta(seconds=20)
ONE_MINUTE = timedelta(minutes=1)


@pytest.fixture(scope="module")
def shown() -> Portal:
    """The sample in the week before its winter break."""
    return portal(packed_folder("content"), MOMENT)


@pytest.fixture(scope="module")
def served(shown: Portal) -> Iterator[Site]:
    site = Site(shown.files)
    yield site
    site.close()


def test_each_boundary_changes_an_open_page(shown: Portal, served: Site, chromium: Browser) -> None:
    """Hours, the last chance, the break, the change of cover, the return, the end of a notice."""
    reads = shown.reader(SAN_DIEGO).reads
    edges = _edges(shown)
    assert len(edges) > 30
    with _opened(chromium, f"{served.root}/", edges[0] - A_BIT - A_BIT) as page:
        page.evaluate("window.isStillTheSame = true")
        now = edges[0] - A_BIT - A_BIT
        for edge in edges:
            page.clock.fast_forward(_milliseconds(edge - A_BIT - now))
            before = reading(page.evaluate("seen()"))
            page.clock.run_for(_milliseconds(A_BIT + A_BIT))
            after, now = reading(page.evaluate("seen()")), edge + A_BIT
            # An open page looks at the clock each whole minute.
            for seen, expected in ((before, reads(edge - ONE_MINUTE)), (after, reads(edge))):
                assert seen == replace(expected, hears=expected.hears[: len(seen.hears)]), edge
        assert page.evaluate("window.isStillTheSame")


def test_an_open_page_marks_the_day_of_the_practice(
    shown: Portal, served: Site, chromium: Browser
) -> None:
    marked = "[...document.querySelectorAll('td[aria-current=date]')].map((day) => day.dataset.day)"
    late = datetime(2026, 12, 15, 23, 59, 40, tzinfo=SAN_DIEGO)
    with _opened(chromium, f"{served.root}/availability/", late, zone="Asia/Tokyo") as page:
        assert page.evaluate(marked) == ["15"]
        page.clock.run_for(30_000)
        assert page.evaluate(marked) == ["16"]
        page.clock.fast_forward(timedelta(days=400) // timedelta(milliseconds=1))
        assert page.evaluate(marked) == []


def test_a_change_is_announced_once_and_never_at_first(
    shown: Portal, served: Site, chromium: Browser
) -> None:
    with _opened(
        chromium, f"{served.root}/", datetime(2026, 12, 15, 11, 58, tzinfo=SAN_DIEGO)
    ) as page:
        page.evaluate(
            "said = []; new MutationObserver(() => said.push(portal_announcer.textContent))"
            ".observe(portal_announcer, {childList: true})"
        )
        page.clock.run_for(60_000)
        assert page.text_content("#portal_announcer") == ""
        page.clock.run_for(5 * 60_000)
        assert page.evaluate("said.length") == 1
        assert page.inner_text("#portal_announcer").startswith(
            "Closed · opens at 1:00 pm. Ines away"
        )


def test_the_keyboard_stays_on_a_notice_that_comes_to_lead(
    shown: Portal, served: Site, chromium: Browser
) -> None:
    """The news of the new office is in the page since December 7, the break leads to January 7."""
    before = datetime(2027, 1, 6, 23, 59, 40, tzinfo=SAN_DIEGO)
    with _opened(chromium, f"{served.root}/", before) as page:
        page.set_viewport_size({"width": 400, "height": 500})
        page.evaluate(
            "document.querySelector('[data-notice=new-office]').tabIndex = -1;"
            "document.querySelector('[data-notice=new-office]').focus({preventScroll: true});"
            "scrollTo({top: 900, behavior: 'instant'})"
        )
        place = "document.querySelector('footer').getBoundingClientRect().top"
        top = page.evaluate(place)
        page.clock.run_for(30_000)
        assert page.evaluate("document.activeElement.dataset.notice") == "new-office"
        assert page.evaluate("document.activeElement.matches('.notice-lead')")
        assert page.evaluate(place) == pytest.approx(top, abs=1)


@contextmanager
def _opened(
    chromium: Browser, address: str, moment: datetime, zone: str = "America/Los_Angeles"
) -> Iterator[Page]:
    context = chromium.new_context(timezone_id=zone, locale="en-US")
    context.add_init_script(SEEN)
    page = context.new_page()
    page.clock.install(time=moment - A_BIT)
    page.clock.pause_at(moment)
    page.goto(address, wait_until="load")
    yield page
    context.close()


def _edges(shown: Portal) -> list[datetime]:
    """Return all boundaries until the end of the notice of the winter break."""
    timeline = shown.edition.timeline
    edges = {each.starts for each in timeline.states}
    for each in timeline.stretches:
        edges |= {each.announced, each.starts, each.back or each.starts, each.gone or each.starts}
    edges |= {each.ends for spans in timeline.cover.values() for each in spans if each.ends}
    last = datetime(2027, 1, 8, tzinfo=SAN_DIEGO)
    return sorted(each for each in edges if MOMENT < each < last)


def _milliseconds(length: timedelta) -> int:
    return length // timedelta(milliseconds=1)
