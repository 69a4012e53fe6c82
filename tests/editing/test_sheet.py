"""Splices that are given for the parsed text, made in the bytes."""

import pytest

from portalgen.editing.edits import Refused
from portalgen.editing.sheet import Original, Sheet, Splice


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_places_of_the_parsed_text_are_found_in_the_bytes(line_end: str, mark: str) -> None:
    parsed = "ö\nb\n\nc\n"
    before = (mark + parsed).replace("\n", line_end).encode()
    for at in range(len(parsed) + 1):
        expected = mark + (parsed[:at] + "X\nY" + parsed[at:]).replace("\n", line_end)
        assert Original(before).with_splices([Splice(at, at, "X\nY")]) == expected.encode()


def test_mixed_line_ends_stay_and_new_ones_are_like_the_first() -> None:
    before = b"a\r\nb\nc\rd"
    assert Original(before).with_splices([Splice(4, 5, "x\ny")]) == b"a\r\nb\nx\r\ny\rd"


def test_splices_are_made_in_the_order_of_their_places() -> None:
    splices = [Splice(2, 3, "z"), Splice(0, 1, "x"), Splice(1, 1, "1"), Splice(1, 1, "2")]
    assert Original(b"abc").with_splices(splices) == b"x12bz"


def test_splices_that_overlap_are_refused() -> None:
    with pytest.raises(Refused, match="within one another"):
        Original(b"abc").with_splices([Splice(0, 2, ""), Splice(1, 3, "")])


def test_lines_go_and_come_without_a_line_end_at_the_end() -> None:
    sheet = Sheet("a\nb")
    original = Original(b"a\nb")
    assert original.with_splices([sheet.below(2, ["c"])]) == b"a\nb\nc"
    assert original.with_splices([sheet.below(1, ["c"])]) == b"a\nc\nb"
    assert original.with_splices([sheet.without(2, 2)]) == b"a\n"
    assert original.with_splices([sheet.without(1, 1)]) == b"b"
