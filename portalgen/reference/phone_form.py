"""The form of the phone editor: each field of the reference as a widget of the CMS.

Written for Sveltia CMS, in the words that Decap CMS shares with it (`keyvalue` excepted). The form
never changes a text that the owner typed: days, times, numbers of phones and money are plain
lines with a pattern, texts in Markdown plain boxes, and yes or no a choice of two words. A
default is told and not filled in, and nothing here describes a field: the model does.

Examples are not told. A page may be made while an absence with just these days is held back.
"""

from typing import Any, get_args

from portalgen.model.maps import WEEKDAYS
from portalgen.model.portal import FILES
from portalgen.model.section import Section
from portalgen.model.written import Written, WrittenMap
from portalgen.reference.fields import Field, reference

Widget = dict[str, Any]

# What is edited most often comes first; the folders of texts follow in their own order.
_FILES_FIRST = ("away", "availability", "backup", "services", "terms", "practice", "promises")
# Where named keys stand within a list that is left out, the CMS writes an entry called `*`. So
# these lists have to have an entry, and this map is a form of seven days.
_NEVER_EMPTY = ("backup", "terms.clauses")
_BY_DAY = "availability.special_days.weekly"
# Words of which the example is longer than this are sentences, and get a box that grows.
_LINE = 24
_IN_A_SUMMARY = 3
_PLAIN_WORDS = ("name", "words", "choice", "yes or no")


def collections(folder: str) -> list[Widget]:
    """Return what can be edited in the content `folder` of a repository."""
    files = {field.name: field for field in reference()}
    return [
        {
            "name": "files",
            "label": "Your practice",
            "files": [_file(files[name], folder) for name in _FILES_FIRST],
        },
        *(_texts(field, folder) for field in reference() if field.name not in FILES),
    ]


def _file(file: Field, folder: str) -> Widget:
    return {
        "name": file.name,
        "label": _label(file.name),
        "file": f"{folder}/{file.name}.yaml",
        "fields": [_only_list(file)] if file.list_key else _widgets(file.children),
    }


def _only_list(file: Field) -> Widget:
    """Return the widget of the one list of a file, which the reference leaves out."""
    return {
        "name": file.list_key,
        "label": _label(file.list_key),
        "hint": file.description,
        "required": file.path in _NEVER_EMPTY,
        **_entries(file, _entry_noun(file)),
    }


def _entry_noun(file: Field) -> str:
    assert isinstance(file.form, type)
    entry: type[Section] = get_args(file.form.model_fields[file.list_key].annotation)[0]
    return entry.noun


def _texts(kind: Field, folder: str) -> Widget:
    """Return the collection of a folder of Markdown files; the file's name is the slug."""
    return {
        "name": kind.name,
        "label": _label(kind.name),
        "label_singular": _label(kind.kind),
        "description": kind.description,
        "folder": f"{folder}/{kind.name}",
        "create": True,
        "extension": "md",
        "format": "yaml-frontmatter",
        "slug": "{{title}}",
        "fields": [
            *_widgets(kind.children),
            {
                "name": "body",
                "label": "Text",
                "widget": "text",
                "required": False,
                "hint": "The text itself, in Markdown.",
            },
        ],
    }


def _widgets(fields: tuple[Field, ...]) -> list[Widget]:
    return [_widget(field) for field in fields]


def _widget(field: Field) -> Widget:
    return {
        "name": field.name,
        "label": _label(field.name),
        "hint": _hint(field),
        "required": field.required or field.path in _NEVER_EMPTY,
        **(_list(field) if field.is_list else _one(field)),
    }


def _list(field: Field) -> Widget:
    if field.children:
        return _entries(field, field.kind)
    # Each item has a box of its own: Decap would take a list without one apart at its commas.
    item = {"name": field.name, "label": _label(field.name), **_one(field)}
    return {"widget": "list", "collapsed": True, "field": item}


def _one(field: Field) -> Widget:
    """Return the widget for one value of a field, and what belongs to the widget alone."""
    if isinstance(field.form, Written):
        return _text(field, field.form)
    if isinstance(field.form, WrittenMap):
        value = field.form.value
        named = {"widget": "keyvalue", "value_label": _label(value.kind)}
        return _days(field, value) if field.path == _BY_DAY else named
    return {"widget": "object", "collapsed": True, "fields": _widgets(field.children)}


def _days(field: Field, hours: Written) -> Widget:
    text = {"required": False, "widget": "string", "pattern": _pattern(hours)}
    days = [{"name": day, "label": _label(day), **text} for day in WEEKDAYS]
    hint = f"{field.description} Write {_how(hours)}."
    return {"widget": "object", "collapsed": True, "hint": hint, "fields": days}


def _text(field: Field, form: Written) -> Widget:
    if form.choices:
        return {"widget": "select", "options": list(form.choices)}
    if form.kind == "whole number":
        return {"widget": "number", "value_type": "int", "min": 0}
    if form.pattern is not None:
        return {"widget": "string", "pattern": _pattern(form)}
    return {"widget": "string" if _is_line(field) else "text"}


def _pattern(form: Written) -> list[str | None]:
    """Return the pattern of a text, and what the editor says if a text does not fit."""
    return [form.pattern, f"Write {_how(form)}."]


def _entries(field: Field, noun: str) -> Widget:
    """Return a list of sections, folded up; `noun` is what one of them is called."""
    told = [each.name for each in field.children if _is_told(each)] or [field.children[0].name]
    return {
        "widget": "list",
        "label_singular": _label(noun),
        "collapsed": True,
        "summary": " ".join(f"{{{{fields.{name}}}}}" for name in told[:_IN_A_SUMMARY]),
        "fields": _widgets(field.children),
    }


def _is_told(field: Field) -> bool:
    return not (field.is_list or field.children or field.choices) and _is_line(field)


def _is_line(field: Field) -> bool:
    """Tell whether what is written is usually short enough for a line of a phone."""
    return field.kind not in ("Markdown", "lines") and len(field.example) <= _LINE


def _hint(field: Field) -> str:
    """Return what stands below a field: what it is, how it is written, what it is if left out."""
    sentences = [field.description]
    if not isinstance(field.form, type) and field.kind not in _PLAIN_WORDS:
        sentences.append(f"Write {_how(field.form)}.")
    if field.default:
        sentences.append(f"Left out, it is {field.default}.")
    return " ".join(sentences)


def _how(form: Written | WrittenMap) -> str:
    """Return what to write; the quotes of YAML are put by the editor."""
    return form.hint.partition(", in quotes")[0]


def _label(name: str) -> str:
    words = name.replace("_", " ").replace("-", " ")
    return words[:1].upper() + words[1:]
