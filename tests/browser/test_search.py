"""The search in a real browser: what is found, in which order, and how it is told."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.serving import Site


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context()
    yield context.new_page()
    context.close()


def found(page: Page) -> list[str]:
    """Return where the results lead, from the first on."""
    expect(page.get_by_role("status").first).not_to_be_empty()
    links: list[str] = page.evaluate(
        "[...document.querySelectorAll('[data-search-results] a')].map((a) => a.href)"
    )
    return links


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("confidential", "/policies/confidentiality/"),
        ("CONFIDENTIALITY", "/policies/confidentiality/"),
        ("confidencial", "/policies/confidentiality/"),
        ("invoices", "/terms/#pay"),
        ("money short", "/policies/payment/#if-money-is-short"),
        ("camera off", "/what-to-expect/first-session/#question_2"),
        ("urgent", "/availability/#part_when-something-is-urgent"),
    ],
)
def test_what_is_asked_leads_to_the_place(asked: str, first: str, page: Page, site: Site) -> None:
    page.goto(f"{site.root}/search/?q={asked}")
    assert found(page)[0] == site.root + first


def test_words_that_are_never_together_still_find_something(page: Page, site: Site) -> None:
    page.goto(f"{site.root}/search/?q=zebra confidentiality")
    assert found(page)[0] == f"{site.root}/policies/confidentiality/"


def test_misspelled_words_are_looked_for_together_before_each_alone(page: Page, site: Site) -> None:
    page.goto(f"{site.root}/search/?q=invoces employr")
    together = found(page)
    page.goto(f"{site.root}/search/?q=invoces employr zebra")
    assert 0 < len(together) < len(found(page))


def test_what_is_typed_is_found_marked_counted_and_can_be_shared(page: Page, site: Site) -> None:
    page.goto(f"{site.root}/search/")
    page.keyboard.press("Tab")
    field = page.get_by_role("searchbox")
    field.press_sequentially("camera")
    expect(page.locator("[data-search-status]")).to_have_text("2 results")
    expect(page.locator(".results mark").first).to_have_text("camera")
    expect(page.locator(".all-pages")).to_be_hidden()
    expect(page).to_have_url(f"{site.root}/search/?q=camera")
    field.press("Enter")
    expect(page).to_have_url(f"{site.root}/search/?q=camera")
    field.fill("")
    expect(page.locator(".all-pages")).to_be_visible()
    expect(page).to_have_url(f"{site.root}/search/")


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("reimbursements", ["exact", "akin"]),
        ("reimbursement", ["exact", "akin"]),
        ("reimbursed", ["akin", "exact"]),
        ("reimb", ["akin", "exact"]),
        ("reimbursable", ["akin"]),
    ],
)
def test_words_of_one_stem_are_found_behind_the_word_itself(
    asked: str, said: list[str], page: Page, site: Site
) -> None:
    entries = [["akin", "", "a/", "Reimbursed."], ["exact", "", "b/", "Some reimbursements."]]
    page.route("**/search.json", lambda route: route.fulfill(json=entries))
    page.goto(f"{site.root}/search/?q={asked}")
    found(page)
    assert page.locator(".results a").all_text_contents() == said


def test_what_pages_are_called_and_say_is_shown_as_text(page: Page, site: Site) -> None:
    evil = "<img src=x onerror=document.title='run'> camera"
    page.route("**/search.json", lambda route: route.fulfill(json=[[evil, evil, "a/", evil]]))
    page.goto(f"{site.root}/search/?q=camera")
    expect(page.locator(".results a")).to_have_text(
        re.compile(re.escape(evil) + ".+" + re.escape(evil))
    )
    expect(page.locator(".results p")).to_have_text(evil)
    expect(page.locator(".results img")).to_have_count(0)


def test_of_many_results_the_first_twenty_are_shown_and_this_is_said(
    page: Page, site: Site
) -> None:
    entries = [[f"Camera {number}", "", f"{number}/", ""] for number in range(30)]
    page.route("**/search.json", lambda route: route.fulfill(json=entries))
    page.goto(f"{site.root}/search/?q=camera")
    expect(page.locator("[data-search-status]")).to_have_text("The first 20 results")
    expect(page.locator(".results li")).to_have_count(20)


def test_the_home_page_is_called_so(page: Page, site: Site) -> None:
    entries = [["", "", "./", "A camera is welcome."]]
    page.route("**/search.json", lambda route: route.fulfill(json=entries))
    page.goto(f"{site.root}/search/?q=camera")
    expect(page.locator(".results a")).to_have_text("Home page")


def test_where_nothing_is_found_there_is_a_way_on(page: Page, site: Site) -> None:
    page.goto(f"{site.root}/search/?q=xyzzy")
    assert found(page) == []
    expect(page.locator("[data-search-status]")).to_have_text("No results")
    expect(page.get_by_role("link", name="Ask Ines")).to_be_visible()
    expect(page.locator(".all-pages")).to_be_visible()


def test_the_index_is_fetched_when_it_is_used_and_not_before(page: Page, site: Site) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{site.root}/search/")
    assert not any(url.endswith("search.json") for url in asked)
    with page.expect_response("**/search.json"):
        page.get_by_role("searchbox").focus()


def test_a_search_that_can_not_be_loaded_says_so_and_tries_again(page: Page, site: Site) -> None:
    page.route("**/search.json", lambda route: route.abort())
    page.goto(f"{site.root}/search/?q=camer")
    status = page.locator("[data-search-status]")
    expect(status).to_have_text("The search could not be loaded. All pages are listed below.")
    page.unroute("**/search.json")
    page.get_by_role("searchbox").fill("camera")
    expect(status).to_have_text("2 results")


def test_it_works_in_a_folder(page: Page, site_in_a_folder: Site) -> None:
    page.goto(f"{site_in_a_folder.root}/portal/search/?q=coaching")
    results = found(page)
    assert results
    assert all(each.startswith(f"{site_in_a_folder.root}/portal/") for each in results)


def test_without_scripts_all_pages_are_listed(chromium: Browser, site: Site) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site.root}/search/?q=camera")
    expect(page.get_by_role("searchbox")).to_have_count(0)
    expect(page.get_by_role("link", name="Payment and receipts")).to_be_visible()
    context.close()
