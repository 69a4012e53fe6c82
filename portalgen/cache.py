"""A memory that outlives a command: compiled templates and converted texts, for the next build.

It lies in the user's cache folder, one file for each content folder, and may be deleted at any
time. What it was made with is part of its name, so that another version of anything starts
anew. Nothing in it is needed: a file that can not be read or written is passed over.
"""

import marshal
import os
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import suppress
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

from portalgen.memory import Memory

# What is slow to make and can be written down. Parsed files are neither.
KINDS = ("template", "markdown", "inline markdown", "palette", "own look", "picture")
# The parts of portalgen and the packages that make what is remembered.
MAKERS = (
    "portalgen",
    "portalgen.loading",
    "portalgen.model",
    "portalgen.pictures",
    "portalgen.render",
    "PIL",
    "coloraide",
    "jinja2",
    "markdown",
    "nh3",
    "tinycss2",
)


def recollect(folder: Path, content: Path) -> Memory:
    """Return the memory of the last build of a content folder; an empty one if there is none."""
    try:
        # What is read here is run, so nobody else may have written it.
        if not _is_ours_alone(folder):
            return Memory()
        results = marshal.loads(_file(folder, content).read_bytes())
    except (OSError, ValueError, EOFError, TypeError):
        return Memory()
    return Memory(results if isinstance(results, dict) else None)


def keep(memory: Memory, folder: Path, content: Path) -> None:
    """Keep what a build recalled, in place of what was kept before."""
    file = _file(folder, content)
    kept = {place: memory.recalled[place] for place in memory.recalled if place[0] in KINDS}
    written = marshal.dumps(dict(sorted(kept.items(), key=lambda each: repr(each[0]))))
    with suppress(OSError):
        if file.is_file() and file.read_bytes() == written:
            return
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if _is_ours_alone(folder):
            _replace(file, written)
            _forget_others(file)


def _is_ours_alone(folder: Path) -> bool:
    if sys.platform == "win32":
        return True
    status = folder.stat()
    return status.st_uid == os.getuid() and not status.st_mode & 0o022


def _forget_others(file: Path) -> None:
    """Delete what other versions kept of the same content."""
    where = file.name.split("-")[0]
    for other in file.parent.glob(f"{where}-*"):
        if other != file:
            other.unlink(missing_ok=True)


def _replace(file: Path, written: bytes) -> None:
    """Write a file so that nobody ever reads half of it."""
    handle, name = tempfile.mkstemp(dir=file.parent)
    try:
        with os.fdopen(handle, "wb") as draft:
            draft.write(written)
        Path(name).replace(file)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise


def _file(folder: Path, content: Path) -> Path:
    where = sha256(str(content.resolve()).encode()).hexdigest()[:16]
    made_with = sha256("\n".join(_stamps(MAKERS)).encode()).hexdigest()[:16]
    return folder / f"{where}-{made_with}"


def _stamps(makers: Iterable[str]) -> Iterator[str]:
    """Yield what changes when Python or one of the packages does."""
    yield sys.version
    for name in makers:
        spec = find_spec(name)
        for place in [] if spec is None else spec.submodule_search_locations or []:
            for entry in sorted(os.scandir(place), key=lambda each: each.name):
                if entry.name.endswith((".py", ".so", ".pyd")):
                    status = entry.stat()
                    yield f"{entry.path} {status.st_size} {status.st_mtime_ns}"
