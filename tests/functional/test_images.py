"""An image is public when a page shows it, and not because it lies in the folder."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from portalgen.build import Order, build
from portalgen.memory import Memory
from tests.conftest import Write

BACKUP = "backups:\n  - id: dana\n    name: Dana\n    photo: dana.png\n{}"
AWAY = (
    "away:\n  - from: 2026-12-21\n    until: 2027-01-01\n    announce: 2026-12-01\n"
    "    message: See ![the sea](sea.png).\n"
)


def images(folder: Path, moment: datetime) -> set[str]:
    (folder / "images").mkdir(exist_ok=True)
    for name in ("dana.png", "sea.png", "left.png"):
        (folder / "images" / name).write_bytes(b"\x89PNG")
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
    (folder / "images" / "dana.png").write_bytes(b"\x89PNG")
    assert images(folder, moment) == shown


@pytest.mark.parametrize(("month", "day", "shown"), [(11, 23, set()), (12, 1, {"/images/sea.png"})])
def test_the_image_of_an_absence_to_come_waits_for_its_announcement(
    month: int, day: int, shown: set[str], write: Write
) -> None:
    folder = write({"away.yaml": AWAY})
    assert images(folder, datetime(2026, month, day, 20, tzinfo=UTC)) == shown
