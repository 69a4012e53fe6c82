"""content/away.yaml as text → the same text with one edit made in it.

The edit is made by splices at the places that the parser tells, so that everything else stays
byte for byte. The result is read again and has to mean the edit and nothing else.
"""

from portalgen.editing.adding import added
from portalgen.editing.changing import changed
from portalgen.editing.deleting import deleted
from portalgen.editing.draft import Draft, read_draft
from portalgen.editing.edits import Add, Change, Delete, Edit, Refused
from portalgen.editing.meaning import refuse_another_meaning
from portalgen.editing.sheet import Original, Splice
from portalgen.sources.nodes import Mapping


def edited(source: bytes, edit: Edit, label: str = "content/away.yaml") -> bytes:
    """Return the file with an edit made in it, every other byte as it was.

    An empty `source` is a file that is not there yet. Raises Refused where the edit can not be
    made, or would mean anything but what was asked for.
    """
    draft = read_draft(source, label)
    after = Original(source).with_splices(_splices(edit, draft))
    refuse_another_meaning(draft, edit, _read_again(after, draft))
    return after


def _splices(edit: Edit, draft: Draft) -> list[Splice]:
    match edit:
        case Add():
            return added(edit, draft)
        case Change():
            return changed(edit, _absence(edit.number, draft), draft)
        case Delete():
            return deleted(_absence(edit.number, draft), draft)


def _absence(number: int, draft: Draft) -> Mapping:
    absences = draft.absences()
    if not 0 <= number < len(absences):
        raise Refused(f"There is no entry {number + 1} in {draft.label}.")
    return absences[number]


def _read_again(after: bytes, draft: Draft) -> Draft:
    try:
        return read_draft(after, draft.label)
    except Refused as refused:
        raise Refused(
            f"{draft.label} could not be read any more after this change. "
            f"Make the change by hand. ({refused})"
        ) from None
