"""A Markdown file → the YAML between its `---` lines and the text below them."""

from dataclasses import dataclass

from portalgen.problems import ContentError, Place, Problem


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
        raise ContentError(
            [
                Problem(
                    Place(file, 1, 1),
                    "This file does not start with `---`.",
                    "Start it with a line `---`, then `title: …`, then another line `---`.",
                )
            ]
        )
    for number, line in enumerate(lines[1:], start=1):
        if line.rstrip() == "---":
            return FrontMatter(
                "\n".join(lines[1:number]), 2, "\n".join(lines[number + 1 :]), number + 2
            )
    raise ContentError(
        [
            Problem(
                Place(file, 1, 1),
                "The `---` that opens this file has no second `---` below.",
                "Close the front matter with a line `---` above the text.",
            )
        ]
    )
