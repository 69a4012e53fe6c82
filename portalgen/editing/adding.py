"""A new entry of the list, in a file of any kind, also in one that is not there yet."""

from portalgen.editing.draft import LIST, Draft
from portalgen.editing.edits import Add
from portalgen.editing.layout import ListStyle
from portalgen.editing.putting_first import with_first
from portalgen.editing.sheet import Splice
from portalgen.editing.writing import entry_lines

# As the file of a new portal begins.
_SCHEMA = "# yaml-language-server: $schema=../schemas/away.schema.json"


def added(edit: Add, draft: Draft) -> list[Splice]:
    """Return the splices that make a new entry the first."""
    if draft.list_entry is not None:
        return with_first(draft.list_entry, edit.fields, draft)
    if draft.root is not None:
        raise draft.by_hand(draft.root, f"There is no `{LIST}:` in this file.")
    style = ListStyle()
    lines = [f"{LIST}:", *entry_lines(edit.fields, style.dash, style.item, style)]
    sheet = draft.sheet
    if not sheet.text:
        return [Splice(0, 0, "".join(f"{line}\n" for line in [_SCHEMA, "", *lines]))]
    if sheet.text.endswith("\n"):
        above = sheet.lines[-2]
        apart = [""] if above.lstrip().startswith("#") else []
        text = "".join(f"{line}\n" for line in [*apart, *lines])
    else:
        text = "".join(f"\n{line}" for line in ["", *lines])
    return [Splice(len(sheet.text), len(sheet.text), text)]
