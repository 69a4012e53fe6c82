"""What a browser gets for which address."""

import pytest

from tests.conftest import PRACTICE
from tests.preview.conftest import Show

SERVICES = """\
services:
  - id: first-call
    title: First call
    was: [hello]
"""
FILES = {"services.yaml": SERVICES, "pages/about.md": "---\ntitle: About\n---\n\nHello.\n"}
IN_A_FOLDER = {**FILES, "practice.yaml": f"{PRACTICE}url: https://calder.example/portal/\n"}


@pytest.mark.parametrize(
    ("path", "status", "location"),
    [
        ("/", 200, None),
        ("/index.html", 200, None),
        ("/services/first-call/", 200, None),
        ("/services/first-call", 302, "/services/first-call/"),
        ("/services/hello/", 302, "/services/first-call/"),
        ("/services/hello", 302, "/services/first-call/"),
        ("/status.json", 200, None),
        ("/status.json/", 404, None),
        ("/nowhere", 404, None),
        ("//evil.example/", 404, None),
        ("/../content/practice.yaml", 404, None),
        ("/%2e%2e/content/practice.yaml", 404, None),
        ("/404.html", 200, None),
    ],
)
def test_addresses_answer_as_on_a_host(
    path: str, status: int, location: str | None, show: Show
) -> None:
    shown = show(FILES)
    for _ in ("shown", "finished"):
        answer = shown.answer(path)
        assert (answer.status, answer.location) == (status, location)
        shown.finish()


@pytest.mark.parametrize(
    ("path", "status", "location"),
    [
        ("/", 302, "/portal/"),
        ("/portal", 302, "/portal/"),
        ("/portal/", 200, None),
        ("/portal/about", 302, "/portal/about/"),
        ("/portal/about/", 200, None),
        ("/portal/services/hello", 302, "/portal/services/first-call/"),
        ("/about/", 404, None),
        ("/portalabout/", 404, None),
    ],
)
def test_a_portal_in_a_folder_is_shown_in_that_folder(
    path: str, status: int, location: str | None, show: Show
) -> None:
    answer = show(IN_A_FOLDER).answer(path)
    assert (answer.status, answer.location) == (status, location)


def test_what_is_not_there_is_the_sites_own_page(show: Show) -> None:
    shown = show(FILES)
    text = shown.text("/nowhere")
    assert "This page is not here" in text
    assert "livereload.js" in text


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/status.json", "application/json; charset=utf-8"),
        ("/calendar.ics", "text/calendar; charset=utf-8"),
        ("/contact/contact.vcf", "text/vcard; charset=utf-8"),
        ("/favicon.svg", "image/svg+xml"),
        ("/robots.txt", "text/plain; charset=utf-8"),
        ("/assets/portal.0000000000.css", "text/css; charset=utf-8"),
        ("/assets/portal.0000000000.js", "text/javascript; charset=utf-8"),
    ],
)
def test_files_say_of_what_kind_they_are(path: str, kind: str, show: Show) -> None:
    shown = show(FILES)
    shown.finish()
    answer = shown.answer(path)
    assert (answer.status, answer.kind) == (200, kind)


def test_only_pages_get_scripts_of_the_preview(show: Show) -> None:
    shown = show(FILES)
    assert "/portalgen-preview/" in shown.text("/")
    assert "portalgen-preview" not in shown.text("/status.json")
    assert "portalgen-preview" not in shown.text("/assets/portal.0000000000.js")


def test_a_name_that_no_asset_ever_had_is_not_there(show: Show) -> None:
    assert show(FILES).answer("/assets/portal.css").status == 404
    assert show(FILES).answer("/assets/other.0000000000.css").status == 404


def test_what_is_finished_is_what_a_build_has(show: Show) -> None:
    shown = show(FILES)
    assert shown.answer("/sitemap.xml").status == 404
    shown.finish()
    assert shown.answer("/robots.txt").status == 200
    assert shown.answer("/search.json").status == 200
    assert "portalgen-preview" not in shown.text("/robots.txt")


def test_the_page_for_editing_is_not_loaded_anew_under_the_hands(show: Show) -> None:
    editor = "editor:\n  backend: github\n  repo: ines/portal\n"
    shown = show({"practice.yaml": f"{PRACTICE}{editor}"})
    assert shown.answer("/admin/").status == 200
    assert "portalgen-preview" not in shown.text("/admin/")
