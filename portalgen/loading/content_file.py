"""One content file: its bytes → what the model makes of it, and everything to say about it.

Nothing here knows other files, so that what was made of one file holds as long as its bytes do.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from portalgen.loading.complaints import complaints, wrong_root
from portalgen.loading.places import SourceText, key_place_in
from portalgen.model.reading import slug, slug_of
from portalgen.model.section import Section
from portalgen.model.values import Unreadable
from portalgen.problems import ContentError, Place, Problem, advice
from portalgen.sources.decoding import decode
from portalgen.sources.front_matter import split_front_matter
from portalgen.sources.nodes import Mapping as MappingNode
from portalgen.sources.nodes import Node, Scalar, Sequence
from portalgen.sources.tree import read_tree


@dataclass(frozen=True)
class ContentFile:
    """What one file gives.

    `part` is None where the file has a problem, and `source` where not even its structure could
    be read.
    """

    part: Section | None
    source: SourceText | None
    reports: tuple[Problem, ...]


def yaml_file(content: bytes, file: str, model: type[Section]) -> ContentFile:
    """Return what a YAML file gives; `file` is its name in places."""
    try:
        root, notes = read_tree(decode(content, file), file)
    except ContentError as error:
        return ContentFile(None, None, error.problems)
    return _modeled(SourceText(file, root), notes, model, {})


def markdown_file(content: bytes, file: str, stem: str, model: type[Section]) -> ContentFile:
    """Return what a Markdown file with front matter gives; `stem` becomes its address."""
    try:
        slug(stem)
        parts = split_front_matter(decode(content, file), file)
        root, notes = read_tree(parts.yaml, file, parts.yaml_line)
    except Unreadable as error:
        proposal = slug_of(stem)
        found = f"The name of this file becomes an address, and {error.found}"
        instead = f"Rename it to {proposal}.md." if proposal != stem else error.instead
        return ContentFile(None, None, (Problem(Place(file), found, instead),))
    except ContentError as error:
        return ContentFile(None, None, error.problems)
    body = Scalar(Place(file, parts.body_line, 1), parts.body, True, parts.body_line)
    source = SourceText(file, root, body)
    return _modeled(source, notes, model, {"slug": stem, "body": parts.body})


def plain(node: Node) -> Any:
    """Return a tree as maps, lists and texts; None behind a key whose value is left out."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items if not item.left_out]
    return {entry.key.text: None if entry.value.left_out else plain(entry.value) for entry in node}


def _modeled(
    source: SourceText, notes: list[Problem], model: type[Section], extra: dict[str, str]
) -> ContentFile:
    root = source.root
    if root is None or not isinstance(root, MappingNode):
        wrong = wrong_root(source, model)
        if wrong is not None:
            return ContentFile(None, source, (*notes, wrong))
    data = plain(root) if isinstance(root, MappingNode) else {}
    notes = [*notes, *_number_advice(root)]
    refused = [_not_in_front_matter(key, source) for key in extra if key in data]
    part: Section | None = None
    try:
        part = model.model_validate({**data, **extra})
    except ValidationError as error:
        refused += complaints(error, model, source)
    return ContentFile(None if refused else part, source, (*notes, *refused))


def _not_in_front_matter(key: str, source: SourceText) -> Problem:
    instead = {
        "slug": "The name of the file is the address: rename the file, and leave this out.",
        "body": "Write the text below the second line `---`.",
    }[key]
    return Problem(key_place_in(source, (key,)), f"There is no key `{key}` here.", instead)


# What YAML 1.1 or 1.2 programs read as a number.
_NUMBER = re.compile(r"[+-]?(0[xo])?[0-9][0-9_]*(\.[0-9]*)?([eE][+-]?[0-9]+)?$")

_KEPT = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]*[1-9])?")


def _number_advice(node: Node | None) -> Iterator[Problem]:
    """Yield advice for texts that other programs would save as another text."""
    if isinstance(node, MappingNode):
        for entry in node:
            yield from _number_advice(entry.value)
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _number_advice(item)
    elif node is not None and node.plain and _changes(node.text):
        yield advice(
            node.place,
            f"Other programs would read `{node.text}` as a number and may change it.",
            f'Put it in quotes: "{node.text}".',
        )


def _changes(text: str) -> bool:
    """Return whether a program that reads a text as a number would write another one."""
    return bool(_NUMBER.match(text) and not _KEPT.fullmatch(text))
