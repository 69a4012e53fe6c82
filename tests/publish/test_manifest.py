import json
from pathlib import Path

import pytest

from portalgen.publish.manifest import NAME, manifest_of, read_manifest


def test_a_manifest_is_read_as_it_was_written(tmp_path: Path) -> None:
    written = manifest_of(["index.html", "terms/index.html"])
    (tmp_path / NAME).write_bytes(written.content)
    assert read_manifest(tmp_path) == written


def test_a_manifest_lists_its_files_itself_and_nothing_else() -> None:
    manifest = manifest_of(["terms/index.html"])
    assert manifest.lists("terms/index.html")
    assert manifest.lists(NAME)
    assert not manifest.lists("index.html")
    assert not manifest.lists("terms")


def test_a_manifest_tells_no_path() -> None:
    content = manifest_of(["for/anna-7f3a/index.html"]).content
    assert b"anna" not in content


def test_the_order_of_the_files_does_not_change_the_bytes() -> None:
    assert manifest_of(["a", "b", "c"]).content == manifest_of(["c", "a", "b"]).content


def test_a_name_is_known_in_both_ways_to_write_an_accent() -> None:
    composed, apart = "caf\u00e9.html", "cafe\u0301.html"
    assert manifest_of([composed]).lists(apart)


def test_a_name_that_is_no_unicode_is_looked_up_without_a_crash() -> None:
    assert not manifest_of(["index.html"]).lists("\udcff.html")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"\xff\xfe",
        b"[" * 100_000,
        json.dumps({"format": "other", "version": 1, "files": []}).encode(),
        json.dumps({"format": "portalgen site", "version": 2, "files": []}).encode(),
        json.dumps({"format": "portalgen site", "version": 1}).encode(),
        json.dumps({"format": "portalgen site", "version": 1, "files": "ab"}).encode(),
        json.dumps({"format": "portalgen site", "version": 1, "files": [1]}).encode(),
    ],
)
def test_what_portalgen_does_not_understand_is_no_manifest(tmp_path: Path, content: bytes) -> None:
    (tmp_path / NAME).write_bytes(content)
    assert read_manifest(tmp_path) is None


def test_a_link_or_a_folder_is_no_manifest(tmp_path: Path) -> None:
    real, linked, folder = (tmp_path / name for name in ("real", "linked", "folder"))
    for each in (real, linked, folder):
        each.mkdir()
    (real / NAME).write_bytes(manifest_of([]).content)
    (linked / NAME).symlink_to(real / NAME)
    (folder / NAME).mkdir()
    assert read_manifest(real) is not None
    assert read_manifest(linked) is None
    assert read_manifest(folder) is None
