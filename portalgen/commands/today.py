"""`portalgen today`: what clients see now, what comes next, and what is to be done about it."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from portalgen.commands.orders import at_option, content_option, order_of
from portalgen.failures import FINE, PROBLEMS

if TYPE_CHECKING:
    from portalgen.briefing import Briefing
    from portalgen.build import Order
    from portalgen.problems import ContentError
    from portalgen.wording.voice import Voice


@click.command()
@click.option("--json", "is_json", is_flag=True, help="The same for a program, and all of it.")
@click.option(
    "--build-due-since",
    "since",
    metavar="MOMENT",
    help="Say yes or no: must a site that was built at this moment be built again? For schedules.",
)
@click.option(
    "--next-build",
    metavar="LENGTH",
    default="24 hours",
    show_default=True,
    help="When the next build comes at the latest.",
)
@at_option("Tell of this moment, such as {such}, and not of now.")
@content_option
def today(content: Path, at: str | None, next_build: str, since: str | None, is_json: bool) -> int:
    """Tell what clients see now, what changes next, and what needs you.

    What stands in quotes is what clients read on a site that is built from this content. Pages
    change by themselves when the time comes; readers whose browser runs no scripts see it with
    the next build. Exits with 1 if the content has a problem, or if something is overdue; with
    --build-due-since both are no failure.
    """
    from portalgen.problems import ContentError

    order = order_of(content=content, templates=None, at=at, next_build=next_build, strict=False)
    if since is not None:
        if is_json:
            raise click.UsageError("--build-due-since says yes or no. Leave out --json.")
        click.echo("yes" if _is_build_due(_order_at(since, order), order) else "no")
        return FINE
    try:
        told, voice = _told(order)
    except ContentError as error:
        _show_problems(error, is_json)
        return PROBLEMS
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


def _told(order: "Order") -> "tuple[Briefing, Voice]":
    """Return what is told of an order's moment, and the voice to tell it in."""
    from portalgen.briefing import briefing, owners_voice
    from portalgen.build import survey

    subject, advice = survey(order)
    voice = owners_voice(subject.voice)
    return briefing(subject, advice, voice), voice


def _order_at(since: str, order: "Order") -> "Order":
    """Return the order of a build that was made at an earlier moment."""
    try:
        earlier = order_of(order.content, None, at=since, next_build="24 hours", strict=False)
    except click.BadParameter as error:
        error.param_hint = "--build-due-since"
        raise
    return replace(order, moment=earlier.moment)


def _is_build_due(then: "Order", now: "Order") -> bool:
    """Return whether clients read something else now; content that can not be built waits."""
    from portalgen.problems import ContentError

    try:
        moment = _told(now)[0].moment
        return any(each.at <= moment for each in _told(then)[0].changes)
    except ContentError:
        click.echo("The content has problems, so nothing can be built: portalgen check", err=True)
        return False


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
