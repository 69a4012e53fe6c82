"""What an edit has to give, worked out without the editing engine.

The meaning is compared as loaded models with what was generated; what must stay is looked at line
by line (`untouched.py`).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from portalgen.editing.edits import Add, Delete, Refused
from portalgen.editing.rewriting import edited
from portalgen.loading.content_file import yaml_file
from portalgen.model.away import Away
from portalgen.problems import Weight
from tests.editing.cases import Case
from tests.editing.files import (
    PROSE,
)
from tests.editing.untouched import touched


@dataclass(frozen=True)
class Outcome:
    """What came of a case: why it was refused, or what is wrong with the result, or neither."""

    refused: str = ""
    wrong: str = ""


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
    yield from touched(case, after)


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
