"""How many plural forms a language has, and when each is used, by the data of Babel."""

from collections.abc import Callable
from dataclasses import dataclass, field
from gettext import c2py

# Forms repeat themselves after this many numbers in every language.
_MANY = 201


@dataclass(frozen=True)
class Plurals:
    """The plural forms of a language: `form_of` gives the index of the form for a number.

    `of_one_alone` is the form that is used for the number 1 and no other; None if there is none.
    """

    count: int
    form_of: Callable[[int], int] = field(repr=False)
    of_one_alone: int | None


def plurals_of(tag: str) -> Plurals:
    """Return the plural forms of the language of a tag."""
    from babel.messages.plurals import get_plural

    known = get_plural(tag.split("-")[0])
    form_of = c2py(known.plural_expr)
    one = form_of(1)
    is_alone = [form_of(number) for number in range(_MANY)].count(one) == 1
    return Plurals(known.num_plurals, form_of, one if is_alone else None)
