"""look.css: the owner's tokens, which are custom properties and nothing else.

What the file holds is read and written anew, so nothing gets into a stylesheet of the portal that
is not on the lists below: no rule, no import, no address, no sign that means something else to a
browser than it does here. The one door to tinycss2 (CSS Syntax 3).
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass
from functools import partial
from typing import Any

from portalgen.memory import Memory
from portalgen.packed import packed_folder
from portalgen.problems import ContentError, Place, Problem, advice, nearest
from portalgen.sources.decoding import decode

_ELSEWHERE = "For more than tokens make site-templates/static/portal/own.css."
_TOKENS_ALONE = f"Write `:root {{ --accent: #2f6f62; }}`. {_ELSEWHERE}"
_PLAIN = {"ident", "number", "percentage", "dimension", "hash", "string", "whitespace"}
_FUNCTIONS = re.compile(
    r"calc|clamp|color|color-mix|cubic-bezier|env|hsla?|hwb|lab|lch|light-dark|max|min|oklab"
    r"|oklch|rgba?|round|steps|var"
)
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_QUERY = re.compile(r"(?:(?<!\w)\(|[a-z0-9 ,.:)-])+", re.IGNORECASE)
# What a stylesheet of the portal asks for.
_ASKED_FOR = re.compile(r"var\(\s*(--[a-z0-9-]+)")


@dataclass(frozen=True, order=True)
class _Slip:
    """What is wrong at a line and a column."""

    line: int
    column: int
    found: str
    instead: str
    is_advice: bool = False


def own_look(content: bytes, file: str, memory: Memory) -> tuple[str, tuple[Problem, ...]]:
    """Return the sheet that look.css means, and what is to be said about it.

    `content` is empty where there is no such file.
    """
    if not content:
        return "", ()
    known = _tokens()
    try:
        text = decode(content, file)
    except ContentError as error:
        return "", error.problems
    # Plain values: the next command may know them too.
    sheet, slips = memory.recall("own look", (text, *known), lambda: _read(text, known))
    return sheet, tuple(_problem(file, _Slip(*slip)) for slip in slips)


def _problem(file: str, slip: _Slip) -> Problem:
    told = advice if slip.is_advice else Problem
    return told(Place(file, slip.line, slip.column), slip.found, slip.instead)


def _tokens() -> tuple[str, ...]:
    """Return the names of all custom properties that the packed sheets ask for."""
    sheets = (packed_folder("site-templates") / "static").rglob("*.css")
    texts = (sheet.read_text(encoding="utf-8") for sheet in sorted(sheets))
    return tuple(sorted({name for text in texts for name in _ASKED_FOR.findall(text)}))


def _read(text: str, known: tuple[str, ...]) -> tuple[str, tuple[tuple[Any, ...], ...]]:
    from tinycss2 import parse_stylesheet

    slips = [*_signs(text)]
    rules = parse_stylesheet(text, skip_comments=True, skip_whitespace=True)
    sheet = "".join(_rule(rule, slips, frozenset(known)) for rule in rules)
    return sheet, tuple(astuple(slip) for slip in sorted(slips))


def _signs(text: str) -> Iterator[_Slip]:
    """Yield the signs by which a text can mean something that does not meet the eye."""
    bare = _COMMENT.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)
    for match in re.finditer(r"[<\\]", bare):
        line = bare.count("\n", 0, match.start()) + 1
        column = match.start() - bare.rfind("\n", 0, match.start())
        yield _Slip(line, column, f"There is a `{match[0]}` here.", "Leave it out.")


def _rule(rule: Any, slips: list[_Slip], known: frozenset[str]) -> str:
    """Return a rule as it is published; nothing if it is none of ours."""
    if rule.type == "at-rule" and rule.lower_at_keyword == "media" and rule.content is not None:
        return _media(rule, slips, known)
    if rule.type == "qualified-rule" and _written(rule.prelude) == ":root":
        return f":root{{{_declarations(rule.content, slips, known)}}}\n"
    slips.append(_slip(rule, *_refused(rule)))
    return ""


def _media(media: Any, slips: list[_Slip], known: frozenset[str]) -> str:
    from tinycss2 import parse_rule_list

    query = _written(media.prelude)
    if not _QUERY.fullmatch(query):
        slips.append(_slip(media, f"`@media {query}` is not understood here.", "Write it plainly."))
        return ""
    rules = parse_rule_list(media.content, skip_comments=True, skip_whitespace=True)
    inside = partial(_rule_inside, slips=slips, known=known)
    return f"@media {query}{{{''.join(map(inside, rules))}}}\n"


def _rule_inside(rule: Any, slips: list[_Slip], known: frozenset[str]) -> str:
    if rule.type == "at-rule":
        slips.append(_slip(rule, *_refused(rule)))
        return ""
    return _rule(rule, slips, known)


def _refused(rule: Any) -> tuple[str, str]:
    if rule.type == "at-rule":
        return f"look.css holds custom properties, and no `@{rule.at_keyword}`.", _ELSEWHERE
    if rule.type == "error":
        return "This is not how a stylesheet is written.", _TOKENS_ALONE
    selector = " ".join(_written(rule.prelude).split())[:40]
    return f"look.css holds custom properties, and no rule for `{selector}`.", _TOKENS_ALONE


def _declarations(content: Iterable[Any], slips: list[_Slip], known: frozenset[str]) -> str:
    from tinycss2 import parse_blocks_contents

    kept = []
    for each in parse_blocks_contents(content, skip_comments=True, skip_whitespace=True):
        found = list(_wrong(each))
        slips += found
        if not found:
            kept.append(f"{each.name}:{_written(each.value)}")
            slips += _unknown(each, known)
    return ";".join(kept)


def _wrong(each: Any) -> Iterator[_Slip]:
    """Yield what is wrong with one declaration, or with what stands in the place of one."""
    if each.type != "declaration":
        yield _slip(each, *_refused(each))
    elif not each.name.startswith("--"):
        found = f"`{each.name}` is no custom property; those start with two hyphens."
        yield _slip(each, found, _TOKENS_ALONE)
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


def _unknown(each: Any, known: frozenset[str]) -> Iterator[_Slip]:
    if each.name not in known:
        close = nearest(each.name, known)
        instead = f"Did you mean `{close}`?" if close else "docs/restyling.md lists the tokens."
        found = f"None of portalgen's stylesheets asks for `{each.name}`."
        yield _Slip(each.source_line, each.source_column, found, instead, is_advice=True)


def _slip(where: Any, found: str, instead: str) -> _Slip:
    return _Slip(where.source_line, where.source_column, found, instead)


def _written(parts: Iterable[Any]) -> str:
    from tinycss2 import serialize

    return str(serialize([part for part in parts if part.type != "comment"])).strip()
