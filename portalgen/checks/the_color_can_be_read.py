"""Text in the practice's color can be read on light paper."""

from collections.abc import Iterator

from portalgen.look import palette_of, reads_with_ease
from portalgen.problems import Problem, advice
from portalgen.shades import contrast
from portalgen.subject import Subject


def the_color_can_be_read(subject: Subject) -> Iterator[Problem]:
    """Yield advice where `color` is too light for text, and another is shown instead of it."""
    look = subject.loaded.portal.practice.look
    if look.color is None or reads_with_ease(look.color):
        return
    shown = palette_of(look, subject.memory).light.accent
    if contrast(shown, look.color) > 1:
        yield advice(
            subject.place("practice", "look", "color"),
            f"`{look.color}` is too light for words on light paper; there clients see `{shown}`.",
            "Look at it, and name a darker color if you would rather choose it yourself.",
        )
