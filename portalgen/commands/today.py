"""`portalgen today`: what clients see now, what comes next, and what is to be done about it."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from portalgen.commands.orders import order_of
from portalgen.failures import FINE, PROBLEMS

if TYPE_CHECKING:
    from portalgen.problems import ContentError


@click.command()
@click.option("--json", "is_json", is_flag=True, help="The same for a program, and all of it.")
@click.option(
    "--next-build",
    metavar="LENGTH",
    default="24 hours",
    show_default=True,
    help="When the next build comes at the latest.",
)
@click.option(
    "--at",
    metavar="MOMENT",
    help="Tell of this moment, such as 2026-12-21 or '2026-12-21 09:00', and not of now.",
)
@click.option(
    "--content",
    metavar="FOLDER",
    type=click.Path(path_type=Path),
    default=Path("content"),
    show_default=True,
    help="The content.",
)
def today(content: Path, at: str | None, next_build: str, is_json: bool) -> int:
    """Tell what clients see now, what changes next, and what needs you.

    What stands in quotes is what clients read on a site that is built from this content. Pages
    change by themselves when the time comes; readers whose browser runs no scripts see it with
    the next build. Exits with 1 if the content has a problem, or if something is overdue.
    """
    from portalgen.briefing import briefing, owners_voice
    from portalgen.build import survey
    from portalgen.problems import ContentError

    order = order_of(content=content, templates=None, at=at, next_build=next_build, strict=False)
    try:
        subject, advice = survey(order)
    except ContentError as error:
        _show_problems(error, is_json)
        return PROBLEMS
    voice = owners_voice(subject.voice)
    told = briefing(subject, advice, voice)
    if is_json:
        from portalgen.commands.briefing_json import briefing_json

        click.echo(briefing_json(told, voice.where.key))
    else:
        from portalgen.commands.briefing_text import LABEL, briefing_lines

        for label, text in briefing_lines(told, voice):
            # Where the screen is no terminal, `echo` leaves the emphasis out.
            emphasis = click.style(label, bold=True) if label else ""
            click.echo(f"{emphasis}{' ' * (LABEL - len(label))}{text}" if text else "")
    return PROBLEMS if told.overdue else FINE


def _show_problems(error: "ContentError", is_json: bool) -> None:
    """Tell why there is nothing to tell; advice can wait until there is."""
    from portalgen.commands.screen import show
    from portalgen.problems import Weight
    from portalgen.report import counted

    problems = [each for each in error.problems if each.weight is Weight.PROBLEM]
    if is_json:
        from portalgen.commands.briefing_json import problems_json

        click.echo(problems_json(problems))
        return
    show(problems, "text")
    click.echo(f"What clients see can not be told: {counted(problems)}.")
