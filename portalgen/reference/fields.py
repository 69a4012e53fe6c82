"""The fields that an owner can write, as a tree with a branch for each file.

A path starts with the file's name and goes on with keys; lists have no numbers in it. Where a
file holds one list and nothing else, as away.yaml holds `away`, the key of that list is left
out: it is `away.until`, `services.price.amount`, `backup.contacts.phone`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from portalgen.model.portal import FILES, FOLDERS
from portalgen.model.section import Section
from portalgen.model.written import Written, WrittenMap

Form = Written | WrittenMap | type[Section]


@dataclass(frozen=True)
class Field:
    """Something that can be written: a value, a section with fields of its own, or a file.

    `name` is the key, `form` how one value is written; with `is_list` there can be several.
    `example` and `default` are texts as they are typed, empty where there is none. `list_key`
    is the key that the path of a file leaves out.
    """

    name: str
    path: str
    form: Form
    description: str
    example: str = ""
    default: str = ""
    required: bool = False
    is_list: bool = False
    children: tuple["Field", ...] = ()
    list_key: str = ""

    @property
    def kind(self) -> str:
        """What is written, in a word or two: `day`, `words`, `update`."""
        return self.form.noun if isinstance(self.form, type) else self.form.kind

    @property
    def hint(self) -> str:
        """What to write, in a phrase."""
        return "lines with keys" if isinstance(self.form, type) else self.form.hint

    @property
    def choices(self) -> tuple[str, ...]:
        """All texts that there are, if they are few."""
        return self.form.choices if isinstance(self.form, Written) else ()

    def walk(self) -> Iterator["Field"]:
        """Yield the field and all fields below it."""
        yield self
        for child in self.children:
            yield from child.walk()


@cache
def reference() -> tuple[Field, ...]:
    """Return a field for each file and each kind of front matter, in the order of the manual."""
    return tuple(_file(name, model) for name, model in {**FILES, **FOLDERS}.items())


def topics() -> tuple[str, ...]:
    """Return the paths of all fields."""
    return tuple(field.path for file in reference() for field in file.walk())


def find(topic: str) -> Field | None:
    """Return the field of a path, if there is one.

    `away.yaml`, and `away.away.until` with the key of the list, are understood as well.
    """
    first, *rest = topic.strip().removesuffix(".yaml").removesuffix(".yml").split(".")
    field = _named(first, reference())
    if field is not None and rest and rest[0] == field.list_key:
        rest = rest[1:]
    for name in rest:
        field = _named(name, field.children) if field else None
    return field


def _named(name: str, fields: tuple[Field, ...]) -> Field | None:
    return next((field for field in fields if field.name == name.lower()), None)


def _file(name: str, model: type[Section]) -> Field:
    children = tuple(_fields(model, name))
    # The one list of a file is transparent: its fields are the file's.
    only = children[0] if len(children) == 1 and children[0].is_list else None
    return Field(
        name=name,
        path=name,
        form=model,
        description=_first_sentence(model),
        required=name == "practice",
        children=tuple(_fields(_section(only), name)) if only else children,
        list_key=only.name if only else "",
    )


def _fields(model: type[Section], path: str) -> Iterator[Field]:
    for name, info in model.model_fields.items():
        if not info.exclude:
            yield _field(info.alias or name, info, path)


def _field(name: str, info: FieldInfo, above: str) -> Field:
    path = f"{above}.{name}"
    form, is_list = _form(info.annotation, tuple(info.metadata))
    examples = info.examples or [getattr(form, "example", "")]
    return Field(
        name=name,
        path=path,
        form=form,
        description=info.description or "",
        example=str(examples[0]),
        default="" if info.is_required() else _typed(info.get_default()),
        required=info.is_required(),
        is_list=is_list,
        children=tuple(_fields(form, path)) if isinstance(form, type) else (),
    )


def _form(annotation: Any, metadata: tuple[Any, ...]) -> tuple[Form, bool]:
    """Return how one value of an annotation is written, and whether it is a list of such."""
    for each in metadata:
        if isinstance(each, Written | WrittenMap):
            return each, False
    if isinstance(annotation, type) and issubclass(annotation, Section):
        return annotation, False
    inner, *more = get_args(annotation)
    if get_origin(annotation) is Annotated:
        return _form(inner, tuple(more))
    if get_origin(annotation) is tuple:
        return _form(inner, ())[0], True
    assert get_origin(annotation) in {Union, UnionType}, annotation
    return _form(inner, ())


def _section(field: Field) -> type[Section]:
    assert isinstance(field.form, type)
    return field.form


def _typed(value: object) -> str:
    """Return a default as the owner would type it; empty where it says nothing."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Enum):
        return str(value.value)
    if value is None or isinstance(value, Section | Mapping):
        return ""
    if isinstance(value, tuple):
        return ", ".join(_typed(each) for each in value)
    return str(value)


def _first_sentence(model: type[Section]) -> str:
    return (model.__doc__ or "").strip().splitlines()[0]
