"""Real files, and what is told of them."""

import asyncio
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from portalgen.preview.watching import changes
from tests.loops import in_a_loop

Told = list[frozenset[Path]]


def told(folder: Path, edit: Callable[[], object], enough: Callable[[Told], bool]) -> Told:
    """Return what is told of a folder after an edit, until it is enough."""

    async def follow(poll: bool = False) -> Told:
        found: Told = []
        watching = changes([folder], poll=poll)
        first = asyncio.ensure_future(anext(watching))
        # The folder is watched as soon as the first change is waited for.
        await asyncio.sleep(0.05)
        edit()
        found.append(await asyncio.wait_for(first, 10))
        while not enough(found):
            found.append(await asyncio.wait_for(anext(watching), 10))
        await watching.aclose()
        return found

    return in_a_loop(follow())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    content = tmp_path / "content"
    (content / "pages").mkdir(parents=True)
    (content / "away.yaml").write_text("away: []\n")
    return content


def test_a_saved_file_is_told(folder: Path) -> None:
    file = folder / "away.yaml"
    assert told(folder, lambda: file.write_text("away:\n"), bool)[0] == {file}


def test_a_new_text_is_told(folder: Path) -> None:
    file = folder / "pages" / "about.md"
    assert file in told(folder, lambda: file.write_text("---\n"), bool)[0]


def test_what_an_editor_does_in_one_go_is_told_as_one_file(folder: Path) -> None:
    file, draft = folder / "away.yaml", folder / "sedXYZ"

    def save() -> None:
        (folder / "4913").write_text("")
        (folder / ".away.yaml.swp").write_text("")
        draft.write_text("away:\n")
        draft.replace(file)
        (folder / "4913").unlink()

    found = told(folder, save, lambda found: file in found[-1])
    # A machine that has much to do may see the draft before it is renamed.
    assert found[-1] == {file}
    assert set().union(*found) <= {file, draft}


@pytest.mark.parametrize(
    "name", [".away.yaml.swp", "away.yaml~", "#away.yaml#", ".#away.yaml", "4913", "away.yaml.tmp"]
)
def test_what_editors_keep_for_themselves_is_not_told(name: str, folder: Path) -> None:
    file = folder / "away.yaml"

    async def edit_both() -> frozenset[Path]:
        watching = changes([folder], poll=False)
        first = asyncio.ensure_future(anext(watching))
        await asyncio.sleep(0.05)
        (folder / name).write_text("x")
        await asyncio.sleep(0.05)
        assert not first.done()
        file.write_text("away:\n")
        found = await asyncio.wait_for(first, 10)
        await watching.aclose()
        return found

    assert in_a_loop(edit_both()) == {file}


def test_a_folder_that_vanishes_and_returns_is_followed(folder: Path) -> None:
    file = folder / "away.yaml"
    aside = folder.with_name("aside")

    async def follow() -> None:
        watching = changes([folder], poll=False)
        first = asyncio.ensure_future(anext(watching))
        await asyncio.sleep(0.05)
        folder.rename(aside)
        assert await asyncio.wait_for(first, 10) == {folder}
        back = asyncio.ensure_future(anext(watching))
        await asyncio.sleep(0.05)
        aside.rename(folder)
        assert await asyncio.wait_for(back, 10) == {folder}
        # Told once more, now that it is watched again.
        assert await asyncio.wait_for(anext(watching), 10) == {folder}
        last = asyncio.ensure_future(anext(watching))
        await asyncio.sleep(0.05)
        file.write_text("away:\n")
        assert await asyncio.wait_for(last, 10) == {file}
        await watching.aclose()

    in_a_loop(follow())


def test_a_folder_that_is_exchanged_is_told(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    shutil.copytree(folder, other)

    def exchange() -> None:
        folder.rename(tmp_path / "old")
        other.rename(folder)

    assert all(folder in each for each in told(folder, exchange, lambda found: len(found) == 2))


def test_a_folder_that_is_not_there_yet_is_waited_for(tmp_path: Path) -> None:
    folder = tmp_path / "later"
    assert told(folder, folder.mkdir, bool)[0] == {folder}
