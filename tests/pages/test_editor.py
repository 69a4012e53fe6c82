"""The page on which the owner edits, and what it must not change about all others."""

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from portalgen.build import Order, build
from portalgen.content_security import policy
from portalgen.formats import cms
from portalgen.memory import Memory
from portalgen.pages import editor
from tests.conftest import PRACTICE as PRACTICE_YAML
from tests.pages.reading import PRACTICE, documents_of, pages_of, part

WITH_EDITOR = {
    "practice": {**PRACTICE, "editor": {"backend": "github", "repo": "ines/portal"}},
}
EDITOR_YAML = "url: https://ines.example/portal/\neditor:\n  backend: github\n  repo: a/b\n"
Write = Callable[[Mapping[str, str]], Path]


def test_without_an_editor_there_is_no_page() -> None:
    assert documents_of(editor.documents, {}) == []


def test_no_list_knows_the_page() -> None:
    assert [each.listed for each in documents_of(editor.documents, WITH_EDITOR)] == [False]


def test_the_page_loads_one_script_of_one_version_with_its_fingerprint() -> None:
    page = pages_of(editor.documents, WITH_EDITOR)["/admin/"]
    assert dict(part(page, "script").attributes) == {
        "src": cms.SCRIPT,
        "integrity": cms.INTEGRITY,
        "crossorigin": "anonymous",
    }


def test_search_engines_leave_the_page_out() -> None:
    page = pages_of(editor.documents, WITH_EDITOR)["/admin/"]
    assert part(page, 'meta[name="robots"]').attributes["content"] == "noindex"


@pytest.mark.parametrize(
    ("backend", "api"), [("github", "https://api.github.com"), ("gitlab", "https://gitlab.com")]
)
def test_its_policy_allows_its_script_and_its_backend_and_no_other(backend: str, api: str) -> None:
    told = {"practice": {**PRACTICE, "editor": {"backend": backend, "repo": "ines/portal"}}}
    page = pages_of(editor.documents, told)["/admin/"]
    said = part(page, 'meta[http-equiv="Content-Security-Policy"]').attributes["content"]
    allowed = {name: sources for name, *sources in map(str.split, str(said).split("; "))}
    assert allowed["default-src"] == ["'none'"]
    assert allowed["script-src"] == [cms.SCRIPT]
    assert api in allowed["connect-src"]
    assert not {"*", "https:", "'unsafe-eval'"} & {
        each for some in allowed.values() for each in some
    }


def built(folder: Path, moment: datetime) -> dict[str, str]:
    files = build(Order(folder, moment), Memory()).files
    return {each.address: each.text for each in files if not each.address.startswith("/assets/")}


def test_a_whole_portal_keeps_the_editor_to_itself(write: Write, moment: datetime) -> None:
    files = built(write({"practice.yaml": PRACTICE_YAML + EDITOR_YAML}), moment)
    assert {each for each in files if each.startswith("/admin/")} == {
        "/admin/index.html",
        "/admin/config.yml",
    }
    assert "/admin/" not in files["/sitemap.xml"]
    assert "Disallow: /portal/admin/\n" in files["/robots.txt"]
    pages = {name: text for name, text in files.items() if name.endswith(".html")}
    del pages["/admin/index.html"]
    for page in pages.values():
        meta = part(LexborHTMLParser(page), 'meta[http-equiv="Content-Security-Policy"]')
        assert meta.attributes["content"] == policy()
        assert "/admin/" not in page


def test_without_an_editor_a_portal_says_nothing_of_one(write: Write, moment: datetime) -> None:
    files = built(write({"practice.yaml": PRACTICE_YAML}), moment)
    assert not any("admin" in name or "/admin/" in text for name, text in files.items())


def test_headers_forbid_nothing_that_the_page_allows_itself(write: Write, moment: datetime) -> None:
    files = built(write({"practice.yaml": PRACTICE_YAML + EDITOR_YAML}), moment)
    (said,) = [
        line.strip().partition(": ")[2]
        for line in files["/_headers"].splitlines()
        if "Content-Security-Policy" in line
    ]
    assert said == "frame-ancestors 'self'"
