"""What the owner reads when something is wrong, and that nothing is published then.

Each folder of tests/content/bad is a portal folder with one slip, and the exact screen of
`portalgen build` in its `expected.txt`; of `portalgen check`, where the slip is told as advice
and does not stop a build. To write these files anew after a sentence has changed:

    UPDATE_EXPECTED=1 python -m pytest tests/functional/test_bad_content.py

and then read every line of the difference as somebody who never wanted to learn YAML. What git
can not hold is made by the recipes below.
"""

import contextlib
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.functional.conftest import PRACTICE, Run, Snapshot

BAD = Path(__file__).parents[1] / "content" / "bad"
# The slips that a portal is published with.
ADVISED = (
    "absence-of-more-than-a-year",
    "announced-after-the-start",
    "back-on-a-closed-day",
    "backup-away-at-the-same-time",
    "book-by-after-the-start",
    "catalog-with-a-message-that-is-none",
    "color-too-light",
    "cover-with-a-gap",
    "editor-and-a-yml-file",
    "item-without-a-dash-beside-an-editor",
    "language-without-words",
    "look-with-an-unknown-token",
    "pause-without-a-word",
)
CASES = sorted({path.name for path in BAD.iterdir() if path.is_dir()} - {*ADVISED})
CHECK = ("check", "--at", "2026-11-23 07:10")
BUILD = ("build", "--at", "2026-11-23 07:10")
CONTENT = Path("content")


# What each class of bad input is about, as the names of its folders say it.
CLASSES = {
    "YAML": ("tab", "quote", "bracket", "second-colon", "documents", "alias", "tag", "empty-file"),
    "slips": ("color-without", "fact-without-quotes", "comma-in", "dash-line-under", "at-sign"),
    "types": ("on-for-yes", "list-for", "keys-for", "text-for"),
    "keys": ("key-unknown", "key-misspelt", "key-twice"),
    "days and times": ("day-", "hour-25", "end-before", "back-before", "back-long-after", "review"),
    "languages": ("language-in-words", "language-unknown", "catalog-with-a-broken-placeholder"),
    "zones": ("timezone-misspelt", "timezone-as-an-abbreviation"),
    "ids": ("id-of-two", "leads-out", "windows-keeps", "address-of-the-portal"),
    "references": ("backup-unknown", "clause-of", "service-of", "fact-unknown", "image-unknown"),
    "fees": ("fee-without-my-side",),
    "images": ("image-that-is-text", "image-cut-off", "image-heic", "drawing-with-a-script"),
    "look": ("look-with-rules", "look-with-an-import", "look-with-addresses", "color-in-words"),
    "addresses": ("email-with-a-line-break", "javascript-in-every-link", "javascript-in-markdown"),
    "files": ("practice-missing", "folder-in-the-place", "both-yaml-and-yml"),
    "depth": ("nested", "alias-bomb"),
    "templates": ("template-part", "template-with-an-unknown-name"),
}


def test_there_are_cases_of_every_class() -> None:
    assert len(CASES) >= 75
    said = [(kind, part) for kind, parts in CLASSES.items() for part in parts]
    assert [each for each in said if not any(each[1] in case for case in CASES)] == []


@pytest.mark.parametrize("case", CASES)
def test_a_bad_portal_is_told_and_not_published(
    case: str, portal: Path, run: Run, snapshot: Snapshot
) -> None:
    shutil.copytree(BAD / case, portal, dirs_exist_ok=True)
    published = snapshot(portal / "public")

    screen = run(portal, *BUILD)

    assert screen.code == 1, screen.out + screen.err
    assert screen.err == ""
    assert screen.out == expected(case, screen.out)
    assert snapshot(portal / "public") == published


@pytest.mark.parametrize("case", ADVISED)
def test_an_advised_portal_is_told_and_published_all_the_same(
    case: str, portal: Path, run: Run, snapshot: Snapshot
) -> None:
    shutil.copytree(BAD / case, portal, dirs_exist_ok=True)
    published = snapshot(portal / "public")

    screen = run(portal, *CHECK)

    assert (screen.code, screen.err) == (0, "")
    assert screen.out == expected(case, screen.out)
    assert run(portal, *BUILD).code == 0
    assert snapshot(portal / "public") != published
    assert run(portal, *BUILD, "--strict").code == 1


def expected(case: str, shown: str) -> str:
    """Return the screen that a case expects; with UPDATE_EXPECTED=1 write what was shown."""
    file = BAD / case / "expected.txt"
    if os.environ.get("UPDATE_EXPECTED") == "1":
        if os.environ.get("CI"):
            pytest.fail("UPDATE_EXPECTED rewrites what is expected; CI only reads it.")
        file.write_text(shown, encoding="utf-8", newline="\n")
    return file.read_text(encoding="utf-8")


# --- What git can not hold ---------------------------------------------------------------------


@dataclass(frozen=True)
class Recipe:
    """A way to spoil a good portal folder, and the lines that name the problems."""

    spoil: Callable[[Path], object]
    lines: tuple[str, ...]


def writing(name: str, content: bytes) -> Callable[[Path], object]:
    def write(content_folder: Path) -> None:
        (content_folder / name).parent.mkdir(exist_ok=True)
        (content_folder / name).write_bytes(content)

    return write


def linking(name: str, target: str) -> Callable[[Path], object]:
    return lambda content_folder: (content_folder / name).symlink_to(target)


def folder_link(content_folder: Path) -> None:
    outside = content_folder.parent / "outside"
    outside.mkdir()
    (outside / "payment.md").write_text("---\ntitle: Payment\nsummary: Later.\n---\n")
    (content_folder / "policies").symlink_to(outside)


def file_link(content_folder: Path) -> None:
    (content_folder.parent / "secret.yaml").write_text("away: []\n")
    (content_folder / "away.yaml").symlink_to("../secret.yaml")


def image_link(content_folder: Path) -> None:
    (content_folder.parent / "secret.jpg").write_bytes(b"secret")
    (content_folder / "images").mkdir()
    (content_folder / "images" / "ines.jpg").symlink_to("../../secret.jpg")


RECIPES = {
    "larger than 1 MiB": Recipe(
        writing("away.yaml", b"# one line of a very long file\n" * 40_000),
        (
            "content/away.yaml: This file is larger than 1 MiB (1.2 MiB). Texts are much shorter; "
            "is this the right file?",
        ),
    ),
    "larger than 20 MiB": Recipe(
        writing("away.yaml", b"# one line of a very long file\n" * 700_000),
        ("content/away.yaml: This file is larger than 20 MiB (21 MiB). Make it smaller first.",),
    ),
    "an image larger than 20 MiB": Recipe(
        writing("images/ines.jpg", b"\0" * 21 * 1024 * 1024),
        (
            "content/images/ines.jpg: This file is larger than 20 MiB (21 MiB). Make it smaller "
            "first.",
        ),
    ),
    "a line without end": Recipe(
        writing("practice.yaml", f"{PRACTICE}about: {'word ' * 5_000}\n".encode()),
        (
            "content/practice.yaml:5:1: This line is longer than 20,000 characters. Break it into "
            "paragraphs.",
        ),
    ),
    "more values than any portal": Recipe(
        writing("away.yaml", b"away:\n" + b"- a\n" * 60_000),
        (
            "content/away.yaml:49999:3: More than 50,000 keys and texts stand in this file. "
            "Nothing in a portal needs that; is this the right file?",
        ),
    ),
    "a NUL": Recipe(
        writing("practice.yaml", f"{PRACTICE}tagline: Quiet\0 leading\n".encode()),
        (
            "content/practice.yaml:5:15: There is a sign here that can not be seen (U+0000). "
            "Delete it; it may have come along from another program.",
        ),
    ),
    "a control character": Recipe(
        writing("practice.yaml", f"{PRACTICE}tagline: Quiet\x1b[1m leading\n".encode()),
        (
            "content/practice.yaml:5:15: There is a sign here that can not be seen (U+001B). "
            "Delete it; it may have come along from another program.",
        ),
    ),
    "a control character in quotes": Recipe(
        writing("practice.yaml", f'{PRACTICE}tagline: "Quiet\x7f"\n'.encode()),
        (
            "content/practice.yaml:5:16: There is a sign here that can not be seen (U+007F). "
            "Delete it; it may have come along from another program.",
        ),
    ),
    "UTF-16": Recipe(
        writing("practice.yaml", PRACTICE.encode("utf-16")),
        ("content/practice.yaml: This file is saved as UTF-16. Save it as UTF-8.",),
    ),
    "UTF-16 without its mark": Recipe(
        writing("practice.yaml", PRACTICE.encode("utf-16-le")),
        (
            "content/practice.yaml:1:2: There is a sign here that can not be seen (U+0000). "
            "Delete it; it may have come along from another program.",
        ),
    ),
    "Latin-1": Recipe(
        writing("practice.yaml", f"{PRACTICE}tagline: Café\n".encode("latin-1")),
        (
            "content/practice.yaml:5:13: There is a character here that is not UTF-8. Save the "
            "file as UTF-8; it may be in an older encoding such as Latin-1.",
        ),
    ),
    "half a character": Recipe(
        writing("practice.yaml", PRACTICE.encode() + "# é".encode()[:-1]),
        (
            "content/practice.yaml:5:3: There is a character here that is not UTF-8. Save the "
            "file as UTF-8; it may be in an older encoding such as Latin-1.",
        ),
    ),
    "Latin-1 in a text": Recipe(
        writing("pages/about.md", b"---\ntitle: About\n---\nCaf\xe9\n"),
        (
            "content/pages/about.md:4:4: There is a character here that is not UTF-8. Save the "
            "file as UTF-8; it may be in an older encoding such as Latin-1.",
        ),
    ),
    "an empty folder in a file's place": Recipe(
        lambda content_folder: (content_folder / "away.yaml").mkdir(),
        ("content/away.yaml: This is a folder where a file is expected. Rename or move it.",),
    ),
    "a link out of the folder": Recipe(
        file_link,
        ("content/away.yaml: This is a link that leads out of the folder. Copy the file itself.",),
    ),
    "a folder that is a link out of the folder": Recipe(
        folder_link,
        (
            "content/policies/payment.md: This is a link that leads out of the folder. Copy the "
            "file itself.",
        ),
    ),
    "an image that is a link out of the folder": Recipe(
        image_link,
        (
            "content/images/ines.jpg: This is a link that leads out of the folder. Copy the file "
            "itself.",
        ),
    ),
    "a link that leads nowhere": Recipe(
        linking("away.yaml", "winter.yaml"),
        ("content/away.yaml: This is a link that leads nowhere. Delete it or mend it.",),
    ),
    "a link to itself": Recipe(
        linking("away.yaml", "away.yaml"),
        ("content/away.yaml: This is a link that leads in circles. Delete it or mend it.",),
    ),
    "a pipe in a file's place": Recipe(
        lambda content_folder: os.mkfifo(content_folder / "away.yaml"),
        ("content/away.yaml: This is not an ordinary file. Put an ordinary file here.",),
    ),
}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows makes links and pipes in other ways.")
@pytest.mark.parametrize("name", RECIPES)
def test_a_spoilt_file_is_told_and_not_published(
    name: str, portal: Path, run: Run, snapshot: Snapshot
) -> None:
    recipe = RECIPES[name]
    content_with_practice(portal)
    recipe.spoil(portal / CONTENT)
    published = snapshot(portal / "public")

    screen = run(portal, *BUILD)

    assert (screen.code, screen.err) == (1, "")
    assert screen.out.splitlines()[:-1] == list(recipe.lines)
    assert snapshot(portal / "public") == published


def content_with_practice(portal: Path) -> None:
    (portal / CONTENT).mkdir()
    (portal / CONTENT / "practice.yaml").write_text(PRACTICE, encoding="utf-8")


@pytest.mark.parametrize(
    "content",
    [
        PRACTICE.encode("utf-8-sig"),
        PRACTICE.replace("\n", "\r\n").encode(),
        PRACTICE.replace("\n", "\r\n").encode("utf-8-sig"),
        PRACTICE.rstrip("\n").encode(),
        f"---\n{PRACTICE}...\n".encode(),
    ],
    ids=["byte-order mark", "CRLF", "both", "no last line end", "marks around it"],
)
def test_what_editors_add_is_no_problem(portal: Path, run: Run, content: bytes) -> None:
    (portal / CONTENT).mkdir()
    (portal / CONTENT / "practice.yaml").write_bytes(content)
    screen = run(portal, *BUILD)
    assert (screen.code, screen.err) == (0, "")
    assert "Ines Calder Coaching" in (portal / "public" / "index.html").read_text(encoding="utf-8")


# --- Rights ------------------------------------------------------------------------------------


@contextlib.contextmanager
def as_somebody_who_may_not_read_all() -> Iterator[None]:
    """Put away the rights of root for a while; others have none to put away."""
    if os.geteuid() != 0:
        yield
        return
    os.setegid(65534)
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)
        os.setegid(0)


@pytest.fixture
def open_portal(last_good_public: Path) -> Iterator[Path]:
    """Return a published portal folder that everybody may enter, unlike pytest's own folders."""
    with tempfile.TemporaryDirectory(dir="/tmp") as name:
        folder = Path(name)
        folder.chmod(0o755)
        shutil.copytree(last_good_public, folder / "public")
        content_with_practice(folder)
        yield folder


UNREADABLE = {
    "away.yaml": "content/away.yaml: This file can not be read (permission denied). Look at who "
    "may read it.",
    "policies": "content/policies: This folder can not be read (permission denied). Look at who "
    "may read it.",
    "policies/payment.md": "content/policies/payment.md: This file can not be read (permission "
    "denied). Look at who may read it.",
    "images/ines.jpg": "content/images/ines.jpg: This file can not be read (permission denied). "
    "Look at who may read it.",
}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps rights in other ways.")
@pytest.mark.parametrize("name", UNREADABLE)
def test_a_missing_right_is_told_and_nothing_is_published(
    name: str, open_portal: Path, run: Run, snapshot: Snapshot
) -> None:
    for file in ("away.yaml", "policies/payment.md", "images/ines.jpg"):
        path = open_portal / CONTENT / file
        path.parent.mkdir(exist_ok=True)
        path.write_text("---\ntitle: Payment\nsummary: Later.\n---\n" if "md" in file else "")
    published = snapshot(open_portal / "public")
    locked = open_portal / CONTENT / name
    rights = locked.stat().st_mode
    locked.chmod(0)
    try:
        with as_somebody_who_may_not_read_all():
            screen = run(open_portal, *BUILD)
    finally:
        locked.chmod(rights)

    assert (screen.code, screen.err) == (1, "")
    assert screen.out.splitlines() == [UNREADABLE[name], "Nothing was built: 1 problem."]
    assert snapshot(open_portal / "public") == published


# --- Where a portal may go ---------------------------------------------------------------------


def git_folder(portal: Path) -> str:
    (portal / ".git").mkdir()
    return ".git/site"


def folder_behind_a_link(portal: Path) -> str:
    (portal / "elsewhere").mkdir()
    (portal / "link").symlink_to("elsewhere")
    return "link/site"


def link(portal: Path) -> str:
    (portal / "elsewhere").mkdir()
    (portal / "link").symlink_to("elsewhere")
    return "link"


def folder_of_somebody_else(portal: Path) -> str:
    (portal / "photos").mkdir()
    (portal / "photos" / "summer.jpg").write_bytes(b"summer")
    return "photos"


def file(portal: Path) -> str:
    (portal / "notes.txt").write_text("notes")
    return "notes.txt"


UNSAFE: dict[str, tuple[Callable[[Path], str], str]] = {
    "home": (lambda portal: str(portal.parent / "home"), "is your home folder"),
    "the folder above home": (lambda portal: str(portal.parent), "holds your home folder"),
    "the root of the disk": (lambda portal: "/", "is the root of the disk"),
    "the portal folder": (lambda portal: ".", "holds content, a folder of the portal itself"),
    "the content": (lambda portal: "content", "is a folder of the portal itself"),
    "a folder in the content": (
        lambda portal: "content/public",
        "lies inside content, a folder of the portal itself",
    ),
    "the templates": (lambda portal: "site-templates", "is a folder of the portal itself"),
    "what is private": (lambda portal: "private", "is a folder of the portal itself"),
    "a folder of git": (git_folder, "lies in a .git folder, in which git keeps its own files"),
    "a link": (link, "is a link to elsewhere"),
    "a folder behind a link": (
        folder_behind_a_link,
        "lies behind link, which is a link to elsewhere",
    ),
    "a folder of somebody else": (
        folder_of_somebody_else,
        "is not empty, and portalgen did not write what is in it (summer.jpg)",
    ),
    "a file": (file, "is a file, not a folder"),
}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other roots, and makes no links.")
@pytest.mark.parametrize("name", UNSAFE)
def test_an_unsafe_output_folder_is_refused(
    name: str,
    portal: Path,
    run: Run,
    snapshot: Snapshot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    home = portal.parent / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    content_with_practice(portal)
    make, reason = UNSAFE[name]
    output = make(portal)
    before = snapshot(portal.parent)

    screen = run(portal, *BUILD, "--output", output)

    assert (screen.code, screen.out) == (2, "")
    assert screen.err == (
        f"portalgen: {output} {reason}. Name another output folder, such as public.\n"
    )
    assert snapshot(portal.parent) == before
