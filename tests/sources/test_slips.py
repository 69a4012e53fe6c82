"""Slips of the pen, each with the place and the start of what the owner reads."""

import pytest

from portalgen.sources import slips
from tests.sources.conftest import Told

SLIPS = [
    ("a:\n\tb: 1\n", "2:1: There is a tab at the start of this line."),
    ("a:\n  - b\n\t- c\n", "3:1: There is a tab at the start of this line."),
    ("-\ta: b\n", "1:2: There is a tab at the start of this line."),
    ('a: "b\nc: 1\n', '1:4: A text starts with `"` here, and no `"` closes it.'),
    ("a: 'b\nc: 1\n", "1:4: A text starts with `'` here, and no `'` closes it."),
    ('a: "b\nc: "d"\n', '1:4: A text starts with `"` here, and no `"` closes it.'),
    ("- 'b\n- 'd'\n", "1:3: A text starts with `'` here, and no `'` closes it."),
    ("a: 'it's b'\n", "1:8: The apostrophe closes the text, and more follows."),
    ('a: "b" c\n', "1:8: There is text behind the closing quote."),
    ('a: "C:\\Users"\n', "1:7: A backslash within double quotes has a meaning of its own."),
    ("a: [b, c\nd: 1\n", "1:4: `[` is opened here and not closed, or a comma is missing."),
    ("a: {b: c\nd: 1\n", "1:4: `{` is opened here and not closed, or a comma is missing."),
    ("a: [b](https://c.example/) d\n", "1:7: There is text behind a closing bracket."),
    ("a: [", "1:4: Something is missing behind `[`."),
    ("a: [b,\n", "1:6: Something is missing behind `,`."),
    ("a: [%b]\n", "1:5: A text that starts with `%` must stand in quotes."),
    ("a: b: c\n", "1:5: There is a second `: ` in this line"),
    ("- a: b: c\n", "1:7: There is a second `: ` in this line"),
    ("a: b\n  c: d\n", "2:3: `c` is moved in further than the key above."),
    ("a: b\n  And this: d\n", "2:11: There is a `: ` in this text"),
    ("a: b\n  and\n  this: d\n", "3:3: `this` is moved in further than the key above."),
    ("a:b\nc: d\n", "1:1: There is no space after the colon. Write `a: b`."),
    ("c: d\na:b\ne: f\n", "2:1: There is no space after the colon. Write `a: b`."),
    ("a: b\nhttps://c.example/\n", "2:1: This line has no colon, so there is no key in it."),
    ("a: b\nc d\n", "2:1: This line has no colon, so there is no key in it."),
    ("a:\u00a0b\nc: d\n", "1:3: There is a special space here"),
    ("a:\n\u00a0\u00a0b: c\n", "2:1: There is a special space here"),
    ("a:\n    b: 1\n  c: 2\n", "3:3: `c` starts in a column in which no key above starts."),
    ("- a: 1\n  b: 2\n c: 3\n", "3:2: `c` stands below the dash and not below the key"),
    ("a:\n  - b: 1\n - b: 2\n", "3:2: This dash starts further to the left"),
    ("a: 1\n- b\n", "2:1: A list item stands here among keys."),
    ("a: - b\n", "1:4: A dash stands behind the colon."),
    ("a:\n  -b\n  -c\n", "2:3: There is no space after the dash."),
    ("a: b\n  - c\n", "2:3: This line starts with a dash, and yet it belongs to the text above."),
    ("a: @b\n", "1:4: A text that starts with `@` must stand in quotes."),
    ("a: `b`\n", "1:4: A text that starts with a backtick must stand in quotes."),
    ("a: %b\n", "1:4: A text that starts with `%` must stand in quotes."),
    ("a: & b\n", "1:4: A text that starts with `&` must stand in quotes."),
    ("a: *b c\n", "1:4: A text that starts with `*` must stand in quotes."),
    ("a: >50\n", "1:4: A text that starts with `>` must stand in quotes."),
    ("a: |b\n", "1:4: A text that starts with `|` must stand in quotes."),
    ("a: {{ b }}\n", "1:4: A text that starts with `{{` must stand in quotes."),
    ("a: {{ b }} c\n", "1:4: A text that starts with `{{` must stand in quotes."),
    ("a: #2f6f62\n", "1:3: What follows a `#` is a comment, so `#2f6f62` is left out."),
    ("a: #one\n", "1:3: What follows a `#` is a comment, so `#one` is left out."),
    ("a: {b: 1,200 EUR}\n", "1:10: A comma in {…} begins a new entry, so `200 EUR` stands alone"),
    ("[a, b]: c\n", "1:1: One key is expected here, and no brackets or dashes."),
    ("a: b\n<<: c\n", "2:1: `<<` takes over keys from another place"),
    ("a:\n  - b: c\n    d: e\n   f\n", "4:4: This line has no key, and it is not part of the text"),
]


@pytest.mark.parametrize(("text", "start"), SLIPS)
def test_a_slip_is_told_once_where_it_was_made(text: str, start: str, told: Told) -> None:
    (line,) = told(text)
    assert line.startswith(start)


@pytest.mark.parametrize(
    "word", ["mapping", "scalar", "sequence", "token", "parse", "indicator", "stream", "None"]
)
def test_no_slip_is_told_in_the_words_of_a_parser(word: str, told: Told) -> None:
    assert not [line for text, _ in SLIPS for line in told(text) if word in line]


@pytest.mark.parametrize(
    ("text", "instead"),
    [
        ("Coaching: quietly", 'Put quotes around the whole text: "Coaching: quietly".'),
        ('Say "hello"', "Put quotes around the whole text: 'Say \"hello\"'."),
        ('It\'s "it"', "Put quotes around the whole text: 'It''s \"it\"'."),
        ("C:\\Users", "Put quotes around the whole text: 'C:\\Users'."),
        ("word " * 20, "Put quotes around the whole text."),
    ],
)
def test_the_advice_to_use_quotes_shows_them(text: str, instead: str) -> None:
    assert slips.in_quotes(text) == instead


@pytest.mark.parametrize("text", ["https://a.example/", "a: b", "Now:then", "a b:c", "words"])
def test_other_texts_lack_no_space(text: str) -> None:
    assert slips.no_space_after_colon(text) is None
