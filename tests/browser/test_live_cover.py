"""Who is in charge at the moment of reading: said by the script, and never without one."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from portalgen.days import zone
from portalgen.timeline.charge import charge_spans
from portalgen.timeline.spans import Span, is_in
from tests.browser.live.portals import Portal, portal
from tests.browser.live.practices import practice
from tests.browser.live.reading import Reader
from tests.browser.live.watching import shown, watched
from tests.conftest import Write
from tests.serving import Site

IN_CHARGE = "[data-live=absences] .cover:has(.tag-now:not([hidden]))"
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
    site = portal(made.write(tmp_path / "content"), made.moment)
    assert any(in_charge(site, instants(site)))


def test_an_old_page_does_not_say_who_is_in_charge_now(write: Write, chromium: Browser) -> None:
    files = {
        "backup.yaml": "backups: [{id: dana, name: Dana, consent: 2026-01-01}]",
        "away.yaml": "away: [{from: 2026-11-23, until: further notice, review: 2027-01-30}]",
    }
    moment = datetime(2026, 11, 24, tzinfo=UTC)
    built = portal(write(files), moment)
    site = Site(built.files)
    with watched(chromium, f"{site.root}/away/", "Asia/Tokyo", moment) as page:
        fresh, old = shown(page, IN_CHARGE, [moment, built.edition.good_until])
    site.close()
    assert fresh == ["In charge now Dana is in charge during this time."]
    assert old == []


def agree(seed: int, chromium: Browser, folder: Path) -> None:
    """Assert that Python and a browser name the same people all the time."""
    made = practice(seed, "en-US")
    built = portal(made.write(folder / "content"), made.moment)
    at, site = instants(built), Site(built.files)
    with watched(chromium, f"{site.root}/away/", "Asia/Tokyo", at[0]) as page:
        seen = shown(page, IN_CHARGE, at)
    site.close()
    for instant, found, expected in zip(at, seen, in_charge(built, at), strict=True):
        assert sorted(found) == expected, instant


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


def in_charge(built: Portal, at: Sequence[datetime]) -> list[list[str]]:
    """Return the words for everybody who is in charge, at one instant after the other."""
    timeline, reader = built.edition.timeline, built.reader(zone("Asia/Tokyo"))
    charge = charge_spans(timeline.stretches, timeline.cover)
    return [sorted(_in_charge(reader, charge, each)) for each in at]


def _in_charge(
    reader: Reader, charge: Mapping[str, Sequence[Span]], instant: datetime
) -> Iterator[str]:
    if instant >= reader.edition.good_until:
        return
    for stretch in reader.edition.timeline.told(instant):
        for each in reader.texts[stretch.absence.id].cover:
            runs = Span(each.starts, each.ends).holds(instant)
            if runs and each.person_id and is_in(charge[stretch.absence.id], instant):
                yield f"In charge now {reader.cover(each)}"
