"""Notices and what the header says in each language, as files to be read aloud by a native.

To write the files anew:

    UPDATE_EXPECTED=1 python -m pytest tests/wording/test_read_aloud.py

and then read every line as somebody who grew up with the language.
"""

import os
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from portalgen.live import hear_back
from portalgen.model.availability import ReplyPromise
from portalgen.model.portal import Portal
from portalgen.model.values import Length, Money, Unit
from portalgen.timeline.compile import Timeline, compile_timeline
from portalgen.timeline.states import State
from portalgen.wording.badges import badges
from portalgen.wording.notices import notice_text
from portalgen.wording.voice import Voice, voice_of
from tests.wording.conftest import NOW

ALOUD = Path(__file__).parent / "aloud"
PLACES = ("video", "phone", "at your place", "at my place")
WORKSHOP = {
    "de-DE": ("Werkstatt Brandt", "Jonas", "Europe/Berlin", "Hannover", "Waschmaschinen"),
    "es-ES": ("Taller Ibarra", "Lucía", "Europe/Madrid", "Bilbao", "Lavadoras"),
    "es-MX": ("Taller Ibarra", "Lucía", "America/Mexico_City", "Puebla", "Lavadoras"),
    "en-GB": ("Marsh Repairs", "Tom", "Europe/London", "Leeds", "Washing machines"),
}
REASON = {
    "de-DE": "Umzug der Werkstatt",
    "es-ES": "mudanza del taller",
    "es-MX": "mudanza del taller",
    "en-GB": "moving the workshop",
}
LANGUAGES = [
    ("de-DE", "formal"),
    ("de-DE", "informal"),
    ("es-ES", "formal"),
    ("es-MX", "informal"),
    ("en-GB", "formal"),
]
# Until when it is read what the header says.
NEAR = NOW + timedelta(days=11)
TWO_WEEKS = {"from": "2026-12-21", "until": "2027-01-01"}


def cases(reason: str) -> Iterator[tuple[str, dict[str, object]]]:
    """Yield absences of every kind, each with a name."""
    closed: dict[str, object] = {
        "from": "2026-11-26",
        "until": "2026-11-28",
        "level": "closed",
        "reason": reason,
    }
    yield "the shop is shut", closed
    yield "called off", {**closed, "status": "cancelled"}
    yield (
        "ill, no end in sight",
        {
            "from": "2026-11-23",
            "until": "further notice",
            "review": "2026-11-27",
        },
    )
    yield "at the dentist's", {"from": "2026-12-02 13:00", "until": "2026-12-02 17:00"}
    yield (
        "two weeks, two backups",
        {
            **TWO_WEEKS,
            "book_by": "2026-12-16 17:00",
            "catch_up": "3 days",
            "cover": [
                {"person": "dana", "until": "2026-12-27"},
                {"person": "sol", "from": "2026-12-28"},
            ],
        },
    )
    yield (
        "from noon on, and nobody for a day",
        {
            "from": "2026-12-07 12:00",
            "until": "2026-12-10",
            "cover": [
                {"person": "dana", "until": "2026-12-08 12:00"},
                {"person": "sol", "from": "2026-12-10"},
            ],
        },
    )
    yield "until noon", {"from": "2026-12-01", "until": "2026-12-03 12:00", "backup": "nobody"}
    yield (
        "slow replies",
        {
            "from": "2026-12-01",
            "until": "2026-12-03",
            "level": "limited",
            "replies_within": "2 business days",
        },
    )
    yield (
        "one service pauses",
        {
            "from": "2026-12-01",
            "until": "2027-02-28",
            "services": ["machines"],
        },
    )
    yield "vague", {"from": "2026-11-24", "until": "2026-12-02", "detail": "vague"}


@pytest.mark.parametrize(("language", "form"), LANGUAGES)
def test_notices_read_as_a_native_says_them(language: str, form: str) -> None:
    shown = "\n".join(_screen(language, form)) + "\n"
    file = ALOUD / f"{language}-{form}.txt"
    if os.environ.get("UPDATE_EXPECTED") == "1":
        file.write_text(shown, encoding="utf-8", newline="\n")
    assert shown == file.read_text(encoding="utf-8")


def _screen(language: str, form: str) -> Iterator[str]:
    for name, absence in cases(REASON[language]):
        portal = _portal(language, form, absence)
        timeline = compile_timeline(portal, NOW)
        voice = voice_of(portal.practice, date(2026, 11, 1))
        [stretch] = timeline.stretches
        text = notice_text(stretch, portal, voice, timeline.cover[stretch.absence.id])
        yield f"--- {name}"
        yield from (each.text for each in text.headlines)
        yield from (f"  {each.text}" for each in text.sentences)
        yield from (f"  {each.reach}" for each in text.cover if each.reach)
        spans = [each for each in badges(timeline, voice) if each.state is State.AWAY]
        yield from (f"  [{each}]" for each in dict.fromkeys(each.text for each in spans))
        yield ""
    yield from _of_every_day(timeline, voice)
    yield from _small_words(voice)


def _of_every_day(timeline: Timeline, voice: Voice) -> Iterator[str]:
    """Yield what the header says in days on which nobody is away, and who writes now reads."""
    yield "--- the header, and who writes now"
    near = [each for each in badges(timeline, voice) if each.starts < NEAR and each.text]
    yield from dict.fromkeys(str(each.text) for each in near)
    now = voice.moment(NOW + timedelta(days=1))
    for by in ("email", "phone"):
        promise = ReplyPromise.model_validate({"by": by, "within": "1 business day"})
        yield hear_back(promise, now, voice)
    yield ""


def _small_words(voice: Voice) -> Iterator[str]:
    yield "--- small words"
    yield ", ".join(vars(voice.kind_words).values())
    for amount in (1, 3):
        for unit in Unit:
            length = Length(amount, unit)
            yield ", ".join([voice.length(length), voice.within(length), voice.every(length)])
    yield ", ".join(voice.service_place(each) for each in PLACES)
    yield ", ".join(voice.way(each) for each in ("email", "phone", "text", "url"))
    amounts = (Money(Decimal("420"), "USD"), Money(Decimal("1200.50"), "EUR"))
    yield "; ".join(voice.money(each) for each in amounts)


def _portal(language: str, form: str, absence: dict[str, object]) -> Portal:
    name, owner, zone, place, machines = WORKSHOP[language]
    return Portal.model_validate(
        {
            "practice": {
                "name": name,
                "owner": owner,
                "kind": "repair",
                "timezone": zone,
                "place": place,
                "language": language,
                "address_form": form,
                "contact": {"email": "hello@workshop.example"},
            },
            "services": {"services": [{"id": "machines", "title": machines}]},
            "availability": {"weekly": {"mon-thu": "09:00-12:00, 13:00-16:00"}},
            "backup": {
                "backups": [
                    {
                        "id": "dana",
                        "name": "Dana",
                        "consent": "2026-09-01",
                        "replies_within": "4 hours",
                        "weekly": {"mon-fri": "08:00-18:00", "sat": "10:00-13:00"},
                        "contacts": [{"text": "+1 619 555 0142"}],
                    },
                    {
                        "id": "sol",
                        "name": "Sol",
                        "consent": "2026-09-01",
                        "contacts": [{"phone": "+1 619 555 0143"}],
                    },
                ]
            },
            "away": {"away": [absence]},
        }
    )
