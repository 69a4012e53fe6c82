"""What commonly goes wrong in YAML, in the words of somebody who never wanted to learn YAML.

A parser says what it could not do; here that becomes what the owner did.
"""

import re
from typing import Any

Explanation = tuple[str, str, Any]

_NO_COLON = (
    "This line has no `: `, so YAML does not know what it is.",
    "Write `key: value`, with a space after the colon.",
)


def explain(error: Any, lines: list[str]) -> Explanation:
    """Return what was found, what to write instead, and the mark of the place.

    `error` is PyYAML's MarkedYAMLError; `lines` are the lines of the text.
    """
    mark = error.problem_mark or error.context_mark
    line = lines[mark.line] if mark.line < len(lines) else ""
    context, problem = error.context or "", error.problem or ""
    for recognise in (_quote, _bracket, _tab, _special, _colon, _missing_colon, _after_quote):
        explanation = recognise(error, line, context + " " + problem, lines)
        if explanation is not None:
            return explanation
    return (
        "YAML can not be read from here on.",
        "Look at the line above as well: colons, quotes, and how far the lines are moved in.",
        mark,
    )


def nested_braces(in_braces: bool) -> tuple[str, str]:
    """Return the sentence for a map in the place of a key."""
    if in_braces:
        return (
            "Text that starts with `{{` must stand in quotes, or YAML reads a map.",
            'Write "{{ … }}" with quotes around the whole text.',
        )
    return "The key is no text.", "Write `key: value`."


def comma_in_braces(text: str) -> tuple[str, str]:
    """Return the sentence for a comma within braces that begins an entry without a value."""
    return (
        f"A comma in {{…}} begins a new entry, so `{text}` stands alone here.",
        "Write one entry a line without braces, or put the value in quotes.",
    )


def _quote(error: Any, line: str, message: str, lines: list[str]) -> Explanation | None:
    if "quoted scalar" not in message:
        return None
    if "unexpected end of stream" in message or "document indicator" in message:
        return (
            "A quote is opened here and never closed.",
            "Close it at the end of the text; a quote within quotes is written twice (''), or "
            'with a backslash (\\").',
            error.context_mark or error.problem_mark,
        )
    if "escape" in message:
        return (
            "A backslash in double quotes has a meaning of its own in YAML.",
            "Use single quotes, or write the backslash twice.",
            error.problem_mark,
        )
    return None


def _bracket(error: Any, line: str, message: str, lines: list[str]) -> Explanation | None:
    if "flow mapping" not in message and "flow sequence" not in message:
        return None
    bracket = "}" if "flow mapping" in message else "]"
    mark = error.context_mark or error.problem_mark
    return (
        f"A bracket is opened here and not closed by `{bracket}`, or a comma is missing.",
        f"Close it with `{bracket}`; text that starts with a bracket belongs in quotes.",
        mark,
    )


def _tab(error: Any, line: str, message: str, lines: list[str]) -> Explanation | None:
    mark = error.problem_mark
    for number in (mark.line, mark.line - 1):
        text = lines[number] if 0 <= number < len(lines) else ""
        if re.match(r" *\t", text):
            return (
                "This line is moved in with a tab.",
                "Use spaces; most editors can turn tabs into spaces.",
                _Mark(number, text.index("\t")),
            )
    return None


def _special(error: Any, line: str, message: str, lines: list[str]) -> Explanation | None:
    mark = error.problem_mark
    start = line[mark.column :] if mark.column < len(line) else ""
    if "cannot start any token" in message and start[:1] in {"@", "`", "%"}:
        sign = "a backtick" if start[0] == "`" else f"`{start[0]}`"
        return (f"Text that starts with {sign} must stand in quotes.", "Add quotes.", mark)
    if "alias" in message or "anchor" in message:
        sign = "*" if "alias" in message else "&"
        return (
            f"Text that starts with `{sign}` must stand in quotes.",
            "Put quotes around the whole text.",
            error.context_mark or mark,
        )
    if "tag" in message or "directive" in message:
        sign = "!" if "tag" in message else "%"
        return (
            f"Text that starts with `{sign}` must stand in quotes.",
            "Put quotes around the whole text.",
            error.context_mark or mark,
        )
    return None


def _colon(error: Any, line: str, message: str, lines: list[str]) -> Explanation | None:
    if "mapping values are not allowed" not in message:
        return None
    mark = error.problem_mark
    above = lines[mark.line - 1] if mark.line else ""
    if above.strip() and not re.search(r":(\s|$)", above) and not re.match(r"\s*(-|#)", above):
        column = len(above) - len(above.lstrip())
        return (*_NO_COLON, _Mark(mark.line - 1, column))
    before = line[: mark.column]
    if ":" in before:
        return (
            "There is a second `: ` in this line, which YAML takes for another key.",
            "Put the text after the first colon in quotes.",
            error.problem_mark,
        )
    return (
        "This line is moved in further than its neighbors, or the text above lacks quotes.",
        "Let keys that belong together start in one column.",
        error.problem_mark,
    )


def _missing_colon(error: Any, line: str, message: str, lines: list[str]) -> Explanation | None:
    if "simple key" in message or "expected ':'" in message:
        return (*_NO_COLON, error.context_mark or error.problem_mark)
    if "block mapping" in message or "expected key" in message:
        if re.match(r"\s*-", line) and "block collection" not in message:
            found = "A list item stands where a key is expected."
            return (found, "Move the dash under the key it belongs to.", error.problem_mark)
        if _follows_quote(line):
            return None
        return (
            "This line does not fit in here.",
            "Let keys that belong together start in one column, and put text with special signs "
            "in quotes.",
            error.problem_mark,
        )
    if "block collection" in message or "block sequence" in message:
        return (
            "This line does not fit into the list above.",
            "Start list items with `- ` in one column, and their keys below each other.",
            error.problem_mark,
        )
    return None


def _after_quote(error: Any, line: str, message: str, lines: list[str]) -> Explanation | None:
    if not _follows_quote(line):
        return None
    return (
        "There is text after the closing quote.",
        "Put the quotes around the whole text.",
        error.problem_mark,
    )


def _follows_quote(line: str) -> bool:
    return bool(re.search(r":\s+(\"[^\"]*\"|'[^']*')\s*[^\s#]", line))


class _Mark:
    """A place of our own, in the parser's manner of counting from 0."""

    def __init__(self, line: int, column: int) -> None:
        self.line = line
        self.column = column
