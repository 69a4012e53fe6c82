"""Advice about pauses that clients are left to wonder about."""

from datetime import UTC, datetime

import pytest

from portalgen.checks.services_say_why_they_pause import services_say_why_they_pause
from portalgen.problems import Weight
from tests.checks.conftest import Run

SERVICES = "services:\n  - title: Dryers\n  - title: Dishwashers\n"
PAUSED = SERVICES + "    status: paused\n"
PAUSE = "away:\n  - from: 2026-12-01\n    until: 2027-02-28\n    services: dishwashers\n"
NOT_A_WORD = (
    "content/away.yaml:4:15: Clients read when this pauses, and nothing more. Add `reason:` or "
    "`message:`, or say in `appointments:` what happens to what is booked."
)
NEITHER = (
    "content/services.yaml:4:13: Clients read that `dishwashers` is paused, and neither why nor "
    "until when. Add `next_opening:` with a day that lies ahead, or say in its `summary` why it is "
    "paused."
)


@pytest.mark.parametrize(
    ("services", "away", "told"),
    [
        (SERVICES, PAUSE, NOT_A_WORD),
        (SERVICES, PAUSE + "    level: closed\n", NOT_A_WORD),
        (PAUSED, "", NEITHER),
        (PAUSED + "    summary: Repairs in your kitchen.\n", "", NEITHER),
        # A day that has passed says nothing any more.
        (PAUSED + "    next_opening: 2026-11-22\n", "", NEITHER),
        (PAUSED, PAUSE.replace("dishwashers", "dryers") + "    reason: Spare parts\n", NEITHER),
        (PAUSED, PAUSE + "    reason: Spare parts\n    status: cancelled\n", NEITHER),
    ],
)
def test_a_pause_without_a_word_is_told_of(services: str, away: str, told: str, run: Run) -> None:
    [found] = run(services_say_why_they_pause, {"services.yaml": services, "away.yaml": away})
    assert str(found) == told
    assert found.weight is Weight.ADVICE
    assert not found.overdue


@pytest.mark.parametrize(
    ("services", "away"),
    [
        (SERVICES, PAUSE + "    reason: Spare parts are late\n"),
        (SERVICES, PAUSE + "    message: Spare parts are late.\n"),
        (SERVICES, PAUSE + "    appointments: You are called.\n"),
        # Chosen so by the owner.
        (SERVICES, PAUSE + "    detail: dates\n"),
        (SERVICES, PAUSE + "    detail: vague\n"),
        # Nothing pauses.
        (SERVICES, PAUSE + "    level: limited\n"),
        (SERVICES, PAUSE + "    status: cancelled\n"),
        (SERVICES, PAUSE.replace("    services: dishwashers\n", "")),
        (SERVICES, "away:\n  - from: 2026-11-02\n    until: 2026-11-20\n    services: dryers\n"),
        (SERVICES, ""),
        (PAUSED.replace("paused", "retired"), ""),
        (PAUSED.replace("paused", "waitlist"), ""),
        # Said elsewhere.
        (PAUSED + "    next_opening: 2026-11-23\n", ""),
        (PAUSED + "    summary: Paused while the workshop moves.\n", ""),
        (PAUSED + "    description: Eine Pause bis zum Umzug.\n", ""),
        (PAUSED, PAUSE + "    reason: Spare parts are late\n"),
    ],
)
def test_a_pause_with_a_word_and_no_pause_are_not_told_of(
    services: str, away: str, run: Run
) -> None:
    content = {"services.yaml": services, "away.yaml": away}
    assert run(services_say_why_they_pause, content) == []


def test_a_pause_that_is_over_is_not_told_of(run: Run) -> None:
    content = {"services.yaml": SERVICES, "away.yaml": PAUSE}
    assert run(services_say_why_they_pause, content, datetime(2027, 3, 1, 8, tzinfo=UTC)) == []
