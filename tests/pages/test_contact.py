"""The ways to reach the practice."""

from collections.abc import Callable

from selectolax.lexbor import LexborHTMLParser

Shown = Callable[..., LexborHTMLParser]
ADDRESS = "/contact/"
PRACTICE = """\
name: Ines Calder Coaching
timezone: America/Los_Angeles
kind: coach
contact:
  email: ines@calder.example
  phone: "+1 619 555 0122"
  text: "+1 (619) 555-0123"
  address: |
    310 Fennel Street
    San Diego
  preferred: text
  booking: https://book.example/
  pay: https://pay.example/
links:
  - {title: The Monday note, url: https://letter.example/}
"""


def texts(page: LexborHTMLParser, selector: str) -> list[str]:
    return [" ".join(each.text().split()) for each in page.css(selector)]


def test_the_preferred_way_stands_first(shown: Shown) -> None:
    page = shown(ADDRESS, {"practice.yaml": PRACTICE})
    assert texts(page, ".answers dt") == [
        "Text message Preferred",
        "Email",
        "Phone",
        "Booking",
        "Paying",
        "Address",
    ]


def test_each_way_can_be_followed(shown: Shown) -> None:
    page = shown(ADDRESS, {"practice.yaml": PRACTICE})
    links = [each.attributes["href"] for each in page.css("main a")]
    for address in (
        "sms:+16195550123",
        "mailto:ines@calder.example",
        "tel:+16195550122",
        "https://book.example/",
        "https://pay.example/",
        "https://letter.example/",
        "contact.vcf",
    ):
        assert address in links


def test_a_way_with_a_promise_says_how_soon_it_answers(shown: Shown) -> None:
    page = shown(
        ADDRESS,
        {"availability.yaml": "replies: {by: email, within: 1 business day, note: The best way}\n"},
    )
    assert "You hear back within 1 business day." in texts(page, ".answers dd")
    assert "The best way" in texts(page, ".answers dd")


def test_an_address_of_mail_alone_makes_a_whole_page(shown: Shown) -> None:
    page = shown(ADDRESS, {})
    assert texts(page, "h2") == ["Ways to get in touch", "For your address book"]
    assert texts(page, ".answers dt") == ["Email"]
