"""What the header says. The coach is there from Monday to Thursday, 9 to 12 and 1 to 4."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest

from portalgen import days
from portalgen.model.portal import Portal
from portalgen.timeline.compile import compile_timeline
from portalgen.wording.badges import Badge, badges
from portalgen.wording.voice import voice_of

ILL = {"from": "2026-11-23", "until": "further notice", "review": "2026-11-27"}
WEEK = {"mon-thu": "09:00-12:00, 13:00-16:00"}


def _at(when: str, *absences: dict[str, Any], **parts: Any) -> Badge:
    zone = days.zone("America/Los_Angeles")
    portal = Portal.model_validate(
        {
            "practice": {
                "name": "Ines Calder",
                "timezone": zone.key,
                "language": parts.get("language", "en-US"),
                "contact": {"email": "ines@calder.example"},
            },
            "availability": {"weekly": parts.get("weekly", WEEK)},
            "away": {"away": [{"id": f"a{n}", **each} for n, each in enumerate(absences)]},
        }
    )
    moment = datetime.fromisoformat(when).replace(tzinfo=zone).astimezone(UTC)
    timeline = compile_timeline(portal, moment)
    month = date.fromisoformat(when[:10]).replace(day=1)
    found = badges(timeline, voice_of(portal.practice, month))
    return next(each for each in found if each.starts <= moment < each.ends)


Say = Callable[..., str | None]


@pytest.mark.parametrize(
    ("when", "absences", "text"),
    [
        ("2026-11-23 09:00", [], "Open now · until 12:00 pm"),
        ("2026-11-23 12:30", [], "Closed · opens at 1:00 pm"),
        ("2026-11-23 16:00", [], "Closed · opens Tuesday, 9:00 am"),
        ("2026-11-27 12:00", [], "Closed · opens Monday, 9:00 am"),
        ("2026-11-23 09:00", [ILL], "Away until further notice"),
        ("2026-11-22 09:00", [ILL], "Closed"),
        (
            "2026-12-22 09:00",
            [{"from": "2026-12-21", "until": "2027-01-01"}],
            "Away · back Monday, January 4",
        ),
        # The weekend after the last day away is an ordinary weekend.
        (
            "2027-01-02 09:00",
            [{"from": "2026-12-21", "until": "2027-01-01"}],
            "Closed · opens Monday, 9:00 am",
        ),
        # Too far for the name of a day alone.
        (
            "2026-12-19 09:00",
            [{"from": "2026-12-21", "until": "2027-01-01"}],
            "Closed · opens Monday, January 4, 9:00 am",
        ),
        (
            "2026-12-02 13:00",
            [{"from": "2026-12-02 13:00", "until": "2026-12-02 17:00"}],
            "Away · back Thursday, December 3, 9:00 am",
        ),
        (
            "2026-12-02 10:00",
            [{"from": "2026-12-02 10:00", "until": "2026-12-02 11:00"}],
            "Away · back at 11:00 am",
        ),
        (
            "2026-12-02 10:00",
            [{"from": "2026-12-02", "until": "2026-12-03", "level": "limited"}],
            "Open now, replies take longer · until 12:00 pm",
        ),
        (
            "2026-12-02 10:00",
            [{"from": "2026-12-02", "until": "2026-12-03", "level": "closed"}],
            "Closed · opens Monday, 9:00 am",
        ),
        ("2026-12-02 10:00", [ILL | {"level": "closed"}], "Closed until further notice"),
        (
            "2026-12-02 10:00",
            [{"from": "2026-12-02", "until": "2026-12-03", "detail": "vague"}],
            "Away · back soon",
        ),
        (
            "2026-12-07 10:00",
            [{"from": "2026-12-02", "until": "2026-12-03", "catch_up": "3 days"}],
            "Open now, replies take longer · until 12:00 pm",
        ),
    ],
)
def test_the_header_says_what_holds(when: str, absences: list[dict[str, Any]], text: str) -> None:
    assert _at(when, *absences).text == text


@pytest.mark.parametrize(
    ("when", "named"),
    [
        ("2026-11-23 09:00", "2026-11-23 12:00"),
        ("2026-11-23 16:00", "2026-11-24 09:00"),
    ],
)
def test_the_instant_that_is_named_is_told(when: str, named: str) -> None:
    zone = days.zone("America/Los_Angeles")
    assert _at(when).at == datetime.fromisoformat(named).replace(tzinfo=zone)


def test_a_whole_day_is_no_instant() -> None:
    assert _at("2026-12-22 09:00", {"from": "2026-12-21", "until": "2027-01-01"}).at is None


def test_nothing_is_said_where_the_hours_are_not_known() -> None:
    assert _at("2026-11-23 09:00", weekly=None).text is None
    away = {"from": "2026-11-23", "until": "2026-11-24"}
    assert (_at("2026-11-23 09:00", away, weekly=None).text or "").startswith("Away")


def test_a_shop_that_never_closes_is_open() -> None:
    assert _at("2026-11-23 09:00", weekly={"mon-sun": "00:00-24:00"}).text == "Open now"


@pytest.mark.parametrize(
    ("when", "text"),
    [
        ("2026-11-23 12:30", "Cerrado · abre a la 1:00"),
        ("2026-11-23 13:00", "Abierto ahora · hasta las 4:00"),
    ],
)
def test_one_oclock_has_an_article_of_its_own_in_spanish(when: str, text: str) -> None:
    said = _at(when, language="es-US").text
    assert said is not None
    assert said.startswith(text)


def test_open_time_of_more_than_a_day_names_its_last_day() -> None:
    weekly = {"mon-wed": "00:00-24:00"}
    assert _at("2026-11-23 09:00", weekly=weekly).text == (
        "Open now · until Thursday, November 26, 12:00 am"
    )
