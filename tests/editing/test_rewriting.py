"""Before and after: what each edit makes of a file."""

from difflib import unified_diff
from pathlib import Path

import pytest

from portalgen.editing.edits import Add, Change, Delete, Edit, Refused, Value
from portalgen.editing.rewriting import edited

SAMPLE = Path(__file__).parents[2] / "content" / "away.yaml"
FIELDS = {"from": "2026-12-21", "until": "2026-12-24"}
UPDATE = {"at": "2026-12-22 09:00", "text": "One day longer."}


def after(text: str, edit: Edit) -> str:
    """Return the text of a file after an edit."""
    return edited(text.encode(), edit).decode()


def refusal(text: str, edit: Edit) -> str:
    """Return why an edit is refused."""
    with pytest.raises(Refused) as caught:
        edited(text.encode(), edit)
    return str(caught.value)


# --- A new entry

ADDED = {
    "above the first entry": (
        "away:\n  - from: 2026-10-01\n    until: 2026-10-02\n",
        "away:\n  - from: 2026-12-21\n    until: 2026-12-24\n"
        "\n  - from: 2026-10-01\n    until: 2026-10-02\n",
    ),
    "above the comment that belongs to the first entry": (
        "away:\n  # Mine.\n  - from: 2026-10-01\n",
        "away:\n  - from: 2026-12-21\n    until: 2026-12-24\n\n  # Mine.\n  - from: 2026-10-01\n",
    ),
    "below a comment about the list": (
        "away:\n  # The list.\n\n  # Mine.\n  - from: 2026-10-01\n",
        "away:\n  # The list.\n\n  - from: 2026-12-21\n    until: 2026-12-24\n"
        "\n  # Mine.\n  - from: 2026-10-01\n",
    ),
    "without blank lines where there are none": (
        "away:\n- from: 2026-10-01\n- from: 2026-11-01\n",
        "away:\n- from: 2026-12-21\n  until: 2026-12-24\n- from: 2026-10-01\n- from: 2026-11-01\n",
    ),
    "moved in as the others": (
        "away:\n    -   from: 2026-10-01\n        until: 2026-10-02\n\n    -   from: 2026-11-01\n",
        "away:\n    -   from: 2026-12-21\n        until: 2026-12-24\n\n"
        "    -   from: 2026-10-01\n        until: 2026-10-02\n\n    -   from: 2026-11-01\n",
    ),
    "into nothing behind the colon": (
        "away: # None.\n# The end.\n",
        "away: # None.\n  - from: 2026-12-21\n    until: 2026-12-24\n# The end.\n",
    ),
    "into an empty list": ("away: []\n", "away:\n  - from: 2026-12-21\n    until: 2026-12-24\n"),
    "into null": ("away: null\n", "away:\n  - from: 2026-12-21\n    until: 2026-12-24\n"),
    "into a tilde": ("away: ~", "away:\n  - from: 2026-12-21\n    until: 2026-12-24"),
    "into a file of comments": (
        "# Mine.\n",
        "# Mine.\n\naway:\n  - from: 2026-12-21\n    until: 2026-12-24\n",
    ),
    "into a file that is not there yet": (
        "",
        "# yaml-language-server: $schema=../schemas/away.schema.json\n\n"
        "away:\n  - from: 2026-12-21\n    until: 2026-12-24\n",
    ),
    "beside an entry that stands alone": (
        "away:\n  # Mine.\n  from: 2026-10-01  # or later\n  until: 2026-10-02\n",
        "away:\n- from: 2026-12-21\n  until: 2026-12-24\n\n"
        "  # Mine.\n- from: 2026-10-01  # or later\n  until: 2026-10-02\n",
    ),
    "into brackets": (
        "away: [{from: 2026-10-01}]  # all\n",
        "away: [{from: 2026-12-21, until: 2026-12-24}, {from: 2026-10-01}]  # all\n",
    ),
    "into brackets of several lines": (
        "away: [\n  {from: 2026-10-01},\n]\n",
        "away: [\n  {from: 2026-12-21, until: 2026-12-24},\n  {from: 2026-10-01},\n]\n",
    ),
    "beside an entry that stands alone in braces": (
        "away: {from: 2026-10-01}\n",
        "away: [{from: 2026-12-21, until: 2026-12-24}, {from: 2026-10-01}]\n",
    ),
}


@pytest.mark.parametrize(("before", "expected"), ADDED.values(), ids=ADDED.keys())
def test_a_new_entry_goes_to_the_top(before: str, expected: str) -> None:
    assert after(before, Add(FIELDS)) == expected


def test_a_new_entry_reads_well() -> None:
    fields: dict[str, Value] = {
        "id": "winter",
        "from": "2026-12-21 14:00",
        "until": "further notice",
        "reason": "Winter: a break",
        "message": "One line.\n\n# And another.",
        "catch_up": "3 days",
        "services": ("one-to-one", "repair"),
    }
    assert after("away:\n", Add(fields)) == (
        "away:\n"
        "  - id: winter\n"
        "    from: 2026-12-21 14:00\n"
        "    until: further notice\n"
        '    reason: "Winter: a break"\n'
        "    message: |\n"
        "      One line.\n"
        "\n"
        "      # And another.\n"
        "    catch_up: 3 days\n"
        "    services:\n"
        "      - one-to-one\n"
        "      - repair\n"
    )


def test_an_addition_to_the_sample_changes_one_place_and_keeps_every_comment() -> None:
    before = SAMPLE.read_text(encoding="utf-8")
    changed = after(before, Add(FIELDS))
    lines = list(unified_diff(before.splitlines(), changed.splitlines(), n=0, lineterm=""))
    assert lines[3:] == ["+  - from: 2026-12-21", "+    until: 2026-12-24", "+"]
    head, tail = before.split("away:\n")
    assert changed.startswith(f"{head}away:\n")
    assert changed.endswith(tail)


# --- An entry that changes

ENTRY = "away:\n  - id: winter\n    from: 2026-12-21\n    until: 2026-12-24\n"

CHANGED = {
    "a day, and the comment behind it stays": (
        "away:\n  - from: 2026-12-21\n    until: 2026-12-24   # or so\n",
        Change(0, {"until": "2027-01-05"}),
        "away:\n  - from: 2026-12-21\n    until: 2027-01-05   # or so\n",
    ),
    "quotes stay": (
        "away:\n  - from: '2026-12-21'\n    reason: \"Sea\"\n",
        Change(0, {"from": "2026-12-22", "reason": "Hills"}),
        "away:\n  - from: '2026-12-22'\n    reason: \"Hills\"\n",
    ),
    "new keys stand in the order of the model": (
        f"{ENTRY}    private: Mine\n",
        Change(0, {"status": "cancelled", "reason": "Sea", "back": "2026-12-28"}),
        f"{ENTRY}    back: 2026-12-28\n    reason: Sea\n    status: cancelled\n    private: Mine\n",
    ),
    "an id comes first": (
        "away:\n  - from: 2026-12-21\n",
        Change(0, {"id": "winter"}),
        "away:\n  - id: winter\n    from: 2026-12-21\n",
    ),
    "a key goes with its comment": (
        "away:\n  - from: 2026-12-21\n    # Sea.\n    reason: Sea\n    # Day.\n    detail: full\n",
        Change(0, drop=("reason",)),
        "away:\n  - from: 2026-12-21\n    # Day.\n    detail: full\n",
    ),
    "the first key goes, and the next one moves up": (
        ENTRY,
        Change(0, drop=("id",)),
        "away:\n  - from: 2026-12-21\n    until: 2026-12-24\n",
    ),
    "the first keys go, and what stands between them stays": (
        "away:\n  - id: a\n\n    # All.\n\n    level: away\n    from: 2026-12-21\n",
        Change(0, drop=("id", "level")),
        "away:\n  -\n\n    # All.\n\n    from: 2026-12-21\n",
    ),
    "the first keys go with their comments": (
        "away:\n  - id: a\n    # Level.\n    level: away\n    from: 2026-12-21\n",
        Change(0, drop=("id", "level")),
        "away:\n  - from: 2026-12-21\n",
    ),
    "the first key goes from an entry that stands alone": (
        "away:\n  # All.\n  id: a\n  from: 2026-12-21\n",
        Change(0, {"level": "away"}, ("id",)),
        "away:\n  # All.\n  from: 2026-12-21\n  level: away\n",
    ),
    "the first key goes from above a comment": (
        "away:\n  - id: a\n    # Day.\n    from: 2026-12-21\n",
        Change(0, drop=("id",)),
        "away:\n  -\n    # Day.\n    from: 2026-12-21\n",
    ),
    "the last key goes from a file without a line end at its end": (
        "away:\n  - from: 2026-12-21\n    reason: Sea",
        Change(0, {"until": "2026-12-24"}, drop=("reason",)),
        "away:\n  - from: 2026-12-21\n    until: 2026-12-24\n",
    ),
    "a block becomes a line and keeps its comment": (
        "away:\n  - message: |  # Said.\n      One.\n\n      Two.\n\n    from: 2026-12-21\n",
        Change(0, {"message": "One."}),
        "away:\n  - message: One.  # Said.\n\n    from: 2026-12-21\n",
    ),
    "a line becomes a block and keeps its comment": (
        "away:\n  - message: One.  # Said.\n    from: 2026-12-21\n",
        Change(0, {"message": "One.\nTwo."}),
        "away:\n  - message: |  # Said.\n      One.\n      Two.\n    from: 2026-12-21\n",
    ),
    "a value that was left out": (
        "away:\n  - from: 2026-12-21\n    backup:  # Who?\n",
        Change(0, {"backup": "dana"}),
        "away:\n  - from: 2026-12-21\n    backup: dana  # Who?\n",
    ),
    "a list": (
        "away:\n  - services:\n    - a\n    - b\n    from: 2026-12-21\n",
        Change(0, {"services": ("c",)}),
        "away:\n  - services:\n    - c\n    from: 2026-12-21\n",
    ),
    "below a text to which the blank lines below it belong": (
        "away:\n  - from: 2026-12-21\n    private: |+\n      One.\n\n\n",
        Change(0, {"back": "2026-12-28", "private": "Two."}),
        "away:\n  - from: 2026-12-21\n    back: 2026-12-28\n    private: Two.\n",
    ),
    "above and below blank lines that belong to a text": (
        "away:\n  - from: 2026-12-21\n    message: |+\n      One.\n\n\n  # End.\n",
        Change(0, {"private": "Two."}),
        "away:\n  - from: 2026-12-21\n    message: |+\n      One.\n\n\n    private: Two.\n"
        "  # End.\n",
    ),
    "below a block that ends with the file": (
        "away:\n  - from: 2026-12-21\n    message: |\n      One.",
        Change(0, {"private": "Two."}),
        "away:\n  - from: 2026-12-21\n    message: |\n      One.\n    private: Two.",
    ),
    "a text on its own line, with spaces behind": (
        "away:\n  - from: 2026-12-21\n    message:\n      'One.'  \n",
        Change(0, {"message": "One.\nTwo."}),
        "away:\n  - from: 2026-12-21\n    message: |\n      One.\n      Two.\n",
    ),
    "the first update": (
        ENTRY,
        Change(0, update=UPDATE),
        f"{ENTRY}    updates:\n      - at: 2026-12-22 09:00\n        text: One day longer.\n",
    ),
    "an update above another": (
        f"{ENTRY}    updates:\n    # First.\n    - at: 2026-12-21 09:00\n      text: Away.\n",
        Change(0, update=UPDATE),
        f"{ENTRY}    updates:\n    - at: 2026-12-22 09:00\n      text: One day longer.\n"
        "    # First.\n    - at: 2026-12-21 09:00\n      text: Away.\n",
    ),
    "an update beside one that stands alone": (
        f"{ENTRY}    updates:\n      at: 2026-12-21 09:00\n      text: Away.\n",
        Change(0, update=UPDATE),
        f"{ENTRY}    updates:\n    - at: 2026-12-22 09:00\n      text: One day longer.\n"
        "    - at: 2026-12-21 09:00\n      text: Away.\n",
    ),
    "an update in brackets": (
        "away: [{from: 2026-12-21, updates: [{at: 2026-12-21 09:00, text: Away}]}]\n",
        Change(0, update=UPDATE),
        "away: [{from: 2026-12-21, updates: [{at: 2026-12-22 09:00, text: One day longer.}, "
        "{at: 2026-12-21 09:00, text: Away}]}]\n",
    ),
    "in braces": (
        "away:\n  - {id: a, from: 2026-12-21, reason: Sea, until: 2026-12-24}  # a\n",
        Change(0, {"until": "2026-12-25", "detail": "dates"}, ("id", "reason")),
        "away:\n  - {from: 2026-12-21, until: 2026-12-25, detail: dates}  # a\n",
    ),
    "the second entry that says something": (
        "away:\n  - from: 2026-10-01\n  -\n  - from: 2026-12-21\n",
        Change(1, {"from": "2026-12-22"}),
        "away:\n  - from: 2026-10-01\n  -\n  - from: 2026-12-22\n",
    ),
}


@pytest.mark.parametrize(("before", "edit", "expected"), CHANGED.values(), ids=CHANGED.keys())
def test_an_entry_changes_where_it_stands(before: str, edit: Edit, expected: str) -> None:
    assert after(before, edit) == expected


# --- An entry that goes

TWO = "away:\n  - from: 2026-10-01\n\n  # Mine.\n  - from: 2026-12-21\n    # or so\n"

DELETED = {
    "the first": (TWO, 0, "away:\n  # Mine.\n  - from: 2026-12-21\n    # or so\n"),
    "the last, with its comments": (TWO, 1, "away:\n  - from: 2026-10-01\n"),
    "one in the midst": (
        "away:\n- from: 1\n\n# Two.\n- from: 2\n\n# All.\n\n- from: 3\n",
        1,
        "away:\n- from: 1\n\n# All.\n\n- from: 3\n",
    ),
    "the comment above it belongs to the entry above": (
        "away:\n  - from: 2026-10-01\n    # of the first\n  - from: 2026-12-21\n",
        1,
        "away:\n  - from: 2026-10-01\n    # of the first\n",
    ),
    "the only one": (
        "away: # all\n  # Mine.\n  - from: 2026-12-21\n# The end.\n",
        0,
        "away: [] # all\n# The end.\n",
    ),
    "one that stands alone": ("away:\n  from: 2026-12-21\n", 0, "away: []\n"),
    "one in brackets": ("away: [{from: 1}, {from: 2}]", 1, "away: [{from: 1}]"),
    "the only one in brackets": ("away: [{from: 1}]", 0, "away: []"),
    "the end without a line end": ("away:\n- from: 1\n- from: 2", 1, "away:\n- from: 1\n"),
}


@pytest.mark.parametrize(("before", "number", "expected"), DELETED.values(), ids=DELETED.keys())
def test_an_entry_goes_with_what_belongs_to_it(before: str, number: int, expected: str) -> None:
    assert after(before, Delete(number)) == expected


# --- What must not change


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["", "\n", "  \n\n"])
def test_line_ends_and_the_byte_order_mark_stay(line_end: str, mark: str, end: str) -> None:
    text = "# é\naway:  \n  - from: 2026-12-21 \n    until: 2026-12-24"
    before = f"{mark}{text}{end}".replace("\n", line_end)
    expected = f"{mark}{text}{end}".replace("24", "25").replace("\n", line_end)
    assert after(before, Change(0, {"until": "2026-12-25"})) == expected


def test_a_line_separator_of_other_programs_stays_what_it_is() -> None:
    before = "away:\n  - from: 2026-12-21\n    reason: a\u2028b\n"
    assert after(before, Change(0, {"from": "2026-12-22"})) == before.replace("21", "22")


def test_what_is_taken_out_and_put_in_again_leaves_the_sample_as_it_was() -> None:
    before = SAMPLE.read_bytes()
    assert edited(edited(before, Add(FIELDS)), Delete(0)) == before


# --- What is refused

REFUSED = {
    "a comment would be lost": (
        "away:\n  - from: 2026-12-21\n    services:\n      # Not b.\n      - a\n",
        Change(0, {"services": ("c",)}),
        "content/away.yaml:3: There is a comment within `services`. Make the change by hand.",
    ),
    "no such entry": (ENTRY, Delete(1), "There is no entry 2 in content/away.yaml."),
    "no text": (
        ENTRY,
        Change(0, {"reason": " \n"}),
        "There is no text for `reason`. Write one, or leave the key out.",
    ),
    "an anchor": (
        "away:\n  - &a\n    from: 2026-12-21\n",
        Delete(0),
        "This file has a problem already. content/away.yaml:2:5: `&a` has a meaning of its own",
    ),
    "a list without its key": (
        "- from: 2026-12-21\n",
        Add(FIELDS),
        "content/away.yaml does not begin with `away:`. Write that line above the entries.",
    ),
    "another key alone": (
        "{}",
        Add(FIELDS),
        "content/away.yaml:1: There is no `away:` in this file. Make the change by hand.",
    ),
    "a text for the list": (
        "away: soon\n",
        Add(FIELDS),
        "content/away.yaml:1: There is a text where the list `away` belongs.",
    ),
    "no room for a dash": (
        "away:\n from: 2026-12-21\n",
        Add(FIELDS),
        "content/away.yaml:2: There is no room for a dash before this entry.",
    ),
    "nothing is left": (
        "away:\n  - from: 2026-12-21\n",
        Change(0, drop=("from",)),
        "content/away.yaml:2: Nothing would be left of this entry. Delete it instead.",
    ),
    "a key and its colon apart": (
        "away:\n  - ? from\n    : 2026-12-21\n",
        Change(0, {"from": "2026-12-22"}),
        "content/away.yaml:2: The colon of `from` stands on another line.",
    ),
    "a layout in which the edit would mean something else": (
        "away: [from: 2026-12-21]\n",
        Change(0, {"until": "2026-12-24"}),
        "content/away.yaml is laid out in a way that can not be edited safely.",
    ),
    "half of a character": (
        ENTRY,
        Change(0, {"reason": "\ud83d"}),
        "There is a broken character in the new text. Type it again.",
    ),
}


@pytest.mark.parametrize(("before", "edit", "told"), REFUSED.values(), ids=REFUSED.keys())
def test_what_can_not_be_done_is_told(before: str, edit: Edit, told: str) -> None:
    assert refusal(before, edit).startswith(told)


def test_a_text_that_is_not_utf_8_is_told() -> None:
    with pytest.raises(Refused, match="not UTF-8"):
        edited(b"away:\n  - from: \xff\n", Add(FIELDS))
