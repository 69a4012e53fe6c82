"""A plan is carried out: the file as it is, the same with the edit in it, and what comes of it.

Nothing is written that would make the content worse than advice. The file is held from before it
is read until it is written, so that two commands at once lose nothing.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from portalgen.build import Order, survey
from portalgen.changes.plans import Plan
from portalgen.changes.told import Surveyed, Told, new_advice, told
from portalgen.editing.away_file import AwayFile, opened
from portalgen.editing.edits import Delete, Refused
from portalgen.editing.rewriting import edited
from portalgen.memory import Memory
from portalgen.model.values import Unreadable
from portalgen.problems import ContentError, Problem, Weight, WrongUse
from portalgen.subject import Subject


class Spoiled(Exception):
    """The edit was not made, because the content would have problems with it."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


@dataclass(frozen=True)
class Done:
    """What was done, or would be: the file before and after, and what is told.

    `told` is None where the absence is gone, and where nothing changed. `subject` is the content
    after it.
    """

    plan: Plan
    label: str
    before: bytes
    after: bytes
    subject: Subject
    told: Told | None = None
    advice: tuple[Problem, ...] = ()


def carry_out(order: Order, planned: Callable[[Subject], Plan], *, is_dry: bool) -> Done:
    """Plan an edit of away.yaml, write it unless `is_dry`, and return what was done.

    Raises ContentError for content that has problems already, Spoiled for content that would have
    some, and WrongUse for what is not to be done.
    """
    memory = Memory()
    survey(order, memory)
    try:
        with opened(order.content) as file:
            # While another command held the file, it may have become another.
            before = Surveyed(*survey(order, memory))
            done = _done(planned(before.subject), file, before, order, memory)
            if not is_dry:
                file.write(done.after)
            return done
    except Refused as error:
        raise WrongUse(str(error)) from None
    except Unreadable as error:
        raise WrongUse(f"{error.found} {error.instead}".rstrip()) from None


def _done(plan: Plan, file: AwayFile, before: Surveyed, order: Order, memory: Memory) -> Done:
    """Return what comes of a plan, which may be that all stays as it is."""
    label = f"{order.label}/{file.name}"
    if plan.edit is None:
        return Done(plan, label, file.source, file.source, before.subject)
    source = edited(file.source, plan.edit, label)
    after = _surveyed(replace(order, replaced={file.name: source}), memory)
    return Done(
        plan,
        label,
        file.source,
        source,
        after.subject,
        told=None if isinstance(plan.edit, Delete) else told(plan.absence_id, after),
        advice=new_advice(before, after),
    )


def _surveyed(order: Order, memory: Memory) -> Surveyed:
    try:
        return Surveyed(*survey(order, memory))
    except ContentError as error:
        heavy = (each for each in error.problems if each.weight is Weight.PROBLEM)
        raise Spoiled(tuple(heavy)) from None
