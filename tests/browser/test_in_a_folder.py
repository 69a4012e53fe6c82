"""A portal that lives in a folder of a larger site, and one that is read without scripts."""

from playwright.sync_api import Browser

from tests.serving import Site


def test_a_walk_through_a_portal_in_a_folder_loses_nothing(
    chromium: Browser, site_in_a_folder: Site
) -> None:
    root = f"{site_in_a_folder.root}/portal/"
    context = chromium.new_context()
    page = context.new_page()
    lost: list[str] = []
    page.on("response", lambda it: lost.append(it.url) if it.status >= 400 else None)
    waiting, seen = [root], set[str]()
    while waiting:
        address = waiting.pop()
        seen.add(address)
        if not address.endswith("/"):
            # A file, such as the card of the practice; a browser would download it.
            assert page.request.get(address).ok, address
            continue
        page.goto(address, wait_until="load")
        assert page.evaluate("[...document.styleSheets].every(s => s.cssRules.length)"), address
        assert page.evaluate("document.styleSheets.length") in {1, 2}, address
        links = page.evaluate("[...document.links].map(l => l.href.split('#')[0])")
        inside = {each for each in links if each.startswith(site_in_a_folder.root)}
        assert all(each.startswith(root) for each in inside), (address, inside)
        waiting += sorted(inside - seen - set(waiting))
    context.close()
    assert lost == []
    assert len(seen) > 25


def test_everything_is_readable_without_scripts(chromium: Browser, site: Site) -> None:
    context = chromium.new_context(
        java_script_enabled=False, viewport={"width": 360, "height": 800}
    )
    page = context.new_page()
    page.goto(f"{site.root}/away/")
    text = page.inner_text("body")
    context.close()
    assert "Monday, December 21" in text
    assert "Monday, January 4" in text
    assert "Dana" in text
