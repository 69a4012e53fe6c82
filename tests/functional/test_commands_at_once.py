"""Commands that change one file at the same time, each a process of its own."""

import re
import subprocess
import sys
from pathlib import Path

from portalgen.loading import load

DAYS = ("2027-05-03", "2027-06-07", "2027-07-05", "2027-08-02")


def comments_of(text: str) -> list[str]:
    return re.findall("# .*", text)


def test_what_four_commands_add_at_once_is_all_there(sample_folder: Path) -> None:
    file = sample_folder / "away.yaml"
    before = file.read_text(encoding="utf-8")
    known = load(sample_folder).portal.away.away
    running = [
        subprocess.Popen(
            [sys.executable, "-m", "portalgen", "away", day, "--at", "2026-11-23 07:10"],
            cwd=sample_folder.parent,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        for day in DAYS
    ]
    told = [process.communicate(timeout=60)[0] for process in running]
    assert [process.returncode for process in running] == [0] * len(DAYS), told
    after = load(sample_folder).portal.away.away
    added = after[: len(DAYS)]
    assert sorted(str(absence.from_) for absence in added) == list(DAYS)
    assert after[len(DAYS) :] == known
    text = file.read_text(encoding="utf-8")
    assert comments_of(text) == comments_of(before)
    assert text.endswith(before.partition("away:\n")[2])
