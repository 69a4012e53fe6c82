"""The page for what is not there."""

from collections.abc import Callable

from selectolax.lexbor import LexborHTMLParser, LexborNode

Shown = Callable[..., LexborHTMLParser]
PRACTICE = "name: A B\ntimezone: Europe/Lisbon\ncontact: {email: a@b.example}\n"


def links(page: LexborHTMLParser) -> list[str]:
    return [each.attributes["href"] or "" for each in page.css("main a")]


def first(page: LexborHTMLParser, selector: str) -> LexborNode:
    found = page.css_first(selector)
    assert found is not None
    return found


def test_its_links_count_from_the_root_of_the_site(shown: Shown) -> None:
    page = shown("/404.html", {"availability.yaml": "new_clients: open\n"})
    assert links(page)[:3] == ["/", "/availability/", "/contact/"]
    assert all(each.startswith(("/", "mailto:")) for each in links(page))


def test_its_links_lead_into_the_folder_that_the_portal_lives_in(shown: Shown) -> None:
    page = shown("/404.html", {"practice.yaml": PRACTICE + "url: https://ab.example/portal/\n"})
    assert links(page)[:2] == ["/portal/", "/portal/contact/"]
    sheet = first(page, "link[rel=stylesheet]").attributes["href"]
    assert sheet is not None
    assert sheet.startswith("/portal/assets/")


def test_search_engines_leave_it_out(shown: Shown) -> None:
    page = shown("/404.html", {})
    assert first(page, "meta[name=robots]").attributes["content"] == "noindex"
