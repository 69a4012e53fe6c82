from pathlib import Path

import pytest

from portalgen.build import Order
from portalgen.packed import packed_folder
from portalgen.preview.folders import Folders
from tests.conftest import MOMENT


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    own = tmp_path / "look"
    own.mkdir()
    return Folders(Order(tmp_path / "content", MOMENT, "my/content", own))


def test_files_are_called_as_the_owner_calls_them(folders: Folders, tmp_path: Path) -> None:
    assert folders.name(tmp_path / "content" / "away.yaml") == "my/content/away.yaml"
    assert folders.name(tmp_path / "content") == "my/content"
    assert folders.name(packed_folder("site-templates") / "layout.html").endswith(
        "site-templates/layout.html"
    )


def test_content_and_all_templates_are_watched(folders: Folders, tmp_path: Path) -> None:
    assert set(folders.all) == {
        tmp_path / "content",
        tmp_path / "look",
        packed_folder("site-templates").resolve(),
    }


@pytest.mark.parametrize(
    ("path", "is_style"),
    [
        ("look/static/portal.css", True),
        ("look/static/parts/print.css", True),
        ("look/static/portal.js", False),
        ("look/layout.css", False),
        ("content/static/a.css", False),
    ],
)
def test_a_stylesheet_is_known_by_its_place(
    path: str, is_style: bool, folders: Folders, tmp_path: Path
) -> None:
    assert folders.is_style(tmp_path / path) is is_style


def test_packed_templates_are_watched_once(tmp_path: Path) -> None:
    packed = packed_folder("site-templates")
    assert len(Folders(Order(tmp_path, MOMENT, "content", packed)).all) == 2
