"""look.css: the owner's tokens, which are custom properties and nothing else.

What the file holds is read and written anew, so nothing gets into a stylesheet of the portal that
is not on the lists below: no rule, no import, no address, no sign that means something else to a
browser than it does here. The one door to tinycss2 (CSS Syntax 3).
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import astuple, dataclass, field
from functools import partial
from typing import Any

from portalgen.memory import Memory
from portalgen.problems import ContentError, Place, Problem
from portalgen.sources.decoding import decode

_ELSEWHERE = "For more than tokens make site-templates/static/portal/own.css."
_TOKENS_ALONE = f"Write `:root {{ --accent: #2f6f62; }}`. {_ELSEWHERE}"
_PLAIN = {"ident", "number", "percentage", "dimension", "hash", "string", "whitespace"}
_FUNCTIONS = re.compile(
    r"calc|clamp|color|color-mix|cubic-bezier|env|hsla?|hwb|lab|lch|light-dark|max|min|oklab"
    r"|oklch|rgba?|round|steps|var"
)
# Strings are matched so that no comment begins within one; what is escaped in one is told anyway.
_STRING_OR_COMMENT = re.compile(r"""/\*.*?(?:\*/|\Z)|"[^"]*"?|'[^']*'?""", re.DOTALL)
_QUERY = re.compile(r"(?:(?<!\w)\(|[a-z0-9 ,.:)-])+", re.IGNORECASE)
# A name that means the same written plainly as it does escaped.
_NAME = re.compile(r"--[A-Za-z0-9_-]+")
# How many brackets may stand within each other; sums need three or four.
_DEEPEST = 16


@dataclass(frozen=True)
class OwnLook:
    """What look.css means: a sheet as it is published, and where each token in it is set."""

    sheet: str = ""
    tokens: Mapping[str, Place] = field(default_factory=dict)


@dataclass(frozen=True, order=True)
class _Slip:
    """What is wrong at a line and a column."""

    line: int
    column: int
    found: str
    instead: str


@dataclass
class _Reading:
    """What has been found so far: slips, and the line and column of each token."""

    slips: list[_Slip]
    tokens: dict[str, tuple[int, int]] = field(default_factory=dict)


def own_look(content: bytes, file: str, memory: Memory) -> tuple[OwnLook, tuple[Problem, ...]]:
    """Return what look.css means, and what is wrong with it.

    `content` is empty where there is no such file.
    """
    if not content:
        return OwnLook(), ()
    try:
        text = decode(content, file)
    except ContentError as error:
        return OwnLook(), error.problems
    # Plain values: the next command may know them too.
    sheet, tokens, slips = memory.recall("own look", (text,), lambda: _read(text))
    places = {name: Place(file, *where) for name, where in tokens}
    return OwnLook(sheet, places), tuple(_problem(file, _Slip(*slip)) for slip in slips)


def _problem(file: str, slip: _Slip) -> Problem:
    return Problem(Place(file, slip.line, slip.column), slip.found, slip.instead)


def _read(text: str) -> tuple[str, tuple[Any, ...], tuple[Any, ...]]:
    """Return the sheet, the tokens with their lines and columns, and the slips."""
    from tinycss2 import parse_stylesheet

    rules = parse_stylesheet(text, skip_comments=True, skip_whitespace=True)
    deep = _too_deep(rules)
    if deep is not None:
        slip = _slip(deep, f"There are more than {_DEEPEST} brackets around this.", _TOKENS_ALONE)
        return "", (), (astuple(slip),)
    reading = _Reading([*_signs(text)])
    sheet = "".join(_rule(rule, reading) for rule in rules)
    slips = tuple(astuple(slip) for slip in sorted(reading.slips))
    return sheet, tuple(reading.tokens.items()), slips


def _too_deep(parts: list[Any]) -> Any:
    """Return what stands deeper than it could be written anew, if there is anything."""
    # The outermost brackets are those of the rules.
    for _ in range(_DEEPEST + 1):
        parts = [inner for part in parts for inner in _within(part)]
    return next(iter(parts), None)


def _within(part: Any) -> Iterator[Any]:
    for held in ("prelude", "content", "arguments"):
        yield from getattr(part, held, None) or ()


def _signs(text: str) -> Iterator[_Slip]:
    """Yield the signs by which a text can mean something that does not meet the eye."""
    bare = _STRING_OR_COMMENT.sub(_without_comment, text)
    for match in re.finditer(r"[<\\]", bare):
        line = bare.count("\n", 0, match.start()) + 1
        column = match.start() - bare.rfind("\n", 0, match.start())
        yield _Slip(line, column, f"There is a `{match[0]}` here.", "Leave it out.")


def _without_comment(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match[0]) if match[0].startswith("/") else match[0]


def _rule(rule: Any, reading: _Reading) -> str:
    """Return a rule as it is published; nothing if it is none of ours."""
    if rule.type == "at-rule" and rule.lower_at_keyword == "media" and rule.content is not None:
        return _media(rule, reading)
    if rule.type == "qualified-rule" and _written(rule.prelude) == ":root":
        return f":root{{{_declarations(rule.content, reading)}}}\n"
    reading.slips.append(_slip(rule, *_refused(rule)))
    return ""


def _media(media: Any, reading: _Reading) -> str:
    from tinycss2 import parse_rule_list

    query = _written(media.prelude)
    if not _QUERY.fullmatch(query):
        found = f"`@media {query}` is not understood here."
        reading.slips.append(_slip(media, found, "Write it plainly."))
        return ""
    rules = parse_rule_list(media.content, skip_comments=True, skip_whitespace=True)
    inside = partial(_rule_inside, reading=reading)
    return f"@media {query}{{{''.join(map(inside, rules))}}}\n"


def _rule_inside(rule: Any, reading: _Reading) -> str:
    if rule.type == "at-rule":
        reading.slips.append(_slip(rule, *_refused(rule)))
        return ""
    return _rule(rule, reading)


def _refused(rule: Any) -> tuple[str, str]:
    if rule.type == "at-rule":
        return f"look.css holds custom properties, and no `@{rule.at_keyword}`.", _ELSEWHERE
    if rule.type == "error":
        return "This is not how a stylesheet is written.", _TOKENS_ALONE
    selector = " ".join(_written(rule.prelude).split())[:40]
    return f"look.css holds custom properties, and no rule for `{selector}`.", _TOKENS_ALONE


def _declarations(content: Iterable[Any], reading: _Reading) -> str:
    from tinycss2 import parse_blocks_contents

    kept = []
    for each in parse_blocks_contents(content, skip_comments=True, skip_whitespace=True):
        found = list(_wrong(each))
        reading.slips += found
        if not found:
            kept.append(f"{each.name}:{_written(each.value)}")
            reading.tokens.setdefault(each.name, (each.source_line, each.source_column))
    return ";".join(kept)


def _wrong(each: Any) -> Iterator[_Slip]:
    """Yield what is wrong with one declaration, or with what stands in the place of one."""
    if each.type != "declaration":
        yield _slip(each, *_refused(each))
    elif not each.name.startswith("--"):
        found = f"`{each.name}` is no custom property; those start with two hyphens."
        yield _slip(each, found, _TOKENS_ALONE)
    elif not _NAME.fullmatch(each.name):
        found = "The name of this custom property is not written plainly."
        yield _slip(each, found, "Letters from a to z, digits and hyphens are enough.")
    elif each.important:
        yield _slip(each, f"`{each.name}` is `!important`.", "Leave that out: look.css comes last.")
    elif not _written(each.value):
        yield _slip(each, f"`{each.name}` has no value.", "Write one, or leave it out.")
    else:
        yield from _wrong_parts(each.value, each.name)


def _wrong_parts(value: Iterable[Any], name: str) -> Iterator[_Slip]:
    for part in value:
        if part.type == "function" and _FUNCTIONS.fullmatch(part.lower_name):
            yield from _wrong_parts(part.arguments, name)
        elif part.type == "function" and part.lower_name != "url":
            yield _slip(part, f"`{part.name}()` can not stand in look.css.", "Write a plain value.")
        elif part.type in {"url", "function"}:
            yield _slip(part, f"`{name}` names an address.", f"Leave it out. {_ELSEWHERE}")
        elif part.type == "literal" and part.value == ":":
            found = f"There is a second colon in `{name}`."
            yield _slip(part, found, "A semicolon may be missing before it.")
        elif part.type == "() block":
            yield from _wrong_parts(part.content, name)
        elif part.type not in _PLAIN and part.type not in {"literal", "comment"}:
            yield _slip(part, f"This can not stand in `{name}`.", "Write a plain value.")


def _slip(where: Any, found: str, instead: str) -> _Slip:
    return _Slip(where.source_line, where.source_column, found, instead)


def _written(parts: Iterable[Any]) -> str:
    from tinycss2 import serialize

    return str(serialize([part for part in parts if part.type != "comment"])).strip()
