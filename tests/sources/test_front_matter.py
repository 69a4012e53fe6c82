import pytest

from portalgen.problems import ContentError, Place, Problem
from portalgen.sources.front_matter import FrontMatter, split_front_matter


def refusal(text: str) -> Problem:
    with pytest.raises(ContentError) as caught:
        split_front_matter(text, "about.md")
    (problem,) = caught.value.problems
    return problem


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("---\ntitle: About\n---\nHello\n", FrontMatter("title: About", 2, "Hello\n", 4)),
        ("---\na: 1\nb: 2\n---\n\nHello", FrontMatter("a: 1\nb: 2", 2, "\nHello", 5)),
        ("---  \na: 1\n--- \nHello", FrontMatter("a: 1", 2, "Hello", 4)),
        ("---\n---\n", FrontMatter("", 2, "", 3)),
        ("---\na: 1\n---", FrontMatter("a: 1", 2, "", 4)),
    ],
)
def test_a_text_is_split_at_its_two_lines(text: str, parts: FrontMatter) -> None:
    assert split_front_matter(text, "about.md") == parts


def test_a_rule_in_the_text_belongs_to_the_text() -> None:
    parts = split_front_matter("---\na: 1\n---\nOne\n\n---\n\nTwo\n", "about.md")
    assert parts.body == "One\n\n---\n\nTwo\n"


@pytest.mark.parametrize(
    ("text", "place", "found"),
    [
        ("", Place("about.md"), "This file is empty."),
        (" \n\n", Place("about.md"), "This file is empty."),
        ("# About\n", Place("about.md", 1, 1), "The first line of this file has to be `---`."),
        ("----\na: 1\n", Place("about.md", 1, 1), "The first line of this file has to be `---`."),
        (
            "\n---\na: 1\n---\n",
            Place("about.md", 1, 1),
            "The first line of this file is empty; it has to be `---`.",
        ),
        (
            "---\na: 1\nHello\n",
            Place("about.md", 1, 1),
            "The `---` that opens this file has no second `---` below.",
        ),
    ],
)
def test_a_file_without_both_lines_is_told_what_to_write(
    text: str, place: Place, found: str
) -> None:
    problem = refusal(text)
    assert (problem.place, problem.found) == (place, found)
    assert "`---`" in problem.instead
