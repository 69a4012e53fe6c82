"""Several processes that edit one file at the same time: each waits for its turn."""

import subprocess
import sys
from pathlib import Path

import pytest

from portalgen.editing import turns
from portalgen.editing.edits import Refused
from portalgen.editing.turns import turn
from portalgen.loading.content_file import yaml_file
from portalgen.model.away import Away

EDITS = 25
_EDITING = """
import sys
from pathlib import Path
from portalgen.editing.away_file import opened
from portalgen.editing.edits import Add
from portalgen.editing.rewriting import edited

sys.stdin.read()
for number in range(int(sys.argv[3])):
    with opened(Path(sys.argv[1])) as file:
        fields = {"id": f"{sys.argv[2]}-{number}", "from": "2026-12-21", "until": "2026-12-24"}
        file.write(edited(file.source, Add(fields)))
"""


@pytest.mark.parametrize("processes", [2, 4])
def test_no_edit_is_lost_when_processes_edit_at_the_same_time(
    tmp_path: Path, processes: int
) -> None:
    names = [f"process-{number}" for number in range(processes)]
    running = [
        subprocess.Popen(
            [sys.executable, "-c", _EDITING, str(tmp_path), name, str(EDITS)],
            stdin=subprocess.PIPE,
        )
        for name in names
    ]
    for each in running:
        assert each.stdin is not None
        each.stdin.close()
    assert [each.wait() for each in running] == [0] * processes
    file = yaml_file((tmp_path / "away.yaml").read_bytes(), "content/away.yaml", Away)
    assert isinstance(file.part, Away)
    written = [absence.id for absence in file.part.away]
    assert sorted(written) == sorted(f"{name}-{at}" for name in names for at in range(EDITS))
    assert [each.name for each in tmp_path.iterdir()] == ["away.yaml"]


def test_whoever_waits_too_long_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "_TRIES", 2)
    with turn(tmp_path), pytest.raises(Refused, match="Another command is editing"), turn(tmp_path):
        raise AssertionError


def test_a_turn_ends_with_its_body(tmp_path: Path) -> None:
    for _ in range(2):
        with pytest.raises(ZeroDivisionError), turn(tmp_path):
            raise ZeroDivisionError
