"""The reference of the manual: complete, fresh, and with links that lead somewhere."""

import re
from pathlib import Path

import pytest

from portalgen.reference import Field, find, reference
from portalgen.reference.manual import manual

STORED = Path(__file__).parents[2] / "docs" / "reference.md"
MANUAL = manual()
FIELDS = [field for file in reference() for field in file.walk()]


def row(path: str) -> str:
    [line] = [line for line in MANUAL.splitlines() if line.startswith(f'| <a id="{path}">')]
    return line


def headings() -> set[str]:
    """Return the anchors that GitHub makes of the headings."""
    texts = re.findall(r"^#+ (.+)$", MANUAL, re.MULTILINE)
    plain = (re.sub(r"<[^>]+>", "", text).lower() for text in texts)
    return {re.sub(r"[^\w -]", "", text).replace(" ", "-") for text in plain}


def test_the_stored_reference_is_the_one_that_the_model_gives() -> None:
    assert STORED.read_text(encoding="utf-8") == MANUAL, "run `make schemas`"


def test_every_field_has_one_anchor_of_its_path() -> None:
    anchors = re.findall(r'<a id="([^"]+)">', MANUAL)
    assert sorted(anchors) == sorted(field.path for field in FIELDS)


def test_every_link_of_the_page_leads_to_a_row_or_a_heading() -> None:
    there = {field.path for field in FIELDS} | headings()
    assert [name for name in re.findall(r"\]\(#([^)]+)\)", MANUAL) if name not in there] == []


@pytest.mark.parametrize("field", [f for f in FIELDS if "." in f.path], ids=lambda f: f.path)
def test_every_field_is_told_with_what_it_means_and_an_example(field: Field) -> None:
    cells = row(field.path)
    assert field.description in cells
    assert field.children or field.example in cells
    assert field.required == ("[**`" in cells)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (
            "away.until",
            '| <a id="away.until"></a>[`until`](#away.until) | The last day away (included), or a '
            "moment (excluded), or: further notice. | a day, a moment, or the words: further "
            "notice<br>`2027-01-01` |  |",
        ),
        (
            "practice.look.corners",
            '| <a id="practice.look.corners"></a>[`corners`](#practice.look.corners) | The shape '
            "of corners. | round, soft, square<br>`soft` | `soft` |",
        ),
        (
            "away.services",
            '| <a id="away.services"></a>[`services`](#away.services) | The services that pause; '
            "left out, all of them. | one or more, each a short name: small letters, digits, "
            "hyphens<br>`- one-to-one` |  |",
        ),
    ],
)
def test_the_row_of_a_field(path: str, expected: str) -> None:
    assert find(path) is not None
    assert row(path) == expected


def test_no_cell_ends_its_row_too_early() -> None:
    rows = [line for line in MANUAL.splitlines() if line.startswith("| <a")]
    assert {len(re.findall(r"(?<!\\)\|", line)) for line in rows} == {5}
