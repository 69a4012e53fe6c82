"""Whole portals that are right: each folder of tests/content/good, and one that asks much.

A folder there is a content folder and an example for owners; nothing in it may need advice. What
comes out when everything is longer, more or less than usual is made by tests/extreme.py.
"""

import shutil
from pathlib import Path

import pytest

from tests.extreme import write_extreme
from tests.functional.conftest import MOMENT, Run

GOOD = Path(__file__).parents[1] / "content" / "good"


@pytest.fixture(params=sorted(path.name for path in GOOD.iterdir() if path.is_dir()))
def good(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A portal folder with a copy of each good content."""
    shutil.copytree(GOOD / request.param, tmp_path / "content")
    return tmp_path


def test_a_good_portal_is_built_in_silence(good: Path, run: Run) -> None:
    screen = run(good, "build", "--strict", "--at", MOMENT)
    assert (screen.code, screen.err) == (0, "")
    [said] = screen.out.splitlines()
    assert said.endswith("pages are in public/.")


def test_a_good_portal_has_nothing_that_check_would_tell(good: Path, run: Run) -> None:
    assert run(good, "check", "--strict", "--at", MOMENT).out == "All is well.\n"


def test_the_most_of_everything_is_built_all_the_same(tmp_path: Path, run: Run) -> None:
    write_extreme(tmp_path / "content")
    screen = run(tmp_path, "build", "--at", MOMENT)
    assert (screen.code, screen.err) == (0, "")
    public = tmp_path / "public"
    assert len(list((public / "services").glob("*/index.html"))) == 60
    assert not (public / "terms").exists()
    arabic = (public / "policies" / "as-siyasa" / "index.html").read_text(encoding="utf-8")
    assert '<article class="sheet" lang="ar" dir="rtl"' in arabic
