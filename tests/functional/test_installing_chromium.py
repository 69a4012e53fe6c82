"""Where no browser can be had, the tests say so in one sentence and do not skip."""

import shutil
import subprocess
from pathlib import Path

SCRIPT = Path(__file__).parents[2] / "scripts" / "install-chromium.sh"


def run(path: Path) -> subprocess.CompletedProcess[str]:
    shell = shutil.which("sh")
    assert shell is not None
    return subprocess.run(
        [shell, str(SCRIPT)],
        env={"PATH": str(path), "PYTHON": "no-such-python"},
        capture_output=True,
        text=True,
    )


def test_where_nothing_can_install_a_browser_one_sentence_says_so(tmp_path: Path) -> None:
    done = run(tmp_path)
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "need Chromium" in done.stderr


def test_a_browser_that_is_there_is_taken(tmp_path: Path) -> None:
    (tmp_path / "chromium").write_text("#!/bin/sh\n")
    (tmp_path / "chromium").chmod(0o755)
    assert run(tmp_path).returncode == 0
