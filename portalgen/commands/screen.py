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
    from rich.status import Status

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
    """Says on a terminal what a build does once it has taken a second; nothing in a pipe."""

    def __init__(self) -> None:
        self._begun = monotonic()
        self._status: Status | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._status is not None:
            self._status.stop()

    def tell(self, stage: str) -> None:
        """Hear that a stage begins."""
        if not _is_terminal(sys.stderr) or monotonic() - self._begun < _PATIENCE_SECONDS:
            return
        if self._status is None:
            from rich.console import Console
            from rich.status import Status

            self._status = Status(stage, console=Console(stderr=True))
            self._status.start()
        self._status.update(f"{stage} …")
