"""Reading texts, and telling places and problems of what was read."""

from collections.abc import Callable

import pytest

from portalgen.problems import ContentError, Problem
from portalgen.sources.nodes import Mapping, Node, Scalar, Sequence
from portalgen.sources.tree import read_tree

Read = Callable[[str], Node]
Told = Callable[[str], list[str]]


def in_plain_words(problem: Problem) -> str:
    """Return a problem as `line:column: what was found what to write`."""
    place = problem.place
    return f"{place.line}:{place.column}: {problem.found} {problem.instead}"


def at(node: Node, *path: str | int) -> Scalar:
    """Return the text at a path of keys and numbers."""
    for step in path:
        if isinstance(node, Mapping):
            entry = node.entry(str(step))
            assert entry is not None
            node = entry.value
        else:
            assert isinstance(node, Sequence)
            assert isinstance(step, int)
            node = node.items[step]
    assert isinstance(node, Scalar)
    return node


@pytest.fixture
def read() -> Read:
    """Return a function that reads a text without problems."""

    def read_text(text: str) -> Node:
        node, advice = read_tree(text, "away.yaml")
        assert node is not None
        assert advice == []
        return node

    return read_text


@pytest.fixture
def told() -> Told:
    """Return a function that reads a text with problems and tells them."""

    def problems(text: str) -> list[str]:
        with pytest.raises(ContentError) as caught:
            read_tree(text, "away.yaml")
        return [in_plain_words(problem) for problem in caught.value.problems]

    return problems
