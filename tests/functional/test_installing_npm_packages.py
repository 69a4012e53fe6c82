"""The real programs that tests run are installed once, or one sentence says why they are not."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "scripts" / "install-npm-packages.sh"
# What the script uses of every system.
TOOLS = ("sh", "dirname", "sed", "id", "touch", "mkdir", "echo")


@pytest.fixture
def programs(tmp_path: Path) -> Path:
    """A folder of programs, without Node and without apt-get."""
    folder = tmp_path / "programs"
    folder.mkdir()
    for name in TOOLS:
        found = shutil.which(name)
        assert found is not None
        (folder / name).symlink_to(found)
    return folder


@pytest.fixture
def packages(tmp_path: Path) -> Path:
    """A folder with a package.json, of which nothing is installed."""
    folder = tmp_path / "npm"
    folder.mkdir()
    (folder / "package.json").write_text("{}")
    return folder


def add(programs: Path, name: str, script: str) -> None:
    (programs / name).write_text(f"#!/bin/sh\n{script}\n")
    (programs / name).chmod(0o755)


def add_node(programs: Path, version: str, packages: Path, ending: str = "exit 0") -> None:
    add(programs, "node", f"echo {version}")
    add(programs, "java", "exit 0")
    modules = packages / "node_modules"
    add(programs, "npm", f'echo "$@" >> {packages}/asked\nmkdir -p {modules}\n{ending}')


def run(programs: Path, packages: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(programs / "sh"), str(SCRIPT), str(packages)],
        env={"PATH": str(programs)},
        capture_output=True,
        text=True,
    )


def asked(packages: Path) -> int:
    file = packages / "asked"
    return len(file.read_text().splitlines()) if file.exists() else 0


@pytest.mark.parametrize("version", ["", "v18.20.4", "strange"])
def test_without_node_20_one_sentence_says_so(version: str, programs: Path, packages: Path) -> None:
    if version:
        add_node(programs, version, packages)
    done = run(programs, packages)
    assert (done.returncode, done.stdout, asked(packages)) == (1, "", 0)
    assert done.stderr.count("\n") == 1
    assert "need Node 20" in done.stderr


def test_without_java_one_sentence_says_so(programs: Path, packages: Path) -> None:
    add_node(programs, "v20.0.0", packages)
    (programs / "java").unlink()
    done = run(programs, packages)
    assert (done.returncode, asked(packages)) == (1, 0)
    assert "need Java 17" in done.stderr


def test_what_is_missing_is_taken_from_debian(programs: Path, packages: Path) -> None:
    add_node(programs, "v20.0.0", packages)
    (programs / "java").unlink()
    there = programs / "java"
    made = f"[ $1 = update ] || {{ echo '#!/bin/sh' > {there}; chmod +x {there}; }}"
    add(programs, "apt-get", f'echo "$@" >> {packages}/debian\n{made}')
    add(programs, "sudo", 'shift\n"$@"')
    (programs / "chmod").symlink_to(shutil.which("chmod") or "")
    assert run(programs, packages).returncode == 0
    assert "default-jre-headless" in (packages / "debian").read_text()


def test_packages_are_installed_again_only_when_their_list_is_newer(
    programs: Path, packages: Path
) -> None:
    add_node(programs, "v22.1.0", packages)
    assert [run(programs, packages).returncode for _ in range(2)] == [0, 0]
    assert asked(packages) == 1
    installed = (packages / "node_modules" / ".installed").stat().st_mtime
    os.utime(packages / "package.json", (installed + 5, installed + 5))
    assert run(programs, packages).returncode == 0
    assert asked(packages) == 2


def test_packages_that_npm_could_not_install_do_not_count_as_installed(
    programs: Path, packages: Path
) -> None:
    add_node(programs, "v20.0.0", packages, "echo no network >&2; exit 1")
    for count in (1, 2):
        done = run(programs, packages)
        assert (done.returncode, asked(packages)) == (1, count)
        assert done.stderr.startswith("no network\nnpm could not install")


def test_nothing_is_locked_and_no_address_is_named(programs: Path, packages: Path) -> None:
    add_node(programs, "v20.0.0", packages)
    run(programs, packages)
    words = (packages / "asked").read_text().split()
    assert words[:4] == ["install", "--prefix", str(packages), "--no-package-lock"]
    assert [word for word in words if "registry" in word or "://" in word] == []
