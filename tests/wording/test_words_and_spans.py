"""Absences from the owner's line to what is true when and what clients read, as a whole.

Each case is an away.yaml, built at one moment or at several, and a file in `golden` to be read by
a person: the states with the words of the header, who is in charge, and each notice with every
sentence and the time in which it stands. To write the files anew:

    UPDATE_EXPECTED=1 python -m pytest tests/wording/test_words_and_spans.py

and then read every line of the difference as a client with a phone and a worry.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import pytest

from portalgen import days
from portalgen.edition import Edition, edition
from portalgen.loading import load
from portalgen.wording.badges import badges
from portalgen.wording.notices import NoticeText, notice_text
from portalgen.wording.voice import Voice, voice_of
from tests.conftest import Write

GOLDEN = Path(__file__).parent / "golden"

PRACTICE = """\
name: Ines Calder Coaching
owner: Ines
kind: coach
timezone: {zone}
place: {place}
contact:
  email: hello@ines-calder.example
"""
HOURS = "weekly:\n  {week}\nappointments: Sessions are moved; nothing is charged.\n"
BACKUPS = """\
backups:
  - id: dana
    name: Dana
    consent: 2026-03-02
    replies_within: 4 hours
    contacts:
      - text: "+1 619 555 0142"
{dana}  - id: sol
    name: Sol
    consent: 2026-07-20
    contacts:
      - phone: "+1 619 555 0157"
"""
DANA_AWAY = "    away:\n      - from: 2026-12-24\n        until: 2026-12-26\n"


@dataclass(frozen=True)
class Build:
    """What stands in away.yaml at a moment, and the days that are looked at."""

    at: str
    away: str
    first: date
    last: date


@dataclass(frozen=True)
class Case:
    """A practice and its builds."""

    builds: tuple[Build, ...]
    zone: str = "America/Los_Angeles"
    place: str = "San Diego"
    week: str = "mon-thu: 09:00-12:00, 13:00-16:00"
    dana: str = ""


ILL = """\
away:
  - id: ill
    from: 2026-11-23
    until: further notice
    review: 2026-11-27
    appointments: Sessions do not take place; Dana moves them, nothing is charged.
"""
BACK = """\
    back: 2026-12-01
    catch_up: 3 days
    replies_within: 2 business days
    updates:
      - at: 2026-11-29 18:00
        text: Ines is back on Tuesday.
"""
CASES = {
    "one-day": Case(
        (
            Build(
                "2026-11-23 07:10",
                "away:\n  - from: 2026-12-02\n    until: 2026-12-02\n    reason: A wedding\n",
                date(2026, 12, 1),
                date(2026, 12, 7),
            ),
        )
    ),
    "starts-today": Case(
        (
            Build(
                "2026-11-23 07:10",
                "away:\n  - from: 2026-11-23\n    until: 2026-11-24\n",
                date(2026, 11, 22),
                date(2026, 11, 28),
            ),
        )
    ),
    "ends-as-the-clock-skips-midnight": Case(
        (
            Build(
                "2027-04-20 08:00",
                "away:\n  - from: 2027-04-28\n    until: 2027-04-29\n",
                date(2027, 4, 27),
                date(2027, 5, 4),
            ),
        ),
        zone="Africa/Cairo",
        place="Cairo",
        week="fri-sun: 00:30-02:30",
    ),
    "ends-as-the-clock-shows-a-time-twice": Case(
        (
            Build(
                "2026-10-26 08:00",
                "away:\n  - from: 2026-10-30\n    until: 2026-11-01 01:30\n",
                date(2026, 10, 29),
                date(2026, 11, 4),
            ),
        ),
        week="sun: 00:00-03:00",
    ),
    "two-with-one-day-between": Case(
        (
            Build(
                "2026-11-30 08:00",
                "away:\n  - id: course\n    from: 2026-12-07\n    until: 2026-12-08\n"
                "  - id: trip\n    from: 2026-12-10\n    until: 2026-12-15\n",
                date(2026, 12, 6),
                date(2026, 12, 19),
            ),
        )
    ),
    "open-ended-then-back": Case(
        (
            Build("2026-11-23 07:10", ILL, date(2026, 11, 22), date(2026, 11, 25)),
            Build("2026-11-28 07:10", ILL, date(2026, 11, 28), date(2026, 11, 28)),
            Build("2026-11-29 18:10", ILL + BACK, date(2026, 11, 29), date(2026, 12, 7)),
        )
    ),
    "backup-away-in-the-middle": Case(
        (
            Build(
                "2026-12-14 08:00",
                "away:\n  - id: winter\n    from: 2026-12-21\n    until: 2027-01-01\n",
                date(2026, 12, 20),
                date(2027, 1, 5),
            ),
        ),
        dana=DANA_AWAY,
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_words_and_spans_are_those_of_the_golden_file(name: str, write: Write) -> None:
    case = CASES[name]
    shown = "\n".join(line for build in case.builds for line in _screen(case, build, write))
    assert shown == _golden(name, shown)


def test_every_golden_file_has_a_case() -> None:
    assert {path.stem for path in GOLDEN.iterdir()} == set(CASES)


def _golden(name: str, shown: str) -> str:
    file = GOLDEN / f"{name}.txt"
    if os.environ.get("UPDATE_EXPECTED") == "1":
        if os.environ.get("CI"):
            pytest.fail("UPDATE_EXPECTED rewrites what is expected; CI only reads it.")
        file.write_text(shown, encoding="utf-8", newline="\n")
    return file.read_text(encoding="utf-8")


def _screen(case: Case, build: Build, write: Write) -> Iterator[str]:
    """Yield what holds and what is said between the days of a build, line by line."""
    files = {
        "practice.yaml": PRACTICE.format(zone=case.zone, place=case.place),
        "availability.yaml": HOURS.format(week=case.week),
        "backup.yaml": BACKUPS.format(dana=case.dana),
        "away.yaml": build.away,
    }
    where = days.zone(case.zone)
    portal = load(write(files)).portal
    moment = days.instant(datetime.fromisoformat(build.at), where)
    public = edition(portal, moment)
    voice = voice_of(portal.practice, days.day_of(moment, where).replace(day=1))
    yield f"=== built on {_clock(moment, voice)}, open {case.week} ==="
    yield ""
    yield build.away
    yield from _states(build, public, voice)
    yield ""
    for stretch in public.timeline.stretches:
        cover = public.timeline.cover[stretch.absence.id]
        yield f"--- in charge: {stretch.absence.id}"
        yield from (
            f"{_span(each.starts, each.ends, voice)}  {each.person_id or 'nobody'}"
            for each in cover
        )
        yield ""
        yield from _notice(notice_text(stretch, public.portal, voice, cover), voice)
        yield ""


def _states(build: Build, public: Edition, voice: Voice) -> Iterator[str]:
    """Yield each state from the first to the last day, with the words of the header."""
    yield "--- states, and what the header says"
    spans = zip(public.timeline.states, badges(public.timeline, voice), strict=True)
    for state, badge in spans:
        last = days.day_of(state.ends, voice.where)
        if last < build.first or days.day_of(state.starts, voice.where) > build.last:
            continue
        cause = f" ({state.absence_id})" if state.absence_id else ""
        yield f"{_clock(state.starts, voice)}  {state.state}{cause}: {badge.text}"


def _notice(text: NoticeText, voice: Voice) -> Iterator[str]:
    yield f"--- notice: {text.absence_id}, {_span(text.starts, text.ends, voice)}"
    for each in (*text.headlines, *text.sentences):
        starts, ends = each.starts or text.starts, each.ends or text.ends
        at = "".join(f" [{_clock(instant, voice)}]" for instant in each.at)
        yield f"{_span(starts, ends, voice)}  {each.role}: {each.text}{at}"


def _span(starts: datetime, ends: datetime | None, voice: Voice) -> str:
    end = "no end" if ends is None else _clock(ends, voice)
    return f"{_clock(starts, voice)} to {end}"


def _clock(instant: datetime, voice: Voice) -> str:
    """Return an instant as the practice's clock shows it, with the hours east of UTC."""
    local = instant.astimezone(voice.where)
    return f"{local:%a %Y-%m-%d %H:%M}{local:%z}"[:-2]
