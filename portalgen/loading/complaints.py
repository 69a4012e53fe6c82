"""What the model says is wrong → problems with places, in the owner's words."""

from collections.abc import Iterator
from types import UnionType
from typing import Any, Union, get_args, get_origin

from pydantic import ValidationError

from portalgen.loading.places import SourceText, follow, place_in
from portalgen.model.fields import Written, WrittenMap
from portalgen.model.section import Path, Section
from portalgen.problems import Place, Problem, nearest
from portalgen.sources.nodes import Entry, Mapping


def complaints(
    error: ValidationError, model: type[Section], source: SourceText
) -> Iterator[Problem]:
    """Yield a problem for each error of one file."""
    for each in error.errors(include_url=False, include_input=False):
        path: Path = each["loc"]
        if each["type"] == "broken":
            for rule in each["ctx"]["rules"]:
                place = place_in(source, path + rule.path)
                yield Problem(place, rule.found, rule.instead)
        elif each["type"] == "extra_forbidden":
            yield _unknown_key(path, model, source)
        elif each["type"] == "missing":
            yield _missing(path, model, source)
        else:
            yield _wrong_shape(path, model, source)


def _unknown_key(path: Path, model: type[Section], source: SourceText) -> Problem:
    holder = _model_at(model, path[:-1])
    known = list(written_keys(holder)) if holder else []
    close = nearest(str(path[-1]), known)
    instead = f"Did you mean `{close}`?" if close else f"Known here: {', '.join(known)}."
    return Problem(_key_place(source, path), f"There is no key `{path[-1]}` here.", instead)


def _missing(path: Path, model: type[Section], source: SourceText) -> Problem:
    key = str(path[-1])
    holder = _model_at(model, path[:-1])
    found = follow(source.root, path)
    empty = isinstance(found, Entry) and found.key.text == key
    instead = f"Write {_hint(holder, key)}." if holder else ""
    what = holder.noun if holder else "entry"
    said = f"`{key}` has no value." if empty else f"This {what} lacks `{key}`."
    return Problem(place_in(source, path), said, instead)


def _wrong_shape(path: Path, model: type[Section], source: SourceText) -> Problem:
    expected = _model_at(model, path)
    keys = list(written_keys(expected))[:4] if expected else []
    instead = f"Write lines with keys below it, such as {', '.join(keys)}." if keys else ""
    if not path:
        return Problem(place_in(source, path), "This file does not hold keys and values.", instead)
    return Problem(place_in(source, path), "This is a text where keys are expected.", instead)


def _key_place(source: SourceText, path: Path) -> Place:
    holder = follow(source.root, path[:-1])
    entry = holder.entry(str(path[-1])) if isinstance(holder, Mapping) else None
    return entry.key.place if entry else place_in(source, path)


def written_keys(model: type[Section]) -> Iterator[str]:
    """Yield the keys that the owner may write in a section."""
    for name, info in model.model_fields.items():
        if not info.exclude:
            yield info.alias or name


def _model_at(model: type[Section], path: Path) -> type[Section] | None:
    """Return the section that the model expects at a path, if it is one."""
    for step in path:
        if isinstance(step, int):
            continue
        info = next(
            (info for name, info in model.model_fields.items() if step in {name, info.alias}),
            None,
        )
        inner = _section_in(info.annotation) if info else None
        if inner is None:
            return None
        model = inner
    return model


def _section_in(annotation: Any) -> type[Section] | None:
    if isinstance(annotation, type) and issubclass(annotation, Section):
        return annotation
    if get_origin(annotation) in {tuple, Union, UnionType}:
        found = (_section_in(each) for each in get_args(annotation))
        return next((each for each in found if each), None)
    return None


def _hint(model: type[Section], key: str) -> str:
    for name, info in model.model_fields.items():
        if key in {name, info.alias}:
            written = next(
                (each for each in info.metadata if isinstance(each, Written | WrittenMap)), None
            )
            example = f", such as `{info.examples[0]}`" if info.examples else ""
            if written is not None:
                return f"`{key}:` with {written.hint}{example}"
    return f"`{key}:`"
