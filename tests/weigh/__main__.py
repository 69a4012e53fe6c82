"""`make weigh`: what a first look at a page costs, beside what others send for the like.

Bytes are those of the bodies that Chromium asked for, raw and by gzip -9; photos stand apart. Ends
with 1 if a page of the sample is heavier than it may be.
"""

import gzip
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from playwright.sync_api import Browser, Response

from portalgen.build import Order, build
from portalgen.memory import Memory
from portalgen.packed import packed_folder
from tests.chromium import started
from tests.serving import Site
from tests.weigh.others import others

MOMENT = datetime(2026, 11, 23, 15, 10, tzinfo=UTC)
KILOBYTE = 1024
MOST_AT_FIRST = 18 * KILOBYTE
MOST_OF_SCRIPT = 4 * KILOBYTE
MOST_OF_A_SECOND_PAGE = 7 * KILOBYTE
# The packet holds the texts of all other pages, to be printed; it is told apart.
WHOLE_TEXTS = {"/packet/"}


@dataclass(frozen=True)
class Body:
    """What came for one request."""

    url: str
    kind: str
    content: bytes

    @property
    def zipped(self) -> int:
        return len(gzip.compress(self.content, 9, mtime=0))

    @property
    def is_photo(self) -> bool:
        return self.url.endswith((".jpg", ".jpeg", ".png", ".webp"))


@dataclass(frozen=True)
class View:
    """One look at a page: what it took, and how many requests other hosts would have had."""

    bodies: Sequence[Body]
    elsewhere: int

    @property
    def without_photos(self) -> list[Body]:
        return [body for body in self.bodies if not body.is_photo]

    def zipped(self, *kinds: str) -> int:
        """Return the bytes, those of some kinds alone if any are named."""
        counted = (body for body in self.without_photos if not kinds or body.kind in kinds)
        return sum(body.zipped for body in counted)


def main() -> int:
    """Print the weights, and return whether one is too much."""
    files = build(Order(packed_folder("content"), MOMENT), Memory()).files
    sample = {file.address: file.content for file in files}
    with started() as chromium, tempfile.TemporaryDirectory() as folder:
        _print_beside_others(chromium, sample, Path(folder))
        print()
        return _print_pages(chromium, sample)


def _print_beside_others(chromium: Browser, sample: dict[str, bytes], folder: Path) -> None:
    print("the home page at first sight             requests      raw     gzip")
    for name, files in (("portalgen", sample), *others(folder)):
        view = _seen(chromium, files, "/")
        parts = [("", view.bodies), (", without photos", view.without_photos)]
        for note, bodies in parts[: 1 + (len(view.bodies) != len(view.without_photos))]:
            raw, zipped = sum(len(b.content) for b in bodies), sum(b.zipped for b in bodies)
            print(f"{name + note:40} {len(bodies):8} {raw:8,} {zipped:8,}")
        if view.elsewhere:
            print(f"{'':40} {view.elsewhere:8} more of other hosts, not counted")


def _print_pages(chromium: Browser, sample: dict[str, bytes]) -> int:
    print("pages of the sample, gzip                   first   script   second")
    heavy = 0
    kept = {body.content for body in _seen(chromium, sample, "/").bodies}
    for address in _pages(sample):
        view = _seen(chromium, sample, address)
        first, script = view.zipped(), view.zipped("script")
        second = sum(each.zipped for each in view.without_photos if each.content not in kept)
        if address == "/":
            second = view.zipped("document")
        is_heavy = (
            first > MOST_AT_FIRST or script > MOST_OF_SCRIPT or second > MOST_OF_A_SECOND_PAGE
        )
        heavy += is_heavy and address not in WHOLE_TEXTS
        note = "  too heavy" if is_heavy and address not in WHOLE_TEXTS else ""
        note = "  whole texts" if address in WHOLE_TEXTS else note
        print(f"{address:40} {first:8,} {script:8,} {second:8,}{note}")
    print(
        f"at most {MOST_AT_FIRST:,} at first, {MOST_OF_SCRIPT:,} of it script, and "
        f"{MOST_OF_A_SECOND_PAGE:,} for a second page; {heavy} too heavy"
    )
    return 1 if heavy else 0


def _pages(sample: dict[str, bytes]) -> Iterator[str]:
    for address, content in sorted(sample.items()):
        if address.endswith(".html") and b'http-equiv="refresh"' not in content:
            yield address.removesuffix("index.html")


def _seen(chromium: Browser, files: dict[str, bytes], address: str) -> View:
    """Return what a phone asks for when it opens a page and nothing is kept."""
    site = Site(files)
    context = chromium.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    responses: list[Response] = []
    elsewhere: list[str] = []
    page.on("response", lambda response: responses.append(response))
    page.on(
        "request",
        lambda request: (
            None if request.url.startswith((site.root, "data:")) else elsewhere.append(request.url)
        ),
    )
    try:
        page.goto(site.root + address, wait_until="load")
        page.wait_for_timeout(300)
        bodies = [Body(each.url, each.request.resource_type, each.body()) for each in responses]
        icon = page.locator('link[rel~="icon"]').first
        url = icon.evaluate("link => link.href") if icon.count() else None
        if url is not None and url not in {body.url for body in bodies}:
            # Headless browsers do not always ask for it, others do.
            bodies.append(Body(url, "icon", files.get(url.removeprefix(site.root), b"")))
    finally:
        context.close()
        site.close()
    return View(bodies, len(elsewhere))


if __name__ == "__main__":
    sys.exit(main())
