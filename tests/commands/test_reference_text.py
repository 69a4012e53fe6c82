from collections.abc import Iterator

import pytest

from portalgen.commands.reference_text import aligned, all_files, field_page, file_page
from portalgen.reference import Field, find, reference


def field(path: str) -> Field:
    found = find(path)
    assert found is not None
    return found


def pages() -> Iterator[list[str]]:
    yield list(all_files())
    for file in reference():
        yield list(file_page(file))
        for each in file.walk():
            if "." in each.path:
                yield list(field_page(each))


def test_every_page_fits_the_screen_and_is_tidy() -> None:
    for page in pages():
        text = "\n".join(page)
        assert max(map(len, page)) <= 80, text
        assert text == text.strip(), text
        assert "\n\n\n" not in text
        assert [line for line in page if line != line.rstrip()] == []


def test_every_page_of_a_file_names_all_of_its_fields() -> None:
    for file in reference():
        text = "\n".join(file_page(file))
        assert [child.name for child in file.children if f"  {child.name} " not in text] == []


def test_a_list_says_under_which_key_it_stands() -> None:
    assert "A list under the key `backups:`. An entry can have:" in file_page(field("backup"))


def test_a_text_says_where_its_fields_stand() -> None:
    lines = list(file_page(field("policies")))
    assert lines[0] == "policies/*.md: A policy."
    assert lines[2] == "A text in Markdown. Between lines of `---` at its start it can have:"


PAGES = {
    "away.until": """\
away.until

  The last day away (included), or a moment (excluded), or: further notice.

  Write  a day, a moment, or the words: further notice
  Such as
      until: 2027-01-01
""",
    "away.from": """\
away.from (required)

  The first day away, or a moment.

  Write  a day, YYYY-MM-DD, or a moment, YYYY-MM-DD HH:MM
  Such as
      from: 2026-12-21
""",
    "practice.look.corners": """\
practice.look.corners

  The shape of corners.

  Choices   round, soft, square
  Left out  it is soft
  Such as
      corners: soft
""",
    "practice.look.color": """\
practice.look.color

  The color of links and buttons.

  Write  a color, in quotes: "#2f6f62"
  Such as
      color: "#2f6f62"
""",
    "away.services": """\
away.services

  The services that pause; left out, all of them.

  Write  one or more, each a short name: small letters, digits, hyphens
  Such as
      services:
        - one-to-one
""",
    "terms.clauses.full": """\
terms.clauses.full

  The exact text.

  Write  text in Markdown
  Such as
      full: >-
        A session may be cancelled free of charge until
        {{ terms.cancel.notice }} before it.
""",
    "backup.away": """\
backup.away

  Their own absences.

  Such as
      away:
        - from: 2026-12-21
          until: 2026-12-28

Each absence can have:

  from   a day, YYYY-MM-DD, or a moment, YYYY-MM-DD HH:MM (required)
         The first day, or a moment.

  until  a day, YYYY-MM-DD, or a moment, YYYY-MM-DD HH:MM (required)
         The last day (included), or a moment.
""",
}


@pytest.mark.parametrize("path", PAGES)
def test_the_page_of_a_field(path: str) -> None:
    assert "\n".join(field_page(field(path))) + "\n" == PAGES[path]


def test_names_and_texts_stand_in_two_columns() -> None:
    rows = {"a": "x " * 50, "a longer name": "y", "n" * 50: "z"}
    assert list(aligned(rows)) == [
        f"  a{' ' * 41}{'x ' * 18}".rstrip(),
        f"{' ' * 44}{'x ' * 18}".rstrip(),
        f"{' ' * 44}{'x ' * 14}".rstrip(),
        f"  a longer name{' ' * 29}y",
        f"  {'n' * 50}",
        f"{' ' * 44}z",
    ]
