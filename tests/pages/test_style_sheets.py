"""The sheets that make the face: one set of tokens, no left and right, nothing left over."""

import re
from pathlib import Path

import pytest

from portalgen import render
from portalgen.packed import packed_folder
from portalgen.render.sanitiser import sanitised
from portalgen.timeline.day_marks import DayKind

TEMPLATES = packed_folder("site-templates")
STATIC = TEMPLATES / "static"
SHEETS = sorted((STATIC / "portal").glob("*.css"))
NAMES = [each.name for each in SHEETS]
PHYSICAL = r"(margin|padding|border|inset)-(left|right)\b|text-align: (left|right)\b"
# What makes classes: templates, the scripts of pages, and what dresses texts.
MAKERS = (
    *TEMPLATES.rglob("*.html"),
    *STATIC.glob("*.js"),
    *Path(render.__file__).parent.glob("*.py"),
)
# class="…" with whatever a template puts in, class=name, css="…" of a picture, and in scripts.
CLASSES = (
    r"""(?:\bclass="(?:\{%.*?%\}|\{\{.*?\}\}|[^"])*"|\bclass=\w+|\bcss="[^"]*"|\bclassName = .*"""
    r"""|\bclassList\b.*|["']class["']\s*[:\],].*)"""
)


def rules(sheet: Path) -> str:
    return re.sub(r"/\*.*?\*/", "", sheet.read_text(encoding="utf-8"), flags=re.DOTALL)


def classes(maker: Path) -> str:
    """Return what a file says where it says classes: in attributes, and in words that set them."""
    return " ".join(re.findall(CLASSES, maker.read_text(encoding="utf-8")))


def is_let_through(name: str) -> bool:
    """Return whether a class of Markdown's own reaches a page."""
    named = "".join(f'<{tag} class="{name}">it</{tag}>' for tag in ("div", "p"))
    cell = f'<table><tr><td class="{name}">it</td></tr></table>'
    return f'class="{name}"' in sanitised(named + cell)


def imported(sheet: Path) -> list[str]:
    return re.findall(r'@import "portal/(.*?)"', rules(sheet))


def test_every_sheet_is_imported_and_the_tokens_come_first() -> None:
    face = imported(STATIC / "portal.css")
    others = {name for sheet in STATIC.glob("*.css") for name in imported(sheet)} - {*face}
    assert sorted([*face, *others]) == NAMES
    assert face[0] == "tokens.css"


@pytest.mark.parametrize("sheet", ["calendar.css", "packet.css", "search.css"])
def test_a_sheet_of_some_pages_repeats_nothing_of_all_pages(sheet: str) -> None:
    parts = imported(STATIC / sheet)
    assert parts
    assert not {*parts} & {*imported(STATIC / "portal.css")}


@pytest.mark.parametrize("sheet", SHEETS, ids=NAMES)
def test_colors_stand_in_the_tokens_alone(sheet: Path) -> None:
    found = re.findall(r"(#[0-9a-f]{3,8}|\b(?:rgb|hsl|oklch)\(.*?\));", rules(sheet))
    assert bool(found) == (sheet.name == "tokens.css")


@pytest.mark.parametrize("sheet", SHEETS, ids=NAMES)
def test_every_token_that_is_named_is_one(sheet: Path) -> None:
    known = set(re.findall(r"(--[a-z0-9-]+):", rules(STATIC / "portal" / "tokens.css")))
    look = {"--accent", "--accent-strong", "--accent-soft", "--corner", "--corner-large"}
    assert set(re.findall(r"var\((--[a-z0-9-]+)", rules(sheet))) <= known | look


@pytest.mark.parametrize("sheet", SHEETS, ids=NAMES)
def test_no_side_is_the_left_or_the_right_one(sheet: Path) -> None:
    assert re.search(PHYSICAL, rules(sheet)) is None


STILL = r"@media \(prefers-reduced-motion: no-preference\) \{(?:[^{}]*\{[^{}]*\})*[^{}]*\}"
MOVES = r"(?:transition|animation|scroll-behavior)[a-z-]*:"


def test_nothing_moves_for_those_who_want_it_still() -> None:
    sheets = {each.name: rules(each) for each in SHEETS}
    assert any(re.search(MOVES, text) for text in sheets.values())
    calm = {name: re.sub(STILL, "", text) for name, text in sheets.items()}
    assert [name for name, text in calm.items() if re.search(MOVES, text)] == []


@pytest.mark.parametrize("sheet", SHEETS, ids=NAMES)
def test_every_class_of_a_rule_is_made_somewhere(sheet: Path) -> None:
    made = " ".join(classes(each) for each in MAKERS)
    marks = {f"day-{kind.value.replace(' ', '-')}" for kind in DayKind}
    named = set(re.findall(r"\.([a-z][a-z-]*[a-z])\b", rules(sheet))) - marks
    unknown = [each for each in sorted(named) if not re.search(rf"(?<![\w-]){each}(?![\w-])", made)]
    assert [each for each in unknown if not is_let_through(each)] == []
