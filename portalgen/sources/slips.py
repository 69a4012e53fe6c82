"""What commonly goes wrong in YAML, in the words of somebody who never wanted to learn YAML.

A parser says what it could not do; here that becomes what the owner did. Nothing here decides
what is refused.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NamedTuple


class Spot(NamedTuple):
    """A place in the lines of a text, both numbers counted from 0."""

    line: int
    column: int


class Explanation(NamedTuple):
    """What was found, what to write instead, and where."""

    found: str
    instead: str
    spot: Spot


# Spaces that only look like one: word processors and web pages put them between words.
STRANGE_SPACES = "\u00a0\u2002\u2003\u2007\u2009\u200b\u202f\u3000"
STRANGE_SPACE = (
    "There is a special space here, as word processors and web pages have it.",
    "Delete it and type an ordinary space.",
)
_KEYS_IN_ONE_COLUMN = "Let keys that belong together start in one column."
_KEY = re.compile(r"(?P<before>\s*(?:- +)*)(?P<key>[\w-]+) *:(?=\s|$)")


def explain(error: Any, lines: list[str]) -> Explanation:
    """Return what an error means: `error` is PyYAML's MarkedYAMLError, `lines` are the text's."""
    stop = _stop_of(error, lines)
    for recognise in _RECOGNISERS:
        explanation = recognise(stop)
        if explanation is not None:
            return explanation
    return Explanation(
        "This file can not be read from here on.",
        "Look at the line above as well: colons, quotes, and how far the lines are moved in.",
        stop.at if stop.at.line < len(lines) else Spot(len(lines) - 1, 0),
    )


def no_text_for_a_key(rest: str) -> tuple[str, str]:
    """Return the sentence for a map or list in the place of a key; `rest` is the line from it."""
    if rest.startswith("{{"):
        return "A text that starts with `{{` must stand in quotes.", in_quotes(rest)
    return "One key is expected here, and no brackets or dashes.", "Write `key: value`."


def comma_in_braces(text: str) -> tuple[str, str]:
    """Return the sentence for a comma within braces that begins an entry without a value."""
    return (
        f"A comma in {{…}} begins a new entry, so `{text}` stands alone here.",
        "Write one entry a line without braces, or put the value in quotes.",
    )


def in_quotes(text: str) -> str:
    """Return the advice to put a text in quotes, and how that looks where it is short."""
    text = text.strip()
    if not text or len(text) > 60:
        return "Put quotes around the whole text."
    if '"' in text or "\\" in text:
        text = text.replace("'", "''")
        return f"Put quotes around the whole text: '{text}'."
    return f'Put quotes around the whole text: "{text}".'


@dataclass(frozen=True)
class _Stop:
    """Where the parser stopped, where that which it was reading began, and what it said."""

    lines: list[str]
    said: str
    at: Spot
    began: Spot

    def line(self, number: int) -> str:
        return self.lines[number] if 0 <= number < len(self.lines) else ""

    @property
    def before(self) -> str:
        return self.line(self.at.line)[: self.at.column]

    @property
    def rest(self) -> str:
        return self.line(self.at.line)[self.at.column :]


def _stop_of(error: Any, lines: list[str]) -> _Stop:
    at = error.problem_mark or error.context_mark
    began = error.context_mark or at
    return _Stop(
        lines,
        f"{error.context or ''} {error.problem or ''}",
        Spot(at.line, at.column),
        Spot(began.line, began.column),
    )


def _strange_space(stop: _Stop) -> Explanation | None:
    for number in (stop.at.line, stop.at.line - 1, stop.began.line):
        match = re.match(rf"(?:[\s-]*[\w-]+:|\s*?)(?=[{STRANGE_SPACES}])", stop.line(number))
        if match:
            return Explanation(*STRANGE_SPACE, Spot(number, match.end()))
    return None


def _quote(stop: _Stop) -> Explanation | None:
    if "quoted scalar" not in stop.said:
        return None
    if "end of stream" not in stop.said and "document indicator" not in stop.said:
        return Explanation(
            "A backslash within double quotes has a meaning of its own.",
            "Put single quotes around the text, or write the backslash twice.",
            Spot(stop.at.line, max(0, stop.line(stop.at.line).rfind("\\", 0, stop.at.column + 1))),
        )
    return _never_closed(stop.line(stop.began.line), stop.began)


def _never_closed(line: str, opened: Spot) -> Explanation:
    quote = line[opened.column]
    return Explanation(
        f"A text starts with `{quote}` here, and no `{quote}` closes it.",
        f"Write `{quote}` behind it as well, or leave off the one in front.",
        opened,
    )


def _tab(stop: _Stop) -> Explanation | None:
    for number in (stop.at.line, stop.at.line - 1):
        match = re.match(r"[ -]*(?=\t)", stop.line(number))
        if match:
            return Explanation(
                "There is a tab at the start of this line.",
                "Use spaces; most editors can turn tabs into spaces.",
                Spot(number, match.end()),
            )
    return None


def _bracket(stop: _Stop) -> Explanation | None:
    if "flow node" in stop.said:
        return _dangling_bracket(stop)
    if "flow mapping" not in stop.said and "flow sequence" not in stop.said:
        return None
    opening, closing = ("{", "}") if "flow mapping" in stop.said else ("[", "]")
    return Explanation(
        f"`{opening}` is opened here and not closed, or a comma is missing.",
        f"Close it with `{closing}`. A text that starts with a bracket belongs in quotes.",
        stop.began,
    )


def _dangling_bracket(stop: _Stop) -> Explanation | None:
    """A bracket or a comma at the end of the file, with nothing behind it."""
    for number in range(min(stop.at.line, len(stop.lines) - 1), -1, -1):
        before = stop.line(number) if number < stop.at.line else stop.before
        column = max(before.rfind(sign) for sign in "[{,:")
        if column >= 0:
            return Explanation(
                f"Something is missing behind `{before[column]}`.",
                "A text that starts with a bracket belongs in quotes.",
                Spot(number, column),
            )
    return None


def _first_sign(stop: _Stop) -> Explanation | None:
    spot = stop.at if "cannot start any token" in stop.said else stop.began
    text = stop.line(spot.line)[spot.column :]
    if not re.search("cannot start|alias|anchor|scanning a tag|directive|block scalar", stop.said):
        return None
    if text[:1] not in {"@", "`", "%", "*", "&", "!", ">", "|"}:
        return None
    sign = "a backtick" if text[0] == "`" else f"`{text[0]}`"
    return Explanation(
        f"A text that starts with {sign} must stand in quotes.", in_quotes(text), spot
    )


def _behind_an_end(stop: _Stop) -> Explanation | None:
    """Text that goes on behind the quote or the bracket that closed it."""
    behind = stop.before.rstrip()
    if not stop.rest.strip() or behind[-1:] not in {'"', "'", "]", "}"}:
        return None
    if behind[-1] in "]}":
        start = re.match(r"(?:\s*- +)*(?:[^:]*:\s+)?", behind)
        text = (stop.before + stop.rest)[start.end() if start else 0 :]
        return Explanation(
            "There is text behind a closing bracket.",
            f"Does the text start with a bracket? {in_quotes(text)}",
            stop.at,
        )
    return _open_above(stop, behind[-1]) or _behind_a_quote(stop, behind)


def _open_above(stop: _Stop, quote: str) -> Explanation | None:
    """A quote that opens a text has closed another one, which was left open lines above."""
    if stop.before.count(quote) % 2 == 0:
        return None
    for number in range(stop.at.line - 1, -1, -1):
        line = stop.line(number)
        opened = re.search(rf"(?<=[:-] ){quote}", line)
        if opened and line.count(quote) % 2:
            return _never_closed(line, Spot(number, opened.start()))
    return None


def _behind_a_quote(stop: _Stop, behind: str) -> Explanation:
    opened = behind.find(behind[-1])
    if behind[-1] == "'" and behind == stop.before and stop.rest[0].isalpha():
        inner = (stop.before + stop.rest)[opened + 1 :].rstrip().removesuffix("'")
        return Explanation(
            "The apostrophe closes the text, and more follows.",
            in_quotes(inner).replace("quotes", "double quotes", 1)
            if '"' not in inner
            else "Write the apostrophe twice: ''.",
            stop.at,
        )
    return Explanation(
        "There is text behind the closing quote.", "Put the quotes around the whole text.", stop.at
    )


def _dash_behind_a_colon(stop: _Stop) -> Explanation | None:
    if "sequence entries are not allowed" not in stop.said:
        return None
    return Explanation(
        "A dash stands behind the colon.",
        "Write each item of a list in a line of its own, below the key. A text that starts with a "
        "dash belongs in quotes.",
        stop.at,
    )


def _colon(stop: _Stop) -> Explanation | None:
    if "mapping values are not allowed" not in stop.said:
        return None
    first = _KEY.match(stop.before)
    if first:
        text = (stop.before + stop.rest)[first.end() :]
        return Explanation(
            "There is a second `: ` in this line, which would begin another key.",
            in_quotes(text).replace("the whole text", "the text behind the first colon", 1),
            stop.at,
        )
    above = stop.at.line - 1
    if _lacks_a_colon(stop.line(above)) and not _goes_on(stop, above):
        return _no_colon(stop.line(above), above)
    column = len(stop.before) - len(stop.before.lstrip())
    key = stop.before.strip()
    if " " in key:
        return Explanation(
            "There is a `: ` in this text, which would begin another key.",
            "Put quotes around the whole text, or write `|` behind the first colon and the text "
            "below it.",
            stop.at,
        )
    return Explanation(
        f"`{key}` is moved in further than the key above.",
        _KEYS_IN_ONE_COLUMN,
        Spot(stop.at.line, column),
    )


def _lacks_a_colon(line: str) -> bool:
    return bool(line.strip()) and not re.search(r":(\s|$)|^\s*(-\s|#)", line)


def _goes_on(stop: _Stop, number: int) -> bool:
    """Return whether a line is the second or a later one of a text."""
    indent = _indent(stop.line(number))
    for above in range(number - 1, -1, -1):
        line = stop.line(above)
        if line.strip() and _indent(line) < indent:
            return re.search(r":\s+[^\s|>]", line) is not None
    return False


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _key_without_colon(stop: _Stop) -> Explanation | None:
    if "simple key" not in stop.said:
        return None
    return _no_colon(stop.line(stop.began.line), stop.began.line)


def _no_colon(line: str, number: int) -> Explanation:
    spot = Spot(number, _indent(line))
    return Explanation(*(no_space_after_colon(line) or _NO_COLON), spot)


_NO_COLON = (
    "This line has no colon, so there is no key in it.",
    "Write `key: value`. If it belongs to the text above, move it in.",
)


def no_space_after_colon(text: str) -> tuple[str, str] | None:
    """Return the sentence for a key and a value that no space parts, None for other texts."""
    match = re.fullmatch(r"(?:\s*- )?\s*([a-z][a-z_]*):(?!//)(\S.*)", text.rstrip())
    if match is None:
        return None
    return "There is no space after the colon.", f"Write `{match[1]}: {match[2]}`."


def _column(stop: _Stop) -> Explanation | None:
    """A line that starts in a column where nothing above it starts."""
    line, key = stop.line(stop.at.line), _KEY.match(stop.line(stop.at.line))
    if re.match(r"\s*-(\s|$)", line) and "block collection" not in stop.said:
        return _dash(stop)
    if key and "block collection" in stop.said:
        return Explanation(
            f"`{key['key']}` stands below the dash and not below the key behind it.",
            "Move it in by two spaces.",
            stop.at,
        )
    if key and not stop.before.strip():
        return Explanation(
            f"`{key['key']}` starts in a column in which no key above starts.",
            _KEYS_IN_ONE_COLUMN,
            stop.at,
        )
    if not stop.before.strip() and re.match(r"\w", stop.rest) and ": " not in line:
        return Explanation(
            "This line has no key, and it is not part of the text above.",
            "If it belongs to that text, move it in further than the key of the text.",
            stop.at,
        )
    return None


def _dash(stop: _Stop) -> Explanation:
    indent = _indent(stop.line(stop.at.line))
    dashes = (line for line in stop.lines[: stop.at.line] if re.match(r"\s*-\s", line))
    if any(_indent(line) > indent for line in dashes):
        return Explanation(
            "This dash starts further to the left than the one above.",
            "Let all dashes of a list start in one column.",
            stop.at,
        )
    return Explanation(
        "A list item stands here among keys.",
        "Put it below the key that it belongs to, or leave off the dash.",
        stop.at,
    )


_RECOGNISERS: tuple[Callable[[_Stop], Explanation | None], ...] = (
    _strange_space,
    _quote,
    _tab,
    _bracket,
    _first_sign,
    _behind_an_end,
    _dash_behind_a_colon,
    _colon,
    _key_without_colon,
    _column,
)
