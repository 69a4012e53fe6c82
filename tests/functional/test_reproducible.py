"""The same content at the same moment gives the same bytes, wherever and however it is built."""

import json
import os
import subprocess
import sys
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest

from portalgen.build import Order, build
from portalgen.memory import Memory
from portalgen.packed import packed_folder
from tests.conftest import Write

PORTAL = Path(__file__).parents[2]
SETTINGS = [
    {"PYTHONHASHSEED": "0", "TZ": "UTC", "LANG": "C", "umask": "022"},
    {"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo", "LANG": "de_DE.UTF-8", "umask": "077"},
    {"PYTHONHASHSEED": "4711", "TZ": "America/St_Johns", "LC_ALL": "tr_TR.UTF-8", "umask": "002"},
]


def built(folder: Path, at: str, **environment: str) -> dict[str, str]:
    """Build the sample with the real command from a folder of its own; return digests by name."""
    folder.mkdir(parents=True)
    mask = int(environment.pop("umask", "022"), 8)
    clean = {key: value for key, value in os.environ.items() if key in {"PATH", "HOME"}}
    subprocess.run(
        [sys.executable, "-m", "portalgen", "build", "--content", str(packed_folder("content")),
         "--at", at],
        cwd=folder,
        env={**clean, "PYTHONPATH": str(PORTAL), **environment},
        check=True,
        capture_output=True,
        umask=mask,
    )  # fmt: skip
    root = folder / "public"
    return {
        path.relative_to(root).as_posix(): f"{sha256(path.read_bytes()).hexdigest()} "
        f"{path.stat().st_mode & 0o777:o}"
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }


def test_builds_of_one_moment_are_the_same_everywhere(tmp_path: Path) -> None:
    first, *others = [
        built(tmp_path / str(number) / ("deep" * number), "2026-11-23 07:10", **settings)
        for number, settings in enumerate(SETTINGS)
    ]
    assert len(first) > 25
    for other in others:
        assert other == first


@pytest.mark.parametrize(("one", "other"), [("2026-11-23 07:10", "2026-11-28 21:45")])
def test_two_builds_of_one_month_differ_in_the_moment_of_building_alone(
    one: str, other: str, tmp_path: Path
) -> None:
    before, after = built(tmp_path / "a", one), built(tmp_path / "b", other)
    assert before.keys() == after.keys()
    differing = {name for name in before if before[name] != after[name]}
    assert differing == {"availability/index.html", "status.json"}
    one_status, other_status = (
        json.loads((tmp_path / name / "public" / "status.json").read_text()) for name in "ab"
    )
    differing = {name for name in one_status if one_status[name] != other_status[name]}
    assert "made" in differing
    assert differing <= {"made", "next_change"}


CHANGING = {
    "services.yaml": (
        "services:\n  - title: Talks\n    next_opening: 2026-11-15\n    price:\n"
        "      amount: 100 USD\n      next: {amount: 120 USD, starting: 2026-11-15}\n"
    ),
    "availability.yaml": (
        "weekly: {mon-fri: 09:00-12:00}\nnext_opening: 2026-11-15\n"
        "special_days:\n  - {day: 2026-11-15, hours: 10:00-11:00, label: Fair}\n"
    ),
    "policies/payment.md": "---\ntitle: Payment\nsummary: By card.\nreview_by: 2026-11-15\n---\n",
}


def test_no_day_within_a_month_shows_on_other_pages(write: Write) -> None:
    """A price, an opening, a special day and a review in the middle of the month change nothing."""
    folder = write(CHANGING)
    one, other = (
        {file.address: file.content for file in build(Order(folder, moment), Memory()).files}
        for moment in (
            datetime(2026, 11, 3, 12, tzinfo=UTC),
            datetime(2026, 11, 28, 12, tzinfo=UTC),
        )
    )
    differing = {name for name in one if one[name] != other[name]}
    assert differing == {"/availability/index.html", "/status.json"}
