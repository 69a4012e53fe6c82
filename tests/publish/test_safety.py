from collections.abc import Callable
from pathlib import Path

import pytest

from portalgen.problems import WrongUse
from portalgen.publish.manifest import NAME, manifest_of
from portalgen.publish.safety import check_place


def made(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def with_file(folder: Path, name: str, text: str = "") -> Path:
    (made(folder) / name).write_text(text)
    return folder


def linked(place: Path, target: Path) -> Path:
    place.symlink_to(target)
    return place


# Each: what is refused, how it comes to be, and what the owner reads.
REFUSED: dict[str, tuple[Callable[[Path], Path], str]] = {
    "the root of the disk": (lambda root: Path(root.anchor), "is the root of the disk"),
    "home": (lambda root: made(root.parent / "home"), "is your home folder"),
    "what holds home": (lambda root: root.parent, "holds your home folder"),
    "the content": (lambda root: root / "content", "is a folder of the portal itself"),
    "a folder in the content": (lambda root: root / "content/new", "lies inside content"),
    "templates that are not there yet": (
        lambda root: root / "site-templates",
        "is a folder of the portal itself",
    ),
    "a folder in private": (lambda root: root / "private/a/b", "lies inside private"),
    "the portal folder": (lambda root: root, "holds content"),
    "the content by a way around": (
        lambda root: made(root / "x") / "../content",
        "is a folder of the portal itself",
    ),
    "the content by a link elsewhere": (
        lambda root: linked(root.parent / "alias", root) / "content",
        "is a folder of the portal itself",
    ),
    ".git": (lambda root: made(root / ".git"), "lies in a .git folder"),
    "a folder in .git": (lambda root: made(root / ".git") / "public", "lies in a .git folder"),
    "a folder in .git by a link elsewhere": (
        lambda root: linked(root.parent / "alias", made(root / ".git")) / "public",
        "lies in a .git folder",
    ),
    "a folder with .git": (
        lambda root: made(root / "public/.git").parent,
        "has a .git of its own",
    ),
    "a working copy with a .git file": (
        lambda root: with_file(root / "public", ".git"),
        "has a .git of its own",
    ),
    "a link to a folder": (
        lambda root: linked(root / "public", made(root.parent / "other")),
        "is a link to",
    ),
    "a link to nowhere": (lambda root: linked(root / "public", root / "none"), "is a link to"),
    "a link to itself": (lambda root: linked(root / "public", root / "public"), "is a link to"),
    "a folder behind a link in the portal": (
        lambda root: linked(root / "out", made(root.parent / "other")) / "public",
        "lies behind out, which is a link to",
    ),
    "a file": (lambda root: with_file(root, "public") / "public", "is a file, not a folder"),
    "a folder in a file": (lambda root: with_file(root, "x") / "x/public", "which is a file"),
    "a folder with files of others": (
        lambda root: with_file(root / "photos", "cat.jpg"),
        "is not empty, and portalgen did not write what is in it (cat.jpg)",
    ),
    "a folder with a broken manifest": (
        lambda root: with_file(root / "public", NAME, "{}"),
        "is not empty",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_an_unsafe_folder_is_refused(
    case: str, portal: Path, own_folders: tuple[Path, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    make, sentence = REFUSED[case]
    monkeypatch.setenv("HOME", str(portal.parent / "home"))
    folder = make(portal)
    with pytest.raises(WrongUse) as refusal:
        check_place(folder, own_folders)
    assert str(refusal.value).startswith(f"{folder} ")
    assert sentence in str(refusal.value)


# Each: what is allowed, and how it comes to be.
ALLOWED: dict[str, Callable[[Path], Path]] = {
    "a folder that is not there": lambda root: root / "public",
    "several that are not there": lambda root: root / "out/of/public",
    "an empty folder": lambda root: made(root / "public"),
    "a folder that portalgen made": lambda root: with_file(
        root / "public", NAME, manifest_of(["index.html"]).content.decode()
    ),
    "a folder beside .git": lambda root: made(root / ".git").parent / "public",
    "a folder that is named alike": lambda root: root / "content-of-the-site",
    "a folder outside": lambda root: root.parent / "elsewhere",
    "a folder outside, behind a link": lambda root: (
        linked(root.parent / "www", made(root.parent / "srv")) / "site"
    ),
    "the portal itself lies behind a link": lambda root: (
        linked(root.parent / "alias", root) / "public"
    ),
}


@pytest.mark.parametrize("case", ALLOWED)
def test_a_safe_folder_is_allowed(
    case: str, portal: Path, own_folders: tuple[Path, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(portal.parent))
    check_place(ALLOWED[case](portal), own_folders)


@pytest.mark.parametrize("name", [".", "..", "../in", ""])
def test_the_folder_one_stands_in_is_refused(
    name: str, portal: Path, own_folders: tuple[Path, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(made(portal / "empty/in"))
    with pytest.raises(WrongUse, match="the folder you stand in"):
        check_place(Path(name), own_folders)


def test_a_link_in_the_folder_one_stands_in_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(made(tmp_path / "here"))
    linked(tmp_path / "here/out", made(tmp_path / "there"))
    with pytest.raises(WrongUse, match="lies behind out"):
        check_place(Path("out/public"), [])


def test_at_the_root_of_the_disk_links_are_the_business_of_the_computer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path.anchor)
    check_place(linked(tmp_path / "www", made(tmp_path / "srv")) / "site", [])


def test_a_disk_of_its_own_is_refused() -> None:
    mounts = [path for path in (Path("/proc"), Path("/dev")) if path.is_mount()]
    for mount in mounts:
        with pytest.raises(WrongUse, match="is a disk of its own"):
            check_place(mount, [])


def test_a_folder_is_known_by_what_it_is_and_not_by_its_spelling(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # On a Mac, Content and content are one folder, and asking for the real path keeps both
    # spellings. Here a link takes the part of the second, and is not seen through.
    monkeypatch.setattr("portalgen.publish.safety._real", lambda place: place)
    content = made(tmp_path / "portal/content")
    alias = linked(tmp_path / "Content", content)
    with pytest.raises(WrongUse, match="lies inside content"):
        check_place(alias / "new", [content])


def test_a_user_without_a_home_can_publish(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.path.expanduser", lambda path: path)
    check_place(tmp_path / "public", [])
