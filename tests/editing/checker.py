"""What an edit has to give, worked out without the editing engine.

The meaning is compared as loaded models with what was generated; bytes are compared line by
line with the generated lines, of which it is known to whom each belongs.
"""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import yaml

from portalgen.editing.edits import Add, Change, Delete, Edit, Refused
from portalgen.editing.rewriting import edited
from portalgen.loading.content_file import yaml_file
from portalgen.model.away import Away
from portalgen.problems import Weight
from tests.editing.files import (
    HEAD,
    PROSE,
    Generated,
    Line,
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


@dataclass(frozen=True)
class Outcome:
    """What came of a case: why it was refused, or what is wrong with the result, or neither."""

    refused: str = ""
    wrong: str = ""


def case_of(seed: int) -> Case:
    """Return the case of a seed."""
    dice = random.Random(seed)
    file = generated(dice)
    kinds = (_add, _change, _change, _delete) if file.entries else (_add,)
    return Case(file, dice.choice(kinds)(dice, file))


def outcome_of(case: Case) -> Outcome:
    """Make the edit, and look at what came of it."""
    before = _loaded(case.file.source)
    if before != _model(case.file.entries):
        return Outcome(wrong=f"the generated file does not mean what it should: {before}")
    try:
        after = edited(case.file.source, case.edit)
    except Refused as refused:
        return Outcome(refused=str(refused))
    return Outcome(wrong="; ".join(_faults(case, after)))


def _faults(case: Case, after: bytes) -> Iterator[str]:
    if _loaded(after) != _model(_intended(case)):
        yield "it means something else"
        return
    if not _reads_as_text(case, after):
        yield "another program reads a text as something else"
    if case.file.has_mark != after.startswith(b"\xef\xbb\xbf"):
        yield "the byte-order mark has changed"
    yield from _changed_lines(case, after)
    yield from _changed_comments(case, after)


# --- Edits


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


# --- Meaning


def _intended(case: Case) -> list[dict[str, Any]]:
    entries = [dict(each) for each in case.file.entries]
    edit = case.edit
    if isinstance(edit, Add):
        return [dict(edit.fields), *entries]
    if isinstance(edit, Delete):
        return [each for number, each in enumerate(entries) if number != edit.number]
    changed = {**entries[edit.number], **edit.put}
    if edit.update is not None:
        changed["updates"] = [dict(edit.update), *changed.get("updates", [])]
    entries[edit.number] = {key: changed[key] for key in changed if key not in edit.drop}
    return entries


def _model(entries: Any) -> Any:
    return _without_last_line_ends(Away.model_validate({"away": list(entries)}).model_dump())


def _loaded(content: bytes) -> Any:
    file = yaml_file(content, "content/away.yaml", Away)
    problems = [str(each) for each in file.reports if each.weight is Weight.PROBLEM]
    if problems or file.part is None:
        return problems
    return _without_last_line_ends(file.part.model_dump())


def _without_last_line_ends(value: Any) -> Any:
    """Return data without what tells `|` from `|-`, which no page shows."""
    if isinstance(value, dict):
        return {key: _without_last_line_ends(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_without_last_line_ends(each) for each in value]
    return value.removesuffix("\n") if isinstance(value, str) else value


def _reads_as_text(case: Case, after: bytes) -> bool:
    """Return whether a program of YAML 1.1 reads the new words as the same texts."""
    if isinstance(case.edit, Delete):
        return True
    is_new = isinstance(case.edit, Add)
    fields = case.edit.fields if isinstance(case.edit, Add) else case.edit.put
    try:
        listed = yaml.safe_load(after.decode("utf-8-sig"))["away"]
    except (yaml.YAMLError, ValueError):
        return False
    there = listed if isinstance(listed, dict) else listed[0 if is_new else case.edit.number]  # type: ignore[union-attr]
    return all(
        isinstance(there[key], str) and there[key].removesuffix("\n") == fields[key]
        for key in PROSE
        if key in fields
    )


# --- Bytes


def _changed_lines(case: Case, after: bytes) -> Iterator[str]:
    """Every line that does not belong to what is edited is there, in order, with its line end."""
    file = case.file
    found = _lines(after)
    at = 0
    is_bound = False
    for number, line in enumerate(file.lines):
        if _may_change(case, number):
            is_bound = False
            continue
        # Nothing comes between a comment and what it is about.
        while at < len(found) and found[at][0] != line.text and not is_bound:
            at += 1
        if at == len(found) or found[at][0] != line.text:
            yield f"line {number + 1} has changed: {line.text!r}"
            return
        at += 1
        is_bound = line.owner is not None and line.text.lstrip().startswith("#")
    ends = [end for _, end in found[:-1]]
    if set(ends) - {file.line_end} and len(file.source.splitlines()) > 1:
        yield "there are other line ends"
    if isinstance(case.edit, Add) and file.layout == "block":
        yield from _more_than_put_in(file.source, after)


def _more_than_put_in(before: bytes, after: bytes) -> Iterator[str]:
    """Bytes put in at one place leave a beginning and an end that are the whole file before."""
    first = next(
        (at for at, pair in enumerate(zip(before, after, strict=False)) if pair[0] != pair[1]),
        min(len(before), len(after)),
    )
    if not after.endswith(before[first:]):
        yield "an addition has changed more than one place"


def _may_change(case: Case, number: int) -> bool:
    line, edit, layout = case.file.lines[number], case.edit, case.file.layout
    if line.owner is None:
        # A blank line beside an entry that goes may go with it.
        return isinstance(edit, Delete) and not line.text.strip() and _is_beside(case, number)
    owner, key = line.owner
    if line.owner == HEAD:
        return layout != "block" or len(case.file.entries) == 1
    if isinstance(edit, Add):
        # Whoever stands alone gets a dash before the first key.
        return layout == "lone" and key == next(iter(case.file.entries[0]))
    if owner != edit.number:
        # The comma behind it goes with the entry after it.
        return layout == "flow lines" and isinstance(edit, Delete) and owner == edit.number - 1
    if isinstance(edit, Delete) or layout.startswith("flow"):
        return True
    return key in {*edit.put, *edit.drop, *(("updates",) if edit.update else ())} or (
        key == _key_at_the_dash(case.file.entries[owner], edit)
    )


def _key_at_the_dash(fields: dict[str, Any], edit: Change) -> str | None:
    """Return the key whose dash comes or goes, if there is one."""
    first = next(iter(fields))
    if first in edit.drop or "id" in edit.put:
        return next(key for key in fields if key not in edit.drop)
    return None


def _is_beside(case: Case, number: int) -> bool:
    lines = case.file.lines
    for step in (-1, 1):
        at = number
        while 0 <= at < len(lines) and not lines[at].text.strip() and lines[at].owner is None:
            at += step
        owner = lines[at].owner if 0 <= at < len(lines) else None
        if owner is not None and owner[0] == case.edit.number:  # type: ignore[union-attr]
            return True
    return False


def _changed_comments(case: Case, after: bytes) -> Iterator[str]:
    """Every comment is there once, and those of what was taken out are not."""
    text = after.decode("utf-8")
    for line in case.file.lines:
        for tag in re.findall(r"# c\d+c ", line.text):
            count = text.count(tag)
            if count != (0 if _goes(case, line) else 1):
                yield f"the comment {tag!r} stands there {count} times"


def _goes(case: Case, line: Line) -> bool:
    if isinstance(case.edit, Add) or line.owner is None:
        return False
    owner, key = line.owner
    if owner != case.edit.number:
        return False
    return isinstance(case.edit, Delete) or key in case.edit.drop


def _lines(content: bytes) -> list[tuple[str, str]]:
    text = content.decode("utf-8").removeprefix("\ufeff")
    parts = re.split(r"(\r\n|\r|\n)", text)
    return list(zip(parts[::2], [*parts[1::2], ""], strict=True))
