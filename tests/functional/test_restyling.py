"""docs/restyling.md, followed word for word: what it says can be changed changes, and no more."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from portalgen.build import Order, build
from portalgen.memory import Memory
from portalgen.packed import packed_folder
from tests.conftest import MOMENT

MANUAL = (Path(__file__).parents[2] / "docs" / "restyling.md").read_text(encoding="utf-8")
# Each part of the manual names a file, and then shows what to write into it.
PARTS = {part.split("\n")[0]: part for part in MANUAL.split("\n## ")}
SHOWN = re.compile(r"`([\w./-]+)`:\n\n```\w+\n(.*?)```", re.DOTALL)
SHEET = "/assets/portal.css"
# `--space-1` to `--space-7`
SPACES = {f"--space-{step}" for step in range(1, 8)}

Site = Mapping[str, str]


@pytest.fixture(scope="module")
def memory() -> Memory:
    return Memory()


@pytest.fixture(scope="module")
def usual(memory: Memory) -> Site:
    return site(packed_folder("content"), memory)


def site(content: Path, memory: Memory) -> Site:
    """Return the pages and stylesheets of a portal, under names that do not change."""
    order = Order(content, MOMENT, templates=content.parent / "site-templates")
    texts = [each for each in build(order, memory).files if each.address.endswith(("html", "css"))]
    return {lasting(each.address): lasting(each.text) for each in texts}


def lasting(text: str) -> str:
    """Return a text without what any change of the content changes."""
    text = re.sub(r'"revision":"[0-9a-f]+"', "", text)
    return re.sub(r"\.[0-9a-f]{10}\.(css|woff2)", r".\1", text)


def follow(part: str, content: Path) -> None:
    """Write the files that a part of the manual shows."""
    for name, text in SHOWN.findall(PARTS[part]):
        file = content.parent / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


def changed(before: Site, after: Site) -> set[str]:
    return {name for name in {*before, *after} if before.get(name) != after.get(name)}


def test_the_color_changes_the_stylesheet_alone(
    sample_folder: Path, usual: Site, memory: Memory
) -> None:
    practice = sample_folder / "practice.yaml"
    (shown,) = re.findall(r'  color: "#\w+"', PARTS["The color"])
    was = practice.read_text("utf-8")
    practice.write_text(re.sub(r'  color: "#\w+"', shown, was), encoding="utf-8")
    after = site(sample_folder, memory)
    assert changed(usual, after) == {SHEET}
    assert f"--accent:{shown.split()[1][1:-1]}" in after[SHEET]


def test_tokens_change_the_stylesheet_alone(
    sample_folder: Path, usual: Site, memory: Memory
) -> None:
    follow("Fonts, sizes, spaces", sample_folder)
    after = site(sample_folder, memory)
    assert changed(usual, after) == {SHEET}
    assert ':root{--font:Verdana,"Noto Sans",sans-serif;--font-heading:var(--font);' in after[SHEET]
    assert after[SHEET].endswith("@media (prefers-color-scheme:dark){:root{--paper:#101418}}")


def test_a_font_of_ones_own_comes_from_the_portal(
    sample_folder: Path, usual: Site, memory: Memory
) -> None:
    follow("A font of your own", sample_folder)
    font = sample_folder.parent / "site-templates" / "static" / "fonts" / "own.woff2"
    font.parent.mkdir(parents=True)
    font.write_bytes(b"font")
    (told,) = re.findall(r"`(--font: [^`]*)`", PARTS["A font of your own"])
    (sample_folder / "look.css").write_text(f":root {{ {told} }}", encoding="utf-8")
    after = site(sample_folder, memory)
    assert changed(usual, after) == {SHEET}
    assert '--font:"Own",sans-serif' in after[SHEET]
    assert (
        after[SHEET]
        .split("@font-face")[1]
        .startswith('{font-family:"Own";src:url(fonts/own.woff2) format("woff2");')
    )


def test_rules_of_ones_own_come_last(sample_folder: Path, usual: Site, memory: Memory) -> None:
    follow("Rules of your own", sample_folder)
    after = site(sample_folder, memory)
    assert changed(usual, after) == {SHEET}
    assert after[SHEET].endswith(".site-foot{background:var(--accent-soft)}")


def test_a_part_changes_every_page_there_and_nowhere_else(
    sample_folder: Path, usual: Site, memory: Memory
) -> None:
    follow("A part", sample_folder)
    after = site(sample_folder, memory)
    assert "/terms/index.html" in changed(usual, after)
    assert without_footer(usual) == without_footer(after)


def without_footer(pages: Site) -> Site:
    return {
        name: re.sub(r"<footer class=\"site-foot\">.*?</footer>", "", text, flags=re.DOTALL)
        for name, text in pages.items()
    }


def test_a_page_changes_by_itself(sample_folder: Path, usual: Site, memory: Memory) -> None:
    follow("A page", sample_folder)
    after = site(sample_folder, memory)
    assert changed(usual, after) == {"/index.html"}
    assert "<h1>Ines Calder Coaching</h1>" in after["/index.html"]


def test_the_blocks_of_the_layout_are_listed() -> None:
    layout = (packed_folder("site-templates") / "layout.html").read_text(encoding="utf-8")
    listed = re.findall(r"^\| `(\w+)` \|", PARTS["A page"], re.MULTILINE)
    assert sorted(listed) == sorted(re.findall(r"{% block (\w+) %}", layout))


def test_the_tokens_of_the_stylesheets_are_listed() -> None:
    sheets = (packed_folder("site-templates") / "static").rglob("*.css")
    asked_for = {
        name for each in sheets for name in re.findall(r"var\((--[\w-]+)", each.read_text("utf-8"))
    }
    listed = set(re.findall(r"`(--[\w-]+)`", PARTS["The tokens"]))
    assert listed | SPACES == asked_for


def test_no_token_of_the_manual_is_told_as_unknown(sample_folder: Path, memory: Memory) -> None:
    listed = {*re.findall(r"`(--[\w-]+)`", PARTS["The tokens"])} | SPACES
    set_anew = "".join(f"{name}: 1px;" for name in sorted(listed))
    assert told_of_tokens(sample_folder, set_anew, memory) == []


def test_a_token_that_own_css_alone_asks_for_is_known(sample_folder: Path, memory: Memory) -> None:
    own = sample_folder.parent / "site-templates" / "static" / "portal" / "own.css"
    own.parent.mkdir(parents=True)
    own.write_text("p { color: var(--mine); }", encoding="utf-8")
    (told,) = told_of_tokens(sample_folder, "--mine: red; --nobodys: red", memory)
    assert "`--nobodys`" in told


def told_of_tokens(content: Path, tokens: str, memory: Memory) -> list[str]:
    (content / "look.css").write_text(f":root {{ {tokens} }}", encoding="utf-8")
    order = Order(content, MOMENT, templates=content.parent / "site-templates")
    told = build(order, memory).advice
    return [str(each) for each in told if each.place.file.endswith("look.css")]
