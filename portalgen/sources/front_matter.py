"""A Markdown file → the YAML between its `---` lines and the text below them. Parses neither."""

import re
from dataclasses import dataclass

from portalgen.problems import ContentError, Place, Problem

_BEGINNING = "a line `---`, a line `title: …` and another line `---`"


@dataclass(frozen=True)
class FrontMatter:
    """Front matter and body of a Markdown file, with the lines at which they start."""

    yaml: str
    yaml_line: int
    body: str
    body_line: int


def split_front_matter(text: str, file: str) -> FrontMatter:
    """Split the text of a Markdown file.

    Raises ContentError where the front matter is missing or not closed.
    """
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        raise ContentError([_not_begun(text, file)])
    for number, line in enumerate(lines[1:], start=1):
        if line.rstrip() == "---":
            return FrontMatter(
                "\n".join(lines[1:number]), 2, "\n".join(lines[number + 1 :]), number + 2
            )
    found = "The `---` that opens this file has no second `---` below."
    instead = "Write a line `---` between the keys and the text."
    raise ContentError([Problem(Place(file, 1, 1), found, instead)])


def _not_begun(text: str, file: str) -> Problem:
    start = text.lstrip()
    if not start:
        return Problem(Place(file), "This file is empty.", f"Write {_BEGINNING}; then the text.")
    if re.match(r"---[ \t]*(\n|$)", start):
        found = "The first line of this file is empty; it has to be `---`."
        return Problem(Place(file, 1, 1), found, "Delete what stands above the first `---`.")
    found = "The first line of this file has to be `---`."
    return Problem(Place(file, 1, 1), found, f"Write {_BEGINNING} above the text.")
