"""What an edit must not touch: the lines of a file, of which it is known to whom each belongs."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from portalgen.editing.edits import Add, Change, Delete, Edit
from tests.editing.cases import Case
from tests.editing.files import (
    HEAD,
    Line,
)


def touched(case: Case, after: bytes) -> Iterator[str]:
    """Yield what has changed besides that which is edited."""
    yield from _changed_lines(case, after)
    if not isinstance(case.edit, Add):
        yield from _invented_lines(case, after)
    yield from _changed_comments(case, after)


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


def _invented_lines(case: Case, after: bytes) -> Iterator[str]:
    """Every line is one from before, or one that the edit has to write."""
    texts = _texts(case.edit)
    found = [text for text, _ in _lines(after)]
    is_ended = case.file.has_final_line_end or _may_change(case, len(case.file.lines) - 1)
    if not found[-1] and is_ended:
        # Behind the last line end, or behind that of the line before one that went.
        found.pop()
    known = [left for line in case.file.lines if (left := _left(case, line)) is not None]
    if isinstance(case.edit, Delete):
        new = _not_in_order(found, known)
    else:
        # A text with a blank line in it.
        known += [line for text in texts for line in text.split("\n") if not line]
        new = (Counter(found) - Counter(known)).elements()
    for line in new:
        if not _is_asked_for(case, line, texts):
            yield f"nobody asked for the line {line!r}"


def _not_in_order(found: list[str], known: list[str]) -> Iterator[str]:
    """Yield the lines that are no longer, or not yet, to come in the known ones."""
    at = 0
    for line in found:
        if line in known[at:]:
            at = known.index(line, at) + 1
        else:
            yield line


def _left(case: Case, line: Line) -> str | None:
    """Return what may be left of a line: nothing of a value that is replaced or goes."""
    file, edit = case.file, case.edit
    if line.owner is None or isinstance(edit, Add) or line.text.lstrip().startswith("#"):
        return line.text
    owner, key = line.owner
    if owner != edit.number:
        return line.text
    if isinstance(edit, Change):
        return None if key in {*edit.put, *edit.drop} else line.text
    # Between brackets, the only entry goes without what stands before it.
    is_only = file.layout == "flow lines" and len(file.entries) == 1
    return line.text.partition("{")[0] if is_only else None


def _is_asked_for(case: Case, line: str, texts: list[str]) -> bool:
    file, edit = case.file, case.edit
    bare = re.sub(r"\s+# c\d+c .*", "", line.strip().removeprefix("- ").lstrip())
    if not bare:
        return False
    if not isinstance(edit, Change) or file.layout.startswith("flow"):
        return "{" in bare or bare.startswith("away:")
    at_dash = _key_at_the_dash(file.entries[edit.number], edit)
    keys = {*edit.put, at_dash, *(("updates", *edit.update) if edit.update else ())}
    named = re.match(r"\W?(\w+)\W? *:( |$)", bare)
    is_lone_dash = bare == "-" and at_dash is not None
    return is_lone_dash or bool(named and named[1] in keys) or any(bare in text for text in texts)


def _texts(edit: Edit) -> list[str]:
    """Return the texts that a change has to write."""
    if not isinstance(edit, Change):
        return []
    values = [*edit.put.values(), *(edit.update or {}).values()]
    return [text for each in values for text in ((each,) if isinstance(each, str) else each)]


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
