"""A change of away.yaml as the owner sees it: lines, and nothing printed.

What stands in quotes is what clients read, whole and on one line.
"""

import re
from collections.abc import Iterator
from difflib import unified_diff
from textwrap import wrap

from portalgen.briefing import owners_voice
from portalgen.briefing.charges import Called
from portalgen.changes.carrying_out import Done
from portalgen.changes.told import Told
from portalgen.commands.briefing_text import LABEL
from portalgen.commands.briefing_words import NO_BREAK, Calendar, covered
from portalgen.editing.edits import Add
from portalgen.problems import Problem
from portalgen.wording.voice import Voice

_WIDTH = 80 - LABEL
# How many others are named.
_MOST = 3
_HUNK = re.compile(r"@@ -\S+ \+(\d+)")
# What stands above a difference where no names of files are given.
_HEADS = {"--- ", "+++ "}

Line = tuple[str, str]


def difference(done: Done) -> Iterator[str]:
    """Yield the lines that go and come, marked with - and +, below the places where they stand.

    The lines beside them are not shown: there may be private notes among them.
    """
    old, new = (text.decode("utf-8-sig").splitlines() for text in (done.before, done.after))
    for line in unified_diff(old, new, n=0, lineterm=""):
        if hunk := _HUNK.match(line):
            yield f"{done.label}:{hunk[1]}"
        elif line[1:].strip() and line not in _HEADS:
            yield line.rstrip()


def change_lines(done: Done) -> Iterator[Line]:
    """Yield what is told of a change, each line as a label and what stands behind it."""
    if done.told is not None:
        calendar = Calendar(done.subject.desk.moment, _voice(done))
        yield from _labeled("Clients", _read(done.told, calendar))
        yield from _labeled("In charge", _in_charge(done, done.told, calendar))
        yield from _labeled("Still on", _still_on(done.told))
        yield from _labeled("Overlap", _overlap(done.told))
    for note in done.plan.notes:
        yield from _labeled("Note", _wrapped(note))
    for each in done.advice:
        yield from _labeled("Advice", _wrapped(_words(each, done.label)))


def _in_charge(done: Done, told: Told, calendar: Calendar) -> list[str]:
    if told.cover is not None:
        return _wrapped(covered(told.cover, calendar))
    if not told.takes_place:
        return []
    if not told.takes_owner_away:
        return [] if told.others else ["You."]
    edit = done.plan.edit
    could_be_named = isinstance(edit, Add) and "backup" not in edit.fields
    if could_be_named and done.subject.desk.portal.backup.backups:
        return ["Nobody. With --backup ID somebody is."]
    return ["Nobody."]


def _still_on(told: Told) -> list[str]:
    """Return what goes on when an absence is over."""
    if told.cover is not None or told.takes_owner_away or not (told.takes_place and told.others):
        return []
    return _wrapped(f"{_counted(told.others)}. `portalgen today` tells who is in charge.")


def _overlap(told: Told) -> list[str]:
    if not told.overlaps:
        return []
    counts = " While both run, the one that begins later says who is in charge."
    text = f"It overlaps with {_counted(told.overlaps)}."
    return _wrapped(text + (counts if told.shares_cover else ""))


def _read(told: Told, calendar: Calendar) -> list[str]:
    if not told.reads:
        return ["They read nothing of it."]
    quoted = [f'"{" ".join(each.split())}"' for each in told.reads]
    when = f"from {calendar.when(told.since)} on" if told.since else "as soon as you publish it"
    return [*quoted, f"Clients see it {when}."]


def _counted(names: tuple[Called, ...]) -> str:
    """Return the first few names, and how many more there are."""
    said = [each.in_full for each in names[:_MOST]]
    if len(names) > _MOST:
        said.append(f"{len(names) - _MOST} more")
    return " and ".join(filter(None, [", ".join(said[:-1]), said[-1]]))


def _words(problem: Problem, label: str) -> str:
    """Return advice without its place, if it is about the file that is shown."""
    words = f"{problem.found} {problem.instead}".rstrip()
    return words if problem.place.file == label else f"{problem.place}: {words}"


def _voice(done: Done) -> Voice:
    return owners_voice(done.subject.voice)


def _wrapped(text: str) -> list[str]:
    lines = wrap(text, _WIDTH, break_long_words=False, break_on_hyphens=False)
    return [line.replace(NO_BREAK, " ") for line in lines]


def _labeled(label: str, lines: list[str]) -> Iterator[Line]:
    for number, line in enumerate(lines):
        yield ("" if number else label), line
