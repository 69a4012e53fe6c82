"""Loading small content folders, and telling what was found."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from portalgen.loading import Loaded, load
from portalgen.problems import ContentError

PRACTICE = """\
name: Ines Calder Coaching
timezone: America/Los_Angeles
contact:
  email: ines@example.com
"""

Files = Mapping[str, str]
Load = Callable[[Files], Loaded]
Told = Callable[[Files], list[str]]
Write = Callable[[Files], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Return a function that writes content files by name; practice.yaml is there unless given."""

    def write_files(files: Files) -> Path:
        folder = tmp_path / "content"
        for name, text in {"practice.yaml": PRACTICE, **files}.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(text.encode())
        return folder

    return write_files


@pytest.fixture
def loaded(write: Write) -> Load:
    """Return a function that loads files without problems."""
    return lambda files: load(write(files))


@pytest.fixture
def told(write: Write) -> Told:
    """Return a function that loads files with problems and tells them, a line for each."""

    def problems(files: Files) -> list[str]:
        with pytest.raises(ContentError) as caught:
            load(write(files))
        return [str(problem) for problem in caught.value.problems]

    return problems
