"""The sample's texts as sites of other generators, in their default themes."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from portalgen.loading import load
from portalgen.model.portal import Portal
from portalgen.packed import packed_folder

SCRIPTS = Path(sys.executable).parent


def others(folder: Path) -> Iterator[tuple[str, dict[str, bytes]]]:
    """Yield the name and the files of each site, made below a folder."""
    portal = load(packed_folder("content")).portal
    yield "mkdocs-material", _material(portal, folder / "material")
    yield "pelican", _pelican(portal, folder / "pelican")


def _texts(portal: Portal) -> Iterator[tuple[str, str, str]]:
    """Yield slug, title and Markdown of each longer text."""
    for text in (*portal.policies, *portal.fact_sheets, *portal.pages):
        yield text.slug, text.title, str(text.body or "")


def _home(portal: Portal) -> str:
    """Return about what our own home page says, as Markdown."""
    practice = portal.practice
    lines = [f"# {practice.tagline}", str(practice.about or ""), "## Services"]
    lines += [f"### {each.title}\n\n{each.summary}" for each in portal.services.services]
    lines += ["## The terms in short"]
    lines += [f"### {clause.title}\n\n{clause.short}" for clause in portal.clauses[:5]]
    lines += ["## For you if", *(f"- {each}" for each in practice.for_you_if)]
    lines += ["", "## Not for you if", *(f"- {each}" for each in practice.not_for_you_if)]
    return "\n\n".join(lines)


def _material(portal: Portal, folder: Path) -> dict[str, bytes]:
    docs = folder / "docs"
    docs.mkdir(parents=True)
    for slug, title, text in _texts(portal):
        (docs / f"{slug}.md").write_text(f"# {title}\n\n{text}\n", encoding="utf-8")
    (docs / "index.md").write_text(_home(portal), encoding="utf-8")
    (folder / "mkdocs.yml").write_text(
        f"site_name: {portal.practice.name}\ntheme:\n  name: material\n", encoding="utf-8"
    )
    _run([str(SCRIPTS / "mkdocs"), "build", "--quiet"], folder)
    return _files(folder / "site")


def _pelican(portal: Portal, folder: Path) -> dict[str, bytes]:
    content = folder / "content"
    content.mkdir(parents=True)
    (content / "home.md").write_text(
        f"Title: {portal.practice.name}\nDate: 2026-11-23\n\n{_home(portal)}\n", encoding="utf-8"
    )
    for slug, title, text in _texts(portal):
        (content / f"{slug}.md").write_text(
            f"Title: {title}\nDate: 2026-11-22\n\n{text}\n", encoding="utf-8"
        )
    (folder / "pelicanconf.py").write_text(
        f"SITENAME = {portal.practice.name!r}\nTIMEZONE = 'UTC'\nPATH = 'content'\n",
        encoding="utf-8",
    )
    _run([str(SCRIPTS / "pelican"), "--quiet", "--ignore-cache", "content"], folder)
    return _files(folder / "output")


def _run(command: list[str], folder: Path) -> None:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"{command[0]} failed: {done.stderr}")


def _files(folder: Path) -> dict[str, bytes]:
    return {
        f"/{path.relative_to(folder).as_posix()}": path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
