import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from portalgen.commands.schema import schema, write_schemas
from portalgen.problems import WrongUse
from portalgen.reference import json_schema, schema_names


def test_a_schema_is_written_for_each_file_and_told(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "schemas"
    result = CliRunner().invoke(schema, [str(folder)])
    files = [folder / f"{name}.schema.json" for name in schema_names()]
    assert result.exit_code == 0
    assert result.output.splitlines() == [f"Wrote {file}" for file in files]
    assert sorted(folder.iterdir()) == sorted(files)
    assert json.loads(files[0].read_bytes()) == json_schema(schema_names()[0])


def test_older_schemas_are_replaced_and_other_files_stay(tmp_path: Path) -> None:
    (tmp_path / "away.schema.json").write_text("old")
    (tmp_path / "mine.txt").write_text("mine")
    write_schemas(tmp_path)
    once = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
    write_schemas(tmp_path)
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == once
    assert once["mine.txt"] == b"mine"
    assert once["away.schema.json"] != b"old"


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "schemas").write_text("x")
    with pytest.raises(WrongUse, match="is a file"):
        write_schemas(tmp_path / "schemas")


def test_a_folder_in_the_place_of_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "away.schema.json").mkdir()
    with pytest.raises(WrongUse, match=r"away\.schema\.json can not be written: Is a directory"):
        write_schemas(tmp_path)
