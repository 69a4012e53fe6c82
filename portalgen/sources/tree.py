"""YAML text → nodes with places; the only door to PyYAML.

YAML is read as structure plus text: no scalar gets a type here. What makes YAML surprising
(aliases, tags, duplicate keys, several documents) is refused. The tree is built from the
parser's events, so that depth and size are bounded before anything is nested, and one pass
over the text is enough.
"""

import re
from collections.abc import Iterator
from typing import Any

import yaml

from portalgen.problems import ContentError, Place, Problem, advice
from portalgen.sources import slips
from portalgen.sources.nodes import Entry, Mapping, Node, Scalar, Sequence

DEEPEST = 12
MOST_NODES = 50_000

_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def read_tree(text: str, file: str, first_line: int = 1) -> tuple[Node | None, list[Problem]]:
    """Return the tree of a YAML text, None for an empty one, and the advice found on the way.

    `first_line` is the line of `file` at which the text starts. Raises ContentError with every
    problem found up to the first that hides the rest.
    """
    reader = _Reader(text, file, first_line)
    node = reader.read()
    problems = [each for each in reader.reports if each.weight == "problem"]
    if problems:
        raise ContentError(problems)
    return node, reader.reports


class _Reader:
    """One pass over the parser's events; lives as long as the text is read."""

    def __init__(self, text: str, file: str, first_line: int) -> None:
        self._lines = text.split("\n")
        self._text = text
        self._file = file
        self._shift = first_line
        self._nodes = 0
        self.reports: list[Problem] = []

    def read(self) -> Node | None:
        """Return the root of the one document; raise ContentError where the syntax breaks."""
        events = yaml.parse(self._text, Loader=_LOADER)
        try:
            return self._document(events)
        except yaml.MarkedYAMLError as error:
            found, instead, mark = slips.explain(error, self._lines)
            broken = Problem(self._place(mark), found, instead)
            raise ContentError([*self.reports, broken]) from None

    def _document(self, events: Iterator[Any]) -> Node | None:
        root: Node | None = None
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._report(
                        event.start_mark,
                        "A second document starts here (`---`).",
                        "Keep one document in a file; delete this line.",
                    )
                    return root
            elif isinstance(event, yaml.NodeEvent):
                root = self._node(event, events, 1)
        return root

    def _node(self, event: Any, events: Iterator[Any], depth: int) -> Node:
        self._nodes += 1
        if depth > DEEPEST or self._nodes > MOST_NODES:
            what = "nested too deeply" if depth > DEEPEST else "too long"
            self._report(event.start_mark, f"This file is {what}.", "Nothing needs that much.")
            raise ContentError(self.reports)
        self._refuse_machinery(event)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(event, events, depth)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(event, events, depth)
        if isinstance(event, yaml.AliasEvent):
            return Scalar(self._place(event.start_mark), "")
        return self._scalar(event)

    def _refuse_machinery(self, event: Any) -> None:
        if isinstance(event, yaml.AliasEvent):
            self._report(
                event.start_mark,
                "Text that starts with `*` has a meaning of its own in YAML (an alias).",
                "Put the text in quotes.",
            )
            return
        if event.anchor is not None:
            self._report(
                event.start_mark,
                "Text that starts with `&` has a meaning of its own in YAML (an anchor).",
                "Put the text in quotes, or delete the `&` and its name.",
            )
        if event.tag is not None:
            self._report(
                event.start_mark,
                "Text that starts with `!` has a meaning of its own in YAML (a tag).",
                "Put the text in quotes, or delete the tag.",
            )

    def _mapping(self, start: Any, events: Iterator[Any], depth: int) -> Mapping:
        entries: dict[str, Entry] = {}
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            reported = len(self.reports)
            key = self._node(event, events, depth + 1)
            value_event = next(events)
            value = self._node(value_event, events, depth + 1)
            if not isinstance(key, Scalar):
                # One sentence is enough for a key that should never have become a map.
                del self.reports[reported:]
                self._report(start.start_mark, *slips.nested_braces(start.flow_style))
            elif start.flow_style and self._lacks_colon(event, value_event):
                self._report(event.start_mark, *slips.comma_in_braces(key.text))
            elif key.text == "<<" and key.plain:
                self._report(event.start_mark, "`<<` merges maps in YAML.", "Write the keys out.")
            elif key.text in entries:
                first = entries[key.text].key.place.line
                self._report(
                    event.start_mark,
                    f"`{key.text}` stands here for the second time (first in line {first}).",
                    "Keep one of the two.",
                )
            else:
                entries[key.text] = Entry(key, value)
        return Mapping(self._place(start.start_mark), tuple(entries.values()))

    def _lacks_colon(self, key: Any, value: Any) -> bool:
        if not (isinstance(value, yaml.ScalarEvent) and value.value == ""):
            return False
        line = self._lines[key.end_mark.line]
        return not re.match(r"\s*:", line[key.end_mark.column :])

    def _sequence(self, start: Any, events: Iterator[Any], depth: int) -> Sequence:
        items: list[Node] = []
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            items.append(self._node(event, events, depth + 1))
        return Sequence(self._place(start.start_mark), tuple(items))

    def _scalar(self, event: Any) -> Scalar:
        plain = not event.style
        if plain:
            self._look_at_plain(event)
        place = self._place(event.start_mark)
        if event.style == "|":
            first_line = self._first_line_of_block(event)
        else:
            single = event.start_mark.line == event.end_mark.line
            first_line = place.line if single else None
        return Scalar(place, event.value, plain, first_line)

    def _first_line_of_block(self, event: Any) -> int:
        number = event.start_mark.line + 1
        return number + self._shift

    def _look_at_plain(self, event: Any) -> None:
        first, last = event.start_mark.line, event.end_mark.line
        line = self._lines[first] if first < len(self._lines) else ""
        behind = line[event.end_mark.column :] if first == last else ""
        if event.value == "" and (color := re.match(r"\s*(#[0-9A-Fa-f]{3,8})\s*$", behind)):
            self._report(
                event.start_mark,
                f"YAML reads `{color[1]}` as a comment, so there is no value here.",
                f'Put it in quotes: "{color[1]}".',
            )
        elif event.value and (cut := re.match(r"\s+(#\S.*)$", behind)):
            self.reports.append(
                advice(
                    self._place(event.end_mark),
                    f"YAML reads `{cut[1]}` as a comment and leaves it out.",
                    "If it belongs to the text, put the whole text in quotes.",
                )
            )
        for number in range(first + 1, min(last + 1, len(self._lines))):
            if re.match(r"\s*- ", self._lines[number]) and event.value.strip():
                self.reports.append(
                    Problem(
                        Place(self._file, number + self._shift, 1),
                        "This line starts with a dash, but YAML reads it as part of the text above.",
                        "Put the text above in quotes, or move the list under a key of its own.",
                    )
                )
                break

    def _report(self, mark: Any, found: str, instead: str) -> None:
        self.reports.append(Problem(self._place(mark), found, instead))

    def _place(self, mark: Any) -> Place:
        return Place(self._file, mark.line + self._shift, mark.column + 1)
