"""Where each value of the portal stands in the owner's files."""

from collections.abc import Mapping as MappingOf
from dataclasses import dataclass

from portalgen.model.section import Path
from portalgen.problems import Place
from portalgen.sources.nodes import Entry, Mapping, Node, Scalar, Sequence


@dataclass(frozen=True)
class SourceText:
    """One file: its name as places show it, its tree, and the body of a Markdown file."""

    file: str
    root: Node | None
    body: Scalar | None = None


@dataclass(frozen=True)
class Places:
    """The place of a value by its path, such as `("away", "away", 0, "until")`.

    A path starts with the name of a file, or with the name of a folder and the number of the
    file in it, and goes on with keys as the owner writes them.
    """

    files: MappingOf[str, SourceText]
    folders: MappingOf[str, tuple[SourceText, ...]]
    label: str = "content"

    def of(self, path: Path, offset: int = 0) -> Place:
        """Return the place of a value, or of what holds it where it is not written.

        `offset` is a number of characters into a text.
        """
        source, rest = self._source(path)
        if source is None:
            return Place(f"{self.label}/{path[0]}.yaml")
        if rest[:1] == ("body",) and source.body is not None:
            return source.body.place_at(offset)
        return place_in(source, rest, offset)

    def image(self, name: str) -> Place:
        """Return the place that means an image as a whole."""
        return Place(f"{self.label}/images/{name}")

    def _source(self, path: Path) -> tuple[SourceText | None, Path]:
        name = str(path[0])
        if name in self.folders and len(path) > 1 and isinstance(path[1], int):
            return self.folders[name][path[1]], path[2:]
        return self.files.get(name), path[1:]


def place_in(source: SourceText, path: Path, offset: int = 0) -> Place:
    """Return the place of a value within one file; the empty path means the file as a whole."""
    found = follow(source.root, path) if path else None
    if found is None:
        return Place(source.file)
    if isinstance(found, Entry):
        return found.key.place
    return found.place_at(offset) if isinstance(found, Scalar) and offset else found.place


def key_place_in(source: SourceText, path: Path) -> Place:
    """Return the place of the key at the end of a path, or of what should hold it."""
    holder = follow(source.root, path[:-1])
    entry = holder.entry(str(path[-1])) if isinstance(holder, Mapping) else None
    return entry.key.place if entry else place_in(source, path)


def follow(node: Node | None, path: Path) -> Node | Entry | None:
    """Return the deepest node on a path; an entry where its value is left out.

    Items that are left out do not count. One item that stands alone for a list is reached as
    item 0 of it.
    """
    for step in path:
        if isinstance(node, Sequence):
            items = [item for item in node.items if not item.left_out]
            if not isinstance(step, int) or step >= len(items):
                return node
            node = items[step]
        elif step == 0 and isinstance(step, int):
            continue
        elif isinstance(node, Mapping):
            entry = node.entry(str(step))
            if entry is None:
                return node
            if entry.value.left_out:
                return entry
            node = entry.value
        else:
            return node
    return node
