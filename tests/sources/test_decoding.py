import pytest

from portalgen.problems import ContentError, Place
from portalgen.sources.decoding import LONGEST_LINE, MOST_BYTES, decode


def refusal(content: bytes) -> tuple[Place, str]:
    with pytest.raises(ContentError) as caught:
        decode(content, "away.yaml")
    (problem,) = caught.value.problems
    assert problem.instead
    return problem.place, problem.found


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("Grüße aus München\n".encode(), "Grüße aus München\n"),
        ("Grüße\n".encode("utf-8-sig"), "Grüße\n"),
        (b"one\r\ntwo\r\n", "one\ntwo\n"),
        (b"one\rtwo\r", "one\ntwo\n"),
        (b"one\r\ntwo\nthree\r", "one\ntwo\nthree\n"),
        (b"a\tb", "a\tb"),
        ("🌱 grün".encode(), "🌱 grün"),
        (b"", ""),
    ],
)
def test_what_editors_write_is_read(content: bytes, text: str) -> None:
    assert decode(content, "away.yaml") == text


@pytest.mark.parametrize("sign", ["\u2028", "\u2029", "\x85"])
def test_line_ends_that_editors_do_not_count_are_spaces(sign: str) -> None:
    assert decode(f"one{sign}two\nthree".encode(), "away.yaml") == "one two\nthree"


@pytest.mark.parametrize(
    ("content", "place", "found"),
    [
        ("a: b".encode("utf-16"), Place("away.yaml"), "This file is saved as UTF-16."),
        ("a: b".encode("utf-16-be"), Place("away.yaml", 1, 1), "(U+0000)"),
        (b"a: b\nc: Caf\xe9\n", Place("away.yaml", 2, 7), "a character here that is not UTF-8"),
        (b"a: b\r\nc: Caf\xe9\n", Place("away.yaml", 2, 7), "a character here that is not UTF-8"),
        (b"a: b\rc: Caf\xe9\r", Place("away.yaml", 2, 7), "a character here that is not UTF-8"),
        (b"\xef\xbb\xbfCaf\xe9", Place("away.yaml", 1, 4), "a character here that is not UTF-8"),
        (b"a: b\nc: \x00\n", Place("away.yaml", 2, 4), "(U+0000)"),
        (b"a: \x1b[1m", Place("away.yaml", 1, 4), "(U+001B)"),
        ("a: \u0090".encode(), Place("away.yaml", 1, 4), "(U+0090)"),
        ("a: \uffff".encode(), Place("away.yaml", 1, 4), "(U+FFFF)"),
    ],
)
def test_other_bytes_are_refused_at_their_place(content: bytes, place: Place, found: str) -> None:
    where, what = refusal(content)
    assert where == place
    assert found in what


def test_a_file_may_have_a_mebibyte_and_no_more() -> None:
    line = b"# a line of 16 b\n"[:16]
    whole = (line[:-1] + b"\n") * (MOST_BYTES // 16)
    assert len(decode(whole, "away.yaml")) == MOST_BYTES
    place, found = refusal(whole + b"#")
    assert place == Place("away.yaml")
    assert "larger than 1 MiB" in found


def test_a_line_may_be_long_but_not_endless() -> None:
    assert decode(b"a" * LONGEST_LINE, "away.yaml")
    place, found = refusal(b"short\n" + b"a" * (LONGEST_LINE + 1))
    assert place == Place("away.yaml", 2, 1)
    assert "longer than 20,000" in found
