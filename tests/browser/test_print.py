"""Every page as a document that one would hand over: nothing cut, no empty sheet."""

import io
import re
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise

import pytest
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from portalgen.build import Order, build
from portalgen.loading import load
from portalgen.memory import Memory
from portalgen.model.prose import PolicyStatus
from portalgen.packed import packed_folder
from tests.conftest import MOMENT, Write
from tests.portals import pages_of
from tests.serving import Site

PAPERS = {"A4": 210, "Letter": 215.9}
MILLIMETERS_OF_A_PIXEL = 25.4 / 96
PRINT = packed_folder("site-templates") / "static" / "portal" / "print.css"


def sheets(page: Page, paper: str) -> list[str]:
    """Return what each sheet says when the page is printed."""
    pdf = page.pdf(format=paper, prefer_css_page_size=False, print_background=False)
    return [" ".join(sheet.extract_text().split()) for sheet in PdfReader(io.BytesIO(pdf)).pages]


def width_on(paper: str) -> int:
    """Return how many pixels lie between the margins that the style sheet sets at both sides."""
    margin = re.search(r"margin: \d+mm (\d+)mm", PRINT.read_text(encoding="utf-8"))
    assert margin is not None
    return int((PAPERS[paper] - 2 * int(margin[1])) / MILLIMETERS_OF_A_PIXEL)


def said(sheet: str) -> str:
    """Return what a sheet says besides its number."""
    return sheet.strip("0123456789 /")


def letters(text: str) -> str:
    """Return a text as it is found on paper, where two letters may be one and gaps are drawn."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


@pytest.mark.browser_matrix
@pytest.mark.parametrize("address", pages_of("en"))
@pytest.mark.parametrize("paper", PAPERS)
def test_no_page_is_cut_and_no_sheet_is_empty(
    address: str, paper: str, chromium: Browser, site: Site
) -> None:
    context = chromium.new_context()
    page = context.new_page()
    page.goto(site.root + address)
    printed = sheets(page, paper)
    assert [number for number, sheet in enumerate(printed) if len(said(sheet)) < 20] == []
    width = width_on(paper)
    page.set_viewport_size({"width": width, "height": 1000})
    page.emulate_media(media="print")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()


@contextmanager
def on_paper(chromium: Browser, address: str) -> Iterator[Page]:
    """Open a page as it is printed."""
    context = chromium.new_context()
    page = context.new_page()
    page.emulate_media(media="print")
    page.goto(address)
    yield page
    context.close()


@pytest.mark.parametrize("address", ["/", "/availability/", "/policies/confidentiality/"])
def test_no_heading_is_left_at_the_end_of_a_sheet(
    address: str, chromium: Browser, site: Site
) -> None:
    with on_paper(chromium, site.root + address) as page:
        breaks = page.locator(":is(h1, h2, h3, h4)").evaluate_all(
            "(all) => all.map((each) => getComputedStyle(each).breakAfter)"
        )
    assert set(breaks) == {"avoid"}


PRINTED = """(all) => all.filter((each) => each.checkVisibility()).map((each) => {
  const { content, position } = getComputedStyle(each, "::after");
  return [each.getAttribute("href"), content.slice(3, -2), position];
})"""
WITH_PAGES_ELSEWHERE = """\
name: Calder
timezone: Europe/Berlin
about: What I read is at [the library](https://library.example/).
contact:
  email: ines@calder.example
  booking: https://book.example/
  pay: https://pay.example/
links: [{title: Letters, url: "https://letters.example/"}]
"""


@pytest.mark.parametrize(
    ("address", "links"),
    [("/", ["book", "library"]), ("/contact/", ["book", "pay", "letters"])],
)
def test_paper_has_the_addresses_of_pages_elsewhere(
    address: str, links: list[str], chromium: Browser, write: Write
) -> None:
    order = Order(write({"practice.yaml": WITH_PAGES_ELSEWHERE}), MOMENT)
    site = Site({file.address: file.content for file in build(order, Memory()).files})
    with on_paper(chromium, site.root + address) as page:
        printed = page.locator("main a[href^='http']").evaluate_all(PRINTED)
    site.close()
    assert printed == [
        [f"https://{each}.example/", f"https://{each}.example/", "static"] for each in links
    ]


POLICY = "/policies/confidentiality/"
BUTTON = "[data-print]"


def test_the_button_prints(chromium: Browser, site: Site) -> None:
    context = chromium.new_context()
    context.add_init_script("window.printed = 0; window.print = () => { window.printed += 1; };")
    page = context.new_page()
    page.goto(site.root + POLICY)
    page.locator(BUTTON).click()
    assert page.evaluate("printed") == 1
    context.close()


def test_without_scripts_there_is_no_button_to_print(chromium: Browser, site: Site) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site.root + POLICY)
    assert page.locator(BUTTON).count() == 1
    assert page.locator(BUTTON).is_hidden()
    context.close()


@pytest.fixture
def packet(chromium: Browser, site: Site) -> list[str]:
    context = chromium.new_context()
    page = context.new_page()
    page.goto(f"{site.root}/packet/")
    printed = sheets(page, "A4")
    context.close()
    return printed


def test_the_packet_opens_with_its_contents(packet: list[str]) -> None:
    titles = ["Services", "The terms in short", "What to expect", "Policies"]
    places = [packet[0].find(title) for title in titles]
    assert all(place >= 0 for place in places)
    assert all(one < next_one for one, next_one in pairwise(places))


def test_each_part_of_the_packet_starts_on_a_sheet_of_its_own(packet: list[str]) -> None:
    for title in ("Services", "The terms in short", "Policies"):
        assert any(said(sheet).startswith(title) for sheet in packet[1:]), title


def test_all_texts_of_the_sample_are_in_the_packet(packet: list[str]) -> None:
    whole = letters(" ".join(packet))
    texts = load(packed_folder("content")).portal
    shown = [each for each in texts.policies if each.status is PolicyStatus.CURRENT]
    titles = [each.title for each in (*shown, *texts.fact_sheets)]
    assert titles
    assert [title for title in titles if letters(title) not in whole] == []
