"""The options by which commands say what is to be built, and the order made of them.

The clock and the environment are read here, once.
"""

import os
import re
import sys
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from portalgen.build import Order

Command = TypeVar("Command", bound=Callable[..., Any])


content_option = click.option(
    "--content",
    metavar="FOLDER",
    type=click.Path(path_type=Path),
    default=Path("content"),
    show_default=True,
    help="The content.",
)


def at_option(help: str) -> Callable[[Command], Command]:
    """Return the option of a moment that stands for now; `such` in its help is an example."""
    such = "2026-12-21 or '2026-12-21 09:00'"
    return click.option("--at", metavar="MOMENT", help=help.format(such=such))


def order_options(command: Command) -> Command:
    """Give a command the options that say what to build."""
    for option in (
        click.option("--strict", is_flag=True, help="Treat advice as a problem."),
        click.option(
            "--next-build",
            metavar="LENGTH",
            default="24 hours",
            show_default=True,
            help="When the next build comes at the latest; what is announced until then goes in.",
        ),
        at_option("Build for this moment, such as {such}, not for now."),
        click.option(
            "--templates",
            metavar="FOLDER",
            type=click.Path(path_type=Path),
            help="Your own templates.  [default: site-templates, if there is one]",
        ),
        content_option,
    ):
        command = option(command)
    return command


def order_of(
    content: Path,
    templates: Path | None,
    at: str | None,
    next_build: str,
    strict: bool,
) -> "Order":
    """Return the order of a command's options. Raises click.BadParameter."""
    from portalgen.build import Order

    return Order(
        content=content,
        label=content.as_posix(),
        templates=_templates(templates),
        moment=_moment(at, os.environ),
        next_build=_next_build(next_build),
        url=_host_url(os.environ),
        strict=strict,
    )


def cache_folder(environment: Mapping[str, str]) -> Path:
    """Return where this machine keeps what may be lost."""
    if sys.platform == "win32":
        base = Path(environment.get("LOCALAPPDATA", Path.home() / "AppData" / "Local"))
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Caches"
    else:
        base = Path(environment.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return base / "portalgen"


def _templates(named: Path | None) -> Path | None:
    if named is None:
        usual = Path("site-templates")
        return usual if usual.is_dir() else None
    if not named.is_dir():
        raise click.BadParameter(f"There is no folder {named}.", param_hint="--templates")
    return named


def _moment(at: str | None, environment: Mapping[str, str]) -> datetime:
    """Return the moment to build for; without a zone it is one of the practice's clock."""
    if at is not None:
        return _parsed_moment(at)
    epoch = environment.get("SOURCE_DATE_EPOCH")
    if epoch is not None:
        # Ten digits of seconds reach the year 2286.
        if not re.fullmatch(r"\d{1,10}", epoch):
            raise click.BadParameter("It is no number of seconds.", param_hint="SOURCE_DATE_EPOCH")
        return datetime.fromtimestamp(int(epoch), UTC)
    return datetime.now(UTC).replace(microsecond=0)


def _parsed_moment(at: str) -> datetime:
    from portalgen.model.times import moment_of

    moment = moment_of(at)
    if moment is not None:
        return moment
    raise click.BadParameter(
        f"`{at}` is not a moment to build for. Write such as 2026-12-21, or '2026-12-21 09:00'.",
        param_hint="--at",
    )


def _next_build(text: str) -> timedelta:
    from portalgen.model.values import Length, Unreadable

    try:
        length = Length.parse(text)
    except Unreadable as error:
        message = f"{error.found} {error.instead}"
        raise click.BadParameter(message, param_hint="--next-build") from None
    if length.unit.counts_open_time or length.minutes > _MOST_MINUTES:
        raise click.BadParameter(
            "Builds do not wait for business hours, nor for more than a year. Write such as "
            "24 hours.",
            param_hint="--next-build",
        )
    return timedelta(minutes=length.minutes)


_MOST_MINUTES = 366 * 24 * 60


def _host_url(environment: Mapping[str, str]) -> str | None:
    """Return the public address that Netlify tells a build, if this is one."""
    from portalgen.model.reading import url
    from portalgen.model.values import Unreadable

    told = environment.get("URL")
    if environment.get("NETLIFY") != "true" or not told:
        return None
    try:
        return url(told)
    except Unreadable as error:
        raise click.BadParameter(f"{error.found} {error.instead}", param_hint="URL") from None
