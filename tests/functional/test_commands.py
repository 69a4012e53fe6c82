"""The commands as the README tells of them."""

import json
from importlib import import_module
from pathlib import Path

import click
import pytest
from PIL import Image

from portalgen import __version__
from portalgen.cli import COMMANDS
from portalgen.commands.new import SAMPLES
from tests.functional.conftest import PRACTICE, Run

OVERDUE = "away:\n  - from: 2026-11-23\n    until: further notice\n    review: 2026-11-27\n"
WRONG = PRACTICE.replace("ines@example.com", "ines")


@pytest.fixture
def portal(tmp_path: Path) -> Path:
    """A small portal that is fine but for its missing address, which is advice."""
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "practice.yaml").write_text(PRACTICE, encoding="utf-8")
    return tmp_path


def test_each_verb_has_a_command_of_its_name() -> None:
    for verb, line in COMMANDS.items():
        command = getattr(import_module(f"portalgen.commands.{verb}"), verb)
        assert isinstance(command, click.Command)
        assert line.endswith(".")


def test_the_list_of_commands_names_all_of_them(run: Run, tmp_path: Path) -> None:
    screen = run(tmp_path, "--help")
    assert screen.code == 0
    assert all(f"  {verb} " in screen.out for verb in COMMANDS)


def test_the_version_is_told(run: Run, tmp_path: Path) -> None:
    assert run(tmp_path, "--version").out.strip() == f"portalgen, version {__version__}"


@pytest.mark.parametrize(
    "arguments",
    [
        ["biuld"],
        ["build", "--outptu", "x"],
        ["build", "--at", "tomorrow"],
        ["build", "--next-build", "soon"],
        ["build", "--next-build", "2 business days"],
        ["build", "--next-build", "3000 days"],
        ["build", "--at", "9999-12-31"],
        ["biuld", "--help"],
        ["build", "--templates", "nowhere"],
        ["check", "--format", "xml"],
        ["explain", "awya"],
        ["new"],
        ["new", "mine", "--like", "baker"],
    ],
    ids=" ".join,
)
def test_wrong_use_ends_with_2_and_a_sentence(arguments: list[str], run: Run, portal: Path) -> None:
    screen = run(portal, *arguments)
    assert screen.code == 2
    assert screen.err
    assert "Traceback" not in screen.err
    assert not (portal / "public").exists()


def test_build_says_what_it_made(run: Run, portal: Path) -> None:
    screen = run(portal, "build")
    assert screen.code == 0
    assert (
        "content/practice.yaml:1:7: advice: The portal does not know its own address" in screen.out
    )
    assert screen.out.endswith("5 pages are in public/.\n")
    assert (portal / "public" / "index.html").is_file()


def test_build_takes_the_address_that_netlify_tells(
    run: Run, portal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    command = ["build", "--strict"]
    assert run(portal, *command).code == 1
    monkeypatch.setenv("NETLIFY", "true")
    monkeypatch.setenv("URL", "https://ines.example")
    assert run(portal, *command).code == 0
    sitemap = (portal / "public" / "sitemap.xml").read_text(encoding="utf-8")
    assert "<loc>https://ines.example/contact/</loc>" in sitemap


def test_an_address_in_the_content_wins_over_that_of_the_host(
    run: Run, portal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (portal / "content" / "practice.yaml").write_text(f"{PRACTICE}url: https://own.example/\n")
    monkeypatch.setenv("NETLIFY", "true")
    monkeypatch.setenv("URL", "https://ines.example")
    run(portal, "build")
    assert "https://own.example/" in (portal / "public" / "robots.txt").read_text()


@pytest.mark.parametrize(
    ("variable", "arguments", "said"),
    [
        ("1795446600", [], "Monday, November 23, 7:10 am"),
        ("1795446600", ["--at", "2026-12-21 09:00"], "Monday, December 21, 9:00 am"),
        ("", ["--at", "2026-12-21"], "Monday, December 21, 12:00 am"),
        ("", ["--at", "2026-12-21T17:00Z"], "Monday, December 21, 9:00 am"),
    ],
)
def test_the_moment_is_an_argument(
    variable: str,
    arguments: list[str],
    said: str,
    run: Run,
    portal: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (portal / "content" / "availability.yaml").write_text("weekly:\n  mon: 09:00-12:00\n")
    if variable:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", variable)
    run(portal, "build", *arguments)
    page = (portal / "public" / "availability" / "index.html").read_text(encoding="utf-8")
    assert said in page


def test_a_problem_is_told_and_nothing_is_written(run: Run, portal: Path) -> None:
    run(portal, "build")
    before = (portal / "public" / "index.html").stat()
    (portal / "content" / "practice.yaml").write_text(WRONG)
    screen = run(portal, "build")
    assert screen.code == 1
    assert screen.out.startswith("content/practice.yaml:4:10: `ines` is not an e-mail address.")
    assert screen.out.endswith("Nothing was built: 1 problem.\n")
    assert (portal / "public" / "index.html").stat() == before


def test_json_is_all_that_a_program_reads(run: Run, portal: Path) -> None:
    for command in ("build", "check"):
        [found] = json.loads(run(portal, command, "--format", "json").out)
        assert (found["file"], found["weight"]) == ("content/practice.yaml", "advice")


def test_github_reads_annotations_whose_files_are_found_from_the_folder_of_the_run(
    run: Run, portal: Path
) -> None:
    for command in ("build", "check"):
        [line, end] = run(portal, command, "--format", "github").out.splitlines()
        properties = "file=content/practice.yaml,line=1,col=7,title=Advice"
        assert line.startswith(f"::warning {properties}::content/practice.yaml:1:7: advice: ")
        assert (portal / "content" / "practice.yaml").is_file()
        assert not end.startswith("::")


@pytest.mark.parametrize(
    ("files", "arguments", "code", "end"),
    [
        ({}, [], 0, "1 piece of advice."),
        ({"practice.yaml": f"{PRACTICE}url: https://x.example/\n"}, [], 0, "All is well."),
        ({}, ["--strict"], 1, "1 problem."),
        ({"practice.yaml": WRONG}, [], 1, "1 problem."),
        ({"away.yaml": OVERDUE}, ["--at", "2026-11-27"], 0, "1 piece of advice."),
        ({"away.yaml": OVERDUE}, ["--at", "2026-11-28"], 1, "2 pieces of advice."),
    ],
)
def test_check_ends_with_1_for_what_is_wrong_or_overdue(
    files: dict[str, str], arguments: list[str], code: int, end: str, run: Run, portal: Path
) -> None:
    for name, text in files.items():
        (portal / "content" / name).write_text(text)
    screen = run(portal, "check", *arguments)
    assert screen.code == code
    assert screen.out.splitlines()[-1] == end
    assert not (portal / "public").exists()


def test_what_is_overdue_does_not_stop_a_build(run: Run, portal: Path) -> None:
    (portal / "content" / "away.yaml").write_text(OVERDUE)
    assert run(portal, "build", "--at", "2026-12-05").code == 0


@pytest.mark.parametrize(
    ("like", "name"),
    [
        ((), "Ines Calder Coaching"),
        (("--like", "coach"), "Ines Calder Coaching"),
        (("--like", "repair"), "Hausgerätewerkstatt Brakelmann"),
    ],
)
def test_new_copies_a_sample_and_tells_three_steps(
    like: tuple[str, ...], name: str, run: Run, tmp_path: Path
) -> None:
    screen = run(tmp_path, "new", "mine", *like)
    assert screen.code == 0
    assert [line[:4] for line in screen.out.splitlines() if line[2:3].isdigit()] == [
        "  1.",
        "  2.",
        "  3.",
    ]
    names = {path.name for path in (tmp_path / "mine").iterdir()}
    assert names == {
        "content", "schemas", "netlify.toml", ".gitignore", ".github", ".vscode",
    }  # fmt: skip
    practice = tmp_path / "mine" / "content" / "practice.yaml"
    assert f"\nname: {name}\n" in practice.read_text(encoding="utf-8")
    assert run(tmp_path / "mine", "check", "--at", "2026-11-23").out == "All is well.\n"


@pytest.mark.parametrize("like", SAMPLES)
def test_the_schemas_that_new_writes_are_those_that_the_files_name(
    like: str, run: Run, tmp_path: Path
) -> None:
    run(tmp_path, "new", "mine", "--like", like)
    for file in (tmp_path / "mine" / "content").glob("*.yaml"):
        first = file.read_text(encoding="utf-8").splitlines()[0]
        named = first.removeprefix("# yaml-language-server: $schema=")
        assert (file.parent / named).is_file(), first


@pytest.mark.parametrize("taken", ["folder", "file"])
def test_new_overwrites_nothing(taken: str, run: Run, tmp_path: Path) -> None:
    if taken == "folder":
        (tmp_path / "mine").mkdir()
        (tmp_path / "mine" / "diary.txt").write_text("Dear diary")
    else:
        (tmp_path / "mine").write_text("Dear diary")
    assert run(tmp_path, "new", "mine").code == 2
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] in (
        ["diary.txt"],
        ["mine"],
    )


@pytest.mark.parametrize("url", ["javascript:alert(1)", "https://x/a b", "http://[::1", "ines"])
def test_an_address_of_the_host_that_is_none_is_refused(
    url: str, run: Run, portal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NETLIFY", "true")
    monkeypatch.setenv("URL", url)
    assert run(portal, "build").code == 2


def test_an_address_counts_only_on_the_host_that_tells_it(
    run: Run, portal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("URL", "https://ines.example")
    run(portal, "build")
    assert not (portal / "public" / "sitemap.xml").exists()


def test_a_portal_that_can_not_be_made_leaves_nothing_behind(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    screen = run(tmp_path, "new", "file/mine")
    assert screen.code == 2
    assert "can not be made" in screen.err
    assert run(tmp_path, "new", "x" * 300).code == 2
    assert [path.name for path in tmp_path.iterdir() if path.name != "cache"] == ["file"]


def test_schemas_are_not_written_through_a_link(run: Run, tmp_path: Path) -> None:
    (tmp_path / "victim").write_text("mine")
    (tmp_path / "schemas").mkdir()
    (tmp_path / "schemas" / "away.schema.json").symlink_to(tmp_path / "victim")
    assert run(tmp_path, "schema").code == 2
    assert (tmp_path / "victim").read_text() == "mine"


@pytest.mark.parametrize("place", ["static/p.txt", "parts/footer.html"])
def test_a_template_that_is_a_link_out_of_its_folder_shows_nothing(
    place: str, run: Run, portal: Path
) -> None:
    (portal / "secret.txt").write_text("of somebody else")
    link = portal / "site-templates" / place
    link.parent.mkdir(parents=True)
    link.symlink_to(portal / "secret.txt")
    run(portal, "build")
    public = portal / "public"
    assert not any(b"somebody else" in f.read_bytes() for f in public.rglob("*") if f.is_file())


def test_problems_of_all_kinds_are_told_in_one_run(run: Run, portal: Path) -> None:
    (portal / "content" / "away.yaml").write_text("away:\n  - form: 2026-12-21\n")
    (portal / "content" / "pages").mkdir()
    (portal / "content" / "pages" / "a.md").write_text("---\ntitle: A\n---\n{{ practice.nam }}\n")
    out = run(portal, "build").out
    assert "content/away.yaml:2:5:" in out
    assert "content/pages/a.md:4:1: There is no fact `practice.nam`." in out


def test_two_broken_templates_are_told_in_one_run(run: Run, portal: Path) -> None:
    pages = portal / "site-templates" / "pages"
    pages.mkdir(parents=True)
    (pages / "home.html").write_text("{{ nothing }}")
    (pages / "contact.html").write_text("{% if %}")
    out = run(portal, "build").out
    assert "site-templates/pages/home.html:1:1:" in out
    assert "site-templates/pages/contact.html:1:1:" in out


def test_images_that_clash_on_some_computers_are_a_problem_of_the_content(
    run: Run, portal: Path
) -> None:
    (portal / "content" / "images").mkdir()
    for name in ("a.png", "A.png"):
        Image.new("RGB", (9, 9)).save(portal / "content" / "images" / name)
    practice = portal / "content" / "practice.yaml"
    practice.write_text(f'{PRACTICE}about: "![1](a.png) ![2](A.png)"\n')
    assert run(portal, "check").code == 1
    assert "Rename one of them." in run(portal, "build").out


@pytest.mark.parametrize("place", ["pages/home.html", "static/portal.css"])
def test_a_folder_of_templates_is_named_as_the_owner_named_it(
    place: str, run: Run, portal: Path
) -> None:
    broken = portal / "mine" / place
    broken.parent.mkdir(parents=True)
    broken.write_text("{{ nothing }}\na { background: url(nowhere.png) }")
    assert run(portal, "build", "--templates", "mine").out.startswith(f"mine/{place}:")
