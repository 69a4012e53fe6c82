"""vCards are spelled as RFC 6350 says."""

import pytest

from portalgen.formats.content_lines import Property, text
from portalgen.formats.vcard import card, components


@pytest.mark.parametrize(
    ("typed", "spelled"),
    [
        ("Ines", "Ines"),
        ("Suite 4, San Diego", r"Suite 4\, San Diego"),
        ("a; b", r"a\; b"),
        (r"back\slash", r"back\\slash"),
        ("two\nlines", r"two\nlines"),
        ("two\r\nlines", r"two\nlines"),
        (r"\n", r"\\n"),
    ],
)
def test_signs_with_a_meaning_are_escaped(typed: str, spelled: str) -> None:
    assert text(typed) == spelled


def test_components_are_parted_by_semicolons_that_are_not_escaped() -> None:
    assert components("", "a;b", "c") == r";a\;b;c"


def test_lines_end_with_carriage_return_and_line_feed() -> None:
    assert card([Property("FN", "Ines")]) == (
        b"BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Ines\r\nEND:VCARD\r\n"
    )


@pytest.mark.parametrize("value", ["x" * 300, "ü" * 150, "a" + "日本語" * 60, "🙂" * 80])
def test_long_lines_are_folded_at_75_octets_and_never_within_a_sign(value: str) -> None:
    content = card([Property("NOTE", value)])
    lines = content.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert all(line.decode() for line in lines[:-1])
    unfolded = content.replace(b"\r\n ", b"").decode()
    assert f"NOTE:{value}\r\n" in unfolded


def test_a_line_of_75_octets_is_left_whole() -> None:
    assert b"\r\n " not in card([Property("NOTE", "x" * 70)])
    assert b"\r\n " in card([Property("NOTE", "x" * 71)])
