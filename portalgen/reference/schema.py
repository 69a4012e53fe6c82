"""JSON Schemas (draft 2020-12) of the content files, for editors that help while one writes.

They describe what an editor sees, which reads YAML 1.2: a day or a clock time is a string there,
`0142` a number, `yes` a string and `true` is not. portalgen itself reads texts, so a schema lets
pass whatever the field's own reading would: an editor must not draw red lines under good content.
Rules between fields are not in the schemas.
"""

import re
from typing import Any

from portalgen.model.written import Written, WrittenMap
from portalgen.reference.fields import Field, reference

Schema = dict[str, Any]

# Raised when a schema changes so that content that was fine is no longer.
_VERSION = 1


def schema_names() -> tuple[str, ...]:
    """Return the names of all content files and folders that have a schema."""
    return tuple(field.name for field in reference())


def json_schema(name: str) -> Schema:
    """Return the schema of a content file, or of the front matter in a folder of texts.

    Raises KeyError for a name that is not in `schema_names()`.
    """
    file = {field.name: field for field in reference()}[name]
    definitions: dict[str, Schema] = {}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        # A name and no address: nothing is to be fetched.
        "$id": f"urn:portalgen:schema:{name}:{_VERSION}",
        "title": name,
        "description": file.description,
        **_content(file, definitions),
        "$defs": definitions,
    }


def _content(file: Field, definitions: dict[str, Schema]) -> Schema:
    if not file.list_key:
        return _map_of(file.children, definitions, _OPTIONAL if not file.required else ())
    assert isinstance(file.form, type)
    described = file.form.model_fields[file.list_key].description or ""
    entry = _entry(file.path, file.children, definitions)
    entry = {"anyOf": [entry, {"type": "null"}]}
    listed = {"title": file.list_key, "description": described, **_list_of(entry)}
    return {
        "type": ["object", "null"],
        "properties": {file.list_key: listed},
        "additionalProperties": False,
    }


_OPTIONAL = ("null",)


def _field(field: Field, definitions: dict[str, Schema]) -> Schema:
    nothing = () if field.required else _OPTIONAL
    value = _value(field, definitions, nothing)
    return {**_told(field), **(_list_of(value) if field.is_list else value)}


def _told(field: Field) -> Schema:
    """Return what an editor shows when one points at a field, and what it offers to fill in."""
    sentences = [field.description]
    told: Schema = {"title": field.name}
    if not isinstance(field.form, type):
        sentences.append(f"Write {field.hint}.")
    if field.example:
        sentences.append(f"Such as `{field.example}`")
        told["examples"] = [_editor_value(field, field.example)]
    if field.default:
        sentences.append(f"Left out, it is `{field.default}`.")
        told["default"] = _editor_value(field, field.default)
    return {
        **told,
        "description": " ".join(sentences[:2]),
        "markdownDescription": "\n\n".join(sentences),
    }


def _editor_value(field: Field, text: str) -> object:
    """Return a typed text as an editor reads it."""
    if isinstance(field.form, WrittenMap):
        key, _, value = text.partition(": ")
        return {key: value}
    return int(text) if _is_number(field.form) else text


def _value(field: Field, definitions: dict[str, Schema], nothing: tuple[str, ...]) -> Schema:
    if isinstance(field.form, Written):
        return _text(field.form, nothing)
    if isinstance(field.form, WrittenMap):
        return {
            "type": ["object", *nothing],
            "patternProperties": {field.form.key_pattern: _text(field.form.value, _OPTIONAL)},
            "additionalProperties": False,
        }
    entry = _entry(field.path, field.children, definitions)
    return {"anyOf": [entry, {"type": "null"}]} if nothing else {"anyOf": [entry]}


def _entry(path: str, children: tuple[Field, ...], definitions: dict[str, Schema]) -> Schema:
    """Return a reference to the schema of a section, which is made when it is first met."""
    definitions[path] = _map_of(children, definitions, ())
    return {"$ref": f"#/$defs/{path}"}


def _map_of(
    children: tuple[Field, ...], definitions: dict[str, Schema], nothing: tuple[str, ...]
) -> Schema:
    required = [child.name for child in children if child.required]
    return {
        "type": ["object", *(() if required else nothing)],
        "properties": {child.name: _field(child, definitions) for child in children},
        "additionalProperties": False,
        **({"required": required} if required else {}),
    }


def _list_of(item: Schema) -> Schema:
    """Return the schema of a list, of which one item may stand alone."""
    return {"anyOf": [{"type": "array", "items": item}, item]}


def _text(written: Written, nothing: tuple[str, ...]) -> Schema:
    if written.choices:
        return _choice(written.choices, nothing)
    if _is_number(written):
        limits = {"minimum": 0, "maximum": 999_999, "pattern": written.pattern}
        return {"type": ["integer", "string", *nothing], **limits}
    if written.pattern is None:
        return {"type": ["string", "number", "boolean", *nothing]}
    number = ["number"] if re.search(written.pattern, "1234") else []
    return {"type": ["string", *number, *nothing], "pattern": written.pattern}


def _choice(choices: tuple[str, ...], nothing: tuple[str, ...]) -> Schema:
    """Return the schema of a choice: the words to offer, and the same in any letter case."""
    words: list[object] = list(choices)
    spellings = list(choices)
    if set(choices) == {"yes", "no"}:
        words += [True, False]
        spellings += ["true", "false"]
    pattern = "|".join(_in_any_case(word) for word in spellings)
    return {
        "anyOf": [
            {"enum": [*words, *(None for _ in nothing)]},
            {"type": "string", "pattern": f"^({pattern})$"},
        ]
    }


def _in_any_case(word: str) -> str:
    """Return a pattern of a word; ECMA 262 knows no other way that all editors share."""
    return "".join(f"[{c.lower()}{c.upper()}]" if c.isalpha() else re.escape(c) for c in word)


def _is_number(form: object) -> bool:
    return isinstance(form, Written) and form.kind == "whole number"
