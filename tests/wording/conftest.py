from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from portalgen.model.portal import Portal
from portalgen.model.practice import Practice
from portalgen.timeline.compile import compile_timeline
from portalgen.wording.catalogs import Catalog
from portalgen.wording.notices import NoticeText, notice_text
from portalgen.wording.pseudo import PseudoTranslations
from portalgen.wording.voice import Voice, voice_of

Content = dict[str, object]

NOVEMBER = date(2026, 11, 1)
NOW = datetime(2026, 11, 23, 15, 10, tzinfo=UTC)
PRACTICE: Content = {
    "name": "Ines Calder Coaching",
    "owner": "Ines",
    "kind": "coach",
    "timezone": "America/Los_Angeles",
    "place": "San Diego",
    "contact": {"email": "hello@ines-calder.example"},
}
PORTAL: Content = {
    "services": {"services": [{"title": "One-to-one"}, {"title": "Dishwashers"}]},
    "availability": {"weekly": {"mon-thu": "09:00-12:00, 13:00-16:00"}},
    "backup": {
        "backups": [
            {
                "id": "dana",
                "name": "Dana",
                "consent": "2026-09-01",
                "replies_within": "4 hours",
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
}


@pytest.fixture(scope="session")
def speak() -> Callable[..., Voice]:
    """Return the voice of the sample coach, or of one with other fields."""

    def made(catalog: Catalog | None = None, **practice: object) -> Voice:
        return voice_of(Practice.model_validate(PRACTICE | practice), NOVEMBER, catalog)

    return made


@pytest.fixture(scope="session")
def notice() -> Callable[..., NoticeText]:
    """Return what clients of the sample coach read about one absence."""

    def made(
        absence: Content,
        practice: Content | None = None,
        catalog: Catalog | None = None,
        **parts: object,
    ) -> NoticeText:
        who = PRACTICE | (practice or {})
        content = {"practice": who, "away": {"away": [absence]}, **PORTAL, **parts}
        portal = Portal.model_validate(content)
        timeline = compile_timeline(portal, NOW)
        (stretch,) = timeline.stretches
        voice = voice_of(portal.practice, NOVEMBER, catalog)
        return notice_text(stretch, portal, voice, timeline.cover[stretch.absence.id])

    return made


@pytest.fixture(scope="session")
def pseudo() -> Catalog:
    """Return the catalog that brackets every message."""
    return Catalog("en-US", PseudoTranslations())
