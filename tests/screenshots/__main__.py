"""`make pictures`: the pictures of the README, taken of the sample as a client sees it.

On a Monday morning in San Diego, four weeks before the winter break; one of the second week of
the break itself.
"""

import io
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from PIL import Image
from playwright.sync_api import Browser

from portalgen.build import Order, build
from portalgen.memory import Memory
from portalgen.packed import packed_folder
from tests.chromium import started
from tests.serving import Site

FOLDER = Path(__file__).parents[2] / "docs" / "pictures"
MOST_BYTES = 200_000
COLORS = 200
BEFORE = datetime(2026, 11, 23, 17, 30, tzinfo=UTC)
DURING = datetime(2026, 12, 29, 18, 15, tzinfo=UTC)
SCREENS = {"phone": (390, 844, 2), "desktop": (1280, 800, 1)}


@dataclass(frozen=True)
class Picture:
    """A page to be taken on a screen, in light and in dark."""

    name: str
    address: str
    screen: Literal["phone", "desktop"]
    moment: datetime = BEFORE


PICTURES = (
    Picture("home", "/", "phone"),
    Picture("home", "/", "desktop"),
    Picture("away", "/", "phone", DURING),
    Picture("away", "/away/", "desktop", DURING),
    Picture("terms", "/terms/", "phone"),
    Picture("what-to-expect", "/what-to-expect/first-session/", "desktop"),
)


def main() -> None:
    """Take all pictures anew."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for old in FOLDER.glob("*.png"):
        old.unlink()
    with started() as chromium:
        for picture in PICTURES:
            site = Site(_files(picture.moment))
            for scheme in ("light", "dark"):
                file = FOLDER / f"{picture.name}-{picture.screen}-{scheme}.png"
                content = _small(_taken(chromium, site.root, picture, scheme))
                file.write_bytes(content)
                print(f"{file.name:36} {len(content):8,} bytes")
                if len(content) > MOST_BYTES:
                    raise SystemExit(f"{file.name} has more than {MOST_BYTES:,} bytes.")
            site.close()


def _files(moment: datetime) -> Mapping[str, bytes]:
    files = build(Order(packed_folder("content"), moment), Memory()).files
    return {file.address: file.content for file in files}


def _taken(
    chromium: Browser, root: str, picture: Picture, scheme: Literal["light", "dark"]
) -> bytes:
    width, height, density = SCREENS[picture.screen]
    context = chromium.new_context(
        color_scheme=scheme,
        device_scale_factor=density,
        viewport={"width": width, "height": height},
        locale="en-US",
        timezone_id="America/Los_Angeles",
    )
    page = context.new_page()
    page.clock.set_fixed_time(picture.moment)
    page.goto(root + picture.address, wait_until="networkidle")
    content = page.screenshot()
    context.close()
    return content


def _small(content: bytes) -> bytes:
    """Return a picture with few colors, which is enough for text."""
    with Image.open(io.BytesIO(content)) as taken:
        few = taken.convert("RGB").quantize(COLORS, dither=Image.Dither.NONE)
    written = io.BytesIO()
    few.save(written, "PNG", optimize=True)
    return written.getvalue()


if __name__ == "__main__":
    main()
