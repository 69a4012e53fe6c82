"""Files in an output folder that portalgen did not write: found, checked and carried over.

An owner may drop a file for the host into the folder (`CNAME`, the proof for a search engine).
It outlives every build. Nothing here deletes or changes one.
"""

import os
import shutil
import stat
from collections.abc import Mapping, Sequence
from pathlib import Path

from portalgen.problems import WrongUse
from portalgen.publish.leaves import leaves
from portalgen.publish.manifest import Manifest
from portalgen.publish.paths import clashes
from portalgen.publish.staging import make_folder


def strangers_in(folder: Path, ours: Manifest) -> tuple[str, ...]:
    """Return the paths, relative to `folder`, of all files in it that `ours` does not list.

    Links are files here and are never followed. Raises WrongUse for a `.git` at any depth and
    for what is neither a file nor a link.
    """
    strangers = sorted(path for path in leaves(folder) if not ours.lists(path))
    for path in strangers:
        _check(folder, path)
    return tuple(strangers)


def check_strangers(folder: Path, strangers: Sequence[str], contents: Mapping[str, bytes]) -> None:
    """Raise WrongUse if the new site needs the place of a file that is not portalgen's."""
    for ours, theirs in clashes([*contents, *strangers]):
        if ours in contents:
            raise WrongUse(
                f"{folder / theirs} was not written by portalgen, and the new site has /{ours} "
                f"in its place. Move {theirs} out of {folder}, or rename one of them."
            )


def carry_over(strangers: Sequence[str], source: Path, target: Path) -> None:
    """Copy the files at the paths `strangers` from `source` to `target`; links stay links."""
    for path in strangers:
        copy = target / path
        make_folder(target, path)
        _keep_rights(source, target, path)
        try:
            shutil.copy2(source / path, copy, follow_symlinks=False)
        except BaseException:
            # Half a copy is like no file that is known, and would be kept as a stranger's.
            copy.unlink(missing_ok=True)
            raise


def _keep_rights(source: Path, target: Path, path: str) -> None:
    """Let nobody into a folder of a stranger's who could not enter it before."""
    for parent in Path(path).parents:
        if parent.name:
            (target / parent).chmod(stat.S_IMODE((source / parent).stat().st_mode))


def _check(folder: Path, path: str) -> None:
    place = folder / path
    if ".git" in path.casefold().split("/"):
        raise WrongUse(
            f"{place} belongs to git, so {folder} is not only portalgen's. "
            "Name another output folder, such as public."
        )
    if os.path.ismount(place):
        raise WrongUse(
            f"{place} is a disk of its own and can not be carried over. Take it out of {folder}."
        )
    if not place.is_symlink() and not place.is_file():
        raise WrongUse(
            f"{place} is neither a file nor a folder and can not be carried over. Delete it."
        )
