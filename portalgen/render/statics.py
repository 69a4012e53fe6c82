"""The static files of the templates: those of the owner stand in for the packed ones."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from portalgen.problems import ContentError, Place, Problem


def static_files(template_folders: Sequence[Path]) -> Mapping[str, bytes]:
    """Return the static files by name, with forward slashes, counted from `static/`.

    The first of `template_folders` that has a file wins. Raises ContentError for what can not be
    read, and for a link that leads out of its folder, since what it leads to would be published.
    """
    statics: dict[str, bytes] = {}
    for folder in reversed(template_folders):
        root = folder / "static"
        for path in sorted(root.rglob("*")) if root.is_dir() else ():
            name = path.relative_to(root).as_posix()
            if not path.name.startswith(".") and not path.is_dir():
                statics[name] = _content(path, root, name)
    return statics


def _content(path: Path, root: Path, name: str) -> bytes:
    place = Place(f"site-templates/static/{name}")
    if not path.is_file():
        raise ContentError([Problem(place, "This is not an ordinary file.", "Take it away.")])
    if not path.resolve().is_relative_to(root.resolve()):
        found = "This is a link that leads out of the folder."
        raise ContentError([Problem(place, found, "Copy the file itself.")])
    try:
        return path.read_bytes()
    except OSError as error:
        found = f"This file can not be read ({error.strerror})."
        raise ContentError([Problem(place, found, "Look at who may read it.")]) from None
