"""A portal folder to publish from, and ways to make and to look at sites."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from portalgen.documents import File
from portalgen.publish.manifest import NAME


@pytest.fixture
def portal(tmp_path: Path) -> Path:
    """Make a portal folder with nothing but content."""
    portal = tmp_path / "portal"
    (portal / "content").mkdir(parents=True)
    return portal


@pytest.fixture
def output(portal: Path) -> Path:
    """Name the output folder, which does not stand there yet."""
    return portal / "public"


@pytest.fixture
def own_folders(portal: Path) -> tuple[Path, ...]:
    """Name the portal's own folders, two of which do not exist."""
    return tuple(portal / name for name in ("content", "site-templates", "private"))


@pytest.fixture
def site() -> Callable[[Mapping[str, str]], list[File]]:
    """Make files from texts by address."""
    return lambda texts: [File(address, text.encode()) for address, text in texts.items()]


@pytest.fixture
def tree() -> Callable[[Path], dict[str, str]]:
    """Read all files of a folder except the manifest: texts by path."""

    def read(folder: Path) -> dict[str, str]:
        found = [each for each in folder.rglob("*") if each.is_file()]
        texts = {each.relative_to(folder).as_posix(): each.read_text() for each in found}
        return {path: text for path, text in texts.items() if path != NAME}

    return read
