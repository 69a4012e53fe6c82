"""`portalgen away`: an absence in one line: added, made longer, called off; and the list of all."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from portalgen.commands.away_options import FIELDS, TIME, asked_for, field_options
from portalgen.commands.changing import change, change_options, order_of_change, show_problems
from portalgen.failures import FINE, PROBLEMS
from portalgen.problems import ContentError, WrongUse

if TYPE_CHECKING:
    from portalgen.build import Order
    from portalgen.changes.plans import Plan
    from portalgen.subject import Subject


@click.command()
@click.argument("when", nargs=-1)
@click.option("--extend", metavar="ID", help="Let an absence last longer: through WHEN.")
@click.option("--cancel", metavar="ID", help="Call an absence off.")
@click.option("--list", "is_list", is_flag=True, help="List what runs and what is to come.")
@click.option("--all", "is_all", is_flag=True, help="List what is over as well.")
@change_options
@field_options
def away(
    when: tuple[str, ...],
    extend: str | None,
    cancel: str | None,
    is_list: bool,
    is_all: bool,
    say: str | None,
    is_dry: bool,
    at: str | None,
    content: Path,
    **fields: Any,
) -> int:
    """Say in one line that you are away; it goes into away.yaml.

    WHEN is a day (tomorrow, friday, 2026-12-21), two with dots between (monday..wednesday), or a
    part of a day (now, 14:00-17:00, friday 14:00-17:00). The last day is included. A weekday is
    the next one after today, or after the first day. Without an end it is that day alone.

    \b
      portalgen away tomorrow --backup dana
      portalgen away 2026-12-21..2027-01-01 --reason "Winter break"
      portalgen away now --until "further notice" --review friday
      portalgen away --extend winter-break-2026 2027-01-05
      portalgen away --cancel winter-break-2026

    With nothing behind it, it lists your absences. `portalgen back` says that you are back.
    """  # noqa: D301
    typed = {name: value for name, value in fields.items() if value}
    if typed.get("until") == "further" and when[-1:] == ("notice",):
        # Who is ill forgets the quotes around it.
        typed["until"], when = "further notice", when[:-1]
    time = " ".join(when)
    options = {
        "--cancel": cancel,
        "--extend": extend,
        "--list": is_list or is_all,
        "--say": say,
        TIME: time,
        **{option: typed.get(name) for option, name in FIELDS.items()},
    }
    verb = asked_for({option for option, value in options.items() if value})
    order = order_of_change(content, at)
    if verb == "--list":
        return _list(order, is_all=is_all, tells_how=not (is_list or is_all))
    ends = _one_end(time, typed.get("until")) if extend else time

    def planned(subject: "Subject") -> "Plan":
        from portalgen.changes.existing import cancelled, clock, lasting
        from portalgen.changes.new_absence import Asked, new_absence

        if cancel:
            return cancelled(cancel, say, subject)
        if extend:
            return lasting(extend, ends, typed.get("review"), say, subject)
        return new_absence(Asked(time, typed), subject.desk.portal, clock(subject))

    return change(order, planned, is_dry=is_dry)


def _one_end(time: str, until: str | None) -> str:
    if bool(time) == bool(until):
        raise WrongUse("Say until when, once: portalgen away --extend ID 2027-01-05")
    return time or until or ""


def _list(order: "Order", *, is_all: bool, tells_how: bool) -> int:
    from portalgen.build import survey
    from portalgen.commands.away_list import HOW_TO, list_lines

    try:
        subject, _ = survey(order)
    except ContentError as error:
        show_problems(error.problems)
        return PROBLEMS
    for line in (*list_lines(subject, is_all=is_all), *(HOW_TO if tells_how else ())):
        click.echo(line)
    return FINE
