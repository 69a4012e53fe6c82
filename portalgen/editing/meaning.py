"""What an edit means, as data: the check that text and edit say the same."""

from collections.abc import Mapping
from typing import Any

from portalgen.editing.draft import LIST, Draft, read_draft
from portalgen.editing.edits import Add, Change, Delete, Edit, Refused
from portalgen.loading.content_file import plain


def refuse_another_meaning(before: Draft, edit: Edit, after: Draft) -> None:
    """Raise Refused where `after` does not mean `before` with the edit made, no more, no less."""
    found = _data(after)
    if found != _with_edit(_data(before), edit, found[LIST]):
        raise Refused(
            f"{before.label} is laid out in a way that can not be edited safely. "
            "Make the change by hand."
        )


def _data(draft: Draft) -> dict[str, Any]:
    text = draft.sheet.text
    if not text.endswith("\n"):
        # A block of text that ends with the file has a line end as soon as the file has one.
        draft = read_draft(f"{text}\n".encode(), draft.label)
    data: dict[str, Any] = plain(draft.root) if draft.root else {}
    # One entry may stand alone, and an empty list may be left out.
    return {**data, LIST: _listed(data.get(LIST))}


def _with_edit(data: dict[str, Any], edit: Edit, found: list[Any]) -> dict[str, Any]:
    """Return the data after an edit; `found` are the entries that the new text gives."""
    entries = list(data[LIST])
    match edit:
        case Add(fields):
            entries.insert(0, _typed(fields, found[0] if found else None))
        case Change(number, put, drop, update):
            there = found[number] if number < len(found) else None
            entry = {**entries[number], **_typed(put, there)}
            if update is not None:
                first = _listed(there.get("updates"))[:1] if isinstance(there, dict) else []
                told = _typed(update, first[0] if first else None)
                entry["updates"] = [told, *_listed(entry.get("updates"))]
            entries[number] = {key: entry[key] for key in entry if key not in drop}
        case Delete(number):
            del entries[number]
    return {**data, LIST: entries}


def _listed(value: Any) -> list[Any]:
    return [] if value is None else value if isinstance(value, list) else [value]


def _typed(fields: Mapping[str, Any], found: Any) -> dict[str, Any]:
    """Return new fields as they should be read back."""
    there = found if isinstance(found, dict) else {}
    return {key: _read_back(value, there.get(key)) for key, value in fields.items()}


def _read_back(value: Any, found: Any) -> Any:
    """Return a value as typed, except for the line end that closes a block of several lines."""
    if isinstance(value, tuple):
        items = (
            found if isinstance(found, list) and len(found) == len(value) else [None] * len(value)
        )
        return [_read_back(*pair) for pair in zip(value, items, strict=True)]
    text = value.strip("\n")
    return found if "\n" in text and found == f"{text}\n" else text
