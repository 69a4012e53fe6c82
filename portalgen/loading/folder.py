"""What lies in a content folder: which files are read, and which stand in the wrong way.

Reads bytes and nothing else. A file is reached only within the folder: a link that leads out
of it is refused, since what it leads to would be published.
"""

import errno
import os
import re
import stat
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from portalgen.model.portal import FILES, FOLDERS
from portalgen.problems import ContentError, Place, Problem, advice, nearest

IMAGES = "images"
LOOK = "look.css"
# Frozen versions of the agreement; they are not written by hand.
_AGREEMENTS = "agreements"
_IMAGE_ENDINGS = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".svg")
_MOST_BYTES = 20 * 1024 * 1024


@dataclass
class ContentFolder:
    """The bytes of a content folder by name, and what was noticed on the way.

    Names are relative to the folder, with forward slashes; `label` is the folder as the owner
    calls it, and the first part of every place. `files` are those of the folder itself, by their
    names without the ending; `spelled` are the whole names, and `meant` the names of files that
    stand there under a wrong one. `look` is look.css, if there is one.
    """

    label: str
    files: dict[str, bytes] = field(default_factory=dict)
    spelled: dict[str, str] = field(default_factory=dict)
    meant: set[str] = field(default_factory=set)
    texts: dict[str, dict[str, bytes]] = field(default_factory=dict)
    images: dict[str, bytes] = field(default_factory=dict)
    look: bytes | None = None
    reports: list[Problem] = field(default_factory=list)

    def place(self, name: str) -> Place:
        """Return the place that means a file as a whole."""
        return Place(f"{self.label}/{name}")


def read_folder(folder: Path, label: str, replaced: Mapping[str, bytes]) -> ContentFolder:
    """Read all files of a content folder.

    `replaced` stands in for files of the folder itself, by their names, also for such as are not
    there. Raises ContentError where there is no such folder; other problems are in the result, so
    that they can be told together with those of the files.
    """
    found = ContentFolder(label)
    if not folder.is_dir():
        raise ContentError(
            [
                Problem(
                    Place(label),
                    "There is no such folder."
                    if not folder.exists()
                    else "This is a file where a folder is expected.",
                    "Stand in your portal's folder, or name the content with --content.",
                )
            ]
        )
    root = folder.resolve()
    for path in _sorted(folder, found):
        if path.name not in replaced:
            _take(path, root, found)
    for name, stand_in in replaced.items():
        found.spelled[Path(name).stem] = name
        found.files[Path(name).stem] = stand_in
    for kind in FOLDERS:
        found.texts[kind] = dict(_texts(folder / kind, kind, root, found))
    for path in _sorted(folder / IMAGES, found) if (folder / IMAGES).is_dir() else ():
        if path.suffix.lower() in _IMAGE_ENDINGS:
            content = _bytes(path, f"{IMAGES}/{path.name}", root, found)
            if content is not None:
                found.images[path.name] = content
    return found


def _take(path: Path, root: Path, found: ContentFolder) -> None:
    """Read one file of the folder itself into `found`, if it is one of ours."""
    name, is_yaml = path.stem, path.suffix.lower() in {".yaml", ".yml"}
    if path.name in FOLDERS or path.name == IMAGES:
        if not path.is_dir():
            found.reports.append(
                Problem(
                    found.place(path.name),
                    "This is a file where a folder is expected.",
                    f"Make a folder `{path.name}` and put the files into it.",
                )
            )
        return
    if path.name.startswith("."):
        return
    if path.name == LOOK:
        found.look = _bytes(path, path.name, root, found)
        return
    if not is_yaml or name not in FILES:
        _take_stranger(path, is_yaml, found)
        return
    if name in found.spelled:
        found.reports.append(
            Problem(
                found.place(path.name),
                f"There is both {name}.yaml and {name}.yml.",
                "Keep one of the two.",
            )
        )
        return
    found.spelled[name] = path.name
    content = _bytes(path, path.name, root, found)
    if content is not None:
        found.files[name] = content


def _take_stranger(path: Path, is_yaml: bool, found: ContentFolder) -> None:
    """Tell of what bears none of our names but may be meant as one of ours."""
    if path.is_dir():
        close = nearest(path.name, (*FOLDERS, IMAGES))
        instead = f"Did you mean {close}?" if close else f"Folders are: {', '.join(FOLDERS)}."
        if path.name != _AGREEMENTS:
            found.reports.append(
                advice(found.place(path.name), "This folder is not read.", instead)
            )
        return
    meant = nearest(path.stem, FILES) if is_yaml else None
    hidden = re.fullmatch(r"(.+)\.ya?ml\.txt|(.+)\.txt", path.name.lower())
    if hidden and (hidden[1] or hidden[2]) in FILES:
        # Editors on Windows add an ending and do not show it.
        meant = hidden[1] or hidden[2]
        if not any((path.parent / f"{meant}{end}").exists() for end in (".yaml", ".yml")):
            instead = f"Rename it to {meant}.yaml."
            found.reports.append(
                Problem(found.place(path.name), "This file ends in .txt.", instead)
            )
            found.meant.add(meant)
    elif is_yaml:
        instead = f"Did you mean {meant}.yaml?" if meant else f"Files are: {_listed(FILES)}."
        if meant == path.stem.lower():
            instead = f"Names of files are written in small letters: {meant}.yaml."
        found.reports.append(
            Problem(found.place(path.name), "No file of a portal has this name.", instead)
        )
        if meant:
            found.meant.add(meant)


def _texts(
    folder: Path, name: str, root: Path, found: ContentFolder
) -> Iterator[tuple[str, bytes]]:
    if not folder.is_dir():
        return
    for path in _sorted(folder, found):
        inside = f"{name}/{path.name}"
        if path.name.startswith(".") or path.name.upper() == "README.MD":
            continue
        if path.suffix != ".md":
            found.reports.append(
                advice(found.place(inside), "This file is not read.", "Texts end in .md.")
            )
            continue
        content = _bytes(path, inside, root, found)
        if content is not None:
            yield path.stem, content


def _bytes(path: Path, name: str, root: Path, found: ContentFolder) -> bytes | None:
    """Return what a file holds, or None with a problem told."""
    try:
        if not _is_within(path, root):
            raise _Refused("This is a link that leads out of the folder.", "Copy the file itself.")
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise _Refused("This is a folder where a file is expected.", "Rename or move it.")
        if not stat.S_ISREG(status.st_mode):
            raise _Refused("This is not an ordinary file.", "Put an ordinary file here.")
        if status.st_size > _MOST_BYTES:
            size = status.st_size / 1024 / 1024
            raise _Refused(
                f"This file is larger than 20 MiB ({size:.0f} MiB).", "Make it smaller first."
            )
        return path.read_bytes()
    except _Refused as refused:
        problem = Problem(found.place(name), refused.found, refused.instead)
    except FileNotFoundError:
        problem = Problem(
            found.place(name), "This is a link that leads nowhere.", "Delete it or mend it."
        )
    except (OSError, RuntimeError) as error:
        problem = Problem(found.place(name), *_unreadable(error))
    found.reports.append(problem)
    return None


def _is_within(path: Path, root: Path) -> bool:
    """Return whether a file of the content folder, or of a folder in it, is where it seems to be.

    Only links have to be followed, which takes longer than reading a text does.
    """
    if path.is_symlink() or (path.parent != root and path.parent.is_symlink()):
        return path.resolve(strict=True).is_relative_to(root)
    return True


def _unreadable(error: OSError | RuntimeError) -> tuple[str, str]:
    # Python 3.13 tells of a link to itself by the system's error, before by one of its own.
    if isinstance(error, RuntimeError) or error.errno == errno.ELOOP:
        return "This is a link that leads in circles.", "Delete it or mend it."
    reason = (error.strerror or "for an unknown reason").lower()
    return f"This file can not be read ({reason}).", "Look at who may read it."


class _Refused(Exception):
    def __init__(self, found: str, instead: str) -> None:
        super().__init__(found)
        self.found = found
        self.instead = instead


def _sorted(folder: Path, found: ContentFolder) -> list[Path]:
    """Return what lies in a folder, in an order that does not depend on the disk."""
    try:
        return [folder / name for name in sorted(os.listdir(folder))]
    except OSError as error:
        found.reports.append(
            Problem(
                Place(
                    found.label
                    if folder.name == Path(found.label).name
                    else f"{found.label}/{folder.name}"
                ),
                f"This folder can not be read ({(error.strerror or 'unknown').lower()}).",
                "Look at who may read it.",
            )
        )
        return []


def _listed(names: Iterable[str] | Mapping[str, object]) -> str:
    return ", ".join(f"{name}.yaml" for name in names)
