"""Who is in charge where absences overlap."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from portalgen.briefing.charges import called, told_cover
from portalgen.edition import desk
from portalgen.loading import load
from portalgen.wording.voice import voice_of
from tests.briefing.conftest import HERE, HOURS, NOVEMBER, Moment, Write

PEOPLE = (
    "backups: [{id: dana, name: Dana, consent: 2026-03-02}, "
    "{id: sol, name: Sol, consent: 2026-03-02}]\n"
)
BREAK = "id: break, from: 2026-12-21, until: 2027-01-01"
SHARED = "cover: [{person: dana, until: 2026-12-24}, {person: sol}]"


@pytest.fixture
def folder(write: Write) -> Path:
    """A portal whose owner is away twice at once."""
    funeral = "id: funeral, from: 2026-12-28, until: 2026-12-29, backup: dana"
    away = f"away:\n  - {{{BREAK}, {SHARED}}}\n  - {{{funeral}}}\n"
    return write({"availability.yaml": HOURS, "backup.yaml": PEOPLE, "away.yaml": away})


def days_of(found: Mapping[str, object], name: str) -> list[tuple[str | None, date, date]]:
    spans = found[name]
    assert isinstance(spans, tuple)
    return [
        (each.person_id, *(end.astimezone(HERE).date() for end in (each.starts, each.ends)))
        for each in spans
    ]


def test_cover_is_told_by_the_leading_absence_while_it_runs(folder: Path, at: Moment) -> None:
    found = told_cover(desk(load(folder).portal, at("2026-11-23")).timeline)
    assert days_of(found, "break") == [
        ("dana", date(2026, 12, 21), date(2026, 12, 25)),
        ("sol", date(2026, 12, 25), date(2026, 12, 28)),
        ("sol", date(2026, 12, 30), date(2027, 1, 4)),
    ]
    assert days_of(found, "funeral") == [("dana", date(2026, 12, 28), date(2026, 12, 30))]


@pytest.mark.parametrize(
    ("fields", "short", "in_full"),
    [
        ("id: winter", "winter", "winter (December 21 to January 1)"),
        ("level: away", "the absence of December 21 to January 1", None),
        ("level: closed", "the closing of December 21 to January 1", None),
        ("level: limited", "the slow time of December 21 to January 1", None),
        ("level: news, message: A", "the news of December 21 to January 1", None),
        ("services: calls", "the pause of Calls, December 21 to January 1", None),
        ("detail: vague", "the absence of December 21 to January 1", None),
    ],
)
def test_an_absence_is_called_by_its_id_or_its_days(
    fields: str, short: str, in_full: str | None, write: Write, at: Moment
) -> None:
    portal = load(
        write(
            {
                "services.yaml": "services: [{id: calls, title: Calls}]\n",
                "away.yaml": f"away: [{{from: 2026-12-21, until: 2027-01-01, {fields}}}]\n",
            }
        )
    ).portal
    (stretch,) = desk(portal, at("2026-11-23")).timeline.stretches
    what = called(stretch, portal, voice_of(portal.practice, NOVEMBER))
    assert (what.short, what.in_full) == (short, in_full or short)
