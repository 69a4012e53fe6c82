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

from portalgen.problems import ContentError, Place, Problem, Weight, advice
from portalgen.sources import slips
from portalgen.sources.nodes import Entry, Mapping, Node, Scalar, Sequence

DEEPEST = 12
MOST_NODES = 50_000

_TOO_DEEP = (
    f"More than {DEEPEST} lists and keys stand within one another here.",
    "Nothing in a portal needs that; look for a bracket or a dash too many.",
)
_TOO_LONG = (
    f"More than {MOST_NODES:,} keys and texts stand in this file.",
    "Nothing in a portal needs that; is this the right file?",
)
_COLOR = r"#[0-9A-Fa-f]{3,8}"

_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def read_tree(text: str, file: str, first_line: int = 1) -> tuple[Node | None, list[Problem]]:
    """Return the tree of a YAML text, None for an empty one, and the advice found on the way.

    `first_line` is the line of `file` at which the text starts. Raises ContentError with every
    problem found up to the first that hides the rest.
    """
    reader = _Reader(text, file, first_line)
    node = reader.read()
    problems = [each for each in reader.reports if each.weight is Weight.PROBLEM]
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
        self._anchors: set[str] = set()
        self.reports: list[Problem] = []

    def read(self) -> Node | None:
        """Return the root of the one document; raise ContentError where the syntax breaks."""
        events = yaml.parse(self._text, Loader=_LOADER)
        try:
            return self._document(events)
        except yaml.MarkedYAMLError as error:
            found, instead, spot = slips.explain(error, self._lines)
            broken = Problem(self._place(spot), found, instead)
            problems = [each for each in self.reports if each.weight is Weight.PROBLEM]
            # What was said about a line before explains why the parser stops in it.
            told = any(each.place.line == broken.place.line for each in problems)
            raise ContentError(problems if told else [*problems, broken]) from None

    def _document(self, events: Iterator[Any]) -> Node | None:
        root: Node | None = None
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._report(
                        event.start_mark,
                        "The line `---` begins a second part, and a file has only one.",
                        "Delete this line.",
                    )
                    return root
            elif isinstance(event, yaml.NodeEvent):
                root = self._node(event, events, 1)
        return root

    def _node(self, event: Any, events: Iterator[Any], depth: int) -> Node:
        self._nodes += 1
        if depth > DEEPEST or self._nodes > MOST_NODES:
            self._report(event.start_mark, *(_TOO_DEEP if depth > DEEPEST else _TOO_LONG))
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
        if event.anchor is None and event.tag is None:
            return
        mark = event.start_mark
        rest = self._rest(mark)
        if isinstance(event, yaml.AliasEvent):
            # Where the name is given, the sentence there speaks of this place too.
            if event.anchor not in self._anchors:
                found = "A text that starts with `*` must stand in quotes."
                self._report(mark, found, slips.in_quotes(rest))
            return
        if event.anchor is not None:
            self._anchors.add(event.anchor)
            self._report(
                mark,
                f"`&{event.anchor}` has a meaning of its own at the start of a text.",
                "Put quotes around the whole text; or delete it, and write out what is meant "
                f"wherever `*{event.anchor}` stands.",
            )
        if event.tag is not None:
            found = "A text that starts with `!` must stand in quotes."
            self._report(mark, found, slips.in_quotes(rest))

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
                rest = self._rest(start.start_mark)
                mark = start.start_mark if rest.startswith("{{") else event.start_mark
                self._report(mark, *slips.no_text_for_a_key(rest))
            elif start.flow_style and self._lacks_colon(event, value_event):
                self._report(event.start_mark, *slips.comma_in_braces(key.text))
            elif key.text == "<<" and key.plain:
                self._report(
                    event.start_mark,
                    "`<<` takes over keys from another place, which is not done here.",
                    "Write the keys out.",
                )
            elif key.text[:1] in slips.STRANGE_SPACES and key.text:
                self._report(event.start_mark, *slips.STRANGE_SPACE)
            elif key.text in entries:
                first = entries[key.text].key.place.line
                self._report(
                    event.start_mark,
                    f"`{key.text}` stands here for the second time (first in line {first}).",
                    "Keep one of the two.",
                )
            else:
                entries[key.text] = Entry(key, value)
        place = self._place(start.start_mark)
        written = tuple(entries.values())
        return Mapping(place, written, bool(start.flow_style), self._end(event))

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
        place = self._place(start.start_mark)
        return Sequence(place, tuple(items), bool(start.flow_style), self._end(event))

    def _scalar(self, event: Any) -> Scalar:
        plain = not event.style
        if plain:
            self._look_at_plain(event)
        place = self._place(event.start_mark)
        first_line: int | None = None
        moved_in = 0
        if event.style == "|":
            first_line = place.line + 1
            block = self._lines[event.start_mark.line + 1 :]
            moved_in = next((len(each) - len(each.lstrip()) for each in block if each.strip()), 0)
        elif event.start_mark.line == event.end_mark.line:
            first_line = place.line
        style = event.style or ""
        return Scalar(place, event.value, plain, first_line, moved_in, style, self._end(event))

    def _look_at_plain(self, event: Any) -> None:
        first, last = event.start_mark.line, event.end_mark.line
        line = self._lines[first] if first < len(self._lines) else ""
        behind = line[event.end_mark.column :] if first == last else ""
        if event.value == "" and (cut := re.match(r"\s*(#[^\s#].*)$", behind)):
            self._report(
                event.start_mark,
                f"What follows a `#` is a comment, so `{cut[1]}` is left out.",
                f'Put it in quotes: "{cut[1]}".'
                if re.fullmatch(_COLOR, cut[1])
                else "If it belongs to the text, put quotes around all of it.",
            )
        elif event.value and (cut := re.match(r"\s+(#\S.*)$", behind)):
            self.reports.append(
                advice(
                    self._place(event.end_mark),
                    f"What follows a `#` is a comment, so `{cut[1]}` is left out.",
                    "If it belongs to the text, put quotes around all of it.",
                )
            )
        if re.match(r"-[^\W\d_]", event.value):
            self._report(
                event.start_mark,
                "There is no space after the dash.",
                "Write a dash, a space and the text; or put the text in quotes.",
            )
            return
        for number in range(first + 1, min(last + 1, len(self._lines))):
            dash = re.match(r"\s*(?=- )", self._lines[number])
            if dash and event.value.strip():
                self._report(
                    slips.Spot(number, dash.end()),
                    "This line starts with a dash, and yet it belongs to the text above.",
                    "For a list, give each item a dash and a line of its own; otherwise put quotes "
                    "around the whole text.",
                )
                break

    def _rest(self, mark: Any) -> str:
        """Return a line from a place on."""
        return self._lines[mark.line][mark.column :] if mark.line < len(self._lines) else ""

    def _report(self, mark: Any, found: str, instead: str) -> None:
        self.reports.append(Problem(self._place(mark), found, instead))

    def _place(self, mark: Any) -> Place:
        return Place(self._file, mark.line + self._shift, mark.column + 1)

    def _end(self, event: Any) -> tuple[int, int]:
        return event.end_mark.line + self._shift, event.end_mark.column + 1
