"""Readable ids, and ids that were mistyped."""

from datetime import date

import pytest

from portalgen.changes.ids import new_id, number_of
from portalgen.model.portal import Portal
from portalgen.problems import WrongUse

DAY = date(2026, 12, 21)
PORTAL = Portal.model_validate(
    {
        "practice": {
            "name": "Ines",
            "timezone": "America/Los_Angeles",
            "contact": {"email": "ines@calder.example"},
        },
        "away": {
            "away": [
                {"id": each, "from": "2026-12-21", "until": "2026-12-21"}
                for each in ("winter-2026", "winter-2027", "ill")
            ]
        },
    }
)


@pytest.mark.parametrize(
    ("reason", "taken", "name"),
    [
        ("Winter break", (), "winter-break-2026"),
        ("Winter break", ("winter-break-2026",), "winter-break-2026-12"),
        (
            "Winter break",
            ("winter-break-2026", "winter-break-2026-12", "winter-break-2026-2"),
            "winter-break-2026-3",
        ),
        ("Winter 2026", (), "winter-2026"),
        ("", (), "away-2026-12-21"),
        ("冬休み", (), "away-2026-12-21"),
        ("", ("away-2026-12-21",), "away-2026-12-21-2"),
        (
            "The large room at the new office is being fitted out",
            (),
            "the-large-room-at-the-2026",
        ),
        ("x" * 90, (), f"{'x' * 24}-2026"),
    ],
)
def test_an_id_can_be_read_and_is_new(reason: str, taken: tuple[str, ...], name: str) -> None:
    assert new_id(reason, "away", DAY, taken) == name


def test_an_id_means_an_absence() -> None:
    assert number_of("winter-2027", PORTAL) == 1


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("Winter-2026", "Did you mean winter-2026? "),
        ("Winter", "Did you mean winter-2026 or winter-2027? "),
        ("il", "Did you mean ill? "),
        ("summer", ""),
    ],
)
def test_an_unknown_id_is_told_with_the_nearest(typed: str, hint: str) -> None:
    with pytest.raises(WrongUse) as refused:
        number_of(typed, PORTAL)
    assert str(refused.value) == (
        f"There is no absence {typed}. {hint}`portalgen away --list --all` has all ids."
    )
