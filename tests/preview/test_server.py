"""What goes on between requests: the rest of a build, and the days that begin."""

import asyncio
from collections.abc import Coroutine
from datetime import datetime, timedelta

import pytest

from portalgen.preview import server
from portalgen.preview.news import Advised, Rebuilt
from tests.conftest import MOMENT
from tests.loops import in_a_loop
from tests.preview.conftest import Show, Shown

# Midnight in Los Angeles.
NEW_DAY = datetime.fromisoformat("2026-11-24T08:00:00+00:00")


def _run_until(shown: Shown, work: Coroutine[object, object, object], news: type) -> None:
    """Let something go on until the owner hears of it."""

    async def run() -> None:
        task = asyncio.ensure_future(work)
        async with asyncio.timeout(10):
            while not isinstance(shown.news[-1], news) or len(shown.news) < 2:
                await asyncio.sleep(0.01)
        task.cancel()

    in_a_loop(run())


def test_what_remains_of_a_build_is_done_between_requests(
    show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server, "_BREATH_SECONDS", 0)
    monkeypatch.setattr("gc.freeze", lambda: None)
    shown = show({})
    unfinished = asyncio.Event()
    unfinished.set()
    _run_until(shown, server._finish(shown.preview, unfinished), Advised)
    assert not shown.preview.work()


@pytest.mark.parametrize(("chosen", "changed"), [(None, [("a new day",)]), (MOMENT, [])])
def test_a_day_begins_where_the_practice_is(
    chosen: datetime | None, changed: list[tuple[str, ...]], show: Show
) -> None:
    shown = show({}, chosen=chosen)
    times = iter([NEW_DAY - timedelta(seconds=0.05)])

    async def pass_midnight() -> None:
        task = asyncio.ensure_future(
            server._begin_days(shown.preview, lambda: next(times, NEW_DAY))
        )
        await asyncio.sleep(0.05)
        while next(times, None):
            await asyncio.sleep(0.01)
        await asyncio.sleep(0.04)
        task.cancel()

    in_a_loop(pass_midnight())
    rebuilt = [each.changed for each in shown.news[1:] if isinstance(each, Rebuilt)]
    assert rebuilt == changed
