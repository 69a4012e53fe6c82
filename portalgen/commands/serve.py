"""`portalgen serve`: see the site, as clients will see it, while its files are edited."""

import os
import webbrowser
from contextlib import suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import click

from portalgen.commands.orders import cache_folder, order_of, order_options
from portalgen.commands.screen import show
from portalgen.failures import FINE
from portalgen.problems import WrongUse

if TYPE_CHECKING:
    from portalgen.preview.news import Failed, News, Rebuilt, Started


@click.command()
@order_options
@click.option(
    "--host",
    metavar="ADDRESS",
    default="127.0.0.1",
    show_default=True,
    help="Where to listen. Only this machine can look, unless you say otherwise.",
)
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=5500,
    show_default=True,
    help="The port; if it is taken, the next free one.",
)
@click.option("--open", "is_opened", is_flag=True, help="Open it in your browser.")
@click.option("--poll", is_flag=True, help="Look for changes time and again, on network drives.")
def serve(host: str, port: int, is_opened: bool, poll: bool, **options: Any) -> int:
    """See the site as clients will see it, while you edit its files.

    Saved changes are shown at once, and a mistake with its file and line. With --at the site is
    as it will be at that moment; the bar at its lower edge leads to other moments. Nothing is
    written: what is in public/ stays as it is. Ctrl-C ends it.
    """
    from portalgen.cache import recollect
    from portalgen.preview.news import Started
    from portalgen.preview.server import Wish
    from portalgen.preview.server import serve as serve_preview

    order = order_of(**options)
    if not order.content.is_dir():
        raise WrongUse(
            f"There is no folder {order.label}. Stand in your portal's folder, or name the content "
            "with --content."
        )
    is_chosen = options["at"] is not None or "SOURCE_DATE_EPOCH" in os.environ

    def tell(news: "News") -> None:
        _say(news)
        if is_opened and isinstance(news, Started):
            webbrowser.open(news.address)

    # Where signals can not be waited for, an interruption comes as this.
    with suppress(KeyboardInterrupt):
        serve_preview(
            Wish(order, is_chosen, host, port, poll),
            recollect(cache_folder(os.environ), order.content),
            lambda: datetime.now(UTC).replace(microsecond=0),
            tell,
        )
    click.echo("Stopped.")
    return FINE


def _say(news: "News") -> None:
    from portalgen.preview.news import Advised, Failed, Rebuilt, Started

    match news:
        case Started():
            _say_started(news)
        case Rebuilt():
            _say_rebuilt(news)
        case Failed():
            _say_failed(news)
        case Advised():
            show(news.advice, "text")


def _say_started(news: "Started") -> None:
    if news.taken_port is not None:
        click.echo(f"Port {news.taken_port} is taken; this is the next free one.")
    if news.is_open_to_others:
        click.echo("Others in your network can see this preview, and what is not public yet.")
    click.echo(f"Preview: {news.address}")
    click.echo(f"Watching {' and '.join(news.folders)}. Ctrl-C ends it.")


def _say_rebuilt(news: "Rebuilt") -> None:
    milliseconds = round(news.seconds * 1000)
    pages = f"{news.pages} page{'s' if news.pages != 1 else ''}"
    _say_at(f"{_names(news.changed) or 'Built'}: {pages}, {milliseconds} ms")


def _say_failed(news: "Failed") -> None:
    from portalgen.report import counted

    if news.trace:
        click.echo(news.trace, err=True)
    show(news.problems, "text")
    # What has changed need not be where the problems are.
    changed = f" (changed: {_names(news.changed)})" if news.changed else ""
    _say_at(f"{counted(news.problems)} to mend{changed}")


def _say_at(words: str) -> None:
    click.echo(f"{datetime.now():%H:%M:%S}  {words}")


def _names(changed: tuple[str, ...]) -> str:
    more = f" and {len(changed) - _NAMES} more" if len(changed) > _NAMES else ""
    return ", ".join(changed[:_NAMES]) + more


_NAMES = 3
