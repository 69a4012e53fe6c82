"""Carrying out a plan on the screen: what changes, what clients read, and the next step."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from portalgen.failures import FINE, PROBLEMS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from portalgen.build import Order
    from portalgen.changes.carrying_out import Done
    from portalgen.changes.plans import Plan
    from portalgen.problems import Problem
    from portalgen.subject import Subject

Command = TypeVar("Command", bound=Callable[..., Any])
_COLORS = {"-": "red", "+": "green"}
_WRITTEN = "Written. To publish it: portalgen build, or commit and push."
_DRY_RUN = "Nothing was written: this was a dry run."


def change_options(command: Command) -> Command:
    """Give a command the options of all that change away.yaml."""
    for option in (
        click.option("--dry-run", "is_dry", is_flag=True, help="Show all, and write nothing."),
        click.option(
            "--say", metavar="WORDS", help="What clients read about the change, in your words."
        ),
        click.option(
            "--at",
            metavar="MOMENT",
            help="Take this moment for now, such as 2026-12-21 or '2026-12-21 09:00'.",
        ),
        click.option(
            "--content",
            metavar="FOLDER",
            type=click.Path(path_type=Path),
            default=Path("content"),
            show_default=True,
            help="The content.",
        ),
    ):
        command = option(command)
    return command


def change(order: "Order", planned: Callable[["Subject"], "Plan"], *, is_dry: bool) -> int:
    """Carry out a plan, tell of it, and return the exit code."""
    from portalgen.changes.carrying_out import Spoiled, carry_out
    from portalgen.problems import ContentError

    try:
        done = carry_out(order, planned, is_dry=is_dry)
    except ContentError as error:
        show_problems(error.problems)
        return PROBLEMS
    except Spoiled as error:
        click.echo("Nothing was written, because this would be wrong:")
        for each in error.problems:
            click.echo(f"  {each.found} {each.instead}".rstrip())
        return PROBLEMS
    _show(done)
    if done.plan.edit is not None:
        click.echo(f"\n{_DRY_RUN if is_dry else _WRITTEN}")
    return FINE


def show_problems(problems: "Sequence[Problem]") -> None:
    """Tell what is wrong in the files already; advice can wait until it is mended."""
    from portalgen.commands.screen import show
    from portalgen.problems import Weight
    from portalgen.report import counted

    heavy = [each for each in problems if each.weight is Weight.PROBLEM]
    show(heavy, "text")
    click.echo(f"Nothing was done: {counted(heavy)} to mend first.")


def _show(done: "Done") -> None:
    from portalgen.commands.briefing_text import LABEL
    from portalgen.commands.change_text import change_lines, difference

    for line in difference(done):
        # Where the screen is no terminal, `echo` leaves the colors out.
        click.echo(click.style(line, fg=_COLORS.get(line[:1])))
    if done.plan.edit is not None:
        click.echo()
    for label, text in change_lines(done):
        emphasis = click.style(label, bold=True) if label else ""
        click.echo(f"{emphasis}{' ' * (LABEL - len(label))}{text}")
