"""Advice about items that the phone editor would not see."""

import pytest

from portalgen.checks.lists_have_dashes import lists_have_dashes
from portalgen.problems import Weight
from tests.checks.conftest import Run
from tests.conftest import PRACTICE

WITH_EDITOR = PRACTICE + "editor:\n  backend: github\n  repo: ines/portal\n"
AWAY = "away:\n  - from: 2026-12-21\n    until: 2027-01-01\n    services: repairs\n"
SERVICES = "services:\n  - title: Repairs\n    price:\n      amount: 80 USD\n"
REPLIES = "replies:\n  by: email\n  within: 1 day\n"
PAGE = "---\ntitle: Imprint\nwas: legal\n---\nWho we are.\n"


@pytest.mark.parametrize(
    ("files", "place"),
    [
        ({"away.yaml": AWAY, "services.yaml": "services:\n  - title: Repairs\n"}, "away.yaml:4:15"),
        ({"services.yaml": SERVICES}, "services.yaml:4:7"),
        ({"services.yaml": "services:\n  title: Repairs\n"}, "services.yaml:2:3"),
        (
            {"availability.yaml": "replies:\n  by: email\n  within: 1 day\n"},
            "availability.yaml:2:3",
        ),
        ({"pages/imprint.md": PAGE}, "pages/imprint.md:3:6"),
    ],
)
def test_an_item_without_a_dash_is_told_of(files: dict[str, str], place: str, run: Run) -> None:
    [found] = run(lists_have_dashes, {"practice.yaml": WITH_EDITOR, **files})
    assert str(found) == (
        f"content/{place}: The phone editor does not see an item without a dash, and leaves it "
        "out when it saves. Put it into a line of its own, with a dash in front."
    )
    assert found.weight is Weight.ADVICE


@pytest.mark.parametrize(
    "files",
    [
        {"services.yaml": SERVICES.replace("      amount", "      - amount")},
        {"availability.yaml": "public_holidays:\n  country: US\n  closed: all\n"},
        {"availability.yaml": "replies:\n"},
        {"away.yaml": "away: []\n"},
        {"practice.yaml": PRACTICE, "services.yaml": SERVICES},
    ],
)
def test_lists_defaults_and_portals_without_an_editor_are_not_told_of(
    files: dict[str, str], run: Run
) -> None:
    assert run(lists_have_dashes, {"practice.yaml": WITH_EDITOR, **files}) == []
