"""A paragraph that no parser gets through in time is told of, with its place."""

import pytest

from portalgen.loading import examine
from portalgen.loading.paragraphs import LONGEST
from tests.conftest import Write

LINE = "word " * 19 + "word\n"


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        (LINE * (LONGEST // len(LINE)), []),
        (LINE * (LONGEST // len(LINE) + 1), [4]),
        ("First.\n\n" + LINE * 200, [6]),
        ("First.\n \n" + LINE * 200, [6]),
        ((LINE + "\n") * 400, []),
    ],
    ids=["as long as can be", "a line too long", "the second", "behind a blank", "many short ones"],
)
def test_a_paragraph_has_a_bound(body: str, lines: list[int], write: Write) -> None:
    folder = write({"pages/about.md": f"---\ntitle: About\n---\n{body}"})
    reports = examine(folder).reports
    assert [each.place.line for each in reports] == lines
    assert all("longer than 15,000 characters" in each.found for each in reports)
