"""The table of who steps in: columns on wide screens, cards on narrow ones, a table on both."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from portalgen.build import Order, build
from portalgen.memory import Memory
from tests.conftest import PRACTICE
from tests.serving import Site

PERSON = """\
  - id: p{number}
    name: Person {number}
    in_charge_when: Ines is away
    can: [Move sessions, Offer new times]
    {cannot}
    replies_within: 4 hours
    contacts: {{email: a-rather-long-address-of-person-{number}@practice.example}}
    consent: 2026-03-02
"""
AWAY = "away:\n  - {from: 2026-11-23, until: 2026-11-27}\n"
PEOPLE = 5
HEADINGS = ["In charge when", "How to reach them", "Answers", "May", "May not"]
LAID_OUT = """() => {
  const box = (each) => each.getBoundingClientRect();
  const rows = [...document.querySelectorAll(".people tr")];
  return rows.map((row) => [...row.children].map((cell) => [box(cell).left, box(cell).top]));
}"""


@pytest.fixture(scope="module")
def portal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A portal with five people, of whom only the second may not do something."""
    folder: Path = tmp_path_factory.mktemp("people")
    people = "".join(
        PERSON.format(number=number, cannot="cannot: [Change prices]" if number == 2 else "")
        for number in range(1, PEOPLE + 1)
    )
    files: Mapping[str, str] = {
        "practice.yaml": PRACTICE,
        "backup.yaml": f"backups:\n{people}",
        "away.yaml": AWAY,
    }
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    made = build(Order(folder, datetime(2026, 11, 23, 20, tzinfo=UTC)), Memory()).files
    served = Site({file.address: file.content for file in made})
    yield served
    served.close()


@pytest.fixture
def page(chromium: Browser, portal: Site) -> Iterator[Page]:
    """The page about absences of that portal."""
    context = chromium.new_context(locale="en-US")
    opened = context.new_page()
    opened.goto(f"{portal.root}/away/")
    yield opened
    context.close()


def roles(page: Page) -> Counter[str]:
    """Return how often each role is told to screen readers within the table."""
    session = page.context.new_cdp_session(page)
    nodes: list[dict[str, Any]] = session.send("Accessibility.getFullAXTree")["nodes"]
    return Counter(str(each["role"]["value"]) for each in nodes if not each.get("ignored"))


@pytest.mark.parametrize("width", [320, 800, 1280])
def test_it_is_a_table_at_every_width(width: int, page: Page) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    found = roles(page)
    assert (found["table"], found["row"]) == (1, PEOPLE + 1)
    assert (found["columnheader"], found["rowheader"]) == (len(HEADINGS) + 1, PEOPLE)
    assert found["cell"] == PEOPLE * len(HEADINGS)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_on_a_wide_screen_each_person_is_a_column_beside_the_headings(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    head, *people = page.evaluate(LAID_OUT)
    lefts = [row[0][0] for row in (head, *people)]
    assert lefts == sorted(lefts)
    assert len(set(lefts)) == PEOPLE + 1
    tops = [top for _, top in head]
    assert tops == sorted(set(tops))
    for person in people:
        assert [top for _, top in person] == pytest.approx(tops)


def test_on_a_phone_each_person_is_a_card_whose_cells_name_their_headings(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 800})
    _, *people = page.evaluate(LAID_OUT)
    tops = [top for person in people for _, top in person]
    assert tops == sorted(set(tops))
    labels = page.evaluate(
        "[...document.querySelectorAll('.people tbody tr:first-child td')]"
        ".map((cell) => getComputedStyle(cell, '::before').content)"
    )
    assert [each.split('"')[1] for each in labels] == HEADINGS
