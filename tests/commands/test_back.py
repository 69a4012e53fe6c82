"""`portalgen back` on the day of the return, and on other days."""

from collections.abc import Callable
from pathlib import Path

import pytest

from portalgen.commands.away import away
from portalgen.commands.back import back
from tests.commands.conftest import Expected, Run, Screen

SCREENS = Path(__file__).parent / "back"

Typed = Callable[..., Screen]


@pytest.fixture
def typed(run: Run, sample_folder: Path) -> Typed:
    """Return a function that types words behind `portalgen back` at a moment."""
    return lambda at, *words: run(back, sample_folder, "--at", at, *words)


@pytest.fixture
def ill(run: Run, sample_folder: Path) -> Path:
    """The sample, whose owner fell ill on a Monday, until further notice."""
    words = ("now", "--until", "further notice", "--review", "friday", "--reason", "Flu")
    assert run(away, sample_folder, "--at", "2027-01-25 07:10", *words).code == 0
    return sample_folder


@pytest.mark.parametrize(
    ("name", "moment", "words"),
    [
        ("today", "2027-01-27 08:00", []),
        ("the-same-day", "2027-01-25 10:30", []),
        ("on-a-closed-day", "2027-01-27 08:00", ["friday"]),
        ("with-own-words", "2027-01-27 08:00", ["thursday", "--say", "Well again on Thursday."]),
    ],
)
def test_the_screen_after_an_illness(
    name: str, moment: str, words: list[str], ill: Path, typed: Typed, expected: Expected
) -> None:
    screen = typed(moment, *words)
    assert screen.out == expected(SCREENS / f"{name}.txt", screen.out)
    assert (screen.code, screen.err) == (0, "")


@pytest.mark.parametrize(
    ("name", "moment", "words"),
    [
        ("earlier", "2026-12-22 08:00", []),
        ("later", "2026-12-29 08:00", ["2027-01-11"]),
        ("as-planned", "2026-12-29 08:00", ["monday"]),
    ],
)
def test_the_screen_in_the_winter_break(
    name: str, moment: str, words: list[str], typed: Typed, expected: Expected
) -> None:
    screen = typed(moment, *words)
    assert screen.out == expected(SCREENS / f"{name}.txt", screen.out)
    assert (screen.code, screen.err) == (0, "")


@pytest.mark.parametrize(
    ("moment", "words", "said"),
    [
        (
            "2026-11-23 07:10",
            [],
            "No absence runs. The next is winter-break-2026 (December 21 to January 1).",
        ),
        (
            "2026-11-23 07:10",
            ["--id", "winter-break-2026"],
            "winter-break-2026 has not begun. `portalgen away --cancel winter-break-2026` calls it "
            "off.",
        ),
        (
            "2026-12-22 07:10",
            ["--id", "winter"],
            "There is no absence winter. Did you mean winter-break-2026? "
            "`portalgen away --list --all` has all ids.",
        ),
        ("2026-12-22 07:10", ["2026-12-21"], "2026-12-21 lies in the past."),
        ("2026-12-22 07:10", ["mondy"], "`mondy` is not a day. Did you mean monday?"),
    ],
)
def test_what_can_not_be_done_is_told_and_changes_nothing(
    moment: str, words: list[str], said: str, typed: Typed, sample_folder: Path
) -> None:
    before = (sample_folder / "away.yaml").read_bytes()
    screen = typed(moment, *words)
    assert (screen.code, screen.out, screen.err) == (2, "", f"portalgen: {said}\n")
    assert (sample_folder / "away.yaml").read_bytes() == before


def test_a_dry_run_writes_nothing(typed: Typed, sample_folder: Path) -> None:
    before = (sample_folder / "away.yaml").read_bytes()
    assert "+    back: 2026-12-22\n" in typed("2026-12-22 08:00", "--dry-run").out
    assert (sample_folder / "away.yaml").read_bytes() == before


def test_a_day_and_a_clock_time_need_no_quotes(typed: Typed, sample_folder: Path) -> None:
    assert typed("2026-12-22 08:00", "2026-12-28", "13:00").code == 0
    text = (sample_folder / "away.yaml").read_text(encoding="utf-8")
    assert "    until: 2026-12-28 13:00\n" in text


def test_an_option_that_is_not_there_is_not_proposed(
    run: Run, sample_folder: Path, typed: Typed
) -> None:
    added = run(away, sample_folder, "--at", "2027-01-26 08:00", "10:00-18:00")
    assert "In charge Nobody. With --backup ID somebody is.\n" in added.out
    assert "In charge Nobody.\n" in typed("2027-01-26 11:00", "15:00").out


def test_what_else_still_runs_is_told(run: Run, ill: Path, typed: Typed) -> None:
    words = ("now", "--until", "2027-02-05", "--id", "course")
    assert run(away, ill, "--at", "2027-01-26 08:00", *words).code == 0
    screen = typed("2027-01-26 10:00", "--id", "course", "--dry-run")
    assert "Still on  flu-2027 (" in screen.out
    assert "In charge" not in screen.out
