"""A portal with less in it is a good, smaller portal."""

import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from selectolax.lexbor import LexborHTMLParser, LexborNode

from portalgen.build import Order, build
from portalgen.documents import File
from portalgen.memory import Memory
from portalgen.packed import packed_folder
from portalgen.reference import find

OPTIONAL_FILES = sorted(
    path.relative_to(packed_folder("content")).as_posix()
    for path in packed_folder("content").rglob("*")
    if path.is_file() and path.name != "practice.yaml" and path.parent.name != "images"
)
Steps = tuple[str | int, ...]
MAIN = re.compile(rb"<main.*?</main>", re.DOTALL)
# Fields that the contract asks for beside others, though each alone may be left out.
NEEDED_BESIDE_OTHERS = {
    "terms.clauses.my_side",  # beside `fee`
    "away.away.message",  # beside `level: news`
    "away.away.until",  # or `back`
    *(f"availability.special_days.{key}" for key in ("day", "from", "until", "hours", "weekly")),
    *(f"backup.backups.contacts.{way}" for way in ("phone", "text", "email", "url")),
}


def fields(value: Any, path: Steps = ()) -> Iterator[Steps]:
    """Yield the path of every key below a value."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield (*path, key)
            yield from fields(inner, (*path, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from fields(inner, (*path, number))


def first_places(paths: Iterable[Steps]) -> list[Steps]:
    """Return where each field stands first; elsewhere it is the same once more."""
    places: dict[Steps, Steps] = {}
    for path in paths:
        places.setdefault(tuple(each for each in path if isinstance(each, str)), path)
    return list(places.values())


def without(value: Any, path: Steps) -> Any:
    """Return a copy of a value without the key at a path."""
    first, *rest = path
    if isinstance(value, dict):
        if not rest:
            return {key: inner for key, inner in value.items() if key != first}
        return {
            key: without(inner, tuple(rest)) if key == first else inner
            for key, inner in value.items()
        }
    return [
        without(inner, tuple(rest)) if number == first else inner
        for number, inner in enumerate(value)
    ]


def empty_headings(files: tuple[File, ...]) -> list[tuple[str, str]]:
    """Return the headings with nothing in them, or nothing below them, by page.

    A heading that is a link, as in a list of pages, needs nothing below it.
    """
    return [
        (file.address, heading)
        for file in files
        if file.address.endswith(".html")
        for heading in _empty_on(MAIN.findall(file.content)[0])
    ]


@cache
def _empty_on(main: bytes) -> tuple[str, ...]:
    """Return what `_empty` finds; most portals that differ in one place share most pages."""
    return tuple(_empty(main.decode()))


def _empty(page: str) -> Iterator[str]:
    main = LexborHTMLParser(page).css_first("main")
    waiting: tuple[int, str] | None = None
    for node in [] if main is None else main.traverse(include_text=True):
        if re.fullmatch(r"h[1-6]", str(node.tag)):
            level, text = int(str(node.tag)[1]), node.text(strip=True)
            if waiting is not None and (level <= waiting[0] or not waiting[1]):
                yield waiting[1]
            waiting = None if node.css_first("a") else (level, text)
        elif waiting is not None and _says_something(node):
            waiting = None
    if waiting is not None:
        yield waiting[1]


def _says_something(node: LexborNode) -> bool:
    if node.tag in {"img", "input", "svg"}:
        return True
    inside = node.parent
    while inside is not None and not re.fullmatch(r"h[1-6]", str(inside.tag)):
        inside = inside.parent
    return node.tag == "-text" and inside is None and bool(node.text(strip=True))


@pytest.fixture(scope="module")
def memory() -> Memory:
    """What one portal has in common with the next."""
    return Memory()


@pytest.mark.parametrize("name", OPTIONAL_FILES)
def test_the_sample_builds_without_a_file(
    name: str, sample_folder: Path, moment: datetime, memory: Memory
) -> None:
    (sample_folder / name).unlink()
    built = build(Order(sample_folder, moment), memory)
    assert empty_headings(built.files) == []


@pytest.mark.parametrize("name", sorted(p.name for p in packed_folder("content").glob("*.yaml")))
def test_the_sample_builds_without_a_field(
    name: str, sample_folder: Path, moment: datetime, memory: Memory
) -> None:
    path = sample_folder / name
    whole = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    for field in first_places(fields(whole)):
        names = [name.removesuffix(".yaml"), *(step for step in field if isinstance(step, str))]
        known = find(".".join(names))
        if (known is not None and known.required) or _is_needed(".".join(names)):
            continue
        if "values" in names[:-1]:
            # A name that the owner made up, and that other texts may use.
            continue
        path.write_text(yaml.safe_dump(without(whole, field), allow_unicode=True, width=10_000))
        built = build(Order(sample_folder, moment), memory)
        assert empty_headings(built.files) == [], field


@pytest.mark.parametrize("folder", ["policies", "what-to-expect", "pages"])
def test_the_sample_builds_without_a_line_of_front_matter(
    folder: str, sample_folder: Path, moment: datetime, memory: Memory
) -> None:
    paths = sorted((sample_folder / folder).glob("*.md"))
    texts = [path.read_text(encoding="utf-8").split("---\n", 2) for path in paths]
    typed = [yaml.load(front, Loader=yaml.BaseLoader) for _, front, _ in texts]
    for field in first_places(fields(typed)):
        known = find(".".join([folder, *(step for step in field if isinstance(step, str))]))
        if known is not None and known.required:
            continue
        number = int(field[0])
        less = yaml.safe_dump(without(typed, field)[number], allow_unicode=True, width=10_000)
        paths[number].write_text(f"---\n{less}---\n{texts[number][2]}", encoding="utf-8")
        built = build(Order(sample_folder, moment), memory)
        assert empty_headings(built.files) == [], field
        paths[number].write_text("---\n".join(texts[number]), encoding="utf-8")


def _is_needed(topic: str) -> bool:
    return any(topic == each or topic.startswith(f"{each}.") for each in NEEDED_BESIDE_OTHERS)


def test_three_fields_make_a_portal(write: Any, moment: datetime) -> None:
    built = build(Order(write({}), moment), Memory())
    pages = {file.address for file in built.files if file.address.endswith(".html")}
    assert {"/index.html", "/contact/index.html", "/404.html"} <= pages
    assert empty_headings(built.files) == []


def test_a_heading_without_anything_below_it_is_found() -> None:
    page = File(
        "/x.html",
        b"<main><h1>A</h1><h2>B</h2><h2>C</h2><p>d</p><section><h2>E</h2></section></main>",
    )
    assert empty_headings((page,)) == [("/x.html", "B"), ("/x.html", "E")]
