"""A new absence as it is typed, and the entry that comes of it."""

from collections.abc import Mapping
from datetime import datetime

import pytest

from portalgen.changes.new_absence import Asked, new_absence
from portalgen.editing.edits import Add, Value
from portalgen.model.portal import Portal
from portalgen.problems import WrongUse

MONDAY = datetime(2026, 11, 23, 7, 10)
PORTAL = Portal.model_validate(
    {
        "practice": {
            "name": "Ines",
            "timezone": "America/Los_Angeles",
            "contact": {"email": "ines@calder.example"},
        },
        "away": {"away": [{"id": "away-2026-11-24", "from": "2026-11-24", "until": "2026-11-24"}]},
    }
)


Fields = Mapping[str, Value]


def entry(when: str, fields: Fields | None = None, now: datetime = MONDAY) -> dict[str, Value]:
    plan = new_absence(Asked(when, fields or {}), PORTAL, now)
    assert isinstance(plan.edit, Add)
    assert plan.edit.fields["id"] == plan.absence_id
    return dict(plan.edit.fields)


def refusal(when: str, fields: Fields | None = None, now: datetime = MONDAY) -> str:
    with pytest.raises(WrongUse) as refused:
        entry(when, fields, now)
    return str(refused.value)


@pytest.mark.parametrize(
    ("when", "fields", "starts", "until"),
    [
        ("tomorrow", {}, "2026-11-24", "2026-11-24"),
        ("today", {}, "2026-11-23", "2026-11-23"),
        ("now", {}, "2026-11-23 07:10", "2026-11-23"),
        ("14:00", {}, "2026-11-23 14:00", "2026-11-23"),
        ("14:00-17:00", {}, "2026-11-23 14:00", "2026-11-23 17:00"),
        ("06:00-17:00", {}, "2026-11-23 06:00", "2026-11-23 17:00"),
        ("monday..wednesday", {}, "2026-11-30", "2026-12-02"),
        ("2026-12-02 13:00", {"until": "2026-12-03"}, "2026-12-02 13:00", "2026-12-03"),
        ("2026-12-02 13:00", {"until": "17:00"}, "2026-12-02 13:00", "2026-12-02 17:00"),
        ("friday", {"until": "monday"}, "2026-11-27", "2026-11-30"),
        ("friday..monday", {"until": "monday"}, "2026-11-27", "2026-11-30"),
    ],
)
def test_an_absence_has_a_start_and_an_end(
    when: str, fields: Fields, starts: str, until: str
) -> None:
    found = entry(when, fields)
    assert (found["from"], found["until"]) == (starts, until)


def test_the_keys_stand_in_the_order_of_the_manual() -> None:
    found = entry(
        "2026-12-21..2027-01-01",
        {
            "private": "Flight",
            "services": ("one-to-one",),
            "reason": "Winter break",
            "backup": "dana",
            "level": "away",
        },
    )
    assert found == {
        "id": "winter-break-2026",
        "from": "2026-12-21",
        "until": "2027-01-01",
        "level": "away",
        "reason": "Winter break",
        "services": ("one-to-one",),
        "backup": "dana",
        "private": "Flight",
    }
    assert [*found] == [
        "id", "from", "until", "level", "reason", "services", "backup", "private",
    ]  # fmt: skip


def test_days_in_words_are_written_as_days() -> None:
    found = entry(
        "friday",
        {
            "until": "further notice",
            "review": "friday",
            "announce": "today",
            "book_by": "thursday 17:00",
        },
    )
    assert found["until"] == "further notice"
    assert found["review"] == "2026-12-04"
    assert (found["announce"], found["book_by"]) == ("2026-11-23", "2026-11-26 17:00")
    assert entry("friday", {"announce": "2 days"})["announce"] == "2 days"


def test_a_day_back_is_end_enough() -> None:
    assert entry("2026-12-21", {"back": "monday"}) == {
        "id": "away-2026-12-21",
        "from": "2026-12-21",
        "back": "2026-12-28",
    }


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({}, "away-2026-11-24-2"),
        ({"id": "own"}, "own"),
        ({"reason": "Surgery"}, "surgery-2026"),
        ({"reason": "Surgery", "detail": "dates"}, "away-2026-11-24-2"),
        ({"reason": "Surgery", "detail": "full"}, "surgery-2026"),
        ({"level": "Closed"}, "closed-2026-11-24"),
    ],
)
def test_an_id_is_always_written_and_tells_no_secret(fields: Fields, name: str) -> None:
    assert entry("tomorrow", fields)["id"] == name


@pytest.mark.parametrize(
    ("when", "fields", "said"),
    [
        ("2025-12-21..2026-01-01", {}, "2025-12-21 lies in the past. Did you mean 2026-12-21?"),
        ("2026-01-04", {}, "2026-01-04 lies in the past. Did you mean 2027-01-04?"),
        ("2024-02-29", {}, "2024-02-29 lies in the past. An absence begins today at the earliest."),
        ("2026-11-22", {}, "2026-11-22 lies in the past. An absence begins today at the earliest."),
        (
            "2026-11-22 09:00..2026-11-24",
            {},
            "2026-11-22 09:00 lies in the past. An absence begins today at the earliest.",
        ),
        (
            "2062-06-01..2062-06-05",
            {},
            "2062-06-01 lies years ahead. Did you mean 2027-06-01?",
        ),
        ("06:00-07:00", {}, "2026-11-23 07:00 has passed already: it is 07:10."),
        ("06:00-07:10", {}, "2026-11-23 07:10 has passed already: it is 07:10."),
        (
            "2026-12-21..2026-01-01",
            {},
            "The end, 2026-01-01, is not after 2026-12-21. Did you mean 2027-01-01?",
        ),
        ("2026-12-21..2026-12-12", {}, "The end, 2026-12-12, is not after 2026-12-21."),
        ("17:00-14:00", {}, "The end, 2026-11-23 14:00, is not after 2026-11-23 17:00."),
        (
            # In spring the clock goes from 2:00 to 3:00.
            "2027-03-14 02:30..2027-03-14 03:15",
            {},
            "The end, 2027-03-14 03:15, is not after 2027-03-14 02:30.",
        ),
        (
            "2026-12-21",
            {"back": "2026-12-21"},
            "The day back, 2026-12-21, is not after 2026-12-21.",
        ),
        (
            "2026-12-21..2026-12-23",
            {"until": "2026-12-24"},
            "There are two ends, 2026-12-23 and 2026-12-24. Write one.",
        ),
        (
            "now",
            {"until": "further notice"},
            "With further notice, clients are told by when they hear more. Add that day, such as "
            "--review friday.",
        ),
    ],
)
def test_what_can_not_be_meant_is_refused(when: str, fields: Fields, said: str) -> None:
    assert refusal(when, fields) == said


def test_a_year_is_found_in_december_as_well() -> None:
    december = datetime(2026, 12, 30, 9, 0)
    assert refusal("2026-01-04", now=december) == (
        "2026-01-04 lies in the past. Did you mean 2027-01-04?"
    )
