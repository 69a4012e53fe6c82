"""Text in the practice's color can be read on light paper.

In the dark nearly every color that is good on paper is shown lighter; docs/restyling.md says so
once, and no single portal is told.
"""

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
    shades = palette_of(look, subject.memory)
    if contrast(shades.light.accent, look.color) > 1:
        yield advice(
            subject.place("practice", "look", "color"),
            f"`{look.color}` is too light for words on light paper; there clients see "
            f"`{shades.light.accent}`, and in the dark `{shades.dark.accent}`.",
            "Look at it, and name a darker color if you would rather choose it yourself.",
        )
