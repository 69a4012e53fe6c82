"""Every page in a real browser: accessible, silent, by itself, steady, never wider than a screen.

`make test` sees each page of the sample once and each kind of page in every mode; the matrix sees
all pages of three portals, each in another language, in every mode.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from portalgen.build import Order, prepare
from portalgen.memory import Memory
from portalgen.packed import packed_folder
from tests.conftest import MOMENT
from tests.portals import LANGUAGES, files_of, pages_of
from tests.serving import Site

Scheme = Literal["light", "dark"]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
WIDTHS = (360, 1280)
SCHEMES: tuple[Scheme, Scheme] = ("light", "dark")
# The narrowest phones, and a screen of 1280 pixels at 400 %.
NARROWEST = 320
# Before anything else of the page: shifts are told to whoever listens from the beginning.
COUNTS_SHIFTS = """
  window.shifts = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const moved = entry.sources.map((source) => source.node?.outerHTML?.slice(0, 120));
      if (!entry.hadRecentInput) shifts.push([entry.value, moved]);
    }
  }).observe({ type: "layout-shift", buffered: true });
"""


@cache
def one_of_each_kind() -> tuple[str, ...]:
    """Return the first page of the sample that each template makes."""
    documents = prepare(Order(packed_folder("content"), MOMENT), Memory()).documents
    pages = set(pages_of("en"))
    kinds = {each.template: each.address for each in reversed(documents) if each.address in pages}
    return tuple(sorted(kinds.values()))


@dataclass
class Heard:
    """What a page said and asked for that it should not have."""

    messages: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)


@contextmanager
def opened(
    chromium: Browser, root: str, address: str, width: int, scheme: Scheme = "light"
) -> Iterator[tuple[Page, Heard]]:
    """Open a page in a fresh context, and listen to it from its first request on."""
    context = chromium.new_context(
        color_scheme=scheme,
        viewport={"width": width, "height": 900},
        locale="en-US",
        # Nothing is still on its way when it is looked at.
        reduced_motion="reduce",
    )
    context.add_init_script(COUNTS_SHIFTS)
    page, heard = context.new_page(), Heard()
    page.on("console", lambda message: heard.messages.append(message.text))
    page.on("pageerror", lambda error: heard.messages.append(str(error)))
    page.on(
        "request",
        lambda request: None if request.url.startswith((root, "data:"))
        else heard.foreign.append(request.url),
    )  # fmt: skip
    page.on(
        "response",
        lambda response: heard.failed.append(response.url) if response.status >= 400 else None,
    )
    page.goto(root + address, wait_until="load")
    try:
        yield page, heard
    finally:
        context.close()


def violations(page: Page) -> list[str]:
    """Return what axe has against a page as it is shown."""
    found = Axe().run(page, options={"runOnly": RULES}).response["violations"]
    return [
        f"{each['id']}: {each['nodes'][0]['html']} {each['nodes'][0].get('failureSummary')}"
        for each in found
    ]


def look(
    chromium: Browser, root: str, address: str, width: int, schemes: tuple[Scheme, ...]
) -> None:
    """Assert all that holds of every page in every mode."""
    with opened(chromium, root, address, width, schemes[0]) as (page, heard):
        for scheme in schemes:
            page.emulate_media(color_scheme=scheme)
            assert violations(page) == [], scheme
        assert page.evaluate("shifts") == []
        page.set_viewport_size({"width": NARROWEST, "height": 900})
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= NARROWEST, f"{address} scrolls sideways: {wide} pixels"
    assert heard == Heard(), address


OTHERS = sorted({*pages_of("en")} - {*one_of_each_kind()})


@pytest.mark.parametrize("number", range(len(OTHERS)))
def test_every_other_page_once(number: int, chromium: Browser, site: Site) -> None:
    width, scheme = WIDTHS[number % 2], SCHEMES[number // 2 % 2]
    look(chromium, site.root, OTHERS[number], width, (scheme,))


@pytest.mark.parametrize("address", one_of_each_kind())
@pytest.mark.parametrize("width", WIDTHS)
def test_every_kind_of_page_in_every_mode(
    address: str, width: int, chromium: Browser, site: Site
) -> None:
    look(chromium, site.root, address, width, SCHEMES)


@pytest.fixture(scope="module")
def sites() -> Iterator[dict[str, Site]]:
    served = {language: Site(files_of(language)) for language in LANGUAGES}
    yield served
    for site in served.values():
        site.close()


@pytest.mark.browser_matrix
@pytest.mark.parametrize(
    ("language", "address"),
    [(language, address) for language in LANGUAGES for address in pages_of(language)],
)
@pytest.mark.parametrize("width", WIDTHS)
def test_every_page_of_every_language_in_every_mode(
    language: str, address: str, width: int, chromium: Browser, sites: dict[str, Site]
) -> None:
    look(chromium, sites[language].root, address, width, SCHEMES)


# What can be reached with the keyboard, in the order of the page.
REACHABLE = """
  [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")]
    .filter((each) => each.checkVisibility({ visibilityProperty: true }) && each.tabIndex >= 0)
    .length
"""
FOCUSED = """
  (() => {
    const it = document.activeElement;
    if (it === document.body || it === null) return null;
    // A row is marked as a whole: what makes all of it one link is a box after the link's words.
    const isSeen = [undefined, "::after"]
      .map((part) => getComputedStyle(it, part))
      .some((each) => each.outlineStyle !== "none" && parseFloat(each.outlineWidth) >= 2);
    const box = it.getBoundingClientRect();
    const isThere = box.width > 0 && box.bottom > 0 && box.top < innerHeight;
    return isSeen && isThere ? "" : it.outerHTML.slice(0, 200);
  })()
"""


@pytest.mark.browser_matrix
@pytest.mark.parametrize("address", one_of_each_kind())
@pytest.mark.parametrize("width", WIDTHS)
def test_all_is_reached_by_keyboard_and_the_focus_is_seen(
    address: str, width: int, chromium: Browser, site: Site
) -> None:
    with opened(chromium, site.root, address, width) as (page, _):
        reachable = page.evaluate(REACHABLE)
        seen = []
        for _press in range(reachable):
            page.keyboard.press("Tab")
            seen.append(page.evaluate(FOCUSED))
        assert [each for each in seen if each] == []
        assert seen.count("") == reachable


def test_axe_sees_what_is_wrong(chromium: Browser, site: Site) -> None:
    """The look at every page would be worth nothing if it found nothing anywhere."""
    with opened(chromium, site.root, "/", 1280) as (page, _):
        page.evaluate("document.querySelector('main').insertAdjacentHTML('beforeend', '<img>')")
        assert any(each.startswith("image-alt") for each in violations(page))


def test_a_shift_is_seen(chromium: Browser, site: Site) -> None:
    with opened(chromium, site.root, "/", 1280) as (page, _):
        page.evaluate("document.querySelector('main').style.paddingBlockStart = '40rem'")
        page.wait_for_function("shifts.length > 0")


def test_the_policy_of_a_page_refuses_an_inline_script(chromium: Browser, site: Site) -> None:
    with opened(chromium, site.root, "/", 1280) as (page, heard):
        page.evaluate(
            "document.head.append(Object.assign(document.createElement('script'),"
            "{textContent: 'document.title = \"broken into\"'}))"
        )
        assert page.title() != "broken into"
        assert any("Content Security Policy" in message for message in heard.messages)
