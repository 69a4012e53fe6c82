"""What stands beside the content of a new portal: for the host, the clock and the editor.

The workflows are read and their lines run here; GitHub itself is not asked.
"""

import json
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import click
import pytest
import yaml

from portalgen.cli import COMMANDS, portalgen

WORKFLOWS = ("pages.yml", "rebuild.yml")
DOCS = Path(__file__).parents[2] / "docs"
HOURLY, DAILY = "17 * * * *", "41 2 * * *"


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new portal."""
    folder = tmp_path_factory.mktemp("owner") / "portal"
    portalgen(["new", str(folder)], standalone_mode=False)
    return folder


def workflow(started: Path, name: str) -> dict[str, Any]:
    text = (started / ".github" / "workflows" / name).read_text(encoding="utf-8")
    # To YAML 1.1 the key `on` is a yes.
    loaded: dict[str, Any] = yaml.load(text, yaml.BaseLoader)
    return loaded


def steps(started: Path, name: str) -> list[dict[str, Any]]:
    return [step for job in workflow(started, name)["jobs"].values() for step in job["steps"]]


def commands(started: Path) -> Iterator[list[str]]:
    """Yield the words of each call of portalgen: of all workflows, Netlify's file, the manual."""
    netlify = tomllib.loads((started / "netlify.toml").read_text(encoding="utf-8"))
    shell = [step.get("run", "") for name in WORKFLOWS for step in steps(started, name)]
    manual = (DOCS / "hosting.md").read_text(encoding="utf-8")
    code = re.findall(r"`[^`]+`|^    .+$", manual, re.MULTILINE)
    for text in (netlify["build"]["command"], *shell, *code):
        for call in re.findall(r"(?<!install )\bportalgen ([a-z]+(?: --[a-z-]+)*)", text):
            yield call.split()


def test_beside_the_content_stand_these_files_alone(started: Path) -> None:
    files = (path.relative_to(started) for path in started.rglob("*") if path.is_file())
    beside = (file for file in files if file.parts[0] not in ("content", "schemas"))
    assert sorted(file.as_posix() for file in beside) == [
        ".github/workflows/pages.yml",
        ".github/workflows/rebuild.yml",
        ".gitignore",
        ".vscode/extensions.json",
        "netlify.toml",
    ]  # fmt: skip


def test_the_editor_recommends_what_the_first_lines_of_the_files_are_for(started: Path) -> None:
    told = json.loads((started / ".vscode" / "extensions.json").read_text(encoding="utf-8"))
    assert told == {"recommendations": ["redhat.vscode-yaml"]}


@pytest.mark.parametrize(
    ("name", "moments"),
    [("pages.yml", {"push", "schedule", "workflow_dispatch"}),
     ("rebuild.yml", {"schedule", "workflow_dispatch"})],
)  # fmt: skip
def test_a_workflow_runs_each_day_and_looks_each_hour(
    name: str, moments: set[str], started: Path
) -> None:
    on = workflow(started, name)["on"]
    assert set(on) == moments
    assert [each["cron"] for each in on["schedule"]] == [DAILY, HOURLY]


@pytest.mark.parametrize("name", WORKFLOWS)
def test_nothing_runs_before_the_owner_has_chosen_a_host(name: str, started: Path) -> None:
    jobs = workflow(started, name)["jobs"]
    first, *later = jobs.values()
    host = {"pages.yml": "pages", "rebuild.yml": "hook"}[name]
    assert first["if"] == f"vars.PUBLISH_WITH == '{host}'"
    assert f"variable PUBLISH_WITH is {host}" in first["name"]
    assert all(job["needs"] == next(iter(jobs)) for job in later)


@pytest.mark.parametrize("name", WORKFLOWS)
def test_a_workflow_may_do_no_more_than_it_has_to(name: str, started: Path) -> None:
    whole = workflow(started, name)
    assert whole["permissions"] == {}
    assert whole["concurrency"]["cancel-in-progress"] == "false"
    granted = {job: facts["permissions"] for job, facts in whole["jobs"].items()}
    reading = {"contents": "read", "actions": "read"}
    assert (
        granted
        == {
            "pages.yml": {"build": reading, "publish": {"pages": "write", "id-token": "write"}},
            "rebuild.yml": {"rebuild": reading},
        }[name]
    )
    uses = [step["uses"] for step in steps(started, name) if "uses" in step]
    assert [each for each in uses if not re.fullmatch(r"actions/[a-z-]+@v\d+", each)] == []


@pytest.mark.parametrize("name", WORKFLOWS)
def test_every_line_of_shell_is_shell(name: str, started: Path) -> None:
    scripts = [step["run"] for step in steps(started, name) if "run" in step]
    assert len(scripts) == 3
    for script in scripts:
        assert "${{" not in script
        done = subprocess.run(["bash", "-n"], input=script, capture_output=True, text=True)
        assert (done.returncode, done.stderr) == (0, ""), script


def test_every_command_and_option_exists(started: Path) -> None:
    found = list(commands(started))
    assert [words[0] for words in found[:4]] == ["build", "today", "build", "today"]
    assert len(found) > 10
    for verb, *words in found:
        assert verb in COMMANDS
        command = portalgen.get_command(click.Context(portalgen), verb)
        assert command is not None
        known = {option for each in command.params for option in each.opts}
        assert {word for word in words if word.startswith("-")} <= known, words


def test_both_workflows_ask_the_same_question(started: Path) -> None:
    asked = [decision(started, name)["run"].replace(name, "FILE") for name in WORKFLOWS]
    assert asked[0] == asked[1]
    assert [decision(started, name)["if"] for name in WORKFLOWS] == [
        f"github.event.schedule == '{HOURLY}'"
    ] * 2


def decision(started: Path, name: str) -> dict[str, Any]:
    [step] = [step for step in steps(started, name) if step.get("id") == "due"]
    return step


@pytest.mark.parametrize("name", WORKFLOWS)
@pytest.mark.parametrize(
    ("since", "now", "due"),
    [
        # The sample's winter break is announced on December 7, and begins on December 21.
        ("2026-12-20T07:17:00Z", "2026-12-20T08:17:00Z", "no"),
        ("2026-12-21T07:17:00Z", "2026-12-21T08:17:00Z", "yes"),
        ("2026-12-21T08:17:00Z", "2026-12-21T09:17:00Z", "no"),
        # GitHub had no time for a while.
        ("2026-12-20T17:17:00Z", "2026-12-21T11:17:00Z", "yes"),
    ],
)
def test_the_hourly_question_is_answered(
    name: str, since: str, now: str, due: str, started: Path, tmp_path: Path
) -> None:
    (tmp_path / "gh").write_text(f'#!/bin/sh\necho "$@" > "{tmp_path}/asked"\necho {since}\n')
    (tmp_path / "gh").chmod(0o755)
    bash = shutil.which("bash")
    assert bash is not None
    done = subprocess.run(
        [bash, "-e", "-c", decision(started, name)["run"]],
        cwd=started,
        env={
            "PATH": f"{tmp_path}:{Path(sys.executable).parent}:/usr/bin:/bin",
            "GITHUB_OUTPUT": str(tmp_path / "output"),
            "SOURCE_DATE_EPOCH": str(int(datetime.fromisoformat(now).timestamp())),
        },
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "output").read_text() == f"due={due}\n"
    assert done.stdout == f"Anything new since {since}: {due}\n"
    assert f"--workflow {name} --branch main --status success" in (tmp_path / "asked").read_text()


def test_a_hook_that_is_not_there_yet_is_told_and_no_failure(started: Path) -> None:
    call = steps(started, "rebuild.yml")[-1]
    assert call["env"] == {"BUILD_HOOK": "${{ secrets.BUILD_HOOK }}"}
    bash = shutil.which("bash")
    assert bash is not None
    done = subprocess.run(
        [bash, "-e", "-c", call["run"]], env={"PATH": "", "BUILD_HOOK": ""}, capture_output=True
    )
    assert done.returncode == 0
    assert b"no secret BUILD_HOOK yet" in done.stdout
