"""What a terminal shows that a pipe does not."""

import io
import threading
from pathlib import Path

import pytest

from portalgen.commands import screen
from portalgen.problems import Place, Problem

WRONG = Problem(Place("content/away.yaml", 1, 8), "`soon` is not a day.")


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def portal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "away.yaml").write_text("until: soon\n")
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(
    ("stream", "lines"),
    [
        (io.StringIO(), ["content/away.yaml:1:8: `soon` is not a day."]),
        (
            Terminal(),
            [
                "content/away.yaml:1:8: `soon` is not a day.",
                "  1 | until: soon",
                "    |        ^",
                "",
            ],
        ),
    ],
    ids=["pipe", "terminal"],
)
def test_the_line_and_a_caret_are_for_a_terminal(
    stream: io.StringIO, lines: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdout", stream)
    screen.show([WRONG], "text")
    assert stream.getvalue().splitlines() == lines


@pytest.mark.parametrize(
    ("stream", "seconds", "shown"),
    [(Terminal(), 0.9, False), (Terminal(), 1.1, True), (io.StringIO(), 60.0, False)],
)
def test_a_build_of_more_than_a_second_says_on_a_terminal_what_it_does(
    stream: io.StringIO, seconds: float, shown: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = iter([0.0, seconds, seconds])
    monkeypatch.setattr(screen, "monotonic", lambda: next(clock))
    monkeypatch.setattr("sys.stderr", stream)
    with screen.Progress() as progress:
        progress.tell("rendering")
    assert ("rendering" in stream.getvalue()) is shown


def test_what_a_build_does_is_told_without_a_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter([0.0, 2.0, 3.0])
    monkeypatch.setattr(screen, "monotonic", lambda: next(clock))
    monkeypatch.setattr("sys.stderr", Terminal())
    threads = threading.active_count()
    with screen.Progress() as progress:
        progress.tell("preparing")
        progress.tell("rendering")
        assert threading.active_count() == threads
