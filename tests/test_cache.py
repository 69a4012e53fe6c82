"""A memory that outlives a command changes no result, and its loss costs nothing but time."""

import os
import re
from pathlib import Path

import pytest

from portalgen.build import Order, build
from portalgen.cache import KINDS, MAKERS, keep, recollect
from portalgen.memory import Memory
from portalgen.packed import packed_folder
from tests.conftest import MOMENT


def kept(folder: Path) -> Path:
    [file] = folder.iterdir()
    return file


# Where something is remembered under a kind: `memory.recall("kind", …`.
RECALL = re.compile(r"\.recall\(\s*\"([a-z ]+)\"")


def test_all_that_makes_what_is_kept_is_looked_at_for_changes() -> None:
    program = Path(__file__).parents[1] / "portalgen"
    made = {
        (kind, ".".join(file.relative_to(program.parent).parent.parts))
        for file in program.rglob("*.py")
        for kind in RECALL.findall(file.read_text(encoding="utf-8"))
        if kind in KINDS
    }
    assert {kind for kind, _ in made} == set(KINDS)
    assert {package for _, package in made} <= set(MAKERS)


def test_what_was_recalled_is_there_for_the_next_build(tmp_path: Path) -> None:
    memory = Memory()
    memory.recall("markdown", ("a", 2), lambda: "<p>a</p>")
    keep(memory, tmp_path / "cache", tmp_path)
    again = recollect(tmp_path / "cache", tmp_path)
    assert again.recall("markdown", ("a", 2), lambda: "made anew") == "<p>a</p>"


def test_what_was_not_recalled_any_more_is_forgotten(tmp_path: Path) -> None:
    memory = Memory()
    memory.recall("markdown", ("old",), lambda: "old")
    keep(memory, tmp_path / "cache", tmp_path)
    second = recollect(tmp_path / "cache", tmp_path)
    second.recall("markdown", ("new",), lambda: "new")
    keep(second, tmp_path / "cache", tmp_path)
    third = recollect(tmp_path / "cache", tmp_path)
    assert third.recall("markdown", ("old",), lambda: "made anew") == "made anew"


def test_two_content_folders_do_not_share_a_memory(tmp_path: Path) -> None:
    memory = Memory()
    memory.recall("markdown", ("a",), lambda: "one")
    keep(memory, tmp_path / "cache", tmp_path / "one")
    other = recollect(tmp_path / "cache", tmp_path / "other")
    assert other.recall("markdown", ("a",), lambda: "other") == "other"


@pytest.mark.parametrize("content", [b"", b"torn", b"\xf3\x01\x00\x00\x00a", b"i\x01\x00\x00\x00"])
def test_a_torn_file_is_passed_over(content: bytes, tmp_path: Path) -> None:
    memory = Memory()
    memory.recall("markdown", ("a",), lambda: "kept")
    keep(memory, tmp_path / "cache", tmp_path)
    kept(tmp_path / "cache").write_bytes(content)
    again = recollect(tmp_path / "cache", tmp_path)
    assert again.recall("markdown", ("a",), lambda: "made anew") == "made anew"


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    keep(Memory(), tmp_path / "file" / "cache", tmp_path)
    assert recollect(tmp_path / "file" / "cache", tmp_path).recalled == {}


def test_the_file_is_for_the_owner_alone(tmp_path: Path) -> None:
    old = os.umask(0)
    try:
        keep(Memory(), tmp_path / "cache", tmp_path)
    finally:
        os.umask(old)
    assert (tmp_path / "cache").stat().st_mode & 0o077 == 0
    assert kept(tmp_path / "cache").stat().st_mode & 0o077 == 0


def test_a_remembered_build_makes_the_same_files(tmp_path: Path) -> None:
    order = Order(packed_folder("content"), MOMENT)
    first = Memory()
    made = build(order, first)
    keep(first, tmp_path, order.content)
    second = recollect(tmp_path, order.content)
    assert len(first.recalled) > 50
    assert second.recalled == {}
    again = build(order, second)
    assert again == made
    assert second.recalled.keys() == first.recalled.keys()


def test_what_other_versions_kept_is_deleted(tmp_path: Path) -> None:
    keep(Memory(), tmp_path / "cache", tmp_path)
    [file] = (tmp_path / "cache").iterdir()
    (tmp_path / "cache" / f"{file.name.split('-')[0]}-older").write_bytes(b"old")
    (tmp_path / "cache" / "another-portal").write_bytes(b"kept")
    memory = Memory()
    memory.recall("markdown", ("a",), lambda: "a")
    keep(memory, tmp_path / "cache", tmp_path)
    assert {each.name for each in (tmp_path / "cache").iterdir()} == {file.name, "another-portal"}


def test_a_folder_that_others_can_write_is_not_trusted(tmp_path: Path) -> None:
    memory = Memory()
    memory.recall("markdown", ("a",), lambda: "kept")
    keep(memory, tmp_path / "cache", tmp_path)
    (tmp_path / "cache").chmod(0o777)
    again = recollect(tmp_path / "cache", tmp_path)
    assert again.recall("markdown", ("a",), lambda: "made anew") == "made anew"
