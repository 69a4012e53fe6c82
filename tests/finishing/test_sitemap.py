from xml.etree import ElementTree

import pytest

from portalgen.finishing.sitemap import sitemap

GOLDEN = """\
<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
  <url>
    <loc>https://example.com/</loc>
  </url>
  <url>
    <loc>https://example.com/terms/</loc>
  </url>
</urlset>
"""


def locations(content: bytes) -> list[str | None]:
    names = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    return [each.text for each in ElementTree.fromstring(content).findall("s:url/s:loc", names)]


def test_the_file_in_full() -> None:
    file = sitemap(["/terms/", "/"], "https://example.com")
    assert file.address == "/sitemap.xml"
    assert file.text == GOLDEN


def test_each_page_stands_once_and_in_order_whatever_the_order_of_the_pages() -> None:
    addresses = ["/terms/", "/", "/away/", "/terms/"]
    assert sitemap(addresses, "https://example.com") == sitemap(
        reversed(addresses), "https://example.com"
    )
    assert locations(sitemap(addresses, "https://example.com").content) == [
        "https://example.com/",
        "https://example.com/away/",
        "https://example.com/terms/",
    ]


@pytest.mark.parametrize("url", ["https://example.com/portal", "https://example.com/portal/"])
def test_the_path_of_the_portal_stands_in_each_address(url: str) -> None:
    assert locations(sitemap(["/", "/terms/"], url).content) == [
        "https://example.com/portal/",
        "https://example.com/portal/terms/",
    ]


def test_an_address_is_spelled_as_in_a_link_and_as_in_xml() -> None:
    content = sitemap(["/policies/r\u00fcck & gabe/"], "https://example.com").content
    assert b"<loc>https://example.com/policies/r%C3%BCck%20%26%20gabe/</loc>" in content


def test_a_portal_without_listed_pages_has_an_empty_map() -> None:
    assert locations(sitemap([], "https://example.com").content) == []
