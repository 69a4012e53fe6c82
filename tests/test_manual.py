"""The manual says what is so: its snippets make the portal that it tells of, its links lead on."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import click
import pytest
from selectolax.lexbor import LexborHTMLParser

from portalgen.build import Built, Order, build
from portalgen.cli import portalgen
from portalgen.memory import Memory
from portalgen.problems import ContentError, Weight
from tests.conftest import PRACTICE, Write

DOCS = Path(__file__).parents[1] / "docs"
WRITING = (DOCS / "writing.md").read_text(encoding="utf-8")
PAGES = sorted(DOCS.glob("*.md"))
# The holiday of the manual has been announced, and has not begun.
BEFORE_THE_HOLIDAY = datetime(2026, 12, 10, 9, 0, tzinfo=UTC)

FENCE = re.compile(r"^```(yaml|markdown)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
FILE = re.compile(r"`(content/[a-z/-]+\.(?:yaml|md))`")
COMMAND = re.compile(r"(?:`|^    )portalgen ([a-z][^`\n#)$&]*)", re.MULTILINE)
TRAP = re.compile(r"^\| `(.+?)` \| `(.+?)` \|", re.MULTILINE)
# Where a line of the table of traps stands in its file.
AROUND = {
    "tagline": ("practice.yaml", f"{PRACTICE}{{}}\n"),
    "color": ("practice.yaml", f"{PRACTICE}look:\n  {{}}\n"),
    "amount": ("services.yaml", "services:\n  - title: Tuning\n    price:\n      {}\n"),
    "until": ("away.yaml", "away:\n  - from: 2026-12-21\n    {}\n"),
}


def snippets() -> Iterator[tuple[str, str]]:
    """Yield each snippet with the file that the text before it names."""
    for found in FENCE.finditer(WRITING):
        yield FILE.findall(WRITING[: found.start()])[-1], found[2]


STEPS = list(snippets())


def written(folder: Path, steps: list[tuple[str, str]]) -> Path:
    for name, text in steps:
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("a", encoding="utf-8") as end:
            end.write(text)
    return folder / "content"


@pytest.fixture(scope="module")
def memory() -> Memory:
    """What one portal has in common with the next."""
    return Memory()


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory, memory: Memory) -> Built:
    """The portal at the end of the hour."""
    content = written(tmp_path_factory.mktemp("rosa"), STEPS)
    return build(Order(content, BEFORE_THE_HOLIDAY), memory)


def read(built: Built) -> str:
    """Return all that the pages say, in one line."""
    pages = (file.content for file in built.files if file.address.endswith(".html"))
    bodies = (LexborHTMLParser(page).body for page in pages)
    return " ".join(" ".join(body.text(separator=" ").split()) for body in bodies if body)


@pytest.mark.parametrize("number", range(1, len(STEPS) + 1))
def test_after_each_step_of_the_hour_there_is_a_whole_portal(
    number: int, tmp_path: Path, memory: Memory
) -> None:
    built = build(Order(written(tmp_path, STEPS[:number]), BEFORE_THE_HOLIDAY), memory)
    assert len(built.files) > 4


def test_after_the_hour_nothing_is_left_to_be_told(finished: Built) -> None:
    assert finished.advice == ()


@pytest.mark.parametrize("quoted", re.findall(r"^> (.+)$", WRITING, re.MULTILINE))
def test_clients_read_what_the_manual_says_they_read(quoted: str, finished: Built) -> None:
    assert quoted in read(finished)


def test_every_file_that_the_manual_names_is_written() -> None:
    assert {name for name, _ in STEPS} == {*FILE.findall(WRITING)}
    assert len(STEPS) >= 8


@pytest.mark.parametrize(("wrong", "right"), TRAP.findall(WRITING))
def test_a_trap_is_one_and_the_way_out_leads_out(
    wrong: str, right: str, write: Write, moment: datetime, memory: Memory
) -> None:
    name, around = AROUND[wrong.split(":")[0].strip()]
    with pytest.raises(ContentError) as told:
        build(Order(write({name: around.format(wrong)}), moment), memory)
    assert any(problem.weight is Weight.PROBLEM for problem in told.value.problems)
    assert build(Order(write({name: around.format(right)}), moment), memory).files


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_links_between_pages_of_the_manual_lead_somewhere(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    for target, anchor in re.findall(r"\]\(([^):#]*)(?:#([^)]+))?\)", text):
        other = page.parent / target if target else page
        assert other.is_file(), target
        if anchor:
            assert anchor in anchors(other), f"{target}#{anchor}"


def anchors(page: Path) -> set[str]:
    """Return the anchors of a page: those that are written, and those that GitHub makes."""
    text = page.read_text(encoding="utf-8")
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    plain = (re.sub(r"<[^>]+>", "", heading).lower() for heading in headings)
    made = {re.sub(r"[^\w -]", "", heading).replace(" ", "-") for heading in plain}
    return made | set(re.findall(r'id="([^"]+)"', text))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_command_and_option_of_the_manual_exists(page: Path) -> None:
    calls = COMMAND.findall(page.read_text(encoding="utf-8"))
    for verb, *words in (call.split() for call in calls):
        command = portalgen.get_command(click.Context(portalgen), verb)
        assert command is not None, verb
        known = {option for each in command.params for option in each.opts}
        assert {word for word in words if word.startswith("--")} <= known, words


def test_the_contents_page_names_every_page_of_the_manual() -> None:
    contents = (DOCS / "README.md").read_text(encoding="utf-8")
    named = set(re.findall(r"\]\(([a-z]+\.md)\)", contents))
    assert {page.name for page in PAGES} - {"README.md"} <= named
