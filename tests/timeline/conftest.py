"""Practices as an owner would write them, and clock times as instants."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from portalgen import days
from portalgen.model.away import Absence
from portalgen.model.portal import Portal
from portalgen.timeline.compile import Timeline, compile_timeline

WEEK = {"mon-thu": "09:00-12:00, 13:00-16:00"}
BACKUPS = [
    {"id": "dana", "name": "Dana", "consent": "2026-03-02"},
    {"id": "sol", "name": "Sol", "consent": "2026-07-20", "timezone": "America/New_York"},
]


@pytest.fixture(scope="session")
def local() -> Callable[..., datetime]:
    """A clock time as an instant; in San Diego unless another zone is named."""

    def make(text: str, zone: str = "America/Los_Angeles") -> datetime:
        return datetime.fromisoformat(text).replace(tzinfo=days.zone(zone)).astimezone(UTC)

    return make


@pytest.fixture(scope="session")
def absence() -> Callable[..., Absence]:
    """An absence as it is typed; `from_` stands for `from`."""

    def make(from_: str, **fields: Any) -> Absence:
        return Absence.model_validate({"from": from_, **fields})

    return make


@pytest.fixture(scope="session")
def portal() -> Callable[..., Portal]:
    """A coach in San Diego with the absences that are named."""

    def make(*absences: dict[str, Any], **parts: Any) -> Portal:
        practice = {
            "name": "Ines Calder",
            "timezone": parts.pop("timezone", "America/Los_Angeles"),
            "language": parts.pop("language", "en-US"),
            "contact": {"email": "ines@example.com"},
        }
        return Portal.model_validate(
            {
                "practice": practice,
                "availability": parts.pop("availability", {"weekly": WEEK}),
                "backup": {"backups": parts.pop("backups", BACKUPS)},
                "services": {"services": parts.pop("services", [])},
                "away": {"away": list(absences)},
                **parts,
            }
        )

    return make


@pytest.fixture(scope="session")
def timeline(portal: Callable[..., Portal]) -> Callable[..., Timeline]:
    """The timeline of the coach on Monday, November 23, 2026, 7:10 am."""

    def make(*absences: dict[str, Any], **parts: Any) -> Timeline:
        moment = parts.pop("moment", datetime(2026, 11, 23, 15, 10, tzinfo=UTC))
        return compile_timeline(portal(*absences, **parts), moment)

    return make
