"""What others show of a page: search engines, messengers, and the frame of a browser."""

import json
from pathlib import Path

import pytest
from PIL import Image
from selectolax.lexbor import LexborHTMLParser

from portalgen.build import Order, build
from portalgen.memory import Memory
from tests.conftest import MOMENT, Write

PRACTICE = """\
name: Ines & </script> Calder
timezone: America/Los_Angeles
contact:
  email: ines@calder.example
tagline: Say "yes"
"""
URL = "url: https://ines.example/p/\n"
PHOTO = "look:\n  photo: ines.jpg\n"


def pages(folder: Path) -> dict[str, LexborHTMLParser]:
    (folder / "images").mkdir(exist_ok=True)
    Image.new("RGB", (900, 600)).save(folder / "images" / "ines.jpg")
    files = build(Order(folder, MOMENT), Memory()).files
    return {each.address: LexborHTMLParser(each.text) for each in files if "html" in each.address}


def shared(page: LexborHTMLParser) -> dict[str, str | None]:
    found = page.css('meta[property^="og:"], meta[name^="twitter:"]')
    named = ((each.attributes, each.attributes["content"]) for each in found)
    return {str(names.get("property") or names.get("name")): value for names, value in named}


def test_a_page_says_what_others_show_of_it(write: Write) -> None:
    found = pages(write({"practice.yaml": PRACTICE + URL + PHOTO}))
    assert shared(found["/contact/index.html"]) == {
        "og:type": "website",
        "og:url": "https://ines.example/p/contact/",
        "og:site_name": "Ines & </script> Calder",
        "og:title": "Contact",
        "og:description": "How to reach Ines & </script> Calder.",
        "og:locale": "en_US",
        "og:image": "https://ines.example/p/images/ines.jpg",
        "og:image:width": "900",
        "og:image:height": "600",
        "og:image:alt": "Ines & </script> Calder",
        "twitter:card": "summary_large_image",
    }
    (canonical,) = found["/contact/index.html"].css('link[rel="canonical"]')
    assert canonical.attributes["href"] == "https://ines.example/p/contact/"
    first = shared(found["/index.html"])
    assert first["og:title"] == "Ines & </script> Calder"
    assert first["og:description"] == 'Say "yes"'


@pytest.mark.parametrize("address", ["/404.html", "/contact/index.html"])
def test_what_has_no_address_is_not_shared(address: str, write: Write) -> None:
    url = URL if address == "/404.html" else ""
    page = pages(write({"practice.yaml": PRACTICE + url}))[address]
    assert shared(page) == {}
    assert page.css('link[rel="canonical"]') == []


def test_without_a_photo_the_card_is_small(write: Write) -> None:
    found = shared(pages(write({"practice.yaml": PRACTICE + URL}))["/index.html"])
    assert found["twitter:card"] == "summary"
    assert not [name for name in found if "image" in name]


def test_the_first_page_and_the_contact_say_who_this_is(write: Write) -> None:
    found = pages(write({"practice.yaml": PRACTICE}))
    data = {name: page.css('script[type="application/ld+json"]') for name, page in found.items()}
    assert sorted(name for name in data if data[name]) == ["/contact/index.html", "/index.html"]
    (script,) = data["/index.html"]
    assert json.loads(script.text())["name"] == "Ines & </script> Calder"
