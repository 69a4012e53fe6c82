"""A browser shows at every instant what Python computes for it, wherever it is read."""

import random
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from portalgen.days import zone
from portalgen.edition import Edition
from tests.browser.live.portals import portal
from tests.browser.live.practices import practice
from tests.browser.live.reading import Reading
from tests.browser.live.watching import readings, watched
from tests.serving import Site

READERS = ("Asia/Tokyo", "America/Los_Angeles", "Europe/Berlin")
LANGUAGES = ("en-US", "de-DE", "es-ES", "es-MX")
ONE_MINUTE = timedelta(minutes=1)


@pytest.mark.parametrize("seed", range(4))
def test_a_browser_and_python_agree(seed: int, chromium: Browser, tmp_path: Path) -> None:
    agree(seed, LANGUAGES[seed % 4], chromium, tmp_path)


@pytest.mark.browser_matrix
@pytest.mark.parametrize("seed", range(100, 200))
def test_a_browser_and_python_agree_on_many_practices(
    seed: int, chromium: Browser, tmp_path: Path
) -> None:
    agree(seed, LANGUAGES[seed % 4], chromium, tmp_path)


def test_the_practices_that_are_compared_have_more_than_500_instants(tmp_path: Path) -> None:
    made = [practice(seed).write(tmp_path / str(seed)) for seed in range(4)]
    counts = [
        len(instants(portal(folder, practice(seed).moment).edition, seed))
        for seed, folder in enumerate(made)
    ]
    assert sum(counts) >= 500


def agree(seed: int, language: str, chromium: Browser, folder: Path) -> None:
    """Assert that the first page of a practice reads the same in both, in every zone."""
    made = practice(seed, language)
    shown = portal(made.write(folder / "content"), made.moment)
    at = instants(shown.edition, seed)
    site = Site(shown.files)
    for where in READERS:
        reads = shown.reader(zone(where)).reads
        with watched(chromium, f"{site.root}/", where, at[0]) as page:
            for instant, seen in zip(at, readings(page, at), strict=True):
                expected = reads(instant)
                # The first page names the first promise alone.
                hears = expected.hears[: len(seen.hears)]
                assert seen == Reading(expected.state, expected.badge, hears, expected.notices), (
                    f"{instant} in {where}, practice {seed}"
                )
    site.close()


def instants(shown: Edition, seed: int) -> list[datetime]:
    """Return instants from the build on: any, both sides of boundaries, and when it is too old."""
    return sorted(each for each in _instants(shown, seed) if each >= shown.moment)


def _instants(shown: Edition, seed: int) -> Iterator[datetime]:
    chance = random.Random(f"instants {seed}")
    timeline = shown.timeline
    minutes = (timeline.ends - timeline.starts) // ONE_MINUTE
    for _ in range(110):
        yield timeline.starts + timedelta(minutes=chance.randrange(minutes), seconds=20)
    edges = sorted({each.starts for each in timeline.states} | _of_absences(shown))
    for edge in chance.sample(edges, min(50, len(edges))):
        yield edge
        yield edge - ONE_MINUTE
    yield shown.moment
    yield shown.good_until - timedelta(seconds=1)
    yield shown.good_until
    yield timeline.ends + timedelta(days=3)


def _of_absences(shown: Edition) -> set[datetime]:
    """Return when notices, absences, returns and cover begin and end."""
    edges = {
        edge
        for each in shown.timeline.stretches
        for edge in (each.announced, each.starts, each.ends, each.back, each.gone)
    }
    edges |= {each.ends for spans in shown.timeline.cover.values() for each in spans}
    return {edge for edge in edges if edge is not None}
