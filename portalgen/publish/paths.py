"""From addresses to paths in a folder, refusing what one folder can not hold on every computer.

Names that differ only in case, or only in the way an accent is written, are one name on a Mac
and on Windows. Nothing here touches a disk.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence

from portalgen.documents import File
from portalgen.problems import WrongUse
from portalgen.publish import manifest

_FORBIDDEN_SEGMENTS = frozenset({"", ".", "..", ".git"})


def contents_by_path(files: Iterable[File]) -> Mapping[str, bytes]:
    """Return the content of each file by its path, relative to the output folder.

    Raises WrongUse with a sentence for each address that is unfit and each two that clash.
    """
    files = tuple(files)
    faults = address_faults([file.address for file in files])
    if faults:
        raise WrongUse("\n".join(faults))
    return {file.address[1:]: file.content for file in files}


def address_faults(addresses: Sequence[str]) -> tuple[str, ...]:
    """Return a sentence for each address that is unfit for a file, and each two that clash."""
    unfit = tuple(
        f"{address!r} is no address for a file of a site."
        for address in addresses
        if not _is_fit(address)
    )
    both = tuple(
        f"{first} and {second} can not both stand in one site: they would be one file or folder "
        "on some computers. Give one of them another name."
        for first, second in clashes(addresses)
    )
    return unfit + both


def clashes(paths: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield each two paths that can not stand in one folder, the one that came first in front.

    Two paths clash when they are the same, when they differ in case only, when a folder on
    their way does, or when one is a folder on the way of the other.
    """
    files: dict[str, str] = {}
    folders: dict[str, tuple[str, str]] = {}
    for path in paths:
        earlier = _clashing(path, files, folders)
        if earlier is not None:
            yield earlier, path
            continue
        files[_folded(path)] = path
        for folder in _folders_of(path):
            folders.setdefault(_folded(folder), (folder, path))


def _clashing(
    path: str, files: Mapping[str, str], folders: Mapping[str, tuple[str, str]]
) -> str | None:
    if _folded(path) in files:
        return files[_folded(path)]
    if _folded(path) in folders:
        return folders[_folded(path)][1]
    for folder in _folders_of(path):
        if _folded(folder) in files:
            return files[_folded(folder)]
        spelled, owner = folders.get(_folded(folder), (folder, ""))
        if spelled != folder:
            return owner
    return None


def _folders_of(path: str) -> Iterator[str]:
    segments = path.split("/")
    for count in range(1, len(segments)):
        folder = "/".join(segments[:count])
        if folder:
            yield folder


def _folded(path: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())


def _is_fit(address: str) -> bool:
    if not address.startswith("/") or address.casefold() == f"/{manifest.NAME}":
        return False
    segments = address[1:].split("/")
    return not any(_is_forbidden(segment) for segment in segments)


def _is_forbidden(segment: str) -> bool:
    if segment.casefold() in _FORBIDDEN_SEGMENTS:
        return True
    return any(each == "\\" or unicodedata.category(each) in {"Cc", "Cs"} for each in segment)
