"""The look at generated edits finds what an engine does beside an edit."""

from collections.abc import Callable

import pytest

from portalgen.editing.edits import Add, Change, Edit
from portalgen.editing.rewriting import edited
from tests.editing import checker
from tests.editing.cases import case_of

Spoil = Callable[[list[bytes]], list[bytes]]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda lines: [*lines[:1], b"\n", *lines[1:]],
        lambda lines: [*lines[:1], b"# nobody asked\n", *lines[1:]],
        lambda lines: [*lines, b"# nobody asked\n"],
        lambda lines: [*lines[:1], *lines],
    ],
    ids=["a blank line", "a comment", "a comment at the end", "a line twice"],
)
def test_a_line_that_nobody_asked_for_is_found(
    spoil: Spoil, monkeypatch: pytest.MonkeyPatch
) -> None:
    def spoiled(source: bytes, edit: Edit) -> bytes:
        after = edited(source, edit)
        return after if isinstance(edit, Add) else b"".join(spoil(after.splitlines(keepends=True)))

    monkeypatch.setattr(checker, "edited", spoiled)
    cases = [each for each in map(case_of, range(60)) if not isinstance(each.edit, Add)]
    found = [case for case in cases if checker.outcome_of(case).wrong]
    # Where a blank line goes with an entry, another may stand in for it.
    assert len(found) > 0.9 * len(cases)
    assert all(case in found for case in cases if isinstance(case.edit, Change))
