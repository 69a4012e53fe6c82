"""What a phone shows before anybody scrolls: on a usual day the five answers, else who steps in."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from portalgen.build import Order, build
from portalgen.memory import Memory
from portalgen.packed import packed_folder
from tests.serving import Site

PHONE: ViewportSize = {"width": 390, "height": 844}
ZONES = {"content": "America/Los_Angeles", "repair": "Europe/Berlin"}
BOTTOMS = """(elements) => elements
  .filter((each) => each.checkVisibility())
  .map((each) => Math.ceil(each.getBoundingClientRect().bottom))
"""


@contextmanager
def home(chromium: Browser, practice: str, moment: datetime) -> Iterator[Page]:
    """Open the first page of a practice at a moment, in the practice's own zone."""
    files = build(Order(packed_folder(practice), moment), Memory()).files
    site = Site({file.address: file.content for file in files})
    context = chromium.new_context(viewport=PHONE, timezone_id=ZONES[practice])
    page = context.new_page()
    page.clock.set_fixed_time(moment)
    page.goto(f"{site.root}/", wait_until="load")
    yield page
    context.close()
    site.close()


def bottoms(page: Page, selector: str) -> list[int]:
    """Return where each thing that is seen ends, in pixels from the top."""
    found: list[int] = page.locator(selector).evaluate_all(BOTTOMS)
    return found


# How many of the five answers stand in the first screen while an absence is announced. In German
# names and notices are longer.
ANNOUNCED = {
    "content": (datetime(2026, 11, 23, 17, 30, tzinfo=UTC), 5),
    "repair": (datetime(2026, 12, 14, 9, 30, tzinfo=UTC), 2),
}


@pytest.mark.parametrize("practice", ANNOUNCED)
def test_the_answers_stand_in_the_first_screen(practice: str, chromium: Browser) -> None:
    moment, seen = ANNOUNCED[practice]
    with home(chromium, practice, moment) as page:
        assert page.locator(".notice-lead").is_visible()
        rows = bottoms(page, ".hero .answers > div")
        assert len(rows) == 5
        assert [row for row in rows[:seen] if row > PHONE["height"]] == []


# Headline, dates and sessions, who is in charge and how they are reached, by when one hears back.
ESSENTIAL = (
    ".notice-lead > .notice-headline",
    ".notice-lead > .notice-lines > p",
    ".notice-lead [data-cover] a",
    ".notice-lead [data-hear]",
)


def test_while_somebody_is_away_the_first_screen_has_all_that_holds(chromium: Browser) -> None:
    with home(chromium, "content", datetime(2026, 12, 22, 17, 30, tzinfo=UTC)) as page:
        ends = {selector: bottoms(page, selector) for selector in ESSENTIAL}
        assert all(ends.values()), ends
        assert max(map(max, ends.values())) <= PHONE["height"]


def test_of_a_long_clause_two_lines_are_shown_and_paper_has_it_whole(chromium: Browser) -> None:
    with home(chromium, "content", ANNOUNCED["content"][0]) as page:
        clause = page.locator(".hero .two-lines")
        lines = "(it) => it.clientHeight / parseFloat(getComputedStyle(it).lineHeight)"
        assert clause.evaluate(lines) == pytest.approx(2, abs=0.1)
        page.emulate_media(media="print")
        assert clause.evaluate("(it) => it.scrollHeight <= it.clientHeight")


def test_the_sign_of_a_piece_of_news_stands_beside_its_words(chromium: Browser) -> None:
    with home(chromium, "content", datetime(2026, 12, 29, 18, 15, tzinfo=UTC)) as page:
        news = page.locator(".notice-news:not(.notice-lead)")
        sign = news.locator(".icon").bounding_box()
        words = news.evaluate(
            "each => { const range = document.createRange();"
            " range.selectNodeContents(each.querySelector('.notice-message p'));"
            " return range.getBoundingClientRect().left }"
        )
        assert sign is not None
        assert sign["x"] + sign["width"] <= words
