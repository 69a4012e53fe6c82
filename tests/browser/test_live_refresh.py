"""An open page takes over what a second deploy changed, and leaves the reader in peace."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Browser, Page

from portalgen.packed import packed_folder
from tests.browser.live.portals import portal
from tests.conftest import Write
from tests.serving import Site

SAN_DIEGO = ZoneInfo("America/Los_Angeles")
MOMENT = datetime(2026, 11, 23, 7, 10, tzinfo=SAN_DIEGO)
LATER = datetime(2026, 11, 23, 10, 20, tzinfo=SAN_DIEGO)
# What the owner adds when ill: the case of everybody's first unplanned absence.
ILL = """\
away:
  - id: ill
    from: 2026-11-23
    until: further notice
    review: 2026-11-27
    appointments: Sessions do not take place; Dana moves them, nothing is charged.
"""
HEADLINE = "Ines away: November 23 until further notice"
FIVE_MINUTES = 5 * 60_000
Files = dict[str, bytes]

# A form, as a page of the owner's may have one, far down; and all that is said aloud.
PREPARED = """
const form = document.createElement("form");
for (let i = 0; i < 40; i++) form.append(document.createElement("br"));
form.append(Object.assign(document.createElement("textarea"), {id: "letter", rows: 9}));
for (let i = 0; i < 40; i++) form.append(document.createElement("br"));
document.querySelector("main").append(form);
window.isStillTheSame = true;
window.heard = [];
new MutationObserver(() => heard.push(portal_announcer.textContent))
  .observe(portal_announcer, {childList: true});
"""
PLACE = "document.querySelector('#letter').getBoundingClientRect().top"


@pytest.fixture(scope="module")
def deploys(tmp_path_factory: pytest.TempPathFactory) -> tuple[Files, Files]:
    """The sample of the morning, and of the same day with an unplanned absence."""
    content = tmp_path_factory.mktemp("second") / "content"
    _copied(packed_folder("content"), content)
    away = content / "away.yaml"
    entries = away.read_text(encoding="utf-8").split("away:\n", 1)[1]
    away.write_text(ILL + entries, encoding="utf-8")
    first = portal(packed_folder("content"), MOMENT)
    return first.files, portal(content, LATER).files


@pytest.fixture
def site(deploys: tuple[Files, Files]) -> Iterator[Site]:
    served = Site(deploys[0])
    yield served
    served.close()


@pytest.mark.parametrize("anchoring", ["auto", "none"])
def test_an_open_page_shows_a_new_absence_within_one_look(
    anchoring: str, site: Site, deploys: tuple[Files, Files], chromium: Browser
) -> None:
    """With the scroll anchoring that some browsers have of their own, and without it."""
    with _open(chromium, site, "/contact/") as page:
        page.fill("#letter", "Dear Ines, I wonder")
        page.evaluate(
            f"document.documentElement.style.overflowAnchor = '{anchoring}';"
            "letter.setSelectionRange(5, 9);"
            "letter.scrollIntoView({block: 'center', behavior: 'instant'})"
        )
        place = page.evaluate(PLACE)
        page.evaluate("replies = document.querySelector('[data-live=replies]')")
        site.deploy(deploys[1])
        page.clock.run_for(FIVE_MINUTES)
        _wait_for_the_notice(page)
        assert page.inner_text(".badge") == "Away until further notice"
        assert page.locator("[data-hear]:visible").count() == 0
        # Nothing of what the person does is disturbed.
        assert page.evaluate("window.isStillTheSame && replies.isConnected")
        assert page.input_value("#letter") == "Dear Ines, I wonder"
        assert page.evaluate("[letter.selectionStart, letter.selectionEnd]") == [5, 9]
        assert page.evaluate("document.activeElement.id") == "letter"
        assert page.evaluate(PLACE) == pytest.approx(place, abs=1)
        page.clock.run_for(3 * FIVE_MINUTES)
        assert page.evaluate("heard.length") == 1
        assert page.evaluate("heard[0]").startswith(f"Away until further notice. {HEADLINE}")


def test_the_first_that_a_page_has_to_say_is_announced(write: Write, chromium: Browser) -> None:
    """A practice that names no hours says nothing in its header until it is away."""
    quiet = portal(write({}), MOMENT).files
    ill = portal(write({"away.yaml": ILL}), LATER).files
    site = Site(quiet)
    with _open(chromium, site, "/") as page:
        assert not page.locator(".badge").is_visible()
        assert not page.locator(".notices").is_visible()
        site.deploy(ill)
        page.clock.run_for(FIVE_MINUTES)
        page.locator(".notice-lead").wait_for()
        assert page.evaluate("heard.length") == 1
    site.close()


def test_a_page_that_comes_into_view_looks_at_once(
    site: Site, deploys: tuple[Files, Files], chromium: Browser
) -> None:
    with _open(chromium, site, "/") as page:
        page.evaluate("Object.defineProperty(document, 'hidden', {get: () => window.isAway})")
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.evaluate("isAway = true; document.dispatchEvent(new Event('visibilitychange'))")
        site.deploy(deploys[1])
        page.clock.run_for(4 * FIVE_MINUTES)
        assert asked == []
        page.evaluate("isAway = false; document.dispatchEvent(new Event('visibilitychange'))")
        _wait_for_the_notice(page)
        assert page.get_attribute(".badge", "data-state") == "away"


def test_only_a_page_that_was_kept_looks_at_once(site: Site, chromium: Browser) -> None:
    """What has just come over the network need not be asked for again."""
    context = chromium.new_context()
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(site.root)))
    page.goto(f"{site.root}/contact/", wait_until="networkidle")
    page.goto(f"{site.root}/terms/", wait_until="networkidle")
    assert "/status.json" not in asked
    with page.expect_response("**/status.json"):
        page.goto(f"{site.root}/contact/")
    context.close()


def test_a_reader_at_the_top_sees_the_new_notice(
    site: Site, deploys: tuple[Files, Files], chromium: Browser
) -> None:
    with _open(chromium, site, "/how-i-work/") as page:
        site.deploy(deploys[1])
        page.clock.run_for(FIVE_MINUTES)
        _wait_for_the_notice(page)
        assert page.evaluate("scrollY") == 0


def test_the_keyboard_goes_to_the_same_link_of_the_new_notice(
    site: Site, deploys: tuple[Files, Files], chromium: Browser
) -> None:
    with _open(chromium, site, "/contact/") as page:
        page.focus(".notice-headline a:not([hidden])")
        address = page.evaluate("document.activeElement.href")
        site.deploy(deploys[1])
        page.clock.run_for(FIVE_MINUTES)
        _wait_for_the_notice(page)
        assert page.evaluate("document.activeElement.href") == address
        assert page.evaluate("document.activeElement.closest('.notice').id") is not None


def test_nothing_is_fetched_or_moved_while_nothing_changed(site: Site, chromium: Browser) -> None:
    with _open(chromium, site, "/") as page:
        page.evaluate("notice = document.querySelector('.notice')")
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url.removeprefix(site.root)))
        page.clock.run_for(2 * FIVE_MINUTES + 60_000)
        page.wait_for_function("notice.isConnected")
        assert asked == ["/status.json"] * 2
        assert page.evaluate("heard") == []


@pytest.mark.parametrize("status", [None, b"", b"<html>", b"null", b"{}"])
def test_a_status_that_is_missing_or_broken_changes_nothing(
    status: bytes | None, site: Site, deploys: tuple[Files, Files], chromium: Browser
) -> None:
    files = dict(deploys[0])
    del files["/status.json"]
    site.deploy(files if status is None else {**files, "/status.json": status})
    with _open(chromium, site, "/") as page:
        page.clock.run_for(FIVE_MINUTES)
        page.wait_for_timeout(50)
        assert page.inner_text(".badge") == "Closed · opens Monday, 9:00 am"
        assert page.locator(".notice-lead").count() == 1
        page.clock.run_for(2 * 60 * 60_000)
        assert page.inner_text(".badge") == "Open now · until 12:00 pm"


def test_a_page_that_can_not_be_fetched_stays(
    site: Site, deploys: tuple[Files, Files], chromium: Browser
) -> None:
    """The status is new already and the page is gone, or not there yet."""
    with _open(chromium, site, "/contact/") as page:
        site.deploy({"/status.json": deploys[1]["/status.json"]})
        page.clock.run_for(FIVE_MINUTES)
        page.wait_for_timeout(50)
        assert page.inner_text(".badge") == "Closed · opens Monday, 9:00 am"
        site.deploy(deploys[1])
        page.clock.run_for(FIVE_MINUTES)
        _wait_for_the_notice(page)


def test_a_page_in_a_folder_on_a_disk_lives_without_a_network(
    deploys: tuple[Files, Files], chromium: Browser, tmp_path: Path
) -> None:
    for address, content in deploys[0].items():
        path = tmp_path / address.lstrip("/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    page = chromium.new_page(timezone_id="America/Los_Angeles")
    heard: list[str] = []
    page.on("console", lambda message: heard.append(message.text))
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.clock.install(time=MOMENT)
    page.goto((tmp_path / "contact" / "index.html").as_uri())
    page.clock.run_for(2 * FIVE_MINUTES)
    assert page.inner_text(".badge") == "Closed · opens Monday, 9:00 am"
    assert heard == []
    page.close()


def test_a_portal_in_a_folder_refreshes_too(
    deploys: tuple[Files, Files], chromium: Browser
) -> None:
    first, second = ({f"/portal{name}": each for name, each in files.items()} for files in deploys)
    site = Site(first)
    with _open(chromium, site, "/portal/policies/") as page:
        site.deploy(second)
        page.clock.run_for(FIVE_MINUTES)
        _wait_for_the_notice(page)
    site.close()


@contextmanager
def _open(chromium: Browser, site: Site, address: str) -> Iterator[Page]:
    """Open a page at seven in the morning of the first deploy, with the clock in hand."""
    # Without motion a page stands where it was scrolled to, from the first instant on.
    context = chromium.new_context(
        timezone_id="America/Los_Angeles", locale="en-US", reduced_motion="reduce"
    )
    context.set_default_timeout(5000)
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.clock.install(time=MOMENT - timedelta(seconds=1))
    page.clock.pause_at(MOMENT)
    # With a clock of its own a browser can not tell where a page came from, so it looks at once.
    with page.expect_response("**/status.json"):
        page.goto(site.root + address, wait_until="load")
    page.evaluate(PREPARED)
    yield page
    context.close()
    assert errors == []


def _wait_for_the_notice(page: Page) -> None:
    page.locator(".notice-lead > .notice-headline").get_by_text(HEADLINE).wait_for()


def _copied(source: Path, target: Path) -> None:
    for path in source.rglob("*"):
        if path.is_file():
            copy = target / path.relative_to(source)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(path.read_bytes())
