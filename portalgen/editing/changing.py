"""Keys of an entry: set, added in the order of the model, and taken out."""

from portalgen.editing.draft import Draft
from portalgen.editing.edits import Change
from portalgen.editing.flow import parts_of, taken_out
from portalgen.editing.layout import comments_above, last_line, starts_at
from portalgen.editing.putting_first import with_first
from portalgen.editing.sheet import Splice
from portalgen.editing.values import replaced
from portalgen.editing.writing import Written, in_flow, key_lines
from portalgen.model.away import Absence
from portalgen.sources.nodes import Entry, Mapping

_UPDATES = "updates"
_ORDER = Absence.written_keys()


def changed(edit: Change, absence: Mapping, draft: Draft) -> list[Splice]:
    """Return the splices that change one entry."""
    splices: list[Splice] = []
    new: dict[str, Written] = {}
    for key, value in edit.put.items():
        entry = absence.entry(key)
        if entry is None:
            new[key] = value
        else:
            splices += replaced(entry, value, draft, draft.style, within_flow=absence.flow)
    updates = absence.entry(_UPDATES)
    if edit.update is not None and updates is None:
        new[_UPDATES] = (edit.update,)
    elif edit.update is not None and updates is not None:
        splices += with_first(updates, edit.update, draft, within_flow=absence.flow)
    gone = frozenset(edit.drop)
    splices += _dropped(gone, absence, draft)
    for key in sorted(new, key=_rank):
        splices.append(_added(key, new[key], absence, gone, draft))
    return splices


def _rank(key: str) -> int:
    return _ORDER.index(key) if key in _ORDER else len(_ORDER)


def _added(
    key: str, value: Written, absence: Mapping, gone: frozenset[str], draft: Draft
) -> Splice:
    """Put a new key below the one that comes before it in the model."""
    before = [
        entry
        for entry in absence
        if _rank(entry.key.text) < _rank(key) and entry.key.text not in gone
    ]
    above = max(before, key=lambda entry: _rank(entry.key.text), default=None)
    if absence.flow:
        return _added_in_flow(key, value, absence, above, draft)
    column = absence.place.column - 1
    lines = key_lines(key, value, column, draft.style)
    if above is not None:
        return draft.sheet.below(last_line(above.value, draft.sheet), lines)
    if _has_own_line(absence, draft):
        return draft.sheet.below(absence.place.line - 1, lines)
    at = starts_at(absence, draft.sheet)
    return Splice(at, at, "\n".join([*lines, " " * column])[column:])


def _added_in_flow(
    key: str, value: Written, absence: Mapping, above: Entry | None, draft: Draft
) -> Splice:
    text = f"{key}: {in_flow(key, value)}"
    parts = parts_of(absence, draft)
    if above is None:
        return Splice(parts[0].start, parts[0].start, f"{text}, ")
    at = parts[absence.entries.index(above)].end
    return Splice(at, at, f", {text}")


def _dropped(keys: frozenset[str], absence: Mapping, draft: Draft) -> list[Splice]:
    """Take out the lines of keys, and the comments directly above each."""
    gone = [number for number, entry in enumerate(absence) if entry.key.text in keys]
    if len(gone) == len(absence.entries):
        raise draft.refused(absence, "Nothing would be left of this entry. Delete it instead.")
    if absence.flow:
        return [taken_out(absence, *run, draft) for run in _runs(gone)]
    if gone[:1] != [0] or _has_own_line(absence, draft):
        return [_dropped_lines(absence, number, draft) for number in gone]
    return _dropped_behind_dash(gone, absence, draft)


def _runs(numbers: list[int]) -> list[tuple[int, int]]:
    """Return first and last of the numbers that follow one another."""
    firsts = [number for number in numbers if number - 1 not in numbers]
    lasts = [number for number in numbers if number + 1 not in numbers]
    return list(zip(firsts, lasts, strict=True))


def _dropped_lines(absence: Mapping, number: int, draft: Draft) -> Splice:
    entry = absence.entries[number]
    line, sheet = entry.key.place.line, draft.sheet
    # Above the first key stands what is said of the whole entry.
    floor = last_line(absence.entries[number - 1].value, sheet) if number else line - 1
    return sheet.without(comments_above(line, floor, sheet), last_line(entry.value, sheet))


def _dropped_behind_dash(gone: list[int], absence: Mapping, draft: Draft) -> list[Splice]:
    """Let the next key move up; where something stands between, the dash stays by itself."""
    sheet, start = draft.sheet, starts_at(absence, draft.sheet)
    count = sum(1 for place, number in enumerate(gone) if place == number)
    if all(_follows(absence, number, draft) for number in range(1, count)):
        following = absence.entries[count].key
        if following.place.line == last_line(absence.entries[count - 1].value, sheet) + 1:
            rest = [_dropped_lines(absence, number, draft) for number in gone[count:]]
            return [Splice(start, starts_at(following, sheet), ""), *rest]
    last = last_line(absence.entries[0].value, sheet)
    rest = [_dropped_lines(absence, number, draft) for number in gone[1:]]
    return [Splice(start - 1, sheet.end_of(last), ""), *rest]


def _follows(absence: Mapping, number: int, draft: Draft) -> bool:
    """Return whether nothing but its own comments stands between a key and the one above."""
    above = last_line(absence.entries[number - 1].value, draft.sheet)
    line = absence.entries[number].key.place.line
    return comments_above(line, above, draft.sheet) == above + 1


def _has_own_line(absence: Mapping, draft: Draft) -> bool:
    """Return whether the first key of an entry does not stand behind a dash."""
    return not draft.sheet.line(absence.place.line)[: absence.place.column - 1].strip()
