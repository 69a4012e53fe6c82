"""A page says its language and direction, and which of its parts are in another one."""

from datetime import UTC, datetime

import pytest
from selectolax.lexbor import LexborHTMLParser

from portalgen.build import Order, build
from portalgen.memory import Memory
from portalgen.packed import packed_folder
from tests.conftest import PRACTICE

MOMENT = datetime(2026, 11, 23, 15, 10, tzinfo=UTC)
OWN_PARTS = (".skip", "#portal_menu", "footer nav")


def home(language: str) -> LexborHTMLParser:
    practice = f"{PRACTICE}language: {language}\n".encode()
    order = Order(packed_folder("content"), MOMENT, replaced={"practice.yaml": practice})
    [page] = [file for file in build(order, Memory()).files if file.address == "/index.html"]
    return LexborHTMLParser(page.text)


@pytest.mark.parametrize(
    ("language", "direction", "of_parts"),
    [
        ("en-GB", "ltr", (None, None)),
        ("de-CH", "ltr", (None, None)),
        ("fr-FR", "ltr", ("en", "ltr")),
        ("ar", "rtl", ("en", "ltr")),
    ],
)
def test_words_in_another_language_than_the_page_are_marked(
    language: str, direction: str, of_parts: tuple[str | None, str | None]
) -> None:
    page = home(language)
    [root] = page.css("html")
    assert (root.attributes["lang"], root.attributes["dir"]) == (language, direction)
    for part in OWN_PARTS:
        [found] = page.css(part)
        assert (found.attributes.get("lang"), found.attributes.get("dir")) == of_parts, part
