"""Problems on the screen, in JSON and as annotations of GitHub."""

import json
from pathlib import Path

import pytest

from portalgen.problems import Place, Problem, advice
from portalgen.report import as_github, as_json, as_lines, counted, in_order, with_source

WRONG = Problem(Place("content/away.yaml", 3, 12), "`soon` is not a day.", "Write 2026-12-21.")
MILD = advice(Place("content/services.yaml", 1, 1), "No fact sheet.", "Write one.")
LATE = advice(Place("content/away.yaml", 9), "Word is overdue.", overdue=True)


def test_lines_stand_by_place_and_once() -> None:
    assert list(as_lines(in_order([MILD, WRONG, LATE, WRONG]))) == [
        "content/away.yaml:3:12: `soon` is not a day. Write 2026-12-21.",
        "content/away.yaml:9: overdue: Word is overdue.",
        "content/services.yaml:1:1: advice: No fact sheet. Write one.",
    ]


def test_the_offending_line_and_a_caret_follow_on_a_terminal(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "away.yaml").write_text("away:\n  - id: a\n    until: soon\n")
    lines = list(with_source([WRONG, MILD], tmp_path))
    assert lines[1:4] == ["  3 |     until: soon", "    |            ^", ""]
    assert lines[4:] == ["content/services.yaml:1:1: advice: No fact sheet. Write one."]


def test_json_tells_all_there_is() -> None:
    [found, late] = json.loads(as_json([WRONG, LATE]))
    assert found == {
        "file": "content/away.yaml",
        "line": 3,
        "column": 12,
        "weight": "problem",
        "overdue": False,
        "found": "`soon` is not a day.",
        "instead": "Write 2026-12-21.",
    }
    assert (late["column"], late["overdue"]) == (None, True)


@pytest.mark.parametrize(
    ("problem", "command"),
    [
        (
            WRONG,
            "::error file=content/away.yaml,line=3,col=12,title=Problem::content/away.yaml:3:12: "
            "`soon` is not a day. Write 2026-12-21.",
        ),
        (
            LATE,
            "::error file=content/away.yaml,line=9,title=Overdue::content/away.yaml:9: overdue: "
            "Word is overdue.",
        ),
        (
            MILD,
            "::warning file=content/services.yaml,line=1,col=1,title=Advice::"
            "content/services.yaml:1:1: advice: No fact sheet. Write one.",
        ),
        (
            Problem(Place("content/images/a:b,50%.png"), "Not\r\nan image: 100%, truly."),
            "::error file=content/images/a%3Ab%2C50%25.png,title=Problem::"
            "content/images/a:b,50%25.png: Not%0D%0Aan image: 100%25, truly.",
        ),
    ],
    ids=["problem", "overdue", "advice", "signs with a meaning"],
)
def test_github_is_told_by_a_command_that_stands_on_one_line(
    problem: Problem, command: str
) -> None:
    assert list(as_github([problem])) == [command]


def test_counts_are_words() -> None:
    assert counted([WRONG]) == "1 problem"
    assert counted([WRONG, WRONG, MILD]) == "2 problems, 1 piece of advice"
    assert counted([MILD, LATE]) == "2 pieces of advice"
