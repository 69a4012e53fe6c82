import pytest

from portalgen.model.section import Path
from portalgen.problems import Place
from tests.loading.conftest import PRACTICE, Load

AWAY = """\
away:
  - from: 2026-12-21
    until: 2027-01-01
    reason:
    services: one-to-one
    message: |
      Back soon.

      Write to Dana.
  -
  - id: spring
    from: 2027-04-01
    until: 2027-04-02
"""
SERVICES = """\
services:
  - title: One-to-one
    price:
      amount: 420 USD
      next: {amount: 460 USD, starting: 2027-01-01}
"""


@pytest.mark.parametrize(
    ("path", "place"),
    [
        (("away", "away", 0, "until"), Place("content/away.yaml", 3, 12)),
        # What is left out is where its key stands,
        (("away", "away", 0, "reason"), Place("content/away.yaml", 4, 5)),
        # and what is not written at all where it could stand.
        (("away", "away", 0, "backup"), Place("content/away.yaml", 2, 5)),
        # One item that stands alone is the first of its list,
        (("away", "away", 0, "services", 0), Place("content/away.yaml", 5, 15)),
        (("services", "services", 0, "price", 0, "amount"), Place("content/services.yaml", 4, 15)),
        # and items that are left out do not count.
        (("away", "away", 1, "id"), Place("content/away.yaml", 11, 9)),
        (
            ("services", "services", 0, "price", 0, "next", "starting"),
            Place("content/services.yaml", 5, 41),
        ),
        (("practice", "contact", "email"), Place("content/practice.yaml", 4, 10)),
        # A file that is not there is meant as a whole; so is one by its name alone.
        (("terms", "clauses", 0), Place("content/terms.yaml")),
        (("practice",), Place("content/practice.yaml")),
        (("pages", 1), Place("content/pages/b.md")),
        (("pages", 1, "title"), Place("content/pages/b.md", 2, 8)),
    ],
)
def test_every_value_has_a_place(path: Path, place: Place, loaded: Load) -> None:
    result = loaded(
        {
            "away.yaml": AWAY,
            "services.yaml": SERVICES,
            "pages/a.md": "---\ntitle: A\n---\n",
            "pages/b.md": "---\ntitle: B\n---\n",
        }
    )
    assert result.places.of(path) == place


def test_a_place_within_a_block_text_has_line_and_column(loaded: Load) -> None:
    result = loaded({"away.yaml": AWAY, "services.yaml": SERVICES})
    message = result.portal.absences[0].message
    assert message is not None
    offset = message.index("Dana")
    assert result.places.of(("away", "away", 0, "message"), offset) == Place(
        "content/away.yaml", 9, 16
    )


@pytest.mark.parametrize("blank", ["", "\n", "\n\n"])
def test_a_place_within_a_text_counts_the_lines_of_its_file(blank: str, loaded: Load) -> None:
    text = f"---\ntitle: About\n---\n{blank}# Hello\n\nThis is Dana.\n"
    result = loaded({"pages/about.md": text})
    offset = result.portal.pages[0].body.index("Dana")
    line = text[: text.index("Dana")].count("\n") + 1
    assert result.places.of(("pages", 0, "body"), offset) == Place(
        "content/pages/about.md", line, 9
    )


@pytest.mark.parametrize(("typed", "column"), [("Ask Dana", 14), ('"Ask Dana"', 15)])
def test_a_place_within_one_line_has_its_column(typed: str, column: int, loaded: Load) -> None:
    result = loaded({"practice.yaml": f"{PRACTICE}tagline: {typed}\n"})
    assert result.places.of(("practice", "tagline"), 4) == Place("content/practice.yaml", 5, column)


def test_an_image_is_meant_as_a_whole(loaded: Load) -> None:
    assert loaded({}).places.image("ines.jpg") == Place("content/images/ines.jpg")
