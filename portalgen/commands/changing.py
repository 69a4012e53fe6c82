"""Carrying out a plan on the screen: what changes, what clients read, and the next step."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from portalgen.commands.orders import at_option, content_option, order_of
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
        at_option("Take this moment for now, such as {such}."),
        content_option,
    ):
        command = option(command)
    return command


def order_of_change(content: Path, at: str | None) -> "Order":
    """Return the order of what is written into the owner's file: of now, unless `at` says else.

    The moment for which builds are made (SOURCE_DATE_EPOCH) has nothing to do with it.
    """
    now = datetime.now(UTC).isoformat(timespec="seconds")
    return order_of(content, templates=None, at=at or now, next_build="24 hours", strict=False)


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
