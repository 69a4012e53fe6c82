"""An image is public when a page shows it, and not because it lies in the folder."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PIL import Image

from portalgen.build import Order, build
from portalgen.memory import Memory
from tests.conftest import MOMENT, Write

BACKUP = "backups:\n  - id: dana\n    name: Dana\n    photo: dana.png\n{}"
AWAY = (
    "away:\n  - from: 2026-12-21\n    until: 2027-01-01\n    announce: 2026-12-01\n"
    "    message: See ![the sea](sea.png).\n"
)


def images(folder: Path, moment: datetime) -> set[str]:
    (folder / "images").mkdir(exist_ok=True)
    for name in ("dana.png", "sea.png", "left.png"):
        Image.new("RGB", (9, 9)).save(folder / "images" / name)
    files = build(Order(folder, moment), Memory()).files
    return {file.address for file in files if file.address.startswith("/images/")}


@pytest.mark.parametrize(
    ("consent", "shown"),
    [("", set()), ("    consent: 2026-09-01\n", {"/images/dana.png"})],
)
def test_the_photo_of_somebody_who_did_not_consent_is_not_published(
    consent: str, shown: set[str], write: Write, moment: datetime
) -> None:
    folder = write({"backup.yaml": BACKUP.format(consent)})
    (folder / "images").mkdir()
    Image.new("RGB", (9, 9)).save(folder / "images" / "dana.png")
    assert images(folder, moment) == shown


@pytest.mark.parametrize(("month", "day", "shown"), [(11, 23, set()), (12, 1, {"/images/sea.png"})])
def test_the_image_of_an_absence_to_come_waits_for_its_announcement(
    month: int, day: int, shown: set[str], write: Write
) -> None:
    folder = write({"away.yaml": AWAY})
    assert images(folder, datetime(2026, month, day, 20, tzinfo=UTC)) == shown


def test_a_photo_in_a_text_is_published_in_every_width_that_the_page_offers(write: Write) -> None:
    folder = write({"pages/room.md": "---\ntitle: Room\n---\n![The room](our%20room.jpg)\n"})
    (folder / "images").mkdir()
    Image.new("RGB", (2000, 1000)).save(folder / "images" / "our room.jpg")
    files = {each.address: each for each in build(Order(folder, MOMENT), Memory()).files}
    named = ("/images/our room.jpg", "/images/240/our room.jpg", "/images/640/our room.jpg")
    assert [name for name in files if "/images/" in name] == sorted(named)
    page = files["/room/index.html"].text
    assert ' src="../images/our%20room.jpg"' in page
    assert ' width="1280" height="640"' in page
    assert "../images/240/our%20room.jpg 240w, " in page
