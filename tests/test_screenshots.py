"""The pictures of the README are there, and small enough to be looked at on the way."""

import re
from pathlib import Path

import pytest

from tests.screenshots.__main__ import FOLDER, MOST_BYTES, PICTURES

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
FILES = sorted(FOLDER.glob("*.png"))


def test_each_picture_was_taken_in_light_and_in_dark() -> None:
    expected = {
        f"{each.name}-{each.screen}-{scheme}.png"
        for each in PICTURES
        for scheme in ("light", "dark")
    }
    assert {file.name for file in FILES} == expected


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_picture_is_small_and_shown(file: Path) -> None:
    assert file.stat().st_size < MOST_BYTES
    assert f"docs/pictures/{file.name}" in README


def test_the_readme_names_no_picture_that_is_not_there() -> None:
    named = set(re.findall(r"docs/pictures/([\w-]+\.png)", README))
    assert named == {file.name for file in FILES}
