import os
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from portalgen.publish.manifest import NAME, manifest_of
from portalgen.publish.removal import bring_back, clear, clear_leftovers
from portalgen.publish.staging import lock

Tree = Callable[[Path], dict[str, str]]


def grown(folder: Path, texts: Mapping[str, str], listed: list[str]) -> Path:
    """Make a folder with `texts` by path, and a manifest of those that are `listed`."""
    folder.mkdir(exist_ok=True)
    for path, text in texts.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text)
    (folder / NAME).write_bytes(manifest_of(listed).content)
    return folder


def test_a_folder_with_listed_files_alone_goes(tmp_path: Path) -> None:
    old = grown(tmp_path / "old", {"index.html": "", "a/b/c.html": ""}, [])
    clear(old, manifest_of(["index.html", "a/b/c.html"]), tmp_path / "kept")
    assert not old.exists()


def test_what_is_not_listed_stays_with_its_folders_and_the_mark(tmp_path: Path) -> None:
    ours = manifest_of(["index.html", "a/x.html", "b/y.html"])
    old = grown(tmp_path / "old", {"index.html": "", "a/x.html": "", "b/y.html": ""}, [])
    (old / "a/note.txt").write_text("mine")
    clear(old, ours, tmp_path / "kept")
    left = sorted(str(each.relative_to(old)) for each in old.rglob("*"))
    assert left == [NAME, "a", "a/note.txt"]


def test_what_stands_in_the_kept_folder_too_goes_and_what_differs_stays(
    tmp_path: Path, tree: Tree
) -> None:
    kept = grown(tmp_path / "kept", {"CNAME": "here", "note.txt": "old"}, [])
    old = grown(tmp_path / "old", {"CNAME": "here", "note.txt": "new"}, [])
    (kept / "same").symlink_to("there")
    (old / "same").symlink_to("there")
    (kept / "other").symlink_to("there")
    (old / "other").symlink_to("elsewhere")
    clear(old, manifest_of([]), kept)
    assert tree(old) == {"note.txt": "new"}
    assert not (old / "same").is_symlink()
    assert (old / "other").is_symlink()


def test_two_files_of_one_size_and_time_are_told_apart(tmp_path: Path, tree: Tree) -> None:
    kept = grown(tmp_path / "kept", {"note.txt": "old"}, [])
    old = grown(tmp_path / "old", {"note.txt": "new"}, [])
    for folder in (kept, old):
        os.utime(folder / "note.txt", ns=(0, 0))
    clear(old, manifest_of([]), kept)
    assert tree(old) == {"note.txt": "new"}


def test_a_link_is_removed_and_its_target_stays(tmp_path: Path, tree: Tree) -> None:
    outside = grown(tmp_path / "outside", {"x.html": "x"}, [])
    old = grown(tmp_path / "old", {}, [])
    (old / "assets").symlink_to(outside)
    (old / "y.html").symlink_to(outside / "x.html")
    clear(old, manifest_of(["assets/x.html", "y.html", "assets"]), tmp_path / "kept")
    assert not old.exists()
    assert tree(outside) == {"x.html": "x"}


def test_leftovers_of_a_killed_run_go(output: Path) -> None:
    leftover = output.with_name(".public.portalgen-killed")
    grown(leftover, {"index.html": "half"}, ["index.html", "terms/index.html"])
    clear_leftovers(output)
    assert not leftover.exists()


@pytest.mark.parametrize("name", [".public.portalgen-mine", ".public.portalgen-mine-old"])
def test_a_folder_without_our_mark_stays(output: Path, name: str, tree: Tree) -> None:
    folder = output.with_name(name)
    folder.mkdir()
    (folder / "diary.txt").write_text("mine")
    clear_leftovers(output)
    bring_back(output)
    assert tree(folder) == {"diary.txt": "mine"}
    assert not output.exists()


def test_a_folder_on_which_another_run_is_working_stays(output: Path, tree: Tree) -> None:
    working = output.with_name(".public.portalgen-working")
    grown(working, {"index.html": "half"}, ["index.html"])
    with lock(working):
        clear_leftovers(output)
    assert tree(working) == {"index.html": "half"}


def test_a_site_that_was_taken_away_comes_back(output: Path, tree: Tree) -> None:
    grown(output.with_name(".public.portalgen-x-old"), {"CNAME": "a"}, [])
    bring_back(output)
    assert tree(output) == {"CNAME": "a"}


def test_half_a_site_does_not_come_back(output: Path) -> None:
    grown(output.with_name(".public.portalgen-x"), {"index.html": "half"}, ["index.html"])
    bring_back(output)
    assert not output.exists()


def test_a_site_that_stands_is_not_replaced_by_an_older_one(output: Path, tree: Tree) -> None:
    grown(output, {"index.html": "new"}, ["index.html"])
    grown(output.with_name(".public.portalgen-x-old"), {"index.html": "old"}, ["index.html"])
    bring_back(output)
    assert tree(output) == {"index.html": "new"}
