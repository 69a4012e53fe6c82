"""Bytes of a content file → text, or the problem with them.

UTF-8 with or without a byte-order mark and any line ends are accepted; everything else is
refused with a sentence, since a wrong guess would show clients broken words.
"""

import re

from portalgen.problems import ContentError, Place, Problem

MOST_BYTES = 1024 * 1024
LONGEST_LINE = 20_000

# What YAML 1.2 §5.1 does not allow in a text.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ufffe\uffff]")
# To YAML these end a line, to editors they do not; they come along from other programs.
_OTHER_LINE_ENDS = re.compile("[\x85\u2028\u2029]")


def decode(content: bytes, file: str) -> str:
    """Return the text of a file with LF line ends and without a byte-order mark.

    Raises ContentError with the place for what is too large or not plain UTF-8 text.
    """
    if len(content) > MOST_BYTES:
        raise _refused(
            Place(file),
            f"This file is larger than 1 MiB ({len(content) / MOST_BYTES:.1f} MiB).",
            "Texts are much shorter; is this the right file?",
        )
    text = _lines(_utf8(content, file))
    _refuse_controls(text, file)
    for number, line in enumerate(text.split("\n"), start=1):
        if len(line) > LONGEST_LINE:
            raise _refused(
                Place(file, number, 1),
                f"This line is longer than {LONGEST_LINE:,} characters.",
                "Break it into paragraphs.",
            )
    return text


def _lines(text: str) -> str:
    """Return a text with the line ends that editors count, and no others."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return _OTHER_LINE_ENDS.sub(" ", text)


def _utf8(content: bytes, file: str) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise _refused(Place(file), "This file is saved as UTF-16.", "Save it as UTF-8.")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        before = _lines(content[: error.start].decode("utf-8"))
        line = before.count("\n") + 1
        column = len(before) - before.rfind("\n")
        raise _refused(
            Place(file, line, column),
            "There is a character here that is not UTF-8.",
            "Save the file as UTF-8; it may be in an older encoding such as Latin-1.",
        ) from None


def _refuse_controls(text: str, file: str) -> None:
    match = _CONTROL.search(text)
    if match:
        line = text.count("\n", 0, match.start()) + 1
        column = match.start() - text.rfind("\n", 0, match.start())
        raise _refused(
            Place(file, line, column),
            f"There is a sign here that can not be seen (U+{ord(match[0]):04X}).",
            "Delete it; it may have come along from another program.",
        )


def _refused(place: Place, found: str, instead: str) -> ContentError:
    return ContentError([Problem(place, found, instead)])
