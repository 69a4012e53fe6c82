"""Real files, and what is told of them."""

import asyncio
import shutil
from collections.abc import AsyncGenerator, Callable
from itertools import count
from pathlib import Path

import pytest
from watchfiles import Change

from portalgen.preview import watching
from portalgen.preview.watching import Changes, changes
from portalgen.problems import WrongUse
from tests.loops import in_a_loop

PROBE = "probe.yaml"
Told = list[frozenset[Path]]


def told(folder: Path, edit: Callable[[], object], enough: Callable[[Told], bool]) -> Told:
    """Return what is told of a folder after an edit, until it is enough."""

    async def follow() -> Told:
        telling = changes([folder], poll=False)
        await is_watched(folder, telling)
        edit()
        found = [await following(telling)]
        while not enough(found):
            found.append(await following(telling))
        await telling.aclose()
        return found

    return in_a_loop(follow())


async def is_watched(folder: Path, telling: Changes) -> None:
    """Change a file until that is told."""
    first = asyncio.ensure_future(anext(telling))
    async with asyncio.timeout(10):
        for number in count():
            (folder / PROBE).write_text(str(number))
            done, _ = await asyncio.wait([first], timeout=0.05)
            if done:
                return


async def following(telling: Changes) -> frozenset[Path]:
    """Return what is told next, but for what was changed to see whether anything is told."""
    async with asyncio.timeout(10):
        async for found in telling:
            others = frozenset(path for path in found if path.name != PROBE)
            if others:
                return others
    raise AssertionError


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

    def edit_both() -> None:
        (folder / name).write_text("x")
        file.write_text("away:\n")

    assert set().union(*told(folder, edit_both, lambda found: file in found[-1])) == {file}


def test_a_folder_that_vanishes_and_returns_is_followed(folder: Path) -> None:
    file = folder / "away.yaml"
    aside = folder.with_name("aside")

    async def follow() -> None:
        telling = changes([folder], poll=False)
        await is_watched(folder, telling)
        folder.rename(aside)
        assert await following(telling) == {folder}
        back = asyncio.ensure_future(following(telling))
        # Until it is seen that the folder is not there.
        await asyncio.sleep(0)
        aside.rename(folder)
        assert await back == {folder}
        # Told once more, now that it is watched again.
        assert await following(telling) == {folder}
        await is_watched(folder, telling)
        file.write_text("away:\n")
        assert await following(telling) == {file}
        await telling.aclose()

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

    async def wait() -> frozenset[Path]:
        telling = changes([folder], poll=False)
        first = asyncio.ensure_future(following(telling))
        # Until it is seen that the folder is not there.
        await asyncio.sleep(0)
        folder.mkdir()
        found = await first
        await telling.aclose()
        return found

    assert in_a_loop(wait()) == {folder}


@pytest.mark.parametrize("poll", [True, False])
def test_files_are_looked_at_time_and_again_where_that_is_wanted(
    poll: bool, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []

    async def awatch(*_: Path, **options: object) -> AsyncGenerator[set[tuple[Change, str]], None]:
        asked.append(options["force_polling"])
        yield {(Change.modified, str(folder / "away.yaml"))}

    async def first() -> None:
        telling = changes([folder], poll=poll)
        await following(telling)
        await telling.aclose()

    monkeypatch.setattr(watching, "awatch", awatch)
    in_a_loop(first())
    # None leaves it to the system.
    assert asked == [True if poll else None]


def test_a_system_that_tells_of_no_changes_is_told_of(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def awatch(*_: Path, **_options: object) -> AsyncGenerator[set[tuple[Change, str]], None]:
        raise OSError(28, "OS file watch limit reached")
        yield set()

    async def first() -> None:
        await anext(changes([folder], poll=False))

    monkeypatch.setattr(watching, "awatch", awatch)
    with pytest.raises(WrongUse, match="Add --poll"):
        in_a_loop(first())
