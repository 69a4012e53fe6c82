"""The Nu HTML checker finds nothing to say of any page, style sheet or picture of a portal."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.portals import LANGUAGES, written

pytestmark = pytest.mark.npm

JAR = Path(__file__).parent / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
KINDS = (".html", ".css", ".svg")
# Files on a disk have no origin, so none of them is `'self'` to the checker; and it takes blocks
# of data for scripts. Chromium is asked about the policy instead (tests/browser).
NOT_FOR_FILES = ".*Content Security Policy.*"


def complaints(folder: Path, *options: str) -> list[str]:
    """Return what the checker says of all files in a folder."""
    java = shutil.which("java")
    assert java is not None, "run scripts/install-npm-packages.sh"
    assert JAR.is_file(), "run scripts/install-npm-packages.sh"
    done = subprocess.run(
        [
            java, "-jar", str(JAR), "--format", "json", "--stdout", "--exit-zero-always",
            "--also-check-css", "--also-check-svg", "--filterpattern", NOT_FOR_FILES,
            *options, str(folder),
        ],
        capture_output=True,
        text=True,
        check=True,
    )  # fmt: skip
    return [
        f"{each['url'].removeprefix(f'file:{folder}')}:{each.get('lastLine')}: {each['message']}"
        for each in json.loads(done.stdout)["messages"]
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_error_and_no_warning(language: str, tmp_path: Path) -> None:
    # The sample speaks English also where the portal's own words are Spanish.
    options = ["--no-langdetect"] if language == "es" else []
    assert complaints(written(language, tmp_path, *KINDS), *options) == []


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        (
            "page.html",
            "<!doctype html><html lang=en><title>x</title><p><div></p>",
            "No “p” element",
        ),
        ("sheet.css", "a { colour: red }", "colour"),
        ("picture.svg", "<svg xmlns='http://www.w3.org/2000/svg'><g></svg>", "g"),
    ],
)
def test_the_checker_looks_at_each_kind_of_file(
    name: str, text: str, found: str, tmp_path: Path
) -> None:
    (tmp_path / name).write_text(text)
    assert any(found in complaint for complaint in complaints(tmp_path))
