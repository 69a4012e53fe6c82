"""What the owner edits on a phone loads as it was, but for what was changed."""

import re
from base64 import b64encode
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from hashlib import sha384
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from portalgen.build import Built, Order, build
from portalgen.formats import cms
from portalgen.loading import load
from portalgen.memory import Memory
from tests.npm.cms import PACKAGE, Cms, phone, published, with_test_backend
from tests.serving import Site

pytestmark = pytest.mark.npm

PRACTICE = """\
name: Ines Calder Coaching
timezone: America/Los_Angeles
contact:
  email: ines@calder.example
  phone: "+16195550142"
editor:
  backend: github
  repo: ines/portal
"""
# For each file: a field, what is typed into it, and where the change is in the model.
CHANGES = {
    "away": ("away.3.reason", "Winter holidays", ".away[3].reason"),
    "availability": ("replies.0.note", "The best way", ".replies[0].note"),
    "backup": ("backups.0.role", "Leadership coach", ".backups[0].role"),
    "services": ("services.0.where", "video", ".services[0].where"),
    "terms": ("clauses.1.title", "Fees", ".clauses[1].title"),
    "practice": ("place", "La Jolla", ".place"),
    "promises": ("standards.0.if_missed", "I call you.", ".standards[0].if_missed"),
}
# In a list, the CMS writes what has names of the owner's in alphabetical order: named values, which
# are only ever looked up; and weekly hours, which the model holds by day, so that none differ.
IN_ANY_ORDER = re.compile(r"\]\.values")
Write = Callable[[Mapping[str, str]], Path]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, moment: datetime) -> Iterator[Site]:
    """A portal with an editor; the form is the same for every content."""
    folder = tmp_path_factory.mktemp("content")
    with published(with_test_backend(built(folder, PRACTICE, moment))) as portal:
        yield portal


@pytest.fixture
def editor(chromium: Browser, site: Site) -> Iterator[Cms]:
    with phone(chromium, site.root) as taken:
        yield taken


def built(folder: Path, practice: str, moment: datetime) -> Built:
    (folder / "practice.yaml").write_text(practice, encoding="utf-8")
    return build(Order(folder, moment), Memory())


def texts_of(folder: Path) -> dict[str, str]:
    paths = (path for path in sorted(folder.rglob("*")) if path.suffix in {".yaml", ".md"})
    return {
        f"content/{path.relative_to(folder).as_posix()}": path.read_text(encoding="utf-8")
        for path in paths
    }


def differences(before: Any, after: Any, path: str = "") -> list[str]:
    """Return the paths at which two dumped models differ, be it in the order of keys."""
    if isinstance(before, dict) and isinstance(after, dict) and before.keys() == after.keys():
        if list(before) != list(after) and not IN_ANY_ORDER.search(path):
            return [path]
        pairs = [(before[key], after[key], f"{path}.{key}") for key in before]
    elif isinstance(before, tuple) and isinstance(after, tuple) and len(before) == len(after):
        pairs = [(*each, f"{path}[{n}]") for n, each in enumerate(zip(before, after, strict=True))]
    else:
        return [] if before == after else [path]
    return [found for pair in pairs for found in differences(*pair)]


def change(editor: Cms, folder: Path, name: str, path: str, typed: str) -> list[str]:
    """Change a field of a file of a folder and save; return where the model differs then."""
    file = f"{name}.yaml" if "/" not in name else f"{name}.md"
    before = load(folder).portal.model_dump()
    editor.open(texts_of(folder))
    editor.edit(name if "/" in name else f"files/{name}")
    editor.box(path).fill(typed)
    editor.save()
    (folder / file).write_text(editor.saved(f"content/{file}"), encoding="utf-8")
    after = load(folder)
    assert not after.reports, after.reports
    return differences(before, after.portal.model_dump())


def test_the_script_is_that_of_the_package() -> None:
    digest = sha384((PACKAGE / "dist" / "sveltia-cms.js").read_bytes()).digest()
    assert f"sha384-{b64encode(digest).decode()}" == cms.INTEGRITY
    assert f'"version": "{cms.VERSION}"' in (PACKAGE / "package.json").read_text()


def test_it_opens_without_an_error_and_lists_every_file(editor: Cms, sample_folder: Path) -> None:
    texts = texts_of(sample_folder)
    editor.open(texts)
    assert editor.page.locator(".waiting").is_hidden()
    files = editor.listed("files", 7)
    assert files == ["Away", "Availability", "Backup", "Services", "Terms", "Practice", "Promises"]
    for folder in ("policies", "what-to-expect", "pages"):
        count = sum(name.startswith(f"content/{folder}/") for name in texts)
        assert len(editor.listed(folder, count)) == count
    assert editor.errors == []
    assert all(url.startswith((cms.FONTS, "https://unpkg.com/@sveltia/")) for url in editor.asked)


def test_it_speaks_the_language_of_the_phone(chromium: Browser, site: Site) -> None:
    with phone(chromium, site.root, "de-DE") as taken:
        taken.page.goto(f"{site.root}/admin/")
        taken.page.get_by_text("Willkommen").wait_for()
        assert taken.errors == []


@pytest.mark.parametrize(
    ("backend", "asked"),
    [("github", "https://api.github.com/user"), ("gitlab", "https://gitlab.com/api/v4/user")],
)
def test_the_policy_lets_it_ask_its_backend(
    chromium: Browser, tmp_path: Path, moment: datetime, backend: str, asked: str
) -> None:
    portal = built(tmp_path, PRACTICE.replace("github", backend), moment)
    with published(portal) as site, phone(chromium, site.root) as taken:
        with taken.page.expect_request(asked):
            taken.log_in_with_a_token()
        assert not any("Content Security Policy" in error for error in taken.errors)


@pytest.mark.parametrize("name", CHANGES)
def test_a_save_changes_what_was_typed_and_nothing_else(
    editor: Cms, sample_folder: Path, name: str
) -> None:
    path, typed, where = CHANGES[name]
    assert change(editor, sample_folder, name, path, typed) == [f".{name}{where}"]
    assert editor.errors == []


def test_a_text_in_markdown_stays_to_its_last_letter(editor: Cms, sample_folder: Path) -> None:
    path = sample_folder / "policies" / "confidentiality.md"
    body = path.read_text(encoding="utf-8").split("\n---\n")[1]
    found = change(editor, sample_folder, "policies/confidentiality", "summary", "Stays with me.")
    assert found == [".policies[2].summary"]
    assert path.read_text(encoding="utf-8").split("\n---\n")[1].strip() == body.strip()


def test_days_times_and_phones_keep_their_characters(editor: Cms, write: Write) -> None:
    folder = write(
        {
            "backup.yaml": """\
backups:
  - id: dana
    name: Dana
    role: Friend
    contacts:
      - phone: "+16195550142"
      - text: "0142 555"
    consent: "2026-03-02"
    weekly:
      mon: "09:00-12:00"
    away:
      - from: 2027-03-08
        until: 2027-03-09 09:30
"""
        }
    )
    assert change(editor, folder, "backup", "backups.0.role", "Coach") == [
        ".backup.backups[0].role"
    ]
    text = (folder / "backup.yaml").read_text(encoding="utf-8")
    for written in (
        "phone: '+16195550142'",
        "text: 0142 555",
        "consent: 2026-03-02",
        "mon: 09:00-12:00",
        "from: 2027-03-08",
        "until: 2027-03-09 09:30",
    ):
        assert written in text


def test_only_named_values_in_a_list_lose_their_order(editor: Cms, write: Write) -> None:
    values = "    values:\n      wait: 15 minutes\n      monthly: two\n"
    text = f"clauses:\n  - id: pay\n    title: Fee\n    short: Soon.\n{values}"
    folder = write({"terms.yaml": text})
    assert change(editor, folder, "terms", "clauses.0.title", "Fees") == [".terms.clauses[0].title"]
    terms = load(folder).portal.terms
    assert terms is not None
    assert list(terms.clauses[0].values) == ["monthly", "wait"]
    assert differences({"at": {"a": 1, "b": 2}}, {"at": {"b": 2, "a": 1}}) == [".at"]


def test_what_is_left_out_stays_left_out(editor: Cms, write: Write) -> None:
    folder = write({"availability.yaml": "new_clients: open\nannounce: 20 days\n"})
    assert change(editor, folder, "availability", "announce", "21 days") == [
        ".availability.announce.amount"
    ]
    text = (folder / "availability.yaml").read_text(encoding="utf-8")
    assert text == "new_clients: open\nannounce: 21 days\n"


def test_an_absence_is_added_to_a_portal_that_had_none(editor: Cms, write: Write) -> None:
    folder = write({})
    editor.open(texts_of(folder))
    editor.edit("files/away")
    editor.page.get_by_role("button", name=re.compile("Add .*Absence")).click()
    editor.unfolded("away.0.from").fill("2026-12-21")
    editor.unfolded("away.0.until").fill("further notice")
    editor.unfolded("away.0.review").fill("2026-12-28")
    editor.save()
    text = editor.saved("content/away.yaml")
    assert text == (
        "away:\n  - from: 2026-12-21\n    until: further notice\n    review: 2026-12-28\n"
    )


def test_a_new_page_is_named_after_its_title(editor: Cms, write: Write) -> None:
    folder = write({})
    editor.open(texts_of(folder))
    editor.begin("pages")
    editor.unfolded("title").fill("Über uns & Co. (2027)")
    editor.unfolded("body").fill("Who we are.")
    editor.save()
    text = editor.saved("content/pages/ueber-uns-co-2027.md")
    assert text == "---\ntitle: Über uns & Co. (2027)\n---\n\nWho we are.\n"
    page = load(write({"pages/ueber-uns-co-2027.md": text})).portal.pages[0]
    assert (page.slug, page.body.strip()) == ("ueber-uns-co-2027", "Who we are.")


def test_what_does_not_fit_is_refused_and_the_reason_told(editor: Cms, sample_folder: Path) -> None:
    texts = texts_of(sample_folder)
    editor.open(texts)
    editor.edit("files/away")
    editor.box("away.3.from").fill("tomorrow")
    editor.page.get_by_role("button", name="Save", exact=True).click()
    editor.page.get_by_text("Write a day, YYYY-MM-DD, or a moment", exact=False).nth(1).wait_for()
    assert editor.saved("content/away.yaml") == texts["content/away.yaml"]
