"""Commands as their owners run them, with the screen and the exit code, and whole screens."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import click
import pytest

from portalgen.failures import exit_code_of


@dataclass(frozen=True)
class Screen:
    """What a command showed, and the exit code it left with."""

    code: int
    out: str
    err: str


Run = Callable[..., Screen]
Expected = Callable[[Path, str], str]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return a function that runs a command beside a content folder."""

    def run_command(command: click.Command, content: Path, *words: str) -> Screen:
        monkeypatch.chdir(content.parent)
        capsys.readouterr()
        code = exit_code_of(lambda: command(list(words), standalone_mode=False))
        return Screen(code, *capsys.readouterr())

    return run_command


@pytest.fixture
def expected() -> Expected:
    """Return a function that returns the screen of a file; it writes it with UPDATE_EXPECTED=1."""

    def screen_of(file: Path, output: str) -> str:
        if os.environ.get("UPDATE_EXPECTED") == "1":
            if os.environ.get("CI"):
                pytest.fail("UPDATE_EXPECTED rewrites what is expected; CI only reads it.")
            file.parent.mkdir(exist_ok=True)
            file.write_text(output, encoding="utf-8", newline="\n")
        return file.read_text(encoding="utf-8")

    return screen_of
