"""What many tests share: the sample practice, built once, and small portals made on the spot."""

import shutil
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from portalgen.build import Built, Order, build
from portalgen.memory import Memory
from portalgen.packed import packed_folder

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# How long an example takes says nothing on a machine that has other things to do.
settings.register_profile("portalgen", deadline=None)
settings.load_profile("portalgen")

MOMENT = datetime(2026, 11, 23, 15, 10, tzinfo=UTC)

PRACTICE = """\
name: Ines Calder Coaching
timezone: America/Los_Angeles
contact:
  email: ines@calder.example
"""

Write = Callable[[Mapping[str, str]], Path]


@pytest.fixture(autouse=True)
def cache_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let commands keep their cache where the test ends, and not with the user's."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.fixture(scope="session")
def moment() -> datetime:
    """Monday, November 23, 2026, 7:10 am in San Diego."""
    return MOMENT


@pytest.fixture(scope="session")
def chromium() -> "Iterator[Browser]":
    """The one Chromium of all tests of a process; never a skipped test."""
    # Most tests need none, and it takes a while to load.
    from tests.chromium import started

    with started() as browser:
        yield browser


@pytest.fixture
def sample_folder(tmp_path: Path) -> Path:
    """A copy of the sample's content that a test may change."""
    return Path(shutil.copytree(packed_folder("content"), tmp_path / "content"))


@pytest.fixture(scope="session")
def sample() -> Built:
    """The sample practice, built."""
    return build(Order(packed_folder("content"), MOMENT), Memory())


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write content files by name into a folder; practice.yaml is there unless given."""

    def write_files(files: Mapping[str, str]) -> Path:
        folder = tmp_path / "content"
        for name, text in {"practice.yaml": PRACTICE, **files}.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return folder

    return write_files
