"""The real Sveltia CMS in a real Chromium, as an owner uses it on a phone.

Its test backend keeps the content in the browser's private files. The page and its configuration
are those of a build, but for the backend and for where the script is. No request leaves this
machine: what the CMS asks of other hosts is answered from its package, and remembered.
"""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import (
    Browser,
    BrowserContext,
    Locator,
    Page,
    Route,
    ViewportSize,
)

from portalgen.build import Built
from portalgen.documents import File
from portalgen.formats import cms
from tests.serving import Site

PACKAGE = Path(__file__).parent / "node_modules" / "@sveltia" / "cms"
_LOCAL_SCRIPT = "/sveltia-cms.js"
# Only what is on the screen is in the page, so the phone is a long one.
_PHONE: ViewportSize = {"width": 390, "height": 20_000}
_STORE = """async files => {
  const top = await navigator.storage.getDirectory();
  const root = await top.getDirectoryHandle("sveltia-cms-test", { create: true });
  for (const [path, text] of Object.entries(files)) {
    const names = path.split("/");
    const name = names.pop();
    let folder = root;
    for (const each of names) folder = await folder.getDirectoryHandle(each, { create: true });
    const writer = await (await folder.getFileHandle(name, { create: true })).createWritable();
    await writer.write(text);
    await writer.close();
  }
}"""
_READ = """async path => {
  let folder = await navigator.storage.getDirectory();
  const names = ["sveltia-cms-test", ...path.split("/")];
  const name = names.pop();
  for (const each of names) folder = await folder.getDirectoryHandle(each);
  return (await (await folder.getFileHandle(name)).getFile()).text();
}"""


class Cms:
    """The CMS on a phone.

    `errors` is what the console said in red, `asked` the addresses of other hosts that were asked.
    """

    def __init__(self, page: Page, root: str, asked: list[str]) -> None:
        """Take a page that stands anywhere on the server at `root`."""
        self.page, self.asked, self._admin = page, asked, f"{root}/admin/"
        self.errors: list[str] = []
        page.on("console", lambda said: self._hear(said.type, said.text))
        page.on("pageerror", lambda error: self._hear("error", str(error)))

    def open(self, content: Mapping[str, str]) -> None:
        """Store content files by path, and log in."""
        self.page.evaluate(_STORE, dict(content))
        self.page.goto(self._admin)
        self.page.get_by_role("button", name="Work with Test Repository").click()
        self.page.get_by_text("Your practice", exact=True).first.wait_for()

    def log_in_with_a_token(self) -> None:
        """Go to the page, and send a token that nobody has."""
        self.page.goto(self._admin)
        self.page.get_by_role("button", name="Sign In Using Access Token").click()
        self.page.get_by_role("textbox").fill("no-token")
        self.page.get_by_role("button", name="Sign In", exact=True).click()

    def listed(self, collection: str, count: int) -> list[str]:
        """Return what a collection lists, once it lists `count` entries."""
        # From a page of its own, so that no list of another collection is still there.
        self.page.goto("about:blank")
        self.page.goto(f"{self._admin}#/collections/{collection}")
        rows = self.page.locator("[role=grid] [role=row]")
        rows.nth(count - 1).wait_for()
        return [text.strip() for text in rows.all_inner_texts()]

    def edit(self, entry: str) -> None:
        """Open an entry, such as `files/away`."""
        collection, name = entry.split("/")
        self.page.goto(f"{self._admin}#/collections/{collection}/entries/{name}")
        self.page.locator("[data-key-path]").first.wait_for()

    def begin(self, collection: str) -> None:
        """Open an empty form for a new text of a collection."""
        self.page.goto(f"{self._admin}#/collections/{collection}/new")
        self.page.locator("[data-key-path]").first.wait_for()

    def box(self, path: str) -> Locator:
        """Unfold what leads to a field, such as `away.3.reason`, and return where it is typed."""
        names = path.split(".")
        for depth, name in enumerate(names[1:], start=1):
            if names[depth - 1].isdigit():
                continue
            group = self._group(".".join(names[:depth]))
            folds = group.get_by_role("button", name="Expand", exact=True)
            folds.nth(int(name) if name.isdigit() else 0).click()
        return self.unfolded(path)

    def unfolded(self, path: str) -> Locator:
        """Return where a field that is on the screen is typed."""
        return self._group(path).locator("input, textarea").first

    def save(self) -> None:
        """Press Save, and wait until the CMS has left the entry."""
        entry = self.page.url
        self.page.get_by_role("button", name="Save", exact=True).click()
        self.page.wait_for_url(lambda url: url != entry)

    def saved(self, path: str) -> str:
        """Return the text of a stored file."""
        return str(self.page.evaluate(_READ, path))

    def _group(self, path: str) -> Locator:
        return self.page.locator(f'[data-key-path="{path}"]')

    def _hear(self, kind: str, text: str) -> None:
        if kind == "error":
            self.errors.append(text)


@contextmanager
def published(built: Built) -> Iterator[Site]:
    """Serve a built portal with an editor; all that differs is where the script is."""
    site = Site({})
    files = {file.address: file.content for file in built.files}
    page = files["/admin/index.html"].decode().replace(cms.SCRIPT, site.root + _LOCAL_SCRIPT)
    files["/admin/index.html"] = page.encode()
    files[_LOCAL_SCRIPT] = (PACKAGE / "dist" / "sveltia-cms.js").read_bytes()
    site.deploy(files)
    try:
        yield site
    finally:
        site.close()


def with_test_backend(built: Built) -> Built:
    """Return a built portal whose editor keeps the content in the browser."""
    files = {file.address: file for file in built.files}
    settings = json.loads(files["/admin/config.yml"].text)
    text = json.dumps({**settings, "backend": {"name": "test-repo"}})
    files["/admin/config.yml"] = File("/admin/config.yml", text.encode())
    return Built(tuple(files.values()), built.advice)


@contextmanager
def phone(browser: Browser, root: str, language: str = "en-US") -> Iterator[Cms]:
    """Take a phone that was never used, and stand at a server."""
    context = browser.new_context(viewport=_PHONE, locale=language)
    context.set_default_timeout(10_000)
    asked: list[str] = []
    _answer(context, root, asked)
    page = context.new_page()
    # A page of the same server without the CMS, to store files from.
    page.goto(f"{root}/favicon.svg")
    yield Cms(page, root, asked)
    context.close()


def _answer(context: BrowserContext, root: str, asked: list[str]) -> None:
    """Answer in the place of all other hosts, with what the CMS's own package holds."""

    def answer(route: Route) -> None:
        url = route.request.url
        if url.startswith((root, "blob:", "data:")):
            route.continue_()
            return
        asked.append(url)
        held = _held(url)
        if held is None:
            route.abort()
        else:
            route.fulfill(path=held, headers={"Access-Control-Allow-Origin": "*"})

    context.route("**/*", answer)


def _held(url: str) -> Path | None:
    if url.startswith("https://unpkg.com/@sveltia/cms"):
        return PACKAGE / url.removeprefix("https://unpkg.com/@sveltia/cms").partition("/")[2]
    fonts = (PACKAGE / "npm" / "assets").glob("*.woff2")
    return next((font for font in fonts if font.name.partition("-latin")[0] in url), None)
