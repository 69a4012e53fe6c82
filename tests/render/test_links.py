import posixpath
from urllib.parse import urljoin

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portalgen.render.links import Unlinkable, asset_address, linked, safe_address

BASE = "https://example.com/portal/"


@pytest.mark.parametrize(
    ("address", "page", "written"),
    [
        ("/terms/#cancel", "/services/x/", "../../terms/#cancel"),
        ("/terms/#cancel", "/terms/", "#cancel"),
        ("/terms/", "/terms/", "./"),
        ("/terms/", "/", "terms/"),
        ("/", "/", "./"),
        ("/", "/terms/", "../"),
        ("/", "/services/x/", "../../"),
        ("/#top", "/", "#top"),
        ("/services/", "/services/x/", "../"),
        ("/services/y/", "/services/x/", "../y/"),
        ("/services/x/y.vcf", "/services/x/", "y.vcf"),
        ("/contact/contact.vcf", "/", "contact/contact.vcf"),
        ("/assets/site.css", "/services/x/", "../../assets/site.css"),
        ("/terms/?print", "/terms/", "?print"),
        ("/terms/", "/contact/card.html", "../terms/"),
        ("/contact/", "/contact/card.html", "./"),
        ("/contact/card.html", "/contact/card.html", "card.html"),
        ("/a:b/", "/", "./a:b/"),
        ("#cancel", "/terms/", "#cancel"),
        ("https://other.example/", "/terms/", "https://other.example/"),
        ("//other.example/", "/terms/", "//other.example/"),
        ("mailto:a@b.example", "/terms/", "mailto:a@b.example"),
        ("tel:+16195550122", "/terms/", "tel:+16195550122"),
    ],
)
def test_a_page_links_relative_to_itself(address: str, page: str, written: str) -> None:
    assert linked(address, page, BASE) == written


@pytest.mark.parametrize(
    ("base", "written"),
    [
        ("", "/terms/#cancel"),
        ("https://example.com", "/terms/#cancel"),
        ("https://example.com/", "/terms/#cancel"),
        ("https://example.com/portal", "/portal/terms/#cancel"),
        ("https://example.com/portal/", "/portal/terms/#cancel"),
        ("https://example.com/a/b/", "/a/b/terms/#cancel"),
    ],
)
def test_the_page_for_what_was_not_found_links_from_the_root(base: str, written: str) -> None:
    assert linked("/terms/#cancel", "/404.html", base) == written


names = st.text("abc-", min_size=1, max_size=3)
folders = st.lists(names, max_size=3).map(lambda parts: "/" + "".join(f"{p}/" for p in parts))
files = st.tuples(folders, st.sampled_from(["", "x.html", "y.css"])).map("".join)
ends = st.sampled_from(["", "#part", "?q=1", "?q=1#part"])


@settings(deadline=None)
@given(files, ends, files)
def test_a_browser_finds_what_was_meant_in_any_folder(target: str, end: str, page: str) -> None:
    for root in ("https://example.com", "https://example.com/portal"):
        found = urljoin(root + page, linked(target + end, page, ""))
        assert found == root + target + end
    assert not posixpath.isabs(linked(target + end, page, ""))


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        " javascript:alert(1)",
        "\x01javascript:alert(1)",
        "java\tscript:alert(1)",
        "java\nscript:alert(1)",
        "javascript\r\n:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "blob:x",
        "https\u200b:x",
    ],
)
def test_other_schemes_are_refused(address: str) -> None:
    with pytest.raises(Unlinkable, match="not an address that a page may link to"):
        safe_address(address)


@pytest.mark.parametrize(
    "address",
    ["HTTPS://a.example/", "sms:+1619", "terms/", "./a:b", "?a=b:c", "#a:b", "", "x/a:b"],
)
def test_safe_addresses_stay_as_they_are(address: str) -> None:
    assert safe_address(address) == address


def test_a_static_file_stands_at_its_finished_address() -> None:
    assert asset_address("site.css", {"site.css": "/assets/site.1a.css"}) == "/assets/site.1a.css"


def test_a_static_file_that_is_not_there_is_named_with_the_nearest() -> None:
    with pytest.raises(Unlinkable) as caught:
        asset_address("sites.css", {"site.css": "/assets/site.1a.css"})
    assert (caught.value.found, caught.value.instead) == (
        "There is no file `sites.css` in site-templates/static.",
        "Did you mean `site.css`?",
    )
