"""`portalgen build`: make the portal, as a whole or not at all."""

from pathlib import Path
from typing import Any

import click

from portalgen.commands.making import make
from portalgen.commands.orders import order_of, order_options
from portalgen.commands.screen import FORMATS, FORMATS_HELP, Progress, show
from portalgen.failures import FINE, PROBLEMS


@click.command()
@order_options
@click.option(
    "--output",
    metavar="FOLDER",
    type=click.Path(path_type=Path),
    default=Path("public"),
    show_default=True,
    help="Where the portal goes. Only a folder that is empty or that portalgen made.",
)
@click.option("--format", "form", type=FORMATS, default="text", help=FORMATS_HELP)
def build(output: Path, form: str, **options: Any) -> int:
    """Make the portal from the content folder.

    If the content has a problem, nothing is written and the last portal stays as it is.
    """
    from portalgen.problems import ContentError, Weight
    from portalgen.publish.folder import check_folder, publish
    from portalgen.report import counted

    order = order_of(**options)
    own = [order.content, order.content.parent / "private", Path("site-templates")]
    own += [order.templates] if order.templates else []
    check_folder(output, own)
    try:
        with Progress() as progress:
            built = make(order, progress.tell)
            progress.tell("writing")
            publish(built.files, output, own_folders=own)
    except ContentError as error:
        # Advice can wait until there is something to advise on; `check` tells all.
        problems = [each for each in error.problems if each.weight is Weight.PROBLEM]
        show(problems, form)
        if form != "json":
            click.echo(f"Nothing was built: {counted(problems)}.")
        return PROBLEMS
    show(built.advice, form)
    if form != "json":
        pages = sum(file.address.endswith(".html") for file in built.files)
        click.echo(f"{pages} pages are in {output.as_posix()}/.")
    return FINE
