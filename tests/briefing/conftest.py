"""Briefings of small portals."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from portalgen import days
from portalgen.briefing import Briefing, Change, Charge, Happening, briefing, owners_voice
from portalgen.build import Order, survey
from portalgen.edition import NEXT_BUILD

Write = Callable[[Mapping[str, str]], Path]
Brief = Callable[..., Briefing]
Lines = Callable[[Briefing], list[str]]
Moment = Callable[[str], datetime]

NOVEMBER = date(2026, 11, 1)
HERE = days.zone("America/Los_Angeles")
HOURS = "weekly: {mon-thu: '09:00-12:00, 13:00-16:00'}\n"
DANA = (
    "backups: [{id: dana, name: Dana, replies_within: 4 hours, consent: 2026-03-02, "
    'contacts: [{text: "+1 619 555 0142"}]}]\n'
)


@pytest.fixture
def brief(write: Write, at: Moment) -> Brief:
    """Return the briefing of a portal of a few files; absences are given as they are typed."""

    def make(
        *absences: str,
        moment: str = "2026-11-23 07:10",
        next_build: timedelta = NEXT_BUILD,
        **files: str,
    ) -> Briefing:
        lines = "".join(f"  - {{{each}}}\n" for each in absences)
        content = {f"{name}.yaml": text for name, text in files.items()}
        away = {"away.yaml": f"away:\n{lines}"} if absences else {}
        usual = {"availability.yaml": HOURS, "backup.yaml": DANA}
        folder = write(usual | content | away)
        subject, advice = survey(Order(folder, at(moment), next_build=next_build))
        return briefing(subject, advice, owners_voice(subject.voice))

    return make


@pytest.fixture(scope="session")
def at() -> Moment:
    """A clock time in San Diego as an instant."""

    def make(text: str) -> datetime:
        return days.instant(datetime.fromisoformat(text), HERE)

    return make


@pytest.fixture(scope="session")
def told() -> Lines:
    """Each change as a line: when, what happens, what clients read, who is in charge."""

    def line(change: Change) -> str:
        parts = [_clock(change), change.happening, change.reads, *map(_who, change.charges)]
        return " | ".join(part for part in parts if part)

    return lambda briefing: [line(each) for each in briefing.changes]


@pytest.fixture(scope="session")
def cover() -> Lines:
    """Each change of who is in charge as a line."""

    def line(change: Change) -> str:
        return f"{_clock(change)} {', '.join(map(_who, change.charges)) or 'you'}"

    return lambda briefing: [
        line(each) for each in briefing.changes if each.happening is Happening.COVER
    ]


def _clock(change: Change) -> str:
    return f"{change.at.astimezone(HERE):%m-%d %H:%M}"


def _who(charge: Charge) -> str:
    name = charge.name or "nobody"
    return f"{name} for {', '.join(charge.services)}" if charge.services else name
