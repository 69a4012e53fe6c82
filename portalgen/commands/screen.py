"""How commands show what was found, and that something is going on."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from time import monotonic
from types import TracebackType
from typing import TYPE_CHECKING, Self, TextIO

import click

from portalgen import report
from portalgen.problems import Problem

if TYPE_CHECKING:
    from rich.live import Live

FORMATS = click.Choice(["text", "json", "github"])
FORMATS_HELP = (
    "How to report: for a person, for a program, or as annotations in a workflow of GitHub."
)
_PATIENCE_SECONDS = 1.0


def show(problems: Iterable[Problem], form: str) -> None:
    """Write problems: in the form of a program, with their source on a terminal, else as lines."""
    found = report.in_order(problems)
    if form == "json":
        click.echo(report.as_json(found))
        return
    for line in _lines(found, form):
        click.echo(line)


def _lines(found: Sequence[Problem], form: str) -> Iterator[str]:
    if form == "github":
        return report.as_github(found)
    return report.with_source(found, Path()) if _is_terminal(sys.stdout) else report.as_lines(found)


def _is_terminal(stream: TextIO | None) -> bool:
    # There is no stream at all where the caller has closed it.
    return stream is not None and stream.isatty()


class Progress:
    """Says on a terminal what a build does once it has taken a second; nothing in a pipe.

    The line stands still: one that moves needs a thread, beside which nothing can be rendered on
    several processors.
    """

    def __init__(self) -> None:
        self._begun = monotonic()
        self._line: Live | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._line is not None:
            self._line.stop()

    def tell(self, stage: str) -> None:
        """Hear that a stage begins."""
        if not _is_terminal(sys.stderr) or monotonic() - self._begun < _PATIENCE_SECONDS:
            return
        if self._line is None:
            from rich.console import Console
            from rich.live import Live

            self._line = Live(console=Console(stderr=True), auto_refresh=False, transient=True)
            self._line.start()
        self._line.update(f"{stage} …", refresh=True)
