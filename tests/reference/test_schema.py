import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from portalgen.model.values import Unreadable
from portalgen.model.written import Written, WrittenMap
from portalgen.packed import packed_folder
from portalgen.reference import Field, json_schema, reference, schema_names
from portalgen.sources.front_matter import split_front_matter

Read = Callable[[str], Any]

SAMPLES = tuple(packed_folder(name) for name in ("content", "repair"))
VALUES = [field for file in reference() for field in file.walk() if isinstance(field.form, Written)]

# For each kind: texts that are fine, and texts that commonly go wrong. All stand unquoted.
KINDS: dict[str, tuple[list[str], list[str]]] = {
    "name": (["Dana Whitlock", "3rd Floor", "42", "true"], []),
    "words": (["Half past 5", "1e3", "0142", "yes", "true"], []),
    "lines": (["12 Elm Street", "94110"], []),
    "Markdown": (["Call **911** first.", "911"], []),
    "holiday": (["all", "Christmas Day"], []),
    "value": (["24 hours", "80 USD", "4", "1.5", "a few"], []),
    "length or words": (["1 business day", "a few days"], []),
    "money or words": (["80 USD", "half the price"], []),
    "choice": ([], ["aways", "3", "true"]),
    "yes or no": (["yes", "No", "true", "FALSE", "NO"], ["on", "off", "y", "1", "maybe"]),
    "short name": (["one-to-one", "2026", "a"], ["One", "one_to_one", "-a", "a--b", "über"]),
    "day": (["2026-12-21"], ["2026-2-3", "13/12/2026", "20261221", "tomorrow", "true"]),
    "moment": (["2026-12-16 17:00", "2026-12-16T17:00"], ["2026-12-16", "2026-12-16 5pm", "17:00"]),
    "day or moment": (
        ["2026-12-21", "2026-12-21 13:00"],
        ["2026-12-21 1pm", "2026-12-21 13", "further notice"],
    ),
    "day, moment or further notice": (
        ["2026-12-21", "2026-12-21 13:00", "further notice", "Further notice"],
        ["later", "2026-2-3", "notice"],
    ),
    "day or yearly day": (["12-24", "2026-12-24"], ["12-24-2026", "Dec 24", "1224", "7-1"]),
    "length": (
        ["2 days", "1 week", "30 minutes", "4 business hours", "2  business  days"],
        ["2", "two days", "2 months", "2d", "2.5 hours", "-1 day"],
    ),
    "length or day": (["14 days", "2026-11-20"], ["14", "11-20", "soon"]),
    "money": (
        ["420 USD", "1200.50 EUR", "0 usd"],
        ["420", "$420", "1,200 EUR", "420 dollars", "USD 420", "1200.5 EUR"],
    ),
    "whole number": (["3", "0", "12"], ["-1", "1.5", "three", "1000000"]),
    "time zone": (["Europe/Lisbon", "America/Argentina/Buenos_Aires"], ["EST", "UTC", "+01:00"]),
    "language": (["en-US", "de", "pt-BR", "zh-Hant-TW", "no"], ["English", "e", "en-", "pt_BR"]),
    "e-mail address": (["ines@example.com", "a+b@c.example"], ["ines", "a b@c.example", "a@b"]),
    "phone number": (["+1 619 555 0142", "0142", "+16195550142"], ["call me", "++1", "1x"]),
    "web address": (
        ["https://a.example/b?c=d", "http://a.example:80/"],
        ["a.example", "www.a.example", "javascript:alert(1)", "ftp://a.example"],
    ),
    "image": (["photo.jpg", "A.JPG", "logo.svg"], ["images/a.jpg", "../a.png", "a.pdf", "a b.jpg"]),
    "color": (['"#2f6f62"', '"#FFF"'], ["2f6f62", "red", '"#12345"', "000"]),
    "repository": (["ines/portal", "a.b/c_d-e"], ["portal", "https://github.com/a/b", "a/b/c"]),
    "country": (["US", "no", "NO"], ["1", "United States", "U"]),
    "region": (["CA", "by", "09"], []),
    "hours": (
        ["09:00-12:30", "09:00-12:30, 13:30-17:00", "closed", "CLOSED", "22:00-02:00"],
        ["9-5", "9:00-17:00", "09:00", "09:00-12:30 13:30-17:00", "0900-1700", "open"],
    ),
}


def schema_of(field: Field) -> dict[str, Any]:
    """Return the schema of one field, as it stands in that of its file."""
    file = field.path.split(".")[0]
    whole = json_schema(file)
    holder = field.path.rpartition(".")[0]
    section = whole["$defs"].get(holder, whole)
    return {**section["properties"][field.name], "$defs": whole["$defs"]}


def allows(schema: dict[str, Any], value: object) -> bool:
    return bool(Draft202012Validator(schema).is_valid(value))


def reads(form: Written, text: str) -> bool:
    try:
        form.read(text.strip('"'))
    except Unreadable:
        return False
    return True


def written_of(kind: str) -> Field:
    return next(field for field in VALUES if field.kind == kind)


TABLE = [
    (kind, text, fine)
    for kind, table in KINDS.items()
    for texts, fine in zip(table, (True, False), strict=True)
    for text in texts
]


@pytest.mark.parametrize("name", schema_names())
def test_a_schema_is_one_and_has_a_name_that_nobody_downloads(name: str) -> None:
    schema = json_schema(name)
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"] == f"urn:portalgen:schema:{name}:1"
    assert json.loads(json.dumps(schema)) == schema


def test_the_tables_know_every_kind() -> None:
    kinds = {field.kind for field in VALUES}
    assert kinds <= set(KINDS)
    assert set(KINDS) - kinds == {"value"}


@pytest.mark.parametrize(("kind", "text", "fine"), TABLE)
def test_schema_and_model_agree(kind: str, text: str, fine: bool, as_editors_read: Read) -> None:
    if kind == "value":
        form: Any = next(
            field.form.value
            for file in reference()
            for field in file.walk()
            if isinstance(field.form, WrittenMap) and field.form.value.kind == "value"
        )
        schema = json_schema("terms")["$defs"]["terms.clauses"]["properties"]["values"]
        value: object = {"notice": as_editors_read(text)}
    else:
        field = written_of(kind)
        form, schema, value = field.form, schema_of(field), as_editors_read(text)
    assert reads(form, text) is fine
    assert allows(schema, value) is fine


def test_what_a_schema_offers_it_allows(as_editors_read: Read) -> None:
    refused = []
    for field in VALUES:
        schema = schema_of(field)
        offered = [*schema["examples"], *([schema["default"]] if "default" in schema else [])]
        offered += [as_editors_read(word) for word in field.choices]
        offered += [word.upper() for word in field.choices]
        refused += [(field.path, value) for value in offered if not allows(schema, value)]
    assert refused == []


def test_only_what_is_required_can_not_be_left_empty() -> None:
    required = {field.path for field in VALUES if field.required}
    assert {field.path for field in VALUES if not allows(schema_of(field), None)} == required


def test_a_list_may_be_one_item_and_a_value_is_no_list() -> None:
    for field in VALUES:
        schema = schema_of(field)
        example = schema["examples"][0]
        assert allows(schema, [example, example]) is field.is_list, field.path
        assert not allows(schema, [[example]]), field.path
        assert not allows(schema, {"a": example}), field.path


@pytest.mark.parametrize("name", schema_names())
def test_patterns_are_written_as_every_editor_understands_them(name: str) -> None:
    text = json.dumps(json_schema(name))
    assert not re.search(r"\(\?[aiLmsux-]|\(\?P|\(\?<|\\A|\\Z|\(\?\(", text)


@pytest.mark.parametrize(
    ("name", "text", "fine"),
    [
        ("away", "away:", True),
        ("away", "", True),
        ("away", "away:\n  - from: 2026-12-21\n    until: 2027-01-01", True),
        ("away", "away:\n  from: 2026-12-21\n  until: further notice", True),
        ("away", "away:\n  - until: 2027-01-01", False),
        ("away", "away:\n  - from: 2026-12-21\n    untill: 2027-01-01", False),
        ("away", "aways:", False),
        ("away", "away: soon", False),
        ("away", "away:\n  - from:\n", False),
        ("away", "- from: 2026-12-21", False),
        ("practice", "name: x", False),
        ("practice", "name: x\ntimezone: Europe/Lisbon\ncontact:\n  email: a@b.example", True),
        ("practice", "name: x\ntimezone: Europe/Lisbon\ncontact:", False),
        ("availability", "weekly:\n  mon-thu: 09:00-12:00\n  sat, sun: closed", True),
        ("availability", "weekly:\n  someday: 09:00-12:00", False),
        ("availability", "weekly:\n  mon: 9-5", False),
        ("availability", "weekly: 09:00-12:00", False),
        ("terms", "clauses:\n- {id: a, title: b, short: c, values: {notice: 24 hours}}", True),
        ("terms", "clauses:\n- {id: a, title: b, short: c, values: {A b: 24 hours}}", False),
        ("services", "services:\n- title: x\n  price: {amount: 420 USD, at_least: yes}", True),
        ("services", "services:\n- title: x\n  price: {amount: 420 USD, deposit: 100}", False),
        ("policies", "title: x\nsummary: y", True),
        ("policies", "title: x", False),
        ("pages", "title: x\nslug: y", False),
    ],
)
def test_whole_files(name: str, text: str, fine: bool, as_editors_read: Read) -> None:
    assert allows(json_schema(name), as_editors_read(text)) is fine


@pytest.mark.parametrize(
    "file", [file for folder in SAMPLES for file in sorted(folder.glob("*.yaml"))]
)
def test_the_samples_have_no_red_lines(file: Any, as_editors_read: Read) -> None:
    content = as_editors_read(file.read_text(encoding="utf-8"))
    errors = Draft202012Validator(json_schema(file.stem)).iter_errors(content)
    assert [(error.json_path, error.message) for error in errors] == []


@pytest.mark.parametrize(
    "file", [file for folder in SAMPLES for file in sorted(folder.glob("*/*.md"))]
)
def test_the_front_matter_of_the_samples_has_no_red_lines(file: Any, as_editors_read: Read) -> None:
    front = split_front_matter(file.read_text(encoding="utf-8"), file.name).yaml
    errors = Draft202012Validator(json_schema(file.parent.name)).iter_errors(as_editors_read(front))
    assert [(error.json_path, error.message) for error in errors] == []
