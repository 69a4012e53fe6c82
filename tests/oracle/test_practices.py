"""What the made practices are: the same for a seed, right for a build, and of all kinds."""

from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from portalgen.loading.references import broken_references
from portalgen.model.portal import Portal
from tests.oracle.practices import Case, case_of


@cache
def _cases() -> list[Case]:
    return [case_of(seed) for seed in range(100)]


def test_the_same_seed_makes_the_same_practice() -> None:
    assert [case_of(seed) for seed in range(10)] == _cases()[:10]


def test_every_practice_can_be_built() -> None:
    for case in _cases():
        portal = Portal.model_validate(case.practice)
        assert not list(broken_references(portal, failed=(), images=())), case.seed


def _texts(part: Any) -> Iterator[str]:
    if isinstance(part, dict):
        for key, value in part.items():
            yield key
            yield from _texts(value)
    elif isinstance(part, list):
        for value in part:
            yield from _texts(value)
    else:
        yield str(part)


@pytest.mark.parametrize(
    "text",
    [
        *("Europe/Berlin", "America/New_York", "Africa/Cairo", "America/Santiago", "Asia/Beirut"),
        *("Pacific/Apia", "Australia/Lord_Howe", "Asia/Kathmandu"),
        *("further notice", "review", "back", "closed", "limited", "news", "cancelled", "dates"),
        *("catch_up", "replies_within", "announce", "nobody", "cover", "covered_by", "consent"),
        *("02-29", "12-24", "hours", "weekly", "region", "open", "22:00-02:00", "00:00-24:00"),
        *("90 minutes", "4 hours", "2 days", "1 week", "4 business hours", "2 business days"),
    ],
)
def test_practices_of_every_kind_are_made(text: str) -> None:
    assert sum(text in set(_texts(case.practice)) for case in _cases()) >= 2


def _absences(case: Case) -> list[dict[str, Any]]:
    return list(case.practice["away"]["away"])


def test_absences_touch_and_stand_beside_practices_without_hours() -> None:
    assert any(
        one.get("until", "") == other["from"]
        for case in _cases()
        for one in _absences(case)
        for other in _absences(case)
    )
    assert any("weekly" not in case.practice["availability"] for case in _cases())
