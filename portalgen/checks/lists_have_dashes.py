"""Where the content is edited on a phone, each item of a list has a dash.

portalgen lets one item stand alone. The phone editor does not see an item without a dash, and
leaves it out of the file when it saves. What is left out without harm, since it is the default,
is not told of.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from portalgen.model.portal import FILES
from portalgen.problems import Place, Problem, advice
from portalgen.sources.nodes import Mapping, Node, Scalar, Sequence
from portalgen.subject import Subject

if TYPE_CHECKING:
    from portalgen.reference import Field


def lists_have_dashes(subject: Subject) -> Iterator[Problem]:
    """Yield advice for each item that stands alone, if there is an editor."""
    if subject.loaded.portal.practice.editor is None:
        return
    # Most portals have none, and need not load the list of all fields.
    from portalgen.reference import reference

    places = subject.loaded.places
    for file in reference():
        held = [places.files.get(file.name)] if file.name in FILES else places.folders[file.name]
        for source in held:
            if source is not None:
                for place in _alone(source.root, _written(file)):
                    yield advice(
                        place,
                        "The phone editor does not see an item without a dash, and leaves it out "
                        "when it saves.",
                        "Put it into a line of its own, with a dash in front.",
                    )


def _written(file: "Field") -> "tuple[Field, ...]":
    """Return the fields of a file as they are written: the reference leaves out its one list."""
    if not file.list_key:
        return file.children
    return (replace(file, name=file.list_key, is_list=True),)


def _alone(node: Node | None, fields: "tuple[Field, ...]") -> Iterator[Place]:
    """Yield the place of each item below a map that stands alone where a list is expected."""
    if not isinstance(node, Mapping):
        return
    for field in fields:
        entry = node.entry(field.name)
        if entry is None or entry.value.left_out:
            continue
        value = entry.value
        if field.is_list and not isinstance(value, Sequence) and not _is_default(value, field):
            yield value.place
        for item in value.items if isinstance(value, Sequence) else (value,):
            yield from _alone(item, field.children)


def _is_default(value: Node, field: "Field") -> bool:
    return isinstance(value, Scalar) and value.text.strip().lower() == field.default
