"""What is wrong, and where: the values by which every part reports to the owner.

Nothing here prints, sorts out weights or ends a run; commands do.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, order=True)
class Place:
    """A place in a file of the portal.

    `file` is relative to the portal folder, with forward slashes. `line` and `column` count
    from 1; 0 means that the whole of the file, or of the line, is meant.
    """

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        numbers = (self.line, self.column) if self.line else ()
        return ":".join([self.file, *(str(number) for number in numbers if number)])


class Weight(StrEnum):
    """How heavy a report is: a problem stops a build, advice does not."""

    PROBLEM = "problem"
    ADVICE = "advice"


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to tell the owner.

    `found` says what stands there, `instead` what to write in its place. `overdue` marks
    advice about something that only the passing of time made wrong and that is now due:
    builds go on, `check` exits with 1.
    """

    place: Place
    found: str
    instead: str = ""
    weight: Weight = Weight.PROBLEM
    overdue: bool = False

    def __str__(self) -> str:
        return f"{self.place}: {self.found}" + (f" {self.instead}" if self.instead else "")


class ContentError(Exception):
    """The content has problems; nothing can be built from it."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(str(problem) for problem in self.problems))


class WrongUse(Exception):
    """What was asked for can not be done as asked; the content is not to blame."""


def advice(place: Place, found: str, instead: str = "", *, overdue: bool = False) -> Problem:
    """Return a report that does not stop a build."""
    return Problem(place, found, instead, Weight.ADVICE, overdue)


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Return the known name that looks most like `name`, if one is close enough to suggest."""
    from difflib import get_close_matches

    by_lower_case = {each.lower(): each for each in known}
    close = get_close_matches(name.lower(), sorted(by_lower_case), n=1, cutoff=0.6)
    return by_lower_case[close[0]] if close else None
