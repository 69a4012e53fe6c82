"""The file as an edit finds it: its text, its tree, and how its lists are written."""

from dataclasses import dataclass

from portalgen.editing.edits import Refused
from portalgen.editing.layout import ListStyle, style_of_lists
from portalgen.editing.sheet import Sheet
from portalgen.problems import ContentError
from portalgen.sources.decoding import decode
from portalgen.sources.nodes import Entry, Mapping, Node, Sequence
from portalgen.sources.tree import read_tree

LIST = "away"


@dataclass(frozen=True)
class Draft:
    """A file that has been read; `root` is None where nothing but comments stands in it."""

    sheet: Sheet
    root: Mapping | None
    label: str

    @property
    def style(self) -> ListStyle:
        """How the lists within the entries are written."""
        return style_of_lists(self.root, self.sheet) if self.root else ListStyle()

    @property
    def list_entry(self) -> Entry | None:
        """The key `away` and its list."""
        return self.root.entry(LIST) if self.root else None

    def absences(self) -> list[Mapping]:
        """Return the entries in their order, without those that say nothing."""
        value = self.list_entry.value if self.list_entry else None
        items = value.items if isinstance(value, Sequence) else (value,)
        found = [item for item in items if item is not None and not item.left_out]
        if not all(isinstance(item, Mapping) for item in found):
            raise Refused(f"{self.label} has problems. Run portalgen check, and mend them first.")
        return [item for item in found if isinstance(item, Mapping)]

    def by_hand(self, node: Node, found: str) -> Refused:
        """Return the refusal of something that can not be edited safely."""
        return self.refused(node, f"{found} Make the change by hand.")

    def refused(self, node: Node, sentence: str) -> Refused:
        """Return a refusal that names the line."""
        return Refused(f"{self.label}:{node.place.line}: {sentence}")


def read_draft(source: bytes, label: str) -> Draft:
    """Read a file. Raises Refused where it can not be read."""
    try:
        text = decode(source, label)
        root, _ = read_tree(text, label)
    except ContentError as error:
        raise Refused(f"This file has a problem already. {error.problems[0]}") from None
    if root is None or (not isinstance(root, Mapping) and root.left_out):
        return Draft(Sheet(text), None, label)
    if not isinstance(root, Mapping):
        found = f"{label} does not begin with `{LIST}:`."
        raise Refused(f"{found} Write that line above the entries.")
    return Draft(Sheet(text), root, label)
