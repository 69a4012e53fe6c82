import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from portalgen.publish.manifest import manifest_of, read_manifest
from portalgen.publish.staging import (
    fill,
    lock,
    make_folder,
    new_staging,
    open_to_all,
    staging_folders,
)


@pytest.fixture(params=[0o000, 0o022, 0o077, 0o777], ids=oct)
def umask(request: pytest.FixtureRequest) -> Iterator[None]:
    before = os.umask(request.param)
    yield
    os.umask(before)


def rights(place: Path) -> int:
    return stat.S_IMODE(place.stat().st_mode)


def test_a_staging_folder_stands_beside_the_output_for_its_maker_alone(output: Path) -> None:
    staging = new_staging(output)
    assert staging.parent == output.parent
    assert staging.name.startswith(".public.portalgen-")
    assert rights(staging) == 0o700
    assert staging_folders(output) == [staging]


@pytest.mark.usefixtures("umask")
def test_no_umask_changes_rights(output: Path) -> None:
    staging = new_staging(output)
    assert rights(staging) == 0o700
    fill(staging, manifest_of(["a/b/c.html"]), {"a/b/c.html": b"c"})
    open_to_all(staging)
    found = {path: rights(staging / path) for path in (".", "a", "a/b", "a/b/c.html")}
    assert found == {".": 0o755, "a": 0o755, "a/b": 0o755, "a/b/c.html": 0o644}
    assert rights(staging / ".portalgen.json") == 0o644


def test_every_byte_is_written_as_it_is(output: Path) -> None:
    content = bytes(range(256)) + b"\r\n\n\r"
    staging = new_staging(output)
    fill(staging, manifest_of(["x.bin"]), {"x.bin": content})
    assert (staging / "x.bin").read_bytes() == content


def test_the_mark_is_there_before_the_first_file(output: Path) -> None:
    staging = new_staging(output)
    ours = manifest_of(["x" * 300])
    with pytest.raises(OSError, match="name too long"):
        fill(staging, ours, {"x" * 300: b""})
    assert read_manifest(staging) == ours


def test_folders_on_the_way_are_made_once(output: Path) -> None:
    staging = new_staging(output)
    make_folder(staging, "a/b/c.html")
    make_folder(staging, "a/d/e.html")
    make_folder(staging, "f.html")
    assert sorted(str(each.relative_to(staging)) for each in staging.rglob("*")) == [
        "a",
        "a/b",
        "a/d",
    ]


def test_a_folder_that_is_held_is_not_free_and_free_again_later(output: Path) -> None:
    staging = new_staging(output)
    with lock(staging) as first, lock(staging) as second:
        assert (first, second) == (True, False)
    with lock(staging) as third:
        assert third


def test_other_names_files_and_links_are_no_staging_folders(output: Path) -> None:
    for name in (".public.other", ".publication.portalgen-x", "public.portalgen-x"):
        (output.parent / name).mkdir()
    (output.parent / ".public.portalgen-file").touch()
    (output.parent / ".public.portalgen-link").symlink_to(output.parent / "content")
    assert staging_folders(output) == []


def test_an_output_in_a_folder_that_is_not_there_has_no_staging_folders(output: Path) -> None:
    assert staging_folders(output / "deeper/public") == []
