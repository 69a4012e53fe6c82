"""Who is in charge at the moment of reading: said by the script, and never without one."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from portalgen.days import zone
from portalgen.memory import Memory
from portalgen.timeline.charge import charge_spans
from portalgen.timeline.spans import is_in
from tests.browser.live.portals import Portal, portal
from tests.browser.live.practices import practice
from tests.browser.live.watching import shown, watched
from tests.conftest import Write
from tests.serving import Site

IN_CHARGE = "[data-live=absences] .cover:has(.tag-now:not([hidden]))"
MEMORY = Memory()
# Practices of which somebody is in charge at some time after the build.
COVERED = [1, 3, 6]


@pytest.mark.parametrize("seed", COVERED)
def test_the_page_of_absences_says_who_is_in_charge(
    seed: int, chromium: Browser, tmp_path: Path
) -> None:
    agree(seed, chromium, tmp_path)


@pytest.mark.browser_matrix
@pytest.mark.parametrize("seed", range(100, 200))
def test_the_page_of_absences_says_who_is_in_charge_of_many(
    seed: int, chromium: Browser, tmp_path: Path
) -> None:
    agree(seed, chromium, tmp_path)


@pytest.mark.parametrize("seed", COVERED)
def test_somebody_is_in_charge_in_what_is_compared(seed: int, tmp_path: Path) -> None:
    made = practice(seed, "en-US")
    site = portal(made.write(tmp_path / "content"), made.moment, MEMORY)
    assert any(said for instant in instants(site) for said in in_charge(site, instant))


def test_an_old_page_does_not_say_who_is_in_charge_now(write: Write, chromium: Browser) -> None:
    files = {
        "backup.yaml": "backups: [{id: dana, name: Dana, consent: 2026-01-01}]",
        "away.yaml": "away: [{from: 2026-11-23, until: further notice, review: 2027-01-30}]",
    }
    moment = datetime(2026, 11, 24, tzinfo=UTC)
    built = portal(write(files), moment, MEMORY)
    site = Site(built.files)
    with watched(chromium, f"{site.root}/away/", "Asia/Tokyo", moment) as page:
        fresh, old = shown(page, IN_CHARGE, [moment, built.edition.good_until])
    site.close()
    assert fresh == ["In charge now Dana is in charge during this time."]
    assert old == []


def agree(seed: int, chromium: Browser, folder: Path) -> None:
    """Assert that Python and a browser name the same people all the time."""
    made = practice(seed, "en-US")
    built = portal(made.write(folder / "content"), made.moment, MEMORY)
    at, site = instants(built), Site(built.files)
    with watched(chromium, f"{site.root}/away/", "Asia/Tokyo", at[0]) as page:
        seen = shown(page, IN_CHARGE, at)
    site.close()
    for instant, found in zip(at, seen, strict=True):
        assert sorted(found) == sorted(in_charge(built, instant)), instant


def instants(built: Portal) -> list[datetime]:
    """Return an instant of every few hours, all changes of cover, and the end of the claims."""
    edition = built.edition
    edges = [
        edge
        for spans in edition.timeline.cover.values()
        for each in spans
        for edge in (each.starts, each.ends)
        if edge is not None
    ]
    hours = [edition.moment + timedelta(hours=7 * number) for number in range(60)]
    before = [edge - timedelta(minutes=1) for edge in edges]
    found = {*hours, *edges, *before, edition.good_until}
    return sorted(each for each in found if each >= edition.moment)


def in_charge(built: Portal, instant: datetime) -> Iterator[str]:
    """Yield the words for everybody who is in charge at an instant."""
    timeline, read = built.edition.timeline, built.reader(zone("Asia/Tokyo"))
    charge = charge_spans(timeline.stretches, timeline.cover)
    if instant >= built.edition.good_until:
        return
    for stretch in timeline.told(instant):
        for each in read.texts[stretch.absence.id].cover:
            runs = each.starts <= instant and (each.ends is None or instant < each.ends)
            if runs and each.person_id and is_in(charge[stretch.absence.id], instant):
                yield f"In charge now {read.cover(each)}"
