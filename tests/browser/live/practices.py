"""Practices made up from a seed, as the files that their owners would write.

Every practice is one that `check` has no problem with. What is made up is what pages tell by the
clock: hours, absences of every kind, who covers, and reply promises of every unit, around a
clock change where the zone has one.
"""

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import yaml

from portalgen import days

ZONES = (
    "America/Los_Angeles",
    "Europe/Berlin",
    "Australia/Lord_Howe",
    "America/Santiago",
    "Africa/Cairo",
    "Asia/Kathmandu",
    "Asia/Beirut",
    "Pacific/Apia",
)
LANGUAGES = ("en-US", "de", "es", "en-GB")
WEEKS: tuple[Mapping[str, str] | None, ...] = (
    {"mon-thu": "09:00-12:30, 13:30-17:00", "fri": "09:00-13:00"},
    {"mon-fri": "08:00-18:00"},
    {"tue": "10:00-11:00", "thu": "13:00-13:30, 14:00-15:45, 20:00-24:00"},
    {"wed-sat": "18:00-02:00", "sun": "01:30-03:30, 12:00-14:00"},
    {"mon-sun": "00:00-24:00"},
    None,
)
PROMISES = (
    "20 minutes",
    "4 hours",
    "36 hours",
    "1 day",
    "3 days",
    "2 weeks",
    "1 business hour",
    "9 business hours",
    "0 business days",
    "1 business day",
    "4 business days",
)
# The year of which holidays are known last: what follows is unknown, and says so.
_LAST_KNOWN_YEAR = 2100


@dataclass(frozen=True)
class Practice:
    """The content files of a practice by name, and the moment of its build (UTC)."""

    seed: int
    files: Mapping[str, str]
    moment: datetime

    def write(self, folder: Path) -> Path:
        """Write the files into a new folder, and return it."""
        folder.mkdir(parents=True)
        for name, text in self.files.items():
            (folder / name).write_text(text, encoding="utf-8")
        return folder


def practice(seed: int, language: str | None = None) -> Practice:
    """Return the practice of a seed."""
    chance = random.Random(f"practice {seed}")
    zone = chance.choice(ZONES)
    moment = _moment(zone, chance)
    today = days.day_of(moment, days.zone(zone))
    week = chance.choice(WEEKS)
    backups = _backups(today, chance)
    files: dict[str, Any] = {
        "practice.yaml": {
            "name": "Calder",
            "owner": "Ines",
            "timezone": zone,
            "language": language or chance.choice(LANGUAGES),
            "contact": {
                "email": "ines@calder.example",
                "phone": "+1 619 555 0122",
                "text": "+1 619 555 0123",
            },
        },
        "services.yaml": {
            "services": [{"id": each, "title": each.title()} for each in ("coaching", "repairs")]
        },
        "backup.yaml": {"backups": backups},
        "availability.yaml": _availability(today, week, chance),
        "away.yaml": {
            "away": [
                _absence(f"a{number}", today, [each["id"] for each in backups], chance)
                for number in range(chance.randint(0, 5))
            ]
        },
    }
    texts = {name: yaml.safe_dump(content, sort_keys=False) for name, content in files.items()}
    return Practice(seed, texts, moment)


def _moment(zone: str, chance: random.Random) -> datetime:
    """Return a minute, more often than not within two weeks of a clock change."""
    if chance.random() < 0.1:
        return datetime(_LAST_KNOWN_YEAR, 12, chance.randint(1, 28), 17, 20, tzinfo=UTC)
    start = datetime(2026, 1, 1, tzinfo=UTC)
    where = days.zone(zone)
    changes = [at for at, _ in days.offsets(where, start, start + timedelta(days=700))][1:]
    middle = chance.choice(changes) if changes else start + timedelta(days=chance.randint(0, 700))
    return middle + timedelta(minutes=chance.randint(-14 * 1440, 2 * 1440))


def _availability(
    today: date, week: Mapping[str, str] | None, chance: random.Random
) -> dict[str, Any]:
    found: dict[str, Any] = {
        "replies": [
            {"by": by, "within": within}
            for by, within in zip(
                ("email", "phone", "text", "shared notes"), chance.sample(PROMISES, 4), strict=True
            )
        ],
        "announce": chance.choice(("14 days", "3 days", "40 days")),
    }
    if week is not None:
        found["weekly"] = dict(week)
    if chance.random() < 0.5:
        found["public_holidays"] = {"country": chance.choice(("US", "DE", "CL"))}
    if chance.random() < 0.5:
        first = today + timedelta(days=chance.randint(-3, 20))
        hours = chance.choice(("closed", "10:00-11:30", "00:00-24:00"))
        found["special_days"] = [
            {"from": str(first), "until": str(first + timedelta(days=2)), "hours": hours}
        ]
    if chance.random() < 0.5:
        found["appointments"] = "Nothing that is booked takes place."
    return found


def _backups(today: date, chance: random.Random) -> list[dict[str, Any]]:
    people: list[dict[str, Any]] = [
        {
            "id": "dana",
            "name": "Dana",
            "contacts": [{"text": "+1 619 555 0142"}],
            "replies_within": "4 hours",
            "weekly": {"mon-fri": "08:00-20:00"},
            "consent": "2025-01-01",
        },
        {
            "id": "sol",
            "name": "Sol",
            "contacts": [{"email": "sol@calder.example"}],
            "services": ["coaching"],
            "consent": "2025-01-01",
        },
    ]
    if chance.random() < 0.4:
        first = today + timedelta(days=chance.randint(-5, 20))
        people[0]["away"] = [{"from": str(first), "until": str(first + timedelta(days=3))}]
    return people[: chance.randint(0, 2)]


def _absence(name: str, today: date, people: list[str], chance: random.Random) -> dict[str, Any]:
    level = chance.choice(("away", "away", "closed", "limited", "news"))
    first = today + timedelta(days=chance.choice((-20, -6, -3, -1, 0, 1, 2, 4, 7, 12, 25, 60)))
    found: dict[str, Any] = {"id": name, "level": level, "from": str(first)}
    last = first + timedelta(days=chance.choice((0, 0, 1, 3, 6, 13)))
    match chance.choice(("days", "days", "moments", "back", "open")):
        case "days":
            found["until"] = str(last)
        case "moments":
            found["from"] = f"{first} {chance.choice(('02:15', '09:00', '13:00'))}"
            found["until"] = f"{last} {chance.choice(('13:30', '17:00', '23:45'))}"
        case "back":
            found["back"] = str(last + timedelta(days=1))
        case "open":
            found["until"] = "further notice"
            found["review"] = str(first + timedelta(days=chance.randint(0, 9)))
            if chance.random() < 0.4:
                found["back"] = str(last + timedelta(days=2))
    found |= dict(_rest(found, first, people, chance))
    return found


def _rest(
    absence: Mapping[str, Any], first: date, people: list[str], chance: random.Random
) -> Iterator[tuple[str, Any]]:
    """Yield the fields that may be there or not."""
    if absence["level"] == "news":
        yield "message", "There is a **new** number."
    is_open_ended = absence.get("until") == "further notice" and "back" not in absence
    if chance.random() < 0.15 and not is_open_ended:
        yield "detail", "vague"
    if chance.random() < 0.1:
        yield "status", "cancelled"
    if chance.random() < 0.2:
        yield "services", ["repairs"]
    if chance.random() < 0.3:
        yield "reason", "Much to do"
    if chance.random() < 0.2:
        yield "book_by", f"{first - timedelta(days=2)} 17:00"
    if chance.random() < 0.4:
        yield "catch_up", chance.choice(("3 days", "2 business days", "5 hours"))
    if chance.random() < 0.5:
        yield "replies_within", chance.choice(PROMISES)
    if chance.random() < 0.2:
        said = ("17:00", "The first word."), ("18:30", "The second word.")
        yield "updates", [{"at": f"{first} {at}", "text": text} for at, text in said]
    if chance.random() < 0.2:
        yield "announce", str(first - timedelta(days=chance.randint(0, 30)))
    if people and chance.random() < 0.3:
        middle = str(first + timedelta(days=1))
        yield "cover", [{"person": people[0], "until": middle}, {"person": people[-1]}]
