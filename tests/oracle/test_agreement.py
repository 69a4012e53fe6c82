"""Product and oracle agree on some practices; `make oracle` compares ten thousand."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.oracle.agreement import compare
from tests.oracle.practices import Case, case_of
from tests.oracle.product import Product, Span
from tests.oracle.smallest import smallest
from tests.oracle.wall import clock_time, wall_of

SEEDS_IN_A_CHUNK = 10
CHUNKS = range(0, 40, SEEDS_IN_A_CHUNK)


@pytest.mark.parametrize("first", CHUNKS)
def test_product_and_oracle_agree(first: int) -> None:
    for seed in range(first, first + SEEDS_IN_A_CHUNK):
        case = case_of(seed)
        told = [each.told(case.zone) for each in compare(case)]
        assert not told, f"seed {seed}: {told[0]}"


ZONE = "Europe/Berlin"
CASE = Case(
    seed=1,
    practice={
        "practice": {
            "name": "Ines Calder",
            "timezone": ZONE,
            "contact": {"email": "ines@ines-calder.example"},
        },
        "availability": {
            "weekly": {"mon-fri": "09:00-12:00, 13:00-17:00"},
            "replies": [{"by": "email", "within": "4 hours"}],
        },
        "services": {"services": []},
        "backup": {"backups": [{"id": "dana", "name": "Dana", "consent": "2026-03-02"}]},
        "away": {
            "away": [
                {"id": "autumn", "from": "2026-10-22", "until": "2026-10-26", "catch_up": "2 days",
                 "replies_within": "1 business day"},
                {"id": "moving", "from": "2026-10-24", "until": "2026-10-28", "level": "closed"},
            ]
        },
    },
    moment=wall_of(ZONE).when(clock_time("2026-10-20 08:00")),
    around=date(2026, 10, 25),
)  # fmt: skip


def test_product_and_oracle_agree_on_the_case_for_faults() -> None:
    assert compare(CASE) == []


class _LateStates(Product):
    """States begin a minute late."""

    def spans(self) -> Iterator[Span]:
        for each in super().spans():
            starts = each.starts + (1 if each.starts > self.starts else 0)
            ends = each.ends + (1 if each.ends < self.ends else 0)
            yield replace(each, starts=starts, ends=ends)


class _LateAnswers(Product):
    """What is asked at an instant is told of the minute before."""

    def state(self, minute: int) -> str:
        return super().state(minute - 1)


class _Gap(Product):
    """A minute of no state."""

    def spans(self) -> Iterator[Span]:
        first, *rest = super().spans()
        return iter([replace(first, ends=first.ends - 1), *rest])


class _Halves(Product):
    """A span of state is cut in two."""

    def spans(self) -> Iterator[Span]:
        first, *rest = super().spans()
        halves = replace(first, ends=first.starts + 1), replace(first, starts=first.starts + 1)
        return iter([*halves, *rest])


class _OtherLeader(Product):
    """Another absence leads."""

    def spans(self) -> Iterator[Span]:
        for each in super().spans():
            yield replace(each, absence_id=each.absence_id and "moving")


class _BackEarly(Product):
    """One absence ends a day early."""

    def edges(self, absence_id: str) -> dict[str, Any]:
        return {**super().edges(absence_id), "last day": date(2026, 10, 25)}


class _Forgets(Product):
    """The last of the absences is not told."""

    def told(self, minute: int) -> list[str]:
        return super().told(minute)[:-1]


class _Reversed(Product):
    """Absences are told in the wrong order."""

    def told(self, minute: int) -> list[str]:
        return super().told(minute)[::-1]


class _Nobody(Product):
    """Nobody is in charge."""

    def in_charge(self, absence_id: str, service: str | None, minute: int) -> set[str]:
        return set()


class _Hasty(Product):
    """Answers come a minute early."""

    def answer_by(self, promise: str, written: int) -> int | None:
        due = super().answer_by(promise, written)
        return None if due is None else due - 1


@pytest.mark.parametrize(
    ("fault", "question"),
    [
        (_LateStates, "state"),
        (_LateAnswers, "state that is asked for"),
        (_Gap, "spans of state"),
        (_Halves, "spans of state"),
        (_OtherLeader, "state"),
        (_BackEarly, "last day of autumn"),
        (_Forgets, "what is told"),
        (_Reversed, "what is told"),
        (_Nobody, "in charge of all during autumn"),
        (_Hasty, "answer within 4 hours to a message"),
    ],
)
def test_a_planted_fault_is_found(fault: Callable[..., Product], question: str) -> None:
    found = compare(CASE, lambda case: fault(case.practice, case.moment))
    assert question in {each.question for each in found}


def test_a_practice_that_fails_is_made_small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.oracle.smallest.Product", _Nobody)
    small = smallest(CASE, "in charge of all during autumn").practice
    assert [each["id"] for each in small["away"]["away"]] == ["autumn"]
    assert small["backup"]["backups"] == [{"id": "dana", "name": "Dana", "consent": "2026-03-02"}]
    assert "replies" not in small.get("availability", {})
