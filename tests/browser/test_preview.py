"""The preview in a real tab: an edit on the screen, the place kept, the moment moved."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from portalgen.packed import packed_folder
from tests.preview.serving import Served, served, until

MOMENT = "2026-12-22 10:00"
AWAY = "content/away.yaml"
POLICY = "content/policies/payment.md"
PRACTICE = "content/practice.yaml"
SHEET = "site-templates/static/portal/tokens.css"
EDITED = (AWAY, POLICY, PRACTICE, SHEET)
CONNECTED = "document.addEventListener('LiveReloadConnect', () => (window.isConnected = true))"
EVERY_KIND = ("/", "/services/", "/availability/", "/away/", "/contact/", "/terms/", "/nowhere")


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The sample with a stylesheet of the owner's, in the middle of the winter break."""
    folder = tmp_path_factory.mktemp("portal")
    shutil.copytree(packed_folder("content"), folder / "content")
    (folder / SHEET).parent.mkdir(parents=True)
    shutil.copyfile(packed_folder("site-templates") / "static/portal/tokens.css", folder / SHEET)
    with served(folder, folder / "screen", "--at", MOMENT) as running:
        yield running


@pytest.fixture
def page(chromium: Browser, preview: Served) -> Iterator[Page]:
    files = {name: (preview.folder / name).read_bytes() for name in EDITED}
    with _tab(chromium, preview) as tab:
        yield tab
    for name, content in files.items():
        if (preview.folder / name).read_bytes() != content:
            revision = preview.text("/portalgen-preview/revision")
            (preview.folder / name).write_bytes(content)
            until(lambda: preview.text("/portalgen-preview/revision") != revision)  # noqa: B023


@contextmanager
def _tab(chromium: Browser, preview: Served, **options: str) -> Iterator[Page]:
    """Open a tab; whatever it complains about fails the test."""
    context = chromium.new_context(
        base_url=preview.address,
        timezone_id="America/Los_Angeles",
        **options,  # type: ignore[arg-type]
    )
    tab = context.new_page()
    tab.add_init_script(CONNECTED)
    complaints: list[str] = []
    tab.on("pageerror", lambda error: complaints.append(str(error)))
    tab.on(
        "console", lambda said: complaints.append(said.text) if _is_complaint(said.text) else None
    )
    yield tab
    context.close()
    assert not complaints


def _is_complaint(text: str) -> bool:
    return any(words in text for words in ("Content Security Policy", "rror:", "protocol error"))


def _open(page: Page, path: str) -> None:
    """Open a page and wait until it hears of changes."""
    page.goto(path)
    page.wait_for_function("() => window.isConnected")


def _bar(page: Page) -> str:
    return page.locator("portalgen-preview .strip").inner_text()


def test_an_edit_puts_new_words_on_the_screen_and_keeps_the_place(
    page: Page, preview: Served
) -> None:
    _open(page, "/services/")
    page.evaluate("scrollTo({top: 500, behavior: 'instant'})")
    preview.edit(AWAY, "reason: Winter break", "reason: Winter sleep")
    expect(page.locator(".notice-lead")).to_contain_text("Winter sleep")
    expect(page.locator("portalgen-preview .strip")).to_be_visible()
    assert page.evaluate("scrollY") == 500


@pytest.mark.parametrize(
    ("file", "old", "new", "is_same_document"),
    [
        (AWAY, "reason: Winter break", "reason: Winter sleep", True),
        (AWAY, "# The office moves.", "# Something only the owner reads.", True),
        (POLICY, "summary: ", "summary: In short, ", True),
        (PRACTICE, "name: Ines Calder Coaching", "name: Calder Coaching", False),
    ],
    ids=["what is live", "nothing", "another page", "the page"],
)
def test_a_page_is_loaded_anew_only_for_what_is_not_live(
    file: str, old: str, new: str, is_same_document: bool, page: Page, preview: Served
) -> None:
    _open(page, "/contact/")
    page.evaluate("window.isStillTheSame = true")
    preview.edit(file, old, new)
    # What comes next is told after it, so the first edit has been followed by then.
    preview.edit(AWAY, "The office is closed for two weeks", "Sleep well")
    expect(page.locator(".notice-lead")).to_contain_text("Sleep well")
    assert page.evaluate("Boolean(window.isStillTheSame)") == is_same_document


def test_a_stylesheet_is_exchanged_without_a_reload(page: Page, preview: Served) -> None:
    _open(page, "/")
    # What the test before has put back may still be on its way.
    page.wait_for_load_state("networkidle")
    page.evaluate("window.isStillTheSame = true")
    preview.edit(SHEET, "--paper: #f8f7f4;", "--paper: #abcdef;")
    expect(page.locator("body")).to_have_css("background-color", "rgb(171, 205, 239)")
    preview.edit(SHEET, "--paper: #abcdef;", "--paper: #fedcba;")
    expect(page.locator("body")).to_have_css("background-color", "rgb(254, 220, 186)")
    assert page.evaluate("window.isStillTheSame")


def test_a_broken_edit_is_a_page_and_mended_the_reader_is_back(page: Page, preview: Served) -> None:
    _open(page, "/services/")
    page.evaluate("scrollTo({top: 500, behavior: 'instant'})")
    preview.edit(AWAY, "level: news", "level: newz")
    expect(page.locator("[data-fault] h2")).to_have_text("content/away.yaml:11:12")
    expect(page.locator("pre")).to_contain_text("level: newz")
    # A tab that is loaded while the page of problems stands there comes back as well.
    preview.edit(AWAY, "level: newz", "level: news")
    expect(page.locator("h1")).to_have_text("Services")
    page.wait_for_function("() => scrollY === 500")
    assert page.url.endswith("/services/")


def test_the_page_is_as_it_will_be_at_the_moment(page: Page) -> None:
    page.goto("/")
    expect(page.locator("[data-badge]")).to_have_text("Away · back Monday, January 4")
    assert page.evaluate("new Date(2026, 11, 22, 10) <= new Date()")
    assert page.evaluate("new Date() < new Date(2026, 11, 22, 10, 5)")
    assert page.evaluate("Date.now() - new Date().getTime() < 1000")
    assert page.evaluate("new Date() instanceof Date && new Date(0).getTime() === 0")
    assert "Dec 22 2026" in page.evaluate("Date()")
    assert "as of Tuesday, December 22, 2026, 10:00 am, Pacific time (San Diego)" in _bar(page)


def test_the_bar_moves_the_moment_for_page_and_script(page: Page) -> None:
    _open(page, "/")
    page.get_by_role("button", name="Another moment").click()
    winter = page.get_by_role("complementary", name="Preview").locator("section").first
    expect(winter.get_by_role("heading")).to_have_text("Winter break, December 21 to January 1")
    winter.get_by_role("button", name="Back: January 4, 9:00 am").click()
    expect(page.locator("portalgen-preview .strip")).to_contain_text("Monday, January 4, 2027")
    expect(page.locator("[data-badge]")).to_contain_text("Open")
    back = page.get_by_role("button", name="Back: January 4, 9:00 am")
    expect(back).to_have_attribute("aria-pressed", "true")
    expect(back).to_be_focused()
    page.keyboard.press("Escape")
    expect(back).to_be_hidden()
    page.get_by_role("button", name="Another moment").click()
    page.get_by_label("Any moment").fill("2026-12-22T10:00")
    page.get_by_role("button", name="Show").click()
    expect(page.locator("[data-badge]")).to_have_text("Away · back Monday, January 4")


def test_the_bar_leaves_room_and_can_be_hidden_for_this_tab(page: Page) -> None:
    _open(page, "/")
    page.locator("portalgen-preview .strip").wait_for()
    page.evaluate("scrollTo({top: document.body.scrollHeight, behavior: 'instant'})")
    last = page.locator("footer").bounding_box()
    strip = page.locator("portalgen-preview .strip").bounding_box()
    assert last
    assert strip
    assert last["y"] + last["height"] <= strip["y"] + 1
    page.emulate_media(media="print")
    expect(page.locator("portalgen-preview .strip")).to_be_hidden()
    page.emulate_media(media="screen")
    page.get_by_role("button", name="Hide").click()
    page.goto("/services/")
    expect(page.locator("h1")).to_have_text("Services")
    expect(page.locator("portalgen-preview .strip")).to_be_hidden()
    # A page of another moment never looks like today's.
    tab = page.get_by_role("button", name="Show the preview's bar")
    expect(tab).to_have_text("Preview · 2026-12-22")
    tab.click()
    expect(page.get_by_role("button", name="Another moment")).to_be_focused()


def test_the_keyboard_goes_from_the_button_to_the_moments(page: Page) -> None:
    _open(page, "/")
    page.get_by_role("button", name="Another moment").press("Enter")
    for _ in range(2):
        page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Now")).to_be_focused()


def test_what_is_read_stays_in_its_place_when_the_moment_moves(page: Page) -> None:
    _open(page, "/services/")
    heading = page.locator("main h2").nth(1)
    heading.evaluate("each => each.scrollIntoView({behavior: 'instant'})")
    before = heading.bounding_box()
    page.get_by_role("button", name="Another moment").click()
    page.get_by_role("button", name="Back: January 4, 9:00 am").click()
    expect(page.locator("[data-badge]")).to_contain_text("Open")
    after = heading.bounding_box()
    assert before
    assert after
    assert abs(before["y"] - after["y"]) < 2


@pytest.mark.parametrize("path", EVERY_KIND)
def test_no_page_of_the_preview_breaks_its_policy(path: str, page: Page) -> None:
    """The tab's fixture looks at what the console says."""
    _open(page, path)
    expect(page.locator("portalgen-preview .strip")).to_be_visible()


def test_a_page_that_was_on_its_way_shows_what_was_edited_meanwhile(
    page: Page, preview: Served
) -> None:
    def edit_first(route: Route) -> None:
        _edit_reason(preview)
        route.continue_()

    page.route("**/livereload.js*", edit_first, times=1)
    page.goto("/")
    expect(page.locator(".notice-lead")).to_contain_text("Winter sleep")


def test_a_tab_that_was_cut_off_shows_what_was_edited_meanwhile(
    page: Page, preview: Served
) -> None:
    _open(page, "/")
    page.evaluate("LiveReload.connector.disconnect()")
    _edit_reason(preview)
    page.evaluate("LiveReload.connector.connect()")
    expect(page.locator(".notice-lead")).to_contain_text("Winter sleep")


def _edit_reason(preview: Served) -> None:
    revision = preview.text("/portalgen-preview/revision")
    preview.edit(AWAY, "reason: Winter break", "reason: Winter sleep")
    until(lambda: preview.text("/portalgen-preview/revision") != revision)
