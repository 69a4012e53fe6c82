"""The form of the phone editor, against the reference that it is made from."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from portalgen.model.portal import FILES
from portalgen.reference import Field, reference
from portalgen.reference.phone_form import collections

FORM = collections("content")
FILES_OF_FORM = {file["name"]: file for file in FORM[0]["files"]}
FOLDERS_OF_FORM = {folder["name"]: folder for folder in FORM[1:]}


def widgets_of(field: Field) -> list[dict[str, Any]]:
    """Return the widgets of a file or folder; of its one list, if it has no more."""
    holder = FILES_OF_FORM.get(field.name) or FOLDERS_OF_FORM[field.name]
    fields: list[dict[str, Any]] = holder["fields"]
    return fields[0]["fields"] if field.list_key else fields


def pairs(
    fields: tuple[Field, ...], widgets: list[dict[str, Any]]
) -> Iterator[tuple[Field, dict[str, Any]]]:
    """Yield each field with its widget, at all depths."""
    named = {widget["name"]: widget for widget in widgets}
    for field in fields:
        yield field, named[field.name]
        yield from pairs(field.children, named[field.name].get("fields", []))


FIELDS = [pair for file in reference() for pair in pairs(file.children, widgets_of(file))]
BY_PATH = {field.path: widget for field, widget in FIELDS}
ALL = [pytest.param(field, widget, id=field.path) for field, widget in FIELDS]


def value_of(widget: dict[str, Any]) -> dict[str, Any]:
    """Return the widget of one value: of an item, if it is a list of values."""
    item: dict[str, Any] = widget.get("field", widget)
    return item


def test_every_file_stands_in_the_form_what_is_edited_most_often_first() -> None:
    assert list(FILES_OF_FORM) == [
        "away",
        "availability",
        "backup",
        "services",
        "terms",
        "practice",
        "promises",
    ]
    assert set(FILES_OF_FORM) == set(FILES)
    assert list(FOLDERS_OF_FORM) == ["policies", "what-to-expect", "pages"]
    assert FILES_OF_FORM["away"]["file"] == "content/away.yaml"
    assert FOLDERS_OF_FORM["pages"]["folder"] == "content/pages"


@pytest.mark.parametrize("file", reference(), ids=lambda file: file.name)
def test_every_field_stands_in_the_order_of_the_model_and_no_other(file: Field) -> None:
    names = [widget["name"] for widget in widgets_of(file)]
    assert names == [field.name for field in file.children] + (
        ["body"] if file.name in FOLDERS_OF_FORM else []
    )
    for field, widget in pairs(file.children, widgets_of(file)):
        if field.children:
            assert [each["name"] for each in widget["fields"]] == [
                child.name for child in field.children
            ]


@pytest.mark.parametrize("file", [f for f in reference() if f.list_key], ids=lambda f: f.name)
def test_the_one_list_of_a_file_keeps_its_key(file: Field) -> None:
    (only,) = FILES_OF_FORM[file.name]["fields"]
    assert (only["name"], only["widget"]) == (file.list_key, "list")


@pytest.mark.parametrize(("field", "widget"), ALL)
def test_each_field_has_a_label_its_description_and_no_default_of_its_own(
    field: Field, widget: dict[str, Any]
) -> None:
    assert widget["label"][0].isupper()
    assert not re.search("[_-]", widget["label"])
    assert widget["hint"].startswith(field.description)
    assert (f"Left out, it is {field.default}." in widget["hint"]) == bool(field.default)
    assert "default" not in widget
    assert widget["required"] or not field.required


@pytest.mark.parametrize(("field", "widget"), ALL)
def test_no_widget_changes_what_was_typed(field: Field, widget: dict[str, Any]) -> None:
    value = value_of(widget)
    assert value["widget"] in {"string", "text", "select", "keyvalue", "object", "list", "number"}
    assert (value["widget"] == "number") == (field.kind == "whole number")
    pattern = getattr(field.form, "pattern", None)
    if pattern is not None and field.kind != "whole number":
        assert value["widget"] == "string"
        assert value["pattern"][0] == pattern
        assert value["pattern"][1].startswith("Write ")
    if field.choices:
        assert (value["widget"], tuple(value["options"])) == ("select", field.choices)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("away.from", {"widget": "string", "required": True}),
        ("away.message", {"widget": "text", "required": False}),
        ("away.reason", {"widget": "string"}),
        ("away.appointments", {"widget": "text"}),
        ("away.level", {"widget": "select", "options": ["away", "closed", "limited", "news"]}),
        ("away.cover", {"widget": "list", "label_singular": "Cover", "collapsed": True}),
        ("away.revision", {"widget": "number", "value_type": "int"}),
        ("services.price.at_least", {"widget": "select", "options": ["yes", "no"]}),
        ("services.price.next", {"widget": "object", "required": False}),
        ("availability.weekly", {"widget": "keyvalue"}),
        ("terms.clauses.values", {"widget": "keyvalue"}),
        ("practice.contact", {"widget": "object", "required": True, "collapsed": True}),
        ("practice.contact.address", {"widget": "text"}),
        ("away.book_by", {"label": "Book by"}),
    ],
)
def test_what_is_asked_how(path: str, expected: dict[str, Any]) -> None:
    assert expected.items() <= BY_PATH[path].items()


def test_a_folded_entry_is_told_by_what_tells_it_apart() -> None:
    (absences,) = FILES_OF_FORM["away"]["fields"]
    assert absences["summary"] == "{{fields.id}} {{fields.from}} {{fields.until}}"
    assert absences["label_singular"] == "Absence"


def test_hints_say_nothing_of_quotes_which_the_editor_puts_itself() -> None:
    assert BY_PATH["practice.contact.phone"]["hint"].endswith(
        "Write a phone number with the country code."
    )
    assert not any("in quotes" in widget["hint"] for widget in BY_PATH.values())


def test_a_list_around_named_keys_can_not_be_left_empty() -> None:
    """The CMS would write an entry `*` for it, which is no entry of ours."""

    def walk(widget: dict[str, Any], may_be_empty: bool) -> Iterator[tuple[str, bool]]:
        if widget["widget"] == "keyvalue":
            yield widget["name"], may_be_empty
        inside = may_be_empty or (widget["widget"] == "list" and not widget["required"])
        for each in widget.get("fields", []):
            yield from walk(each, inside)

    for file in FILES_OF_FORM.values():
        for widget in file["fields"]:
            assert not any(empty for _, empty in walk(widget, may_be_empty=False)), widget["name"]


def test_no_widget_asks_for_what_is_told_by_an_example() -> None:
    """An example may be the very day of an absence that is held back."""
    for path, widget in BY_PATH.items():
        assert not re.search(r"\d{4}-\d{2}", widget["hint"]), path
