"""portalgen as a wheel in an empty environment of its own, in another folder, without network."""

import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest

PORTAL = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, made from an sdist as an installer without one would."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "sdist", "-d", str(folder)],
        cwd=PORTAL, check=True, capture_output=True,
    )  # fmt: skip
    [archive] = folder.glob("*.tar.gz")
    unpacked = folder / "source"
    unpacked.mkdir()
    subprocess.run(["tar", "-xzf", str(archive), "-C", str(unpacked)], check=True)
    [source] = unpacked.iterdir()
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=source, check=True, capture_output=True,
    )  # fmt: skip
    [found] = folder.glob("*.whl")
    return found


@pytest.mark.parametrize(("like", "lang"), [("coach", "en-US"), ("repair", "de-DE")])
def test_a_wheel_starts_a_portal_and_builds_it_anywhere(
    like: str, lang: str, wheel: Path, tmp_path: Path
) -> None:
    environment = tmp_path / "environment"
    venv.create(environment, with_pip=False)
    _install(wheel, environment)
    command = environment / "bin" / "portalgen"
    somewhere = tmp_path / "somewhere else"
    somewhere.mkdir()
    _run([str(command), "new", "mine", "--like", like], somewhere)
    where = _run([str(environment / "bin" / "python"), "-c", _WHERE], somewhere)
    assert Path(where.strip()).is_relative_to(environment)
    done = _run([str(command), "build"], somewhere / "mine")
    assert "pages are in public/" in done
    home = (somewhere / "mine" / "public" / "index.html").read_text(encoding="utf-8")
    assert f'<html lang="{lang}"' in home
    assert (somewhere / "mine" / "schemas" / "away.schema.json").is_file()
    assert (somewhere / "mine" / ".gitignore").is_file()


_WHERE = "import portalgen; print(portalgen.__file__)"


def _install(wheel: Path, environment: Path) -> None:
    """Unpack the wheel; what it depends on is lent by the environment of the tests."""
    [packages] = environment.glob("lib/python*/site-packages")
    subprocess.run(
        [sys.executable, "-m", "pip", "--python", str(environment / "bin" / "python"),
         "install", "--quiet", "--no-index", "--no-deps", "--disable-pip-version-check",
         str(wheel)],
        check=True, capture_output=True,
    )  # fmt: skip
    import click

    lent = Path(click.__file__).parents[1]
    (packages / "lent.pth").write_text(f"{lent}\n")


def _run(command: list[str], folder: Path) -> str:
    clean = {"PATH": os.environ["PATH"], "no_proxy": "", "https_proxy": "http://127.0.0.1:9"}
    done = subprocess.run(command, cwd=folder, env=clean, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout
