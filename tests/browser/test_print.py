"""Every page as a document that one would hand over: nothing cut, no empty sheet."""

import io
import re
import unicodedata
from itertools import pairwise

import pytest
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from portalgen.loading import load
from portalgen.model.prose import PolicyStatus
from portalgen.packed import packed_folder
from tests.portals import pages_of
from tests.serving import Site

PAPERS = {"A4": 210, "Letter": 215.9}
# The margins of the style sheet at both sides, in millimeters.
MARGINS = 32
MILLIMETERS_OF_A_PIXEL = 25.4 / 96


def sheets(page: Page, paper: str) -> list[str]:
    """Return what each sheet says when the page is printed."""
    pdf = page.pdf(format=paper, prefer_css_page_size=False, print_background=False)
    return [" ".join(sheet.extract_text().split()) for sheet in PdfReader(io.BytesIO(pdf)).pages]


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
    width = int((PAPERS[paper] - MARGINS) / MILLIMETERS_OF_A_PIXEL)
    page.set_viewport_size({"width": width, "height": 1000})
    page.emulate_media(media="print")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
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
