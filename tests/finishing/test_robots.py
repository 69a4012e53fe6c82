import pytest

from portalgen.documents import File
from portalgen.finishing.robots import robots_file


def test_without_an_address_of_the_portal_no_sitemap_is_named() -> None:
    assert robots_file(None) == File("/robots.txt", b"User-agent: *\nAllow: /\n")


@pytest.mark.parametrize("url", ["https://example.com/portal", "https://example.com/portal/"])
def test_the_sitemap_is_named_in_full(url: str) -> None:
    assert robots_file(url) == File(
        "/robots.txt",
        b"User-agent: *\nAllow: /\n\nSitemap: https://example.com/portal/sitemap.xml\n",
    )


@pytest.mark.parametrize(
    ("url", "line"),
    [
        (None, "Disallow: /admin/"),
        ("https://example.com/", "Disallow: /admin/"),
        ("https://example.com/portal/", "Disallow: /portal/admin/"),
    ],
)
def test_what_no_engine_has_to_load_counts_from_the_root_of_the_site(
    url: str | None, line: str
) -> None:
    assert line in robots_file(url, ["/admin/"]).text.splitlines()
