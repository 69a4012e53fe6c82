from datetime import UTC, datetime

import pytest

from portalgen.checks.holidays_are_known import holidays_are_known
from portalgen.problems import Weight
from tests.checks.conftest import Run

RULES = "public_holidays:\n  country: {}\n  region: {}\n"


def test_real_holidays_are_fine(run: Run) -> None:
    rules = RULES.format("US", "CA") + "  open: Veterans Day\n"
    assert run(holidays_are_known, {"availability.yaml": rules}) == []


@pytest.mark.parametrize(
    ("rules", "place", "found"),
    [
        (RULES.format("XX", "CA"), "content/availability.yaml:2:12", "`XX`"),
        (RULES.format("US", "ZZ"), "content/availability.yaml:3:11", "`ZZ`"),
        (
            RULES.format("US", "CA") + "  open:\n    - Veteran Day\n",
            "content/availability.yaml:5:7",
            "`Veteran Day`",
        ),
        (
            RULES.format("US", "CA") + "  closed: Christmass Day\n",
            "content/availability.yaml:4:11",
            "`Christmass Day`",
        ),
    ],
)
def test_what_no_calendar_knows_is_a_problem(rules: str, place: str, found: str, run: Run) -> None:
    [problem] = run(holidays_are_known, {"availability.yaml": rules})
    assert problem.weight is Weight.PROBLEM
    assert str(problem.place) == place
    assert found in problem.found


@pytest.mark.parametrize(
    ("rules", "close"),
    [
        (RULES.format("US", "CA") + "  open: Veteran Day\n", "Veterans Day"),
        (RULES.format("ES", "Valencia"), "Valenciana"),
    ],
)
def test_a_near_name_is_proposed(rules: str, close: str, run: Run) -> None:
    [problem] = run(holidays_are_known, {"availability.yaml": rules})
    assert problem.instead == f"Did you mean `{close}`?"


def test_a_year_without_data_is_advice(run: Run) -> None:
    rules = {"availability.yaml": RULES.format("US", "CA")}
    told = run(holidays_are_known, rules, datetime(2100, 6, 1, tzinfo=UTC))
    assert [each.weight for each in told] == [Weight.ADVICE]
    assert "2101" in told[0].found
