"""`portalgen check`: everything that is wrong, and everything that could be better."""

from typing import Any

import click

from portalgen.commands.making import make
from portalgen.commands.orders import order_of, order_options
from portalgen.commands.screen import FORMATS, FORMATS_HELP, Progress, show
from portalgen.failures import FINE, PROBLEMS


@click.command()
@order_options
@click.option("--format", "form", type=FORMATS, default="text", help=FORMATS_HELP)
def check(form: str, **options: Any) -> int:
    """Say what is wrong in the content, and what could be better.

    Builds the whole portal in memory and looks at it, but writes nothing. Exits with 1 if there
    is a problem, or something that you promised by a day that has passed.
    """
    from portalgen.problems import ContentError
    from portalgen.report import counted

    order = order_of(**options)
    failed = False
    try:
        with Progress() as progress:
            found = make(order, progress.tell).advice
    except ContentError as error:
        found, failed = error.problems, True
    show(found, form)
    if form != "json":
        click.echo(f"{counted(found)}." if found else "All is well.")
    return PROBLEMS if failed or any(each.overdue for each in found) else FINE
