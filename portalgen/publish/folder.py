"""Replace an output folder by a new site, as a whole or not at all.

The new site grows beside the folder, takes along the files that portalgen did not write, and
then changes places with the old one. Whatever happens before leaves the old site as it was.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from portalgen.documents import File
from portalgen.problems import WrongUse
from portalgen.publish.exchange import change_places
from portalgen.publish.manifest import Manifest, manifest_of, read_manifest
from portalgen.publish.paths import contents_by_path
from portalgen.publish.removal import bring_back, clear, clear_leftovers
from portalgen.publish.safety import absolute, check_place
from portalgen.publish.staging import fill, lock, new_staging, open_to_all
from portalgen.publish.strangers import carry_over, check_strangers, strangers_in

_NOTHING = Manifest(frozenset())


def check_folder(folder: Path, own_folders: Sequence[Path]) -> None:
    """Raise WrongUse, with a sentence for the owner, if no site may be written to `folder`.

    For the start of a command, before the work. `own_folders` are the folders of the portal:
    content, templates, private; whether or not they exist. Changes nothing.
    """
    with _failures_told(folder):
        check_place(folder, own_folders)
        place = absolute(folder)
        strangers_in(place, read_manifest(place) or _NOTHING)


def publish(files: Iterable[File], folder: Path, *, own_folders: Sequence[Path]) -> None:
    """Make `files` the content of `folder`, all of them or none.

    Files in the folder that portalgen did not write are kept. Raises WrongUse if the folder may
    not be written to (`check_folder`), if addresses are unfit or clash, if a kept file stands
    where the site has one, or if the disk refuses; the folder is then as it was.
    """
    contents = contents_by_path(files)
    with _failures_told(folder):
        check_place(folder, own_folders)
        _replace(absolute(folder), contents)


def _replace(place: Path, contents: Mapping[str, bytes]) -> None:
    bring_back(place)
    before, now = read_manifest(place) or _NOTHING, manifest_of(contents)
    strangers = strangers_in(place, before)
    check_strangers(place, strangers, contents)
    place.parent.mkdir(parents=True, exist_ok=True)
    clear_leftovers(place)
    staging = new_staging(place)
    try:
        with lock(staging):
            fill(staging, now, contents)
            carry_over(strangers, place, staging)
            open_to_all(staging)
            change_places(staging, place)
    finally:
        # Here stands the new site if it failed, and the old one if it did not.
        clear(staging, before | now, place)


@contextmanager
def _failures_told(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as failure:
        reason = failure.strerror or str(failure)
        raise WrongUse(
            f"The site can not be written to {folder}: {reason}. What was there is unchanged."
        ) from failure
