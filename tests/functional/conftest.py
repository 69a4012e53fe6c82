"""The command as owners run it: in a portal's folder, with a screen and an exit code."""

import contextlib
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from portalgen.cli import portalgen
from portalgen.failures import FINE, exit_code_of

# Advice about years and days that pass must not depend on the day of the test.
MOMENT = "2026-11-23 07:10"

PRACTICE = """\
name: Ines Calder Coaching
timezone: America/Los_Angeles
contact:
  email: ines@example.com
"""


@dataclass(frozen=True)
class Screen:
    """What a command showed, and the exit code it left with."""

    code: int
    out: str
    err: str


Run = Callable[..., Screen]
Snapshot = Callable[[Path], Mapping[str, bytes]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return a function that runs a command in a folder, within this process."""
    for name in ("NETLIFY", "URL", "SOURCE_DATE_EPOCH"):
        monkeypatch.delenv(name, raising=False)

    def run_command(folder: Path, *arguments: str) -> Screen:
        monkeypatch.chdir(folder)
        capsys.readouterr()
        code = exit_code_of(lambda: portalgen(list(arguments), standalone_mode=False))
        return Screen(code, *capsys.readouterr())

    return run_command


@pytest.fixture(scope="session")
def last_good_public(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an output folder of a small portal that was built without problems."""
    portal = tmp_path_factory.mktemp("good")
    (portal / "content").mkdir()
    (portal / "content" / "practice.yaml").write_text(PRACTICE, encoding="utf-8")
    with contextlib.chdir(portal):
        command = ["build", "--at", MOMENT]
        assert exit_code_of(lambda: portalgen(command, standalone_mode=False)) == FINE
    return portal / "public"


@pytest.fixture
def portal(tmp_path: Path, last_good_public: Path) -> Path:
    """Return a portal folder without content that has been published before."""
    folder = tmp_path / "portal"
    shutil.copytree(last_good_public, folder / "public")
    return folder


@pytest.fixture
def snapshot() -> Snapshot:
    """Return a function that reads every file of a folder: bytes by path."""

    def read(folder: Path) -> Mapping[str, bytes]:
        files = (path for path in sorted(folder.rglob("*")) if path.is_file())
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}

    return read
