"""JSON Schemas (draft 2020-12) of the content files, for editors that help while one writes.

They describe what an editor sees, which reads YAML 1.2: a day or a clock time is a string there,
`0142` a number, `yes` a string and `true` is not. portalgen itself reads texts, so a schema lets
pass whatever the field's own reading would: an editor must not draw red lines under good content.
Rules between fields are not in the schemas. `markdownDescription` and `errorMessage` belong to no
draft; the editors that know them show them, and all others pass them over.
"""

from portalgen.model.written import Written, WrittenMap
from portalgen.reference.fields import Field, reference
from portalgen.reference.text_schema import (
    NOTHING,
    Schema,
    is_number,
    shared_schemas,
    text_schema,
)

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
        "$defs": {**shared_schemas(), **definitions},
    }


def _content(file: Field, definitions: dict[str, Schema]) -> Schema:
    if not file.list_key:
        return _map_of(file.children, definitions, () if file.required else ("null",))
    assert isinstance(file.form, type)
    described = file.form.model_fields[file.list_key].description or ""
    entry = {"anyOf": [_entry(file, definitions), NOTHING]}
    listed = {
        "title": file.list_key,
        "description": described,
        **_list_of(entry, file.list_key, file.hint),
    }
    return {
        "type": ["object", "null"],
        "properties": {file.list_key: listed},
        "additionalProperties": False,
    }


def _field(field: Field, definitions: dict[str, Schema]) -> Schema:
    value = _value(field, definitions)
    return {**_told(field), **(_list_of(value, field.name, field.hint) if field.is_list else value)}


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
    return int(text) if is_number(field.form) else text


def _value(field: Field, definitions: dict[str, Schema]) -> Schema:
    is_optional = not field.required
    if isinstance(field.form, Written):
        return text_schema(field.form, is_optional)
    if isinstance(field.form, WrittenMap):
        line = {"description": field.description, **text_schema(field.form.value, True)}
        return {
            "type": ["object", *(("null",) if is_optional else ())],
            "patternProperties": {field.form.key_pattern: line},
            "additionalProperties": False,
        }
    entry = _entry(field, definitions)
    return {"anyOf": [entry, *([NOTHING] if is_optional else [])]}


def _entry(field: Field, definitions: dict[str, Schema]) -> Schema:
    """Return a reference to the schema of a section, which is made when it is first met."""
    definitions[field.path] = _map_of(field.children, definitions, ())
    return {"$ref": f"#/$defs/{field.path}"}


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


def _list_of(item: Schema, name: str, hint: str) -> Schema:
    """Return the schema of a list, of which one item may stand alone.

    Alternatives of one name would be one thing twice to those who point at it.
    """
    told = f"Write {hint}. If there are several, each stands in a line of its own, after a dash."
    several = {"title": name, "type": "array", "items": item, "errorMessage": told}
    return {"anyOf": [several, item]}
