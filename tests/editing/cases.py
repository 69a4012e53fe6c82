"""Files and edits of them, made from seeds."""

import random
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from portalgen.editing.edits import Add, Change, Delete, Edit
from tests.editing.files import (
    Generated,
    entry,
    generated,
    several_lines,
    words,
)

# What an edit leaves alone, or what depends on other keys.
_NOT_PUT = frozenset({"from", "until", "back", "cover", "updates"})


@dataclass(frozen=True)
class Case:
    """A generated file and an edit of it."""

    file: Generated
    edit: Edit


def case_of(seed: int) -> Case:
    """Return the case of a seed."""
    dice = random.Random(seed)
    file = generated(dice)
    kinds = (_add, _change, _change, _delete) if file.entries else (_add,)
    return Case(file, dice.choice(kinds)(dice, file))


def _add(dice: random.Random, file: Generated) -> Edit:
    fields = entry(dice, 7)
    fields.pop("updates", None)
    fields.pop("cover", None)
    return Add({key: _typed(value) for key, value in fields.items()})


def _delete(dice: random.Random, file: Generated) -> Edit:
    return Delete(dice.randrange(len(file.entries)))


def _change(dice: random.Random, file: Generated) -> Edit:
    number = dice.randrange(len(file.entries))
    old = file.entries[number]
    new = {
        **entry(dice, number, old["from"]),
        "message": several_lines(dice),
        "private": words(dice),
    }
    put = [key for key in new if key not in _NOT_PUT and dice.random() < 0.2]
    put = [key for key in put if not (key == "backup" and "cover" in old)]
    if dice.random() < 0.5:
        day = date.fromisoformat(old.get("back", old["until"]))
        later = str(day + timedelta(days=9))
        new |= {"until": later, "back": str(day + timedelta(days=10))}
        put += ["until", "back"]
    drop = [key for key in old if key not in {"from", "until", *put} and dice.random() < 0.1]
    update = {"at": f"{old['from']} 18:00", "text": words(dice)} if dice.random() < 0.3 else None
    if "updates" in drop:
        update = None
    return Change(number, {key: _typed(new[key]) for key in put}, tuple(drop), update)


def _typed(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
