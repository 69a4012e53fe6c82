"""The file on the disk: read, exchanged as a whole, or left alone with a reason."""

import errno
import os
import stat
import sys
from pathlib import Path

import pytest

from portalgen.editing.away_file import opened
from portalgen.editing.edits import Refused

BEFORE = b"away: []\n"
AFTER = b"away:\n  - from: 2026-12-21\n"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Make a content folder with an away.yaml."""
    folder = tmp_path / "content"
    folder.mkdir()
    (folder / "away.yaml").write_bytes(BEFORE)
    return folder


def refusal(content: Path, after: bytes = AFTER) -> str:
    """Return why the file can not be read or written, and see that it stays as it was."""
    before = {place: place.lstat().st_mode for place in content.iterdir()}
    with pytest.raises(Refused) as caught, opened(content) as file:
        file.write(after)
    assert {place: place.lstat().st_mode for place in content.iterdir()} == before
    return str(caught.value)


def test_the_file_is_read_and_written(content: Path) -> None:
    with opened(content) as file:
        assert (file.name, file.source) == ("away.yaml", BEFORE)
        file.write(AFTER)
    assert (content / "away.yaml").read_bytes() == AFTER
    assert os.listdir(content) == ["away.yaml"]


def test_a_file_that_ends_with_yml_keeps_its_name(content: Path) -> None:
    (content / "away.yaml").rename(content / "away.yml")
    with opened(content) as file:
        assert file.name == "away.yml"
        file.write(AFTER)
    assert os.listdir(content) == ["away.yml"]


def test_a_file_that_is_not_there_is_empty_and_can_be_written(content: Path) -> None:
    place = content / "away.yaml"
    place.unlink()
    with opened(content) as file:
        assert (file.name, file.source) == ("away.yaml", b"")
        file.write(AFTER)
    assert place.read_bytes() == AFTER
    if sys.platform != "win32":
        assert stat.S_IMODE(place.stat().st_mode) == 0o644


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such rights")
@pytest.mark.parametrize("rights", [0o600, 0o640, 0o664, 0o755])
def test_rights_stay(content: Path, rights: int) -> None:
    (content / "away.yaml").chmod(rights)
    with opened(content) as file:
        file.write(AFTER)
    assert stat.S_IMODE((content / "away.yaml").stat().st_mode) == rights


def test_what_did_not_change_is_not_written(content: Path) -> None:
    before = (content / "away.yaml").stat().st_ino
    with opened(content) as file:
        file.write(file.source)
    assert (content / "away.yaml").stat().st_ino == before


def test_a_link_within_the_folder_stays_a_link(content: Path) -> None:
    (content / "away.yaml").rename(content / "mine")
    (content / "away.yaml").symlink_to("mine")
    with opened(content) as file:
        file.write(AFTER)
    assert (content / "away.yaml").is_symlink()
    assert (content / "mine").read_bytes() == AFTER


# --- What is refused


def test_what_an_editor_saved_meanwhile_is_not_lost(content: Path) -> None:
    place = content / "away.yaml"
    with opened(content) as file:
        place.write_bytes(b"away: ~\n")
        with pytest.raises(Refused, match="saved by another program"):
            file.write(AFTER)
    assert place.read_bytes() == b"away: ~\n"
    assert os.listdir(content) == ["away.yaml"]


@pytest.mark.parametrize("name", ["away.yaml", "away.yml"])
def test_a_file_that_appeared_meanwhile_is_not_lost(content: Path, name: str) -> None:
    (content / "away.yaml").unlink()
    with opened(content) as file:
        (content / name).write_bytes(BEFORE)
        with pytest.raises(Refused, match="saved by another program"):
            file.write(AFTER)
    assert (content / name).read_bytes() == BEFORE
    assert os.listdir(content) == [name]


def test_a_link_that_leads_out_is_refused(content: Path) -> None:
    (content / "away.yaml").rename(content.parent / "outside")
    (content / "away.yaml").symlink_to("../outside")
    assert refusal(content).startswith("away.yaml is a link that leads out of the folder.")
    assert (content.parent / "outside").read_bytes() == BEFORE


@pytest.mark.parametrize("target", ["nowhere", "away.yaml"])
def test_a_link_that_leads_nowhere_is_refused(content: Path, target: str) -> None:
    (content / "away.yaml").unlink()
    (content / "away.yaml").symlink_to(target)
    assert refusal(content).startswith("away.yaml is a link that leads nowhere.")


def test_a_read_only_file_is_refused(content: Path) -> None:
    (content / "away.yaml").chmod(0o444)
    assert refusal(content).startswith("away.yaml is read-only.")
    assert (content / "away.yaml").read_bytes() == BEFORE


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such rights")
def test_a_read_only_folder_is_refused(content: Path) -> None:
    content.chmod(0o555)
    try:
        assert refusal(content).startswith("The folder of away.yaml is read-only.")
    finally:
        content.chmod(0o755)


def test_two_files_of_one_name_are_refused(content: Path) -> None:
    (content / "away.yml").write_bytes(BEFORE)
    assert refusal(content) == "There are away.yaml and away.yml. Keep one of the two."


def test_a_folder_in_the_place_of_the_file_is_refused(content: Path) -> None:
    (content / "away.yaml").unlink()
    (content / "away.yaml").mkdir()
    assert refusal(content).startswith("away.yaml is not an ordinary file.")


@pytest.mark.parametrize("name", ["missing", "content/away.yaml"])
def test_a_content_folder_that_is_none_is_refused(content: Path, name: str) -> None:
    with pytest.raises(Refused, match="can not be opened"), opened(content.parent / name):
        raise AssertionError


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_fault_of_the_disk_is_a_sentence_and_leaves_nothing_behind(
    content: Path, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(*{"fsync": (os, "fsync"), "replace": (Path, "replace")}[step], full)
    told = "away.yaml can not be written (no space left on device). Nothing was changed."
    assert refusal(content) == told
    assert (content / "away.yaml").read_bytes() == BEFORE


def test_an_interruption_leaves_nothing_behind(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupted)
    with opened(content) as file, pytest.raises(KeyboardInterrupt):
        file.write(AFTER)
    assert os.listdir(content) == ["away.yaml"]
