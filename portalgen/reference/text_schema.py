"""The schema of one text: what an editor offers, what it underlines, and what it lets pass.

What portalgen reads and nobody should write, such as `null` or `AWAY`, is fine and not offered.
"""

import re
from typing import Any

from portalgen.model.written import Written

Schema = dict[str, Any]

NOTHING: Schema = {"$ref": "#/$defs/nothing"}
_BOOLEAN: Schema = {"$ref": "#/$defs/boolean"}
_BOOLEAN_OR_NOTHING: Schema = {"$ref": "#/$defs/boolean-or-nothing"}


def shared_schemas() -> dict[str, Schema]:
    """Return the definitions to which the schemas of texts refer."""
    return {
        "nothing": _silent("null"),
        "boolean": _silent("boolean"),
        "boolean-or-nothing": _silent("boolean", "null"),
    }


def text_schema(written: Written, is_optional: bool) -> Schema:
    """Return the schema of one text; an optional one may be left empty."""
    offered = {**_offered(written), "errorMessage": f"Write {written.hint}."}
    silent = [*_silent_words(written), *_silent_values(written, is_optional)]
    return {"anyOf": [offered, *silent]} if silent else offered


def is_number(form: object) -> bool:
    """Return whether editors read what is written so as a number."""
    return isinstance(form, Written) and form.kind == "whole number"


def _offered(written: Written) -> Schema:
    if written.choices:
        return {"enum": list(written.choices)}
    if is_number(written):
        limits = {"minimum": 0, "maximum": 999_999, "pattern": written.pattern}
        return {"type": ["integer", "string"], **limits}
    if written.pattern is None:
        return {"type": ["string", "number"]}
    number = ["number"] if re.search(written.pattern, "1234") else []
    return {"type": ["string", *number], "pattern": written.pattern}


def _silent_words(written: Written) -> list[Schema]:
    """Return the schema of the words of a choice in any letter case."""
    if not written.choices:
        return []
    words = [*written.choices, *(("true", "false") if _is_yes_or_no(written) else ())]
    pattern = "|".join(_in_any_case(word) for word in words)
    return [{"type": "string", "pattern": f"^({pattern})$"}]


def _silent_values(written: Written, is_optional: bool) -> list[Schema]:
    """Return the schema of what an editor reads as a value, and portalgen as a text or nothing."""
    if written.pattern is None and (not written.choices or _is_yes_or_no(written)):
        return [_BOOLEAN_OR_NOTHING if is_optional else _BOOLEAN]
    return [NOTHING] if is_optional else []


def _in_any_case(word: str) -> str:
    """Return a pattern of a word; ECMA 262 knows no other way that all editors share."""
    return "".join(f"[{c.lower()}{c.upper()}]" if c.isalpha() else re.escape(c) for c in word)


def _is_yes_or_no(written: Written) -> bool:
    return set(written.choices) == {"yes", "no"}


def _silent(*types: str) -> Schema:
    """Return the schema of values that are fine and that no editor offers.

    Editors offer `null` and `true` wherever these types are named, so the others are refused. The
    title keeps them from taking it for the same as the alternative beside it.
    """
    others = ("null", "boolean", "number", "string", "array", "object")
    return {"title": "other", "not": {"type": [each for each in others if each not in types]}}
