import json
import os
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import cast

import pytest

from portalgen.documents import File
from portalgen.problems import WrongUse
from portalgen.publish.exchange import change_places, exchange_in_two_steps
from portalgen.publish.folder import check_folder, publish
from portalgen.publish.manifest import NAME, manifest_of

Site = Callable[[Mapping[str, str]], list[File]]
Tree = Callable[[Path], dict[str, str]]
Publish = Callable[[Mapping[str, str]], None]

FIRST = {"/index.html": "first", "/terms/index.html": "terms", "/old/index.html": "old"}
SECOND = {"/index.html": "second", "/terms/index.html": "terms", "/new/a/index.html": "new"}
SECOND_TREE = {address[1:]: text for address, text in SECOND.items()}
FIRST_TREE = {address[1:]: text for address, text in FIRST.items()}


@pytest.fixture
def put(site: Site, output: Path, own_folders: tuple[Path, ...]) -> Publish:
    """Publish texts by address."""
    return lambda texts: publish(site(texts), output, own_folders=own_folders)


def beside(output: Path) -> list[str]:
    return sorted(set(os.listdir(output.parent)) - {output.name})


def test_a_site_is_written_where_nothing_was(put: Publish, output: Path, tree: Tree) -> None:
    put(FIRST)
    assert tree(output) == FIRST_TREE
    assert beside(output) == ["content"]


def test_a_site_is_written_into_an_empty_folder(put: Publish, output: Path, tree: Tree) -> None:
    output.mkdir()
    put(FIRST)
    assert tree(output) == FIRST_TREE
    assert beside(output) == ["content"]


def test_folders_on_the_way_are_made(
    site: Site, output: Path, own_folders: tuple[Path, ...], tree: Tree
) -> None:
    publish(site(FIRST), output / "deep/er", own_folders=own_folders)
    assert tree(output / "deep/er") == FIRST_TREE


def test_a_second_site_takes_the_place_of_the_first(put: Publish, output: Path, tree: Tree) -> None:
    put(FIRST)
    put(SECOND)
    assert tree(output) == SECOND_TREE
    assert not (output / "old").exists()
    assert beside(output) == ["content"]


def test_the_same_site_has_the_same_bytes_and_rights_under_any_umask(
    put: Publish, output: Path
) -> None:
    def published(umask: int) -> dict[str, tuple[int, bytes]]:
        before = os.umask(umask)
        try:
            put(FIRST)
        finally:
            os.umask(before)
        return {
            str(each): (each.stat().st_mode, each.read_bytes() if each.is_file() else b"")
            for each in (output, *output.rglob("*"))
        }

    open_to_all = published(0o000)
    assert published(0o022) == open_to_all
    assert published(0o077) == open_to_all
    assert {oct(mode) for mode, _ in open_to_all.values()} == {"0o40755", "0o100644"}


def test_files_of_others_survive(put: Publish, output: Path, tree: Tree) -> None:
    put(FIRST)
    (output / "CNAME").write_text("portal.example")
    (output / "old/.DS_Store").write_text("finder")
    (output / "elsewhere").symlink_to("/nowhere/at/all")
    for texts in (SECOND, FIRST, SECOND):
        put(texts)
    assert tree(output) == {
        **SECOND_TREE,
        "CNAME": "portal.example",
        "old/.DS_Store": "finder",
    }
    assert os.readlink(output / "elsewhere") == "/nowhere/at/all"
    assert beside(output) == ["content"]


def test_a_file_of_others_in_the_place_of_a_new_one_stops_all(
    put: Publish, output: Path, tree: Tree
) -> None:
    put(FIRST)
    (output / "new").write_text("mine")
    with pytest.raises(WrongUse, match="public/new was not written by portalgen"):
        put(SECOND)
    assert tree(output) == {**FIRST_TREE, "new": "mine"}


def test_a_page_that_the_owner_edited_is_still_replaced(
    put: Publish, output: Path, tree: Tree
) -> None:
    put(FIRST)
    (output / "index.html").write_text("edited by hand")
    put(SECOND)
    assert tree(output) == SECOND_TREE


@pytest.mark.parametrize("listed", ["../victim.txt", "/victim.txt", "content/victim.txt", "sub"])
def test_a_forged_manifest_reaches_nothing_outside(
    put: Publish, output: Path, tree: Tree, listed: str
) -> None:
    outside = output.parent / "content"
    (outside / "victim.txt").write_text("alive")
    output.mkdir()
    (output / "sub").symlink_to(outside)
    shape = json.loads(manifest_of([listed, "sub/victim.txt", "../content/victim.txt"]).content)
    shape["files"] += [listed, "../content/victim.txt", str(outside / "victim.txt")]
    (output / NAME).write_text(json.dumps(shape))
    put(FIRST)
    assert tree(outside) == {"victim.txt": "alive"}
    assert FIRST_TREE.items() <= tree(output).items()


# Each: a file in the middle of a site at which writing it fails, and how.
BREAKING: dict[str, tuple[File, type[BaseException]]] = {
    "the disk refuses": (File(f"/m/{'x' * 300}", b""), WrongUse),
    "a fault of ours": (File("/m/x", cast(bytes, None)), TypeError),
}


@pytest.mark.parametrize("case", BREAKING)
@pytest.mark.parametrize("before", [{}, FIRST], ids=["nothing before", "a site before"])
def test_a_failure_in_the_middle_leaves_what_was(
    case: str,
    before: Mapping[str, str],
    site: Site,
    output: Path,
    own_folders: tuple[Path, ...],
    tree: Tree,
) -> None:
    if before:
        publish(site(before), output, own_folders=own_folders)
        (output / "CNAME").write_text("portal.example")
    breaking, failure = BREAKING[case]
    was = tree(output)
    with pytest.raises(failure):
        publish([*site(SECOND), breaking], output, own_folders=own_folders)
    assert tree(output) == was
    assert output.exists() == bool(before)
    assert beside(output) == ["content"]


def interrupted_before(new: Path, old: Path) -> None:
    raise KeyboardInterrupt


def interrupted_after(new: Path, old: Path) -> None:
    change_places(new, old)
    raise KeyboardInterrupt


@pytest.mark.parametrize(
    ("interrupted", "left"),
    [(interrupted_before, FIRST_TREE), (interrupted_after, SECOND_TREE)],
)
def test_an_interruption_leaves_one_whole_site(
    interrupted: Callable[[Path, Path], None],
    left: Mapping[str, str],
    put: Publish,
    output: Path,
    tree: Tree,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    put(FIRST)
    (output / "CNAME").write_text("portal.example")
    monkeypatch.setattr("portalgen.publish.folder.change_places", interrupted)
    with pytest.raises(KeyboardInterrupt):
        put(SECOND)
    assert tree(output) == {**left, "CNAME": "portal.example"}
    assert beside(output) == ["content"]


def test_where_folders_can_not_be_exchanged_at_once_the_result_is_the_same(
    put: Publish, output: Path, tree: Tree, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(FIRST)
    (output / "CNAME").write_text("portal.example")
    monkeypatch.setattr("portalgen.publish.folder.change_places", exchange_in_two_steps)
    put(SECOND)
    assert tree(output) == {**SECOND_TREE, "CNAME": "portal.example"}
    assert beside(output) == ["content"]


def test_a_run_during_another_does_not_disturb_it(
    put: Publish, output: Path, tree: Tree, monkeypatch: pytest.MonkeyPatch
) -> None:
    def change_places_after_another_run(new: Path, old: Path) -> None:
        monkeypatch.undo()
        put({"/index.html": "the other run"})
        change_places(new, old)

    put(FIRST)
    monkeypatch.setattr("portalgen.publish.folder.change_places", change_places_after_another_run)
    put(SECOND)
    assert tree(output) == SECOND_TREE
    assert beside(output) == ["content"]


def test_what_the_disk_said_is_told_to_the_owner(
    site: Site, output: Path, own_folders: tuple[Path, ...]
) -> None:
    with pytest.raises(WrongUse) as refusal:
        publish(site({f"/{'x' * 300}": ""}), output, own_folders=own_folders)
    assert str(refusal.value) == (
        f"The site can not be written to {output}: File name too long. What was there is unchanged."
    )


def test_a_killed_run_is_tidied_up_by_the_next(put: Publish, output: Path, tree: Tree) -> None:
    killed = output.with_name(".public.portalgen-killed")
    killed.mkdir()
    (killed / NAME).write_bytes(manifest_of(["index.html"]).content)
    (killed / "index.html").write_text("half")
    put(FIRST)
    assert tree(output) == FIRST_TREE
    assert beside(output) == ["content"]


def test_a_run_killed_between_two_renames_loses_no_file_of_others(
    put: Publish, output: Path, tree: Tree
) -> None:
    put(FIRST)
    (output / "CNAME").write_text("portal.example")
    output.rename(output.with_name(".public.portalgen-killed-old"))
    put(SECOND)
    assert tree(output) == {**SECOND_TREE, "CNAME": "portal.example"}
    assert beside(output) == ["content"]


def test_an_unsafe_folder_is_refused_early_and_late(
    site: Site, portal: Path, own_folders: tuple[Path, ...]
) -> None:
    with pytest.raises(WrongUse, match="a folder of the portal itself"):
        check_folder(portal / "content", own_folders)
    with pytest.raises(WrongUse, match="a folder of the portal itself"):
        publish(site(FIRST), portal / "content", own_folders=own_folders)
    assert os.listdir(portal) == ["content"]


def test_a_check_changes_nothing_and_sees_what_can_not_be_kept(
    put: Publish, output: Path, own_folders: tuple[Path, ...]
) -> None:
    check_folder(output, own_folders)
    assert not output.exists()
    put(FIRST)
    check_folder(output, own_folders)
    (output / "sub/.git").mkdir(parents=True)
    (output / "sub/.git/config").touch()
    with pytest.raises(WrongUse, match="belongs to git"):
        check_folder(output, own_folders)


def test_a_name_that_no_disk_takes_is_refused(portal: Path, own_folders: tuple[Path, ...]) -> None:
    with pytest.raises(WrongUse, match="too long"):
        check_folder(portal / ("x" * 300), own_folders)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux exchanges folders at once")
def test_readers_always_see_a_whole_site(put: Publish, output: Path) -> None:
    pages = [f"page-{number}.html" for number in range(5)]

    def build(number: int) -> None:
        put({f"/{page}": str(number) for page in pages})

    build(0)
    is_over = threading.Event()
    seen: list[set[str]] = []
    faults: list[BaseException] = []

    def read_on() -> None:
        try:
            while not is_over.is_set():
                seen.extend(whole_sites(output, pages))
        except BaseException as fault:
            faults.append(fault)

    reader = threading.Thread(target=read_on)
    reader.start()
    for number in range(1, 30):
        build(number)
    is_over.set()
    reader.join()
    seen.extend(whole_sites(output, pages))
    assert faults == []
    assert seen[-1] == {"29"}
    assert [builds for builds in seen if len(builds) != 1] == []


def whole_sites(folder: Path, pages: list[str]) -> Iterator[set[str]]:
    """Read all pages of the folder that stands there now: which builds they are of.

    Yields nothing if it was replaced and tidied up meanwhile. Raises FileNotFoundError if no
    folder stands there, or if one that is still in place lacks a page.
    """
    held = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        yield {read_in(held, page) for page in pages}
    except FileNotFoundError:
        if os.path.samestat(os.fstat(held), folder.stat()):
            raise
    finally:
        os.close(held)


def read_in(held: int, page: str) -> str:
    with open(os.open(page, os.O_RDONLY, dir_fd=held), encoding="utf-8") as file:
        return file.read()
