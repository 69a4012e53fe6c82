"""A preview at work: one loop that answers browsers, notices changes, and finishes builds.

What remains of a build is done piece by piece between requests, so that none has to wait.
"""

import asyncio
import gc
import signal
from collections.abc import Callable, Coroutine
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from secrets import token_hex
from socket import gethostname

from tornado.httpserver import HTTPServer

from portalgen import days
from portalgen.build import Order
from portalgen.memory import Memory
from portalgen.preview.folders import Folders
from portalgen.preview.handlers import application
from portalgen.preview.hosts import Hosts, bracketed, is_everywhere, is_loopback
from portalgen.preview.listening import listen, port_of
from portalgen.preview.news import News, Rebuilt, Started
from portalgen.preview.preview import Preview
from portalgen.preview.tabs import Tabs
from portalgen.preview.watching import changes

# After a change the browsers come first, with all that their pages ask for.
_BREATH_SECONDS = 0.4
_LOOK_SECONDS = 300
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Wish:
    """What is to be previewed and how: where to listen, and whether to look for changes.

    The moment of the order is shown where `is_chosen`, else what the clock says.
    """

    order: Order
    is_chosen: bool
    host: str
    port: int
    poll: bool


def serve(
    wish: Wish, memory: Memory, clock: Callable[[], datetime], tell: Callable[[News], None]
) -> None:
    """Serve a preview until the process is interrupted or told to end.

    `tell` hears what happens. Raises WrongUse where nobody can listen or watch as wished.
    """
    asyncio.run(_serve(wish, memory, clock, tell))


async def _serve(
    wish: Wish, memory: Memory, clock: Callable[[], datetime], tell: Callable[[News], None]
) -> None:
    unfinished, end = asyncio.Event(), asyncio.Event()
    _at_signals(end.set)

    def hear(news: News) -> None:
        tell(news)
        if isinstance(news, Rebuilt):
            unfinished.set()

    sockets = listen(wish.host, wish.port)
    hosts = Hosts(wish.host, port_of(sockets), gethostname())
    tabs = Tabs()
    preview = Preview(
        wish.order,
        memory,
        tabs,
        chosen=wish.order.moment if wish.is_chosen else None,
        clock=clock,
        name=token_hex(4),
        tell=hear,
    )
    preview.rebuild()
    server = HTTPServer(application(preview, tabs, hosts))
    server.add_sockets(sockets)
    folders = Folders(wish.order)
    tell(_started(wish, hosts, preview.base, folders))
    try:
        await _first_end(
            end.wait(),
            _follow(folders, preview, wish.poll),
            _finish(preview, unfinished),
            _begin_days(preview, clock),
        )
    finally:
        server.stop()
        await server.close_all_connections()


def _at_signals(stop: Callable[[], object]) -> None:
    # Where a loop can not hear of signals, an interruption ends it as it ends any program.
    with suppress(NotImplementedError):
        for each in (signal.SIGINT, signal.SIGTERM):
            asyncio.get_running_loop().add_signal_handler(each, stop)


async def _first_end(*works: Coroutine[object, object, object]) -> None:
    """Let all run until one of them ends; raise what ended it, if it is an error."""
    tasks = [asyncio.ensure_future(work) for work in works]
    try:
        await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in tasks:
            task.cancel()
        ends = await asyncio.gather(*tasks, return_exceptions=True)
    for end in ends:
        if isinstance(end, Exception):
            raise end


async def _follow(folders: Folders, preview: Preview, poll: bool) -> None:
    """Show what has changed."""
    async for changed in changes(folders.all, poll=poll):
        names = sorted({folders.name(path) for path in changed})
        preview.rebuild(names, only_styles=all(folders.is_style(path) for path in changed))


async def _finish(preview: Preview, unfinished: asyncio.Event) -> None:
    """Do what remains of each build, with a breath for requests after each piece."""
    is_first = True
    while True:
        await unfinished.wait()
        unfinished.clear()
        await asyncio.sleep(_BREATH_SECONDS)
        while preview.work():
            await asyncio.sleep(0)
        # The program looks for no garbage while it works. What stays anyway is looked at once.
        gc.collect()
        if is_first:
            gc.freeze()
            is_first = False


async def _begin_days(preview: Preview, clock: Callable[[], datetime]) -> None:
    """Show the site of each new day, as a host that builds every day does."""
    while True:
        now = clock()
        where = preview.zone
        tomorrow = days.start_of_day(days.day_of(now, where) + _ONE_DAY, where)
        # A machine that sleeps stops the clock of a loop, so it is looked at now and then.
        await asyncio.sleep(min((tomorrow - now).total_seconds(), _LOOK_SECONDS))
        if preview.chosen is None and clock() >= tomorrow:
            preview.rebuild(("a new day",))


def _started(wish: Wish, hosts: Hosts, base: str, folders: Folders) -> Started:
    name = "127.0.0.1" if is_everywhere(wish.host) else bracketed(wish.host)
    return Started(
        address=f"http://{name}:{hosts.port}{base}",
        folders=folders.owners,
        taken_port=wish.port if wish.port not in {0, hosts.port} else None,
        is_open_to_others=not is_loopback(wish.host),
    )
