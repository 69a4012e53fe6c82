"""Every page in a real browser: accessible, silent, by itself, and no wider than its screen."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from portalgen.build import Order, build
from portalgen.memory import Memory
from portalgen.packed import packed_folder
from tests.serving import Site

Scheme = Literal["light", "dark"]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
MODES: list[tuple[Scheme, int]] = [
    ("light", 360),
    ("dark", 1280),
    ("light", 1280),
    ("dark", 360),
]


def _pages() -> list[str]:
    order = Order(packed_folder("content"), datetime(2026, 11, 23, 15, 10, tzinfo=UTC))
    files = build(order, Memory()).files
    pages = [file for file in files if file.address.endswith(".html")]
    # A page that only leads on to another is gone before anybody could read it.
    return sorted(
        page.address.removesuffix("index.html")
        for page in pages
        if 'http-equiv="refresh"' not in page.text
    )


PAGES = _pages()


@dataclass
class Heard:
    """What a page said and asked for that it should not have."""

    messages: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)


@contextmanager
def opened(
    chromium: Browser, root: str, address: str, scheme: Scheme, width: int
) -> Iterator[tuple[Page, Heard]]:
    """Open a page in a fresh context, and listen to it from its first request on."""
    context = chromium.new_context(
        color_scheme=scheme, viewport={"width": width, "height": 900}, locale="en-US"
    )
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


def look(chromium: Browser, root: str, address: str, scheme: Scheme, width: int) -> None:
    """Assert all that holds of every page in every mode."""
    with opened(chromium, root, address, scheme, width) as (page, heard):
        violations = Axe().run(page, options={"runOnly": RULES}).response["violations"]
        told = [
            f"{each['id']}: {each['nodes'][0]['html']} {each['nodes'][0].get('failureSummary')}"
            for each in violations
        ]
        assert told == []
        page.set_viewport_size({"width": min(width, 320), "height": 900})
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= min(width, 320), f"{address} scrolls sideways: {wide} pixels"
    assert heard == Heard(), address


@pytest.mark.parametrize("address", PAGES)
def test_every_page_once(address: str, chromium: Browser, site: Site) -> None:
    scheme, width = MODES[PAGES.index(address) % len(MODES)]
    look(chromium, site.root, address, scheme, width)


@pytest.mark.browser_matrix
@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize(("scheme", "width"), MODES)
def test_every_page_in_every_mode(
    address: str, scheme: Scheme, width: int, chromium: Browser, site: Site
) -> None:
    look(chromium, site.root, address, scheme, width)


def test_axe_sees_what_is_wrong(chromium: Browser, site: Site) -> None:
    """The look at every page would be worth nothing if it found nothing anywhere."""
    with opened(chromium, site.root, "/", "light", 1280) as (page, _):
        page.evaluate("document.querySelector('main').insertAdjacentHTML('beforeend', '<img>')")
        violations = Axe().run(page, options={"runOnly": RULES}).response["violations"]
        assert "image-alt" in {each["id"] for each in violations}


def test_the_policy_of_a_page_refuses_an_inline_script(chromium: Browser, site: Site) -> None:
    with opened(chromium, site.root, "/", "light", 1280) as (page, heard):
        page.evaluate(
            "document.head.append(Object.assign(document.createElement('script'),"
            "{textContent: 'document.title = \"broken into\"'}))"
        )
        assert page.title() != "broken into"
        assert any("Content Security Policy" in message for message in heard.messages)
