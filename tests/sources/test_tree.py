import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portalgen.problems import ContentError, Place
from portalgen.sources.nodes import Mapping, Scalar, Sequence
from portalgen.sources.tree import read_tree
from tests.sources.conftest import Read, Told, at

# --- Texts stay as they were typed


@pytest.mark.parametrize(
    "text",
    ["NO", "on", "0142", "17:30", "2026-02-30", "1e3", "0x1F", "1_000", "12:30:45", "yes", "1.10"],
)
def test_a_text_is_what_was_typed_whatever_it_looks_like(text: str, read: Read) -> None:
    assert at(read(f"a: {text}\n"), "a").text == text


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("'NO'", "NO"),
        ('"a: b"', "a: b"),
        ("'it''s'", "it's"),
        ('"\\u00e9\\n"', "é\n"),
        ("one\n  two", "one two"),
        ("|\n  one\n   two\n", "one\n two\n"),
        (">\n  one\n  two\n", "one two\n"),
        ("# a comment", ""),
        ("one # a comment"[:3], "one"),
    ],
)
def test_quotes_and_blocks_are_read_as_yaml_says(typed: str, text: str, read: Read) -> None:
    assert at(read(f"a: {typed}\n"), "a").text == text


def test_only_texts_without_quotes_are_plain(read: Read) -> None:
    tree = read("a: one\nb: 'two'\nc: |\n  three\n")
    assert [at(tree, key).plain for key in "abc"] == [True, False, False]


def test_a_file_without_a_value_has_no_tree() -> None:
    for text in ("", "\n\n", "# only a comment\n", "---\n"):
        node, advice = read_tree(text, "away.yaml")
        assert node is None or (isinstance(node, Scalar) and node.left_out)
        assert advice == []


# --- Every value knows its place


def test_texts_know_their_quotes_and_where_they_end(read: Read) -> None:
    tree = read("a: one\nb: 'two'  # c\nc: |\n  x\n\nd: \"é\"\ne:\n")
    values = [at(tree, key) for key in "abcde"]
    assert [value.style for value in values] == ["", "'", "|", '"', ""]
    assert [value.end for value in values] == [(1, 7), (2, 9), (6, 1), (6, 7), (7, 3)]


def test_what_stands_in_brackets_knows_it_and_where_it_ends(read: Read) -> None:
    tree = read("a: [x,\n  y]  # c\nb: {c: d}\ne:\n  - f\n")
    assert isinstance(tree, Mapping)
    a, b, e = (entry.value for entry in tree)
    assert isinstance(a, Sequence)
    assert isinstance(b, Mapping)
    assert isinstance(e, Sequence)
    assert (a.flow, a.end) == (True, (2, 5))
    assert (b.flow, b.end) == (True, (3, 10))
    assert (tree.flow, e.flow) == (False, False)


def test_keys_values_and_items_know_line_and_column(read: Read) -> None:
    tree = read("away:\n  - from: 2026-12-21\n    services: [a, b]\n")
    assert isinstance(tree, Mapping)
    assert tree.entries[0].key.place == Place("away.yaml", 1, 1)
    assert at(tree, "away", 0, "from").place == Place("away.yaml", 2, 11)
    assert at(tree, "away", 0, "services", 1).place == Place("away.yaml", 3, 19)


def test_lines_count_from_where_the_text_stands_in_its_file() -> None:
    node, _ = read_tree("title: About\n", "about.md", 2)
    assert node is not None
    assert at(node, "title").place == Place("about.md", 2, 8)


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("a: one two", Place("away.yaml", 1, 8)),
        ('a: "one two"', Place("away.yaml", 1, 9)),
        ("a: |\n  one\n   two\n", Place("away.yaml", 3, 4)),
        ("a: |\n\n  one\n  two\n", Place("away.yaml", 4, 3)),
        # A folded text no longer has the lines of the file.
        ("a: >\n  one\n  two\n", Place("away.yaml", 1, 4)),
        ("a: one\n  two\n", Place("away.yaml", 1, 4)),
    ],
)
def test_a_place_within_a_text_is_as_close_as_can_be_told(
    typed: str, place: Place, read: Read
) -> None:
    text = at(read(typed), "a")
    assert text.place_at(text.text.index("two")) == place


# --- What makes YAML surprising is refused


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "a: 1\na: 2\n",
            ["2:1: `a` stands here for the second time (first in line 1). Keep one of the two."],
        ),
        (
            "a:\n  b: 1\n  b: 2\n",
            ["3:3: `b` stands here for the second time (first in line 2). Keep one of the two."],
        ),
        (
            "a: 1\n---\nb: 2\n",
            ["2:1: The line `---` begins a second part, and a file has only one. Delete "
             "this line."],
        ),
        (
            "a: *b\n",
            ["1:4: A text that starts with `*` must stand in quotes. Put quotes around the whole "
             'text: "*b".'],
        ),
        (
            "a: !b c\n",
            ["1:4: A text that starts with `!` must stand in quotes. Put quotes around the whole "
             'text: "!b c".'],
        ),
    ],
)  # fmt: skip
def test_what_makes_yaml_surprising_is_refused(text: str, lines: list[str], told: Told) -> None:
    assert told(text) == lines


def test_an_alias_is_told_of_where_it_gets_its_name(told: Told) -> None:
    assert told("a: &x one\nb: *x\nc: *x\n") == [
        "1:4: `&x` has a meaning of its own at the start of a text. Put quotes around the whole "
        "text; or delete it, and write out what is meant wherever `*x` stands."
    ]


def test_keys_of_two_maps_may_be_the_same(read: Read) -> None:
    tree = read("- a: 1\n- a: 2\n")
    assert isinstance(tree, Sequence)
    assert len(tree.items) == 2


def test_all_problems_before_a_break_are_told_with_it(told: Told) -> None:
    lines = told("a: 1\na: 2\nb: *c\nd: 'open\n")
    assert [line.split(": ")[0] for line in lines] == ["2:1", "3:4", "4:4"]


def test_what_breaks_a_line_that_was_told_of_is_not_told_again(told: Told) -> None:
    assert len(told("a: {{ practice.name }} since 2011\n")) == 1


# --- What is advice and no problem


def test_a_comment_right_behind_a_text_is_told_of() -> None:
    node, (advice,) = read_tree("a: Suite #4\n", "away.yaml")
    assert node is not None
    assert at(node, "a").text == "Suite"
    assert advice.place == Place("away.yaml", 1, 9)
    assert advice.found == "What follows a `#` is a comment, so `#4` is left out."


def test_a_comment_after_a_space_is_a_comment(read: Read) -> None:
    assert at(read("a: one   # and so on\n"), "a").text == "one"
    assert at(read("a: # later\n"), "a").text == ""


# --- Bounds


def test_depth_is_bounded_before_anything_is_nested(told: Told) -> None:
    (line,) = told("a: " + "[" * 100_000)
    assert line.startswith("1:15: More than 12 lists and keys stand within one another here.")


def test_twelve_levels_are_enough_for_every_file(read: Read) -> None:
    assert isinstance(read("[" * 11 + "a" + "]" * 11), Sequence)


def test_a_bomb_of_aliases_is_refused_at_once(told: Told) -> None:
    bomb = "a0: &a0 [lol]\n" + "".join(
        f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 30)
    )
    begun = time.perf_counter()
    assert len(told(bomb)) == 30
    assert time.perf_counter() - begun < 5


@given(st.text(alphabet="ab:- \n\t'\"[]{},#&*!|>%@`?~\\", max_size=60))
def test_every_text_is_read_or_refused_with_a_place_in_it(text: str) -> None:
    try:
        read_tree(text, "away.yaml")
    except ContentError as error:
        for problem in error.problems:
            assert 1 <= problem.place.line <= text.count("\n") + 1
            assert problem.place.column >= 1
            assert problem.instead
