import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from portalgen.publish.exchange import (
    change_places,
    exchange_in_one_step,
    exchange_in_two_steps,
)


@pytest.fixture
def new(tmp_path: Path) -> Path:
    folder = tmp_path / ".public.portalgen-x"
    folder.mkdir()
    (folder / "index.html").write_text("new")
    return folder


@pytest.fixture
def old(tmp_path: Path) -> Path:
    folder = tmp_path / "public"
    folder.mkdir()
    (folder / "index.html").write_text("old")
    return folder


def _change_in_one_step(new: Path, old: Path) -> None:
    if not exchange_in_one_step(new, old):
        pytest.skip("this system can not exchange two folders at once")


WAYS = [change_places, _change_in_one_step, exchange_in_two_steps]


@pytest.mark.parametrize("change", WAYS)
def test_two_folders_change_places(
    change: Callable[[Path, Path], None], new: Path, old: Path
) -> None:
    change(new, old)
    assert (old / "index.html").read_text() == "new"
    assert (new / "index.html").read_text() == "old"
    assert len(os.listdir(old.parent)) == 2


def test_a_first_folder_just_takes_its_place(new: Path, tmp_path: Path) -> None:
    change_places(new, tmp_path / "public")
    assert (tmp_path / "public/index.html").read_text() == "new"
    assert os.listdir(tmp_path) == ["public"]


@pytest.mark.parametrize("change", [change_places, exchange_in_two_steps])
def test_when_the_new_folder_is_lost_the_old_one_stays(
    change: Callable[[Path, Path], None], old: Path
) -> None:
    with pytest.raises(FileNotFoundError):
        change(old.with_name(".public.portalgen-x"), old)
    assert (old / "index.html").read_text() == "old"
    assert os.listdir(old.parent) == ["public"]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux exchanges at once")
def test_what_can_not_be_exchanged_at_once_is_reported_and_unchanged(new: Path) -> None:
    assert not exchange_in_one_step(new, new.with_name("nothing"))
    assert (new / "index.html").read_text() == "new"


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux exchanges at once")
def test_two_steps_are_not_taken_where_one_is_enough(
    new: Path, old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not exchange_in_one_step(new, old):
        pytest.skip("this file system can not exchange two folders at once")
    monkeypatch.delattr("portalgen.publish.exchange.exchange_in_two_steps")
    change_places(new, old)
    assert (old / "index.html").read_text() == "old"
