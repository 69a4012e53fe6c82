"""The packet on paper, and the links that are for screens alone."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.serving import Site


@pytest.fixture
def paper(chromium: Browser) -> Iterator[Page]:
    """A page as it is printed."""
    context = chromium.new_context(viewport={"width": 700, "height": 1000})
    page = context.new_page()
    page.emulate_media(media="print")
    yield page
    context.close()


def test_each_part_of_the_packet_begins_a_page_after_the_contents(paper: Page, site: Site) -> None:
    paper.goto(f"{site.root}/packet/")
    breaks = paper.evaluate(
        "[...document.querySelectorAll('.packet-part')].map((e) => getComputedStyle(e).breakBefore)"
    )
    assert breaks == ["page"] * 7
    expect(paper.get_by_role("navigation", name="Contents")).to_be_visible()
    expect(paper.get_by_role("button", name="Print this page")).to_be_hidden()


@pytest.mark.parametrize("size", ["A4", "Letter"])
def test_nothing_of_the_packet_is_wider_than_the_paper(size: str, paper: Page, site: Site) -> None:
    paper.goto(f"{site.root}/packet/")
    # 17 mm are left free on both sides; a CSS pixel is a 96th of an inch.
    paper.set_viewport_size({"width": 665 if size == "A4" else 687, "height": 900})
    wide = paper.evaluate(
        "[...document.querySelectorAll('main *')]"
        ".filter((e) => e.getBoundingClientRect().right > innerWidth + 1)"
        ".map((e) => e.outerHTML.slice(0, 90))"
    )
    assert wide == []


def test_links_to_copy_and_ways_to_other_pages_are_not_printed(paper: Page, site: Site) -> None:
    paper.goto(f"{site.root}/what-to-expect/first-session/")
    expect(paper.locator(".anchor").first).to_be_hidden()
    expect(paper.locator(".contents")).to_be_hidden()
    expect(paper.locator(".turning")).to_be_hidden()


def test_a_link_to_copy_is_seen_when_it_has_the_focus(chromium: Browser, site: Site) -> None:
    context = chromium.new_context()
    page = context.new_page()
    page.goto(f"{site.root}/policies/payment/")
    link = page.get_by_role("link", name="Link to: Ways to pay")
    expect(link).to_have_css("opacity", "0")
    link.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    expect(link).to_have_css("opacity", "1")
    page.keyboard.press("Enter")
    assert page.url == f"{site.root}/policies/payment/#ways-to-pay"
    expect(page.get_by_role("heading", name="Ways to pay", exact=True)).to_be_visible()
    context.close()
