"""The one script: small, and the only code in a site."""

import gzip

import pytest
from playwright.sync_api import Browser
from selectolax.lexbor import LexborHTMLParser

from portalgen.build import Built
from portalgen.packed import packed_folder
from tests.serving import Site

SCRIPT = packed_folder("site-templates") / "static" / "portal.js"


def test_the_script_stays_within_four_kilobytes(sample: Built) -> None:
    [sent] = [
        each
        for each in sample.files
        if each.address.startswith("/assets/portal.") and each.address.endswith(".js")
    ]
    assert len(gzip.compress(sent.content, 9)) <= 4000


@pytest.mark.parametrize(
    "words", ["innerHTML", "insertAdjacentHTML", "eval(", "Function(", ".style", "document.write"]
)
def test_the_script_makes_no_code_or_markup_of_text(words: str) -> None:
    assert words not in SCRIPT.read_text(encoding="utf-8")


def test_no_page_has_code_of_its_own(sample: Built) -> None:
    for page in _pages(sample):
        for script in page.css("script"):
            is_data = script.attributes.get("type") in {"application/json", "application/ld+json"}
            assert is_data or (script.attributes.get("src") and not script.text().strip())
        attributes = {name for each in page.css("*") for name in each.attributes}
        assert not {name for name in attributes if name.startswith("on") or name == "style"}
        assert page.css_first("style, [href^='javascript:']") is None


def test_a_live_region_has_a_name_of_its_own_and_holds_no_other(sample: Built) -> None:
    for page in _pages(sample):
        names = [str(each.attributes["data-live"]) for each in page.css("[data-live]")]
        assert len(set(names)) == len(names)
        assert {"timeline", "badge", "notices"} <= set(names)
        assert page.css("[data-live] [data-live]") == []


def test_what_holds_for_a_time_stands_in_a_live_region(sample: Built) -> None:
    """What stands outside would stay as it is when a new deploy changes it."""
    for page in _pages(sample):
        assert page.css("[data-from], [data-until], [data-hear], [data-yours]") != []
        for each in page.css("[data-from], [data-until], [data-hear], [data-yours]"):
            node = each
            while "data-live" not in node.attributes:
                assert node.parent is not None, each.html
                node = node.parent


@pytest.mark.parametrize(
    "facts",
    ["", "{", "{}", '{"language": "en", "open": []}'],
    ids=["none", "no JSON", "no facts", "half of them"],
)
def test_a_page_without_facts_stays_as_it_was_built(facts: str, chromium: Browser) -> None:
    data = facts and f"<script id=portal_live type=application/json>{facts}</script>"
    text = (
        f"<!doctype html><link rel=icon href='data:,'>{data}"
        "<p class=badge><a data-badge>Hours</a></p>"
        "<p id=later data-from=2999-01-01T00:00:00Z>Later</p>"
        "<button data-print hidden>Print</button><script src=portal.js></script>"
    )
    site = Site({"/index.html": text.encode(), "/portal.js": SCRIPT.read_bytes()})
    page = chromium.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: errors.append(message.text))
    page.goto(f"{site.root}/", wait_until="load")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    assert page.locator("#later").is_visible()
    assert page.locator("button").is_visible()
    assert page.inner_text(".badge") == "Hours"
    page.close()
    site.close()
    assert errors == []


def _pages(sample: Built) -> list[LexborHTMLParser]:
    pages = [file.text for file in sample.files if file.address.endswith(".html")]
    return [LexborHTMLParser(page) for page in pages if 'http-equiv="refresh"' not in page]
