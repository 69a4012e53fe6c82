"""`portalgen back`: you are there again; the absence that runs ends in away.yaml."""

from pathlib import Path

import click

from portalgen.commands.changing import change, change_options, order_of_change


@click.command()
@click.argument("when", nargs=-1)
@click.option("--id", "absence_id", metavar="ID", help="Which absence, if several run.")
@change_options
def back(
    when: tuple[str, ...],
    absence_id: str | None,
    say: str | None,
    is_dry: bool,
    at: str | None,
    content: Path,
) -> int:
    """Say that you are back, or when you will be; the absence that runs ends then.

    Today is your first day back. What began today ends now. WHEN is another day (monday,
    2026-12-01) or moment (now, 13:00, '2026-12-01 13:00'), also a later one than planned. What has
    not begun is never ended: `portalgen away --cancel ID` calls it off.
    """
    from portalgen.changes.existing import returned

    time = " ".join(when) or None
    return change(
        order_of_change(content, at),
        lambda subject: returned(time, absence_id, say, subject),
        is_dry=is_dry,
    )
