"""One element of a template says one whole message: no language puts pieces in English order.

Refused are two messages side by side in one element, and a message beside a value or beside an
element within the line, unless it ends with a colon. What belongs into a sentence is put in by a
placeholder.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from jinja2 import Environment, nodes

from portalgen.packed import packed_folder

GETTEXT = {"_", "gettext", "ngettext", "pgettext", "npgettext"}
WITHIN_LINES = {"a", "abbr", "b", "code", "em", "i", "kbd", "small", "span", "strong", "time"}
VOID = {"br", "hr", "img", "input", "link", "meta", "source", "wbr"}
# Branches of conditions: two pieces stand side by side only if no condition parts them.
Branches = tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Piece:
    """Something that an element says: a message with its text, or a value of which it is None."""

    line: int
    message: str | None
    branches: Branches
    is_direct: bool = True


@dataclass
class Element:
    """An element that is open, and what it says."""

    name: str
    said: list[Piece] = field(default_factory=list)


@dataclass
class Reader:
    """Reads a template as it is nested, and keeps what stands side by side."""

    faults: list[str] = field(default_factory=list)
    open: list[Element] = field(default_factory=lambda: [Element("")])
    rest: str = ""

    def read(self, body: Sequence[nodes.Node], branches: Branches = ()) -> None:
        """Read what a template says in a branch."""
        for node in body:
            if isinstance(node, nodes.Output):
                for each in node.nodes:
                    self._take(each, branches)
            elif isinstance(node, nodes.If):
                choices = [node.body, *(each.body for each in node.elif_), node.else_]
                for number, choice in enumerate(choices):
                    self.read(choice, (*branches, (id(node), number)))
            elif not isinstance(node, nodes.Macro | nodes.Import | nodes.FromImport):
                self.read(list(node.iter_child_nodes(only=["body"])), branches)
            elif isinstance(node, nodes.Macro):
                self.read(node.body, branches)

    def _take(self, node: nodes.Node, branches: Branches) -> None:
        if isinstance(node, nodes.TemplateData):
            self._tags(node.data)
        elif not self.rest and not _is_macro(node):
            self.open[-1].said.append(Piece(node.lineno, _message(node), branches))

    def _tags(self, text: str) -> None:
        """Follow the tags of a text; a tag may go on behind a value."""
        text = self.rest + text
        for opened, name in re.findall(r"<(/?)([a-zA-Z][\w-]*)[^>]*>", text):
            if opened:
                self._close(name)
            elif name not in VOID:
                self.open.append(Element(name))
        begun = text.rfind("<")
        self.rest = text[begun:] if begun > text.rfind(">") else ""

    def _close(self, name: str) -> None:
        if len(self.open) == 1 or self.open[-1].name != name:
            return
        closed = self.open.pop()
        self.faults += _faults(closed)
        if name in WITHIN_LINES:
            inner = (Piece(each.line, each.message, each.branches, False) for each in closed.said)
            self.open[-1].said += inner


def _is_macro(node: nodes.Node) -> bool:
    """Return whether a node is the call of a macro, which makes elements of its own."""
    is_named = isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name)
    return is_named and _message(node) is None


def _message(node: nodes.Node) -> str | None:
    """Return the text of a message that a node says; None if it says something else."""
    if isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name):
        if node.node.name not in GETTEXT:
            return None
        texts = [str(each.value) for each in node.args if isinstance(each, nodes.Const)]
        return texts[-1] if texts else ""
    parts = (_message(each) for each in node.iter_child_nodes())
    return next((each for each in parts if each is not None), None)


def _faults(element: Element) -> Iterator[str]:
    for index, one in enumerate(element.said):
        for other in element.said[index + 1 :]:
            if _are_glued(one, other):
                yield f"{other.line}: {one.message!r} beside {other.message!r} in <{element.name}>"


def _are_glued(one: Piece, other: Piece) -> bool:
    parted = dict(one.branches).items() ^ dict(other.branches).items()
    if any(one_if == other_if for one_if, _ in parted for other_if, _ in parted - {(one_if, _)}):
        return False
    if one.message is None and other.message is None:
        return False
    if not one.is_direct and not other.is_direct:
        return False
    return not (one.message or "").endswith(":")


def glued(source: str) -> list[str]:
    """Return what a template says in pieces."""
    environment = Environment(extensions=["jinja2.ext.i18n"], trim_blocks=True, lstrip_blocks=True)
    environment.newstyle_gettext = True  # type: ignore[attr-defined]
    environment.policies["ext.i18n.trimmed"] = True
    reader = Reader()
    reader.read(environment.parse(source).body)
    return reader.faults


FOLDER = packed_folder("site-templates")
TEMPLATES = [FOLDER / "layout.html", *sorted(FOLDER.glob("pa*s/*.html"))]


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda file: f"{file.parent.name}/{file.name}")
def test_an_element_says_one_whole_message(template: Path) -> None:
    assert glued(template.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "source",
    [
        '<p>{{ _("A sentence.") }}</p>',
        '<p>{{ _("One") }}</p><p>{{ _("Two") }}</p>',
        '<p>{% if x %}{{ _("A") }}{% elif y %}{{ _("B") }}{% else %}{{ _("C") }}{% endif %}</p>',
        "<p>{% trans name=x %}From {{ name }}.{% endtrans %}</p>",
        '<dt><span>{{ _("Booking") }}</span> <span class="tag">{{ _("Preferred") }}</span></dt>',
        '<p>{{ _("The address:") }} <a href="{{ x }}">{{ address }}</a></p>',
        "<p>{{ days }} <span>{{ hours }}</span></p>",
        '<a href="{{ x }}" aria-label="{{ _("Menu") }}">{{ label }}</a>',
        '{{ page_head(title, _("A sentence.")) }}{{ x }}',
        '<dt>{{ icon("clock") }}{{ _("Hours") }}</dt>',
        '<ul><li>{{ _("One") }}</li>{% for x in y %}<li>{{ x }}</li>{% endfor %}</ul>',
    ],
)
def test_whole_messages_are_fine(source: str) -> None:
    assert glued(source) == []


@pytest.mark.parametrize(
    "source",
    [
        '<p>{{ _("A") }} {{ _("B") }}</p>',
        '<p>{{ _("A") }}{% if x %} {{ _("B") }}{% endif %}</p>',
        '<p>{% trans %}A{% endtrans %} {{ _("B") }}</p>',
        '<p>{{ _("Away since") }} {{ day }}</p>',
        '<p>{{ name }} {{ _("is away") }}</p>',
        '<p>{{ _("See") }} <a href="/">{{ _("the terms") }}</a></p>',
        '<p>{{ _("Ask") }} <strong>{{ name }}</strong></p>',
        '<p>{% for x in y %}{{ x }} {{ _("and") }} {% endfor %}</p>',
        '{% macro m(x) %}<p>{{ x }} {{ ngettext("day", "days", x) }}</p>{% endmacro %}',
    ],
)
def test_pieces_are_refused(source: str) -> None:
    assert glued(source) != []
