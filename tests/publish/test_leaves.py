from pathlib import Path

from portalgen.publish.leaves import leaves


def test_files_and_links_are_found_and_links_are_not_followed(tmp_path: Path) -> None:
    folder, outside = tmp_path / "folder", tmp_path / "outside"
    (folder / "a/b").mkdir(parents=True)
    outside.mkdir()
    (outside / "secret").touch()
    (folder / "a/b/c.html").touch()
    (folder / "index.html").touch()
    (folder / "empty").mkdir()
    (folder / "link").symlink_to(outside)
    (folder / "broken").symlink_to(folder / "nowhere")
    assert sorted(leaves(folder)) == ["a/b/c.html", "broken", "index.html", "link"]


def test_a_folder_that_is_not_there_has_none(tmp_path: Path) -> None:
    assert list(leaves(tmp_path / "nothing")) == []
