"""The picture for tabs and bookmarks."""

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

import pytest

from portalgen.build import Order, build
from portalgen.memory import Memory

PRACTICE = "name: {}\ntimezone: Europe/Lisbon\ncontact: {{email: a@b.example}}\n"


@pytest.mark.parametrize(
    ("name", "initial"), [("ines calder", "I"), ("«Öl»", "Ö"), ("& Mehr", "M"), ("3 Birds", "3")]
)
def test_it_shows_the_first_letter_or_digit_of_the_name(
    write: Callable[[Mapping[str, str]], Path], moment: datetime, name: str, initial: str
) -> None:
    folder = write({"practice.yaml": PRACTICE.format(f'"{name}"')})
    files = build(Order(folder, moment), Memory()).files
    picture = next(each for each in files if each.address == "/favicon.svg")
    assert f">{initial}</text>" in picture.text
