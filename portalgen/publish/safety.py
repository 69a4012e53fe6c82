"""Where a site may be written at all.

Never into the home folder, the root of a disk, the portal's own folders, a `.git`, or through a
symbolic link; not over a file; not into a folder with files that portalgen did not write.

About links: the output folder itself may not be one, and neither may a folder on the way to it
that lies inside the portal folder or the folder one stands in. Links above these are the
computer's own way (`/tmp` is one on a Mac) and are none of our business.

Nothing here changes anything on the disk.
"""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from portalgen.problems import WrongUse
from portalgen.publish.manifest import read_manifest

_INSTEAD = "Name another output folder, such as public."


def absolute(folder: Path) -> Path:
    """Return `folder` from the root, with each `..` taken off and no link followed."""
    return Path(os.path.abspath(folder))


def check_place(folder: Path, own_folders: Sequence[Path]) -> None:
    """Raise WrongUse, with a sentence for the owner, if a site may not be written to `folder`."""
    place = absolute(folder)
    for refusal in _refusals(place, [absolute(own) for own in own_folders]):
        raise WrongUse(f"{folder} {refusal}. {_INSTEAD}")


def _refusals(place: Path, own_folders: Sequence[Path]) -> Iterator[str]:
    """Yield why `place` is refused, cheap questions and grave reasons first."""
    # The order matters: past the links and the files, the questions below can be asked.
    yield from _refused_links(place, own_folders)
    yield from _refused_files(place)
    yield from _refused_homes(place)
    yield from _refused_git(place)
    yield from _refused_own_folders(place, own_folders)
    yield from _refused_whereabouts(place)
    yield from _refused_strangers(place)


def _refused_links(place: Path, own_folders: Sequence[Path]) -> Iterator[str]:
    if place.is_symlink():
        yield f"is a link to {os.readlink(place)}"
    portals = [_real(root) for root in (Path.cwd(), *(own.parent for own in own_folders))]
    for parent in place.parents:
        if parent.is_symlink() and _lies_in_one(_real(parent.parent), portals):
            yield f"lies behind {parent.name}, which is a link to {os.readlink(parent)}"


def _lies_in_one(place: Path, folders: Sequence[Path]) -> bool:
    return any(
        folder in (place, *place.parents) for folder in folders if folder != Path(folder.anchor)
    )


def _refused_files(place: Path) -> Iterator[str]:
    for each in (place, *place.parents):
        if each.exists() and not each.is_dir():
            yield "is a file, not a folder" if each == place else f"lies in {each}, which is a file"


def _refused_homes(place: Path) -> Iterator[str]:
    if place == Path(place.anchor):
        yield "is the root of the disk"
    home = _home()
    if home is not None and _is_same(place, home):
        yield "is your home folder"
    elif home is not None and _is_inside(home, place):
        yield "holds your home folder"


def _refused_git(place: Path) -> Iterator[str]:
    if any(part.casefold() == ".git" for part in (*place.parts, *_real(place).parts)):
        yield "lies in a .git folder, in which git keeps its own files"
    if os.path.lexists(place / ".git"):
        yield "has a .git of its own, so it is the work of somebody else"


def _refused_own_folders(place: Path, own_folders: Sequence[Path]) -> Iterator[str]:
    for own in own_folders:
        if _is_same(place, own):
            yield "is a folder of the portal itself"
        elif _is_inside(own, place):
            yield f"holds {own.name}, a folder of the portal itself"
        elif _is_inside(place, own):
            yield f"lies inside {own.name}, a folder of the portal itself"


def _refused_whereabouts(place: Path) -> Iterator[str]:
    if _is_same(place, Path.cwd()) or _is_inside(Path.cwd(), place):
        yield "is the folder you stand in, or holds it, and is replaced as a whole"
    if os.path.ismount(place):
        yield "is a disk of its own and can not be replaced as a whole"


def _refused_strangers(place: Path) -> Iterator[str]:
    names = sorted(os.listdir(place)) if place.is_dir() else []
    if names and read_manifest(place) is None:
        yield f"is not empty, and portalgen did not write what is in it ({names[0]})"


def _is_inside(inner: Path, outer: Path) -> bool:
    return any(_is_same(parent, outer) for parent in _real(inner).parents)


def _is_same(one: Path, other: Path) -> bool:
    # `samefile` knows that Content and content are one folder on a Mac; it asks the disk.
    if _real(one) == _real(other):
        return True
    return one.exists() and other.exists() and one.samefile(other)


def _real(place: Path) -> Path:
    return Path(os.path.realpath(place))


def _home() -> Path | None:
    try:
        return Path.home()
    except RuntimeError:
        return None
