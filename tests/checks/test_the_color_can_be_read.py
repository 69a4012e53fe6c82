import pytest

from portalgen.checks.the_color_can_be_read import the_color_can_be_read
from tests.checks.conftest import Run

PRACTICE = (
    "name: I\ntimezone: Europe/Lisbon\ncontact:\n  email: i@i.example\nlook:\n  color: '{}'\n"
)


def test_a_color_that_is_moved_is_told_with_what_is_shown(run: Run) -> None:
    (advice,) = run(the_color_can_be_read, {"practice.yaml": PRACTICE.format("#FF0")})
    assert str(advice) == (
        "content/practice.yaml:6:10: `#ff0` is too light for words on light paper; there clients "
        "see `#6f6f00`, and in the dark `#ffff00`. Look at it, and name a darker color if you "
        "would rather choose it yourself."
    )


@pytest.mark.parametrize("color", ["#2f6f62", "#000", "#6f6f00", "#8b0000"])
def test_a_color_that_is_kept_needs_no_word(run: Run, color: str) -> None:
    assert run(the_color_can_be_read, {"practice.yaml": PRACTICE.format(color)}) == []
