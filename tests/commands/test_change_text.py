"""What stands beside the change of a file."""

from collections.abc import Callable, Mapping
from pathlib import Path

from portalgen.build import Order, survey
from portalgen.changes.carrying_out import Done
from portalgen.changes.plans import Plan
from portalgen.commands.change_text import change_lines
from portalgen.problems import Place, advice
from tests.conftest import MOMENT

Write = Callable[[Mapping[str, str]], Path]


def test_advice_has_its_place_where_it_is_about_another_file(write: Write) -> None:
    subject, _ = survey(Order(write({}), MOMENT))
    found = tuple(
        advice(Place(f"content/{name}.yaml", 3, 1), "Sol is away then.")
        for name in ("away", "backup")
    )
    done = Done(Plan(None, "x"), "content/away.yaml", b"", b"", subject, advice=found)
    assert list(change_lines(done)) == [
        ("Advice", "Sol is away then."),
        ("Advice", "content/backup.yaml:3:1: Sol is away then."),
    ]
