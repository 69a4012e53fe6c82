"""What the model says is wrong → problems with places, in the owner's words.

One slip is told once: a key that is missing because it was misspelt, or because it stands in
the wrong place, is not missed as well.
"""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from types import UnionType
from typing import Any, Union, get_args, get_origin

from pydantic import ValidationError

from portalgen.loading.places import SourceText, follow, key_place_in, place_in
from portalgen.model.portal import FILES
from portalgen.model.section import Broken, BrokenKey, Path, Section
from portalgen.model.values import Unreadable
from portalgen.model.written import Written, WrittenMap
from portalgen.problems import Place, Problem, nearest
from portalgen.sources.nodes import Entry, Mapping, Scalar, Sequence
from portalgen.sources.slips import no_space_after_colon


def complaints(
    error: ValidationError, model: type[Section], source: SourceText
) -> Iterator[Problem]:
    """Yield a problem for each error of one file."""
    errors = error.errors(include_url=False, include_input=False)
    unknown = [
        _unknown_key(each["loc"], model, source)
        for each in errors
        if each["type"] == "extra_forbidden"
    ]
    explained = {each.explains for each in unknown if each.explains}
    yield from (each.problem for each in unknown)
    for each in errors:
        path: Path = each["loc"]
        if each["type"] == "broken":
            for rule in each["ctx"]["rules"]:
                yield _broken(path, rule, source)
        elif each["type"] == "missing":
            if not any(path[: len(end)] == end for end in explained):
                yield _missing(path, model, source)
        elif each["type"] != "extra_forbidden":
            yield _wrong_shape(path, model, source)


def wrong_root(source: SourceText, model: type[Section]) -> Problem | None:
    """Return the problem of a file that does not hold keys, or that lacks them all."""
    root = source.root
    keys = list(written_keys(model))
    if isinstance(root, Sequence):
        instead = f"Begin it with a line `{keys[0]}:`." if len(keys) == 1 else ""
        return Problem(
            root.place,
            "This file starts with a dash where a key is expected.",
            instead or f"Leave off the dashes; keys here are {_examples(model)}.",
        )
    if isinstance(root, Scalar) and not root.left_out:
        slip = no_space_after_colon(root.text) or (
            "This file starts with a text where a key is expected.",
            f"Write a key in front of it; keys here are {_examples(model)}.",
        )
        return Problem(root.place, *slip)
    if _required(model):
        where = "this file" if source.body is None else "the two lines `---`"
        between = "in" if source.body is None else "between"
        return Problem(
            Place(source.file),
            f"Nothing is written {between} {where}.",
            f"Write {_examples(model)}.",
        )
    return None


def _examples(model: type[Section]) -> str:
    """Return the keys that a file needs, or else some that it may have, for a sentence."""
    keys = [info.alias or name for name, info in _required(model)] or list(written_keys(model))[:3]
    quoted = [f"`{key}:`" for key in keys[:3]]
    return " and ".join([", ".join(quoted[:-1]), quoted[-1]]) if len(quoted) > 1 else quoted[0]


def written_keys(model: type[Section]) -> Iterator[str]:
    """Yield the keys that the owner may write in a section."""
    for name, info in model.model_fields.items():
        if not info.exclude:
            yield info.alias or name


def _broken(path: Path, rule: Broken, source: SourceText) -> Problem:
    whole = path + rule.path
    place = key_place_in(source, whole) if isinstance(rule, BrokenKey) else place_in(source, whole)
    instead = rule.instead
    if isinstance(follow(source.root, whole), Mapping) and _stands_alone(whole, source):
        instead = "Write a list: each text in a line of its own, with a dash in front."
    return Problem(place, rule.found, instead)


def _stands_alone(path: Path, source: SourceText) -> bool:
    """Return whether a path leads to one item where a list is expected."""
    return path[-1:] == (0,) and not isinstance(follow(source.root, path[:-1]), Sequence)


@dataclass(frozen=True)
class _Unknown:
    """A problem with a key, and the path of a key that is missing because of it."""

    problem: Problem
    explains: Path


def _unknown_key(path: Path, model: type[Section], source: SourceText) -> _Unknown:
    key = str(path[-1])
    instead, explains = _meant(path, key, model, source)
    problem = Problem(key_place_in(source, path), f"There is no key `{key}` here.", instead)
    return _Unknown(problem, explains)


def _meant(path: Path, key: str, model: type[Section], source: SourceText) -> tuple[str, Path]:
    """Return what to write instead of an unknown key, and the path of the key that was meant."""
    holder = _model_at(model, path[:-1])
    known = list(written_keys(holder)) if holder else []
    around: Path = path[:-1]
    if isinstance(follow(source.root, path), Mapping) and _stands_alone(around, source):
        first = f"- id: {key}" if "id" in known else "- "
        list_key = next((step for step in reversed(around) if isinstance(step, str)), "This")
        return f"`{list_key}` is a list: write `{first}`, and the other keys below.", around
    if key.lower() in known:
        return f"Keys are written in small letters: `{key.lower()}`.", (*around, key.lower())
    file = next((name for name, other in FILES.items() if key in written_keys(other)), None)
    is_file_key = len(path) == 1 and file is not None
    child = _child_with(holder, key) if holder else None
    if child is not None and not (is_file_key and len(known) == 1):
        return f"It belongs to `{child}`: move it there, two spaces further in.", (*around, child)
    elder = _elder_with(path, model, key)
    if elder is not None:
        return f"It belongs to the {elder.noun}: move it further to the left.", ()
    if is_file_key:
        return f"It belongs in {file}.yaml.", ()
    close = nearest(key, known)
    if close:
        return f"Did you mean `{close}`?", (*around, close)
    return f"Keys here are: {', '.join(known)}.", ()


def _child_with(holder: type[Section], key: str) -> str | None:
    """Return the key of the section below `holder` that knows `key`."""
    fields = holder.model_fields.items()
    for name, info in fields:
        inner = _section_in(info.annotation)
        single = get_origin(info.annotation) is not tuple or len(fields) == 1
        if inner is not None and single and key in written_keys(inner):
            return info.alias or name
    return None


def _elder_with(path: Path, model: type[Section], key: str) -> type[Section] | None:
    """Return the section around that of a path, the nearest first, that knows `key`."""
    for length in range(len(path) - 2, -1, -1):
        elder = _model_at(model, path[:length])
        is_another = elder is not _model_at(model, path[:-1])
        if elder is not None and is_another and key in written_keys(elder):
            return elder
    return None


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
    node = follow(source.root, path)
    place = place_in(source, path)
    if isinstance(node, Sequence):
        return Problem(place, "A list stands here where keys are expected.", "Leave off the dash.")
    text = node.text if isinstance(node, Scalar) else ""
    slip = no_space_after_colon(text)
    if slip is not None and expected and text.split(":")[0] in written_keys(expected):
        return Problem(place, *slip)
    example = f", such as {_example(expected, text)}" if expected else ""
    return Problem(
        place,
        f"`{text}` stands here where keys are expected.",
        f"Write keys and values, each in a line of its own{example}.",
    )


def _required(model: type[Section]) -> list[tuple[str, Any]]:
    fields = model.model_fields.items()
    return [(name, info) for name, info in fields if info.is_required()]


def _example(model: type[Section], text: str = "") -> str:
    """Return a line that could stand in a section; it takes up `text` where that fits."""
    name, info = next(iter(_required(model)), next(iter(model.model_fields.items())))
    written = _written(info)
    value = str(info.examples[0]) if info.examples else written.example if written else "…"
    if text and isinstance(written, Written) and len(text) < 60:
        with suppress(Unreadable):
            written.read(text)
            value = text
    return f"`{info.alias or name}: {value}`"


def _written(info: Any) -> Written | WrittenMap | None:
    return next((each for each in info.metadata if isinstance(each, Written | WrittenMap)), None)


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
        if key not in {name, info.alias}:
            continue
        written, inner = _written(info), _section_in(info.annotation)
        if written is not None:
            example = info.examples[0] if info.examples else written.example
            return f"`{key}:` with {written.hint}, such as `{example}`"
        if inner is not None:
            return f"`{key}:` and below it, two spaces further in, {_example(inner)}"
    return f"`{key}:`"
