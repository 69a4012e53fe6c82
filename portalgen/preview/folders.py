"""The folders in which a change matters to a preview, as their owner calls them."""

from collections.abc import Collection
from pathlib import Path

from portalgen.build import Order
from portalgen.packed import packed_folder


class Folders:
    """The folders that an order reads, under the names that the owner has for them."""

    def __init__(self, order: Order) -> None:
        packed = packed_folder("site-templates")
        self._templates = [each.resolve() for each in (order.templates, packed) if each]
        self._names = {packed.resolve(): "site-templates"}
        if order.templates is not None:
            self._names[order.templates.resolve()] = order.templates.as_posix()
        self._names[order.content.resolve()] = order.label
        self.owners = tuple(
            each for each in (order.label, order.templates and order.templates.as_posix()) if each
        )

    @property
    def all(self) -> Collection[Path]:
        """All of them."""
        return self._names

    def name(self, path: Path) -> str:
        """Return what the owner calls a file in one of them."""
        for folder, name in self._names.items():
            if path.is_relative_to(folder):
                return (Path(name) / path.relative_to(folder)).as_posix()
        return path.as_posix()

    def is_style(self, path: Path) -> bool:
        """Return whether a file is a stylesheet among the static files."""
        folders = (folder / "static" for folder in self._templates)
        return path.suffix == ".css" and any(path.is_relative_to(each) for each in folders)
