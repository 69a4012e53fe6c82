import os
import resource
from collections.abc import Iterator
from pathlib import Path

import pytest

from portalgen.problems import WrongUse
from portalgen.publish.manifest import manifest_of
from portalgen.publish.strangers import carry_over, check_strangers, strangers_in


def test_a_stranger_is_what_the_manifest_does_not_list(output: Path) -> None:
    (output / "terms").mkdir(parents=True)
    for name in ("index.html", "CNAME", "terms/index.html", "terms/.DS_Store", ".portalgen.json"):
        (output / name).touch()
    ours = manifest_of(["index.html", "terms/index.html"])
    assert strangers_in(output, ours) == ("CNAME", "terms/.DS_Store")


@pytest.mark.parametrize("path", ["sub/.git/config", "sub/.git", "a/b/.GIT"])
def test_a_git_at_any_depth_is_refused(output: Path, path: str) -> None:
    (output / path).parent.mkdir(parents=True)
    (output / path).touch()
    with pytest.raises(WrongUse, match="belongs to git"):
        strangers_in(output, manifest_of([]))


def test_what_is_neither_file_nor_link_is_refused(output: Path) -> None:
    output.mkdir()
    os.mkfifo(output / "pipe")
    with pytest.raises(WrongUse, match="pipe is neither a file nor a folder"):
        strangers_in(output, manifest_of([]))


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [
        ("CNAME", "CNAME"),
        ("Index.html", "index.html"),
        ("assets", "assets/portal.css"),
        ("terms/old/index.html", "terms/old"),
        ("Terms/note.txt", "terms/index.html"),
    ],
)
def test_a_stranger_in_the_place_of_a_new_file_is_named(theirs: str, ours: str) -> None:
    with pytest.raises(WrongUse) as refusal:
        check_strangers(Path("public"), [theirs], {"a.html": b"", ours: b""})
    assert str(refusal.value) == (
        f"public/{theirs} was not written by portalgen, and the new site has /{ours} in its "
        f"place. Move {theirs} out of public, or rename one of them."
    )


def test_strangers_that_clash_among_themselves_are_not_our_business() -> None:
    check_strangers(Path("public"), ["Note.txt", "note.txt"], {"index.html": b""})


def test_content_rights_and_links_are_carried_over(tmp_path: Path) -> None:
    source, target = tmp_path / "source", tmp_path / "target"
    (source / "proof").mkdir(parents=True)
    target.mkdir()
    (source / "proof/google.html").write_bytes(b"\x00proof")
    (source / "proof/google.html").chmod(0o604)
    (source / "elsewhere").symlink_to("/nowhere/at/all")
    carry_over(["elsewhere", "proof/google.html"], source, target)
    assert (target / "proof/google.html").read_bytes() == b"\x00proof"
    assert (target / "proof/google.html").stat().st_mode & 0o777 == 0o604
    assert os.readlink(target / "elsewhere") == "/nowhere/at/all"
    assert (source / "proof/google.html").is_file()


@pytest.fixture
def _short_files() -> Iterator[None]:
    """Let no file grow beyond 10 bytes, as if the disk were full then."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10, hard))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.fixture
def source(tmp_path: Path) -> Path:
    (tmp_path / "source").mkdir()
    (tmp_path / "source/long.txt").write_bytes(b"x" * 20)
    return tmp_path / "source"


@pytest.mark.usefixtures("source", "_short_files")
def test_half_a_copy_is_taken_away_again(source: Path, tmp_path: Path) -> None:
    target = tmp_path / "target"
    target.mkdir()
    with pytest.raises(OSError, match="too large"):
        carry_over(["long.txt"], source, target)
    assert os.listdir(target) == []


def test_a_folder_of_a_strangers_stays_as_closed_as_it_was(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    (old / "proof").mkdir(parents=True)
    (old / "proof" / "key.txt").write_text("secret")
    (old / "proof").chmod(0o700)
    new.mkdir()
    carry_over(["proof/key.txt"], old, new)
    assert (new / "proof").stat().st_mode & 0o777 == 0o700


def test_another_disk_in_the_folder_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "disk").mkdir()
    (tmp_path / "disk" / "data.txt").write_text("of another disk")
    disk = str(tmp_path / "disk")
    monkeypatch.setattr("os.path.ismount", lambda place: str(place) == disk)
    with pytest.raises(WrongUse, match="a disk of its own"):
        strangers_in(tmp_path, manifest_of([]))
