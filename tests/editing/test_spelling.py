"""How texts are written, and that every program reads the same texts again."""

import pytest
import yaml

from portalgen.editing.spelling import spelled, spelled_in_flow
from portalgen.sources.nodes import Mapping, Scalar
from portalgen.sources.tree import read_tree
from tests.editing.files import NASTY

PLAIN = [
    "Winter break",
    "3 days",
    "further notice",
    "(late)",
    "it's fine",
    'say "hi" now',
    "über alles",
    "日本",
    "🏖 sea",
    "a, b",
    "winter-break-2026",
    "https://example.org/a#b",
    "50 % off",
]
QUOTED = {
    "yes": '"yes"',
    "Off": '"Off"',
    "0142": '"0142"',
    "17:30": '"17:30"',
    "2026": '"2026"',
    "1e3": '"1e3"',
    "0x1F": '"0x1F"',
    "1_000": '"1_000"',
    "+16195550142": '"+16195550142"',
    "2026-12-21": '"2026-12-21"',
    "2026-12-21T10:00:00Z": '"2026-12-21T10:00:00Z"',
    "a: b": '"a: b"',
    "end:": '"end:"',
    "a #b": '"a #b"',
    "#b": '"#b"',
    "- a": '"- a"',
    "---": '"---"',
    ".inf": '".inf"',
    "<<": '"<<"',
    " a": '" a"',
    "a ": '"a "',
    '"a"': "'\"a\"'",
    '"it\'s"': "'\"it''s\"'",
    "\\a": "'\\a'",
    "a\tb": '"a\\tb"',
    "a\u00a0b": '"a\u00a0b"',
    "a\u2028b": '"a\\u2028b"',
    "a\ufeffb": '"a\\ufeffb"',
    "a\rb": '"a\\u000db"',
}


@pytest.mark.parametrize("text", PLAIN)
def test_words_stand_without_quotes(text: str) -> None:
    assert spelled("reason", text).head == text


@pytest.mark.parametrize(("text", "written"), QUOTED.items())
def test_what_may_mean_something_else_stands_in_quotes(text: str, written: str) -> None:
    assert spelled("reason", text).head == written


@pytest.mark.parametrize("key", ["from", "until", "back", "review", "announce", "book_by", "at"])
def test_days_and_moments_stand_as_the_owner_types_them(key: str) -> None:
    assert spelled(key, "2026-12-21").head == "2026-12-21"
    assert spelled(key, "2026-12-21 17:00").head == "2026-12-21 17:00"


def test_a_number_stands_without_quotes_only_where_one_belongs() -> None:
    assert spelled("revision", "2").head == "2"
    assert spelled("reason", "2").head == '"2"'


@pytest.mark.parametrize(
    ("text", "style", "written"),
    [
        ("Sea", "'", "'Sea'"),
        ("Sea", '"', '"Sea"'),
        ("it's", "'", "'it''s'"),
        ('a "b"', '"', '"a \\"b\\""'),
        ("a\tb", "'", '"a\\tb"'),
        ("Sea", "|", "Sea"),
    ],
)
def test_quotes_are_kept_where_they_can_be(text: str, style: str, written: str) -> None:
    assert spelled("reason", text, style).head == written


def test_several_lines_stand_as_a_block() -> None:
    text = spelled("message", "# One.\n\n- two: 'x' \n", column=4)
    assert (text.head, text.lines) == ("|", ("    # One.", "", "    - two: 'x' "))


@pytest.mark.parametrize("text", [" one\ntwo", "one\ntwo\tthree", "one\r\ntwo"])
def test_lines_that_a_block_would_change_stand_in_quotes(text: str) -> None:
    assert spelled("message", text).head.startswith('"')


@pytest.mark.parametrize("text", ["a, b", "a [b]", "{a}", "b]", "a\nb"])
def test_within_brackets_their_signs_stand_in_quotes(text: str) -> None:
    assert spelled_in_flow("reason", text).head.startswith('"')


@pytest.mark.parametrize("text", [*PLAIN, *QUOTED, *NASTY, "a\n\n b: c\nd", " a\nb"])
@pytest.mark.parametrize("style", ["", "'", '"'])
def test_every_program_reads_the_text_that_was_written(text: str, style: str) -> None:
    written = spelled("reason", text, style, column=2)
    block = "\n".join([f"reason: {written.head}", *written.lines]) + "\n"
    flow = f"{{reason: {spelled_in_flow('reason', text, style).head}}}"
    for source in (block, flow):
        root, _ = read_tree(source, "away.yaml")
        assert isinstance(root, Mapping)
        value = root.entries[0].value
        assert isinstance(value, Scalar)
        assert value.text.removesuffix("\n") == text
        assert yaml.safe_load(source)["reason"].removesuffix("\n") == text
