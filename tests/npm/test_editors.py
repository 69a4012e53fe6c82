"""What an owner's editor does with a new portal: asked of the language server that editors use."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from portalgen.cli import portalgen
from portalgen.reference import find
from tests.npm.language_server import CURSOR, SERVER, Editor, Underlined, editor

pytestmark = pytest.mark.npm

HEAD = "# yaml-language-server: $schema=../schemas/{}.schema.json\n"
ENTRY = "away:\n  - from: 2026-12-21\n    until: 2027-01-01\n    "
CONTACT = "name: Ines\ntimezone: Europe/Lisbon\ncontact:\n  email: "


@pytest.fixture(scope="module")
def portal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("owner") / "portal"
    portalgen(["new", str(folder)], standalone_mode=False)
    return folder


@pytest.fixture(scope="module")
def opened(portal: Path) -> Iterator[Editor]:
    assert shutil.which("node") is not None, "run scripts/install-npm-packages.sh"
    assert SERVER.is_dir(), "run scripts/install-npm-packages.sh"
    with editor(portal) as started:
        yield started


def test_no_file_of_a_new_portal_has_a_red_line(opened: Editor, portal: Path) -> None:
    files = sorted((portal / "content").glob("*.yaml"))
    texts = {file.stem: file.read_text(encoding="utf-8") for file in files}
    assert len(texts) == 7
    assert all(text.startswith(HEAD.format(name)) for name, text in texts.items())
    assert [(name, opened.underlined(text)) for name, text in texts.items()] == [
        (name, []) for name in texts
    ]


def test_keys_of_an_absence_are_offered_with_what_they_mean(opened: Editor) -> None:
    offered = opened.offered(HEAD.format("away") + ENTRY + CURSOR)
    absence = find("away")
    assert absence is not None
    assert set(offered) == {child.name for child in absence.children} - {"from", "until"}
    assert offered["review"]["insertText"] == "review: ${1:2026-11-27}"
    assert offered["review"]["documentation"]["value"].startswith(
        "With further notice: the day by which clients get the next word."
    )


@pytest.mark.parametrize(
    ("name", "text", "offered"),
    [
        ("away", "|", ["away"]),
        ("away", ENTRY + "level: |", ["away", "closed", "limited", "news"]),
        ("away", ENTRY + "detail: |", ["dates", "full", "vague"]),
        ("away", ENTRY + "announce: |", ["14 days"]),
        ("away", ENTRY + "backup: |", ["dana"]),
        ("away", ENTRY + "updates:\n      - at: |", ["2026-12-28 09:00"]),
        ("services", "services:\n- title: x\n  price: {at_least: |}", ['"no"', '"yes"']),
        ("practice", "name: Ines\nlook:\n  |", ["color", "corners", "logo", "photo"]),
    ],
)
def test_what_can_be_written_is_offered(
    name: str, text: str, offered: list[str], opened: Editor
) -> None:
    assert sorted(opened.offered(HEAD.format(name) + text)) == offered


@pytest.mark.parametrize(
    ("name", "text", "path"),
    [
        ("away", "aw|ay:\n  - from: 2026-12-21", ""),
        ("away", ENTRY + "le|vel: away", "away.level"),
        ("away", "away:\n  - from: 2026-12-21\n    un|til: further notice", "away.until"),
        ("away", ENTRY + "cov|er:\n      - person: dana", "away.cover"),
        ("away", ENTRY + "cover:\n      - per|son: dana", "away.cover.person"),
        ("away", ENTRY + "serv|ices: [a]", "away.services"),
        ("availability", "week|ly:\n  mon: closed", "availability.weekly"),
        ("availability", "weekly:\n  mo|n: closed", "availability.weekly"),
        ("practice", CONTACT + "a@b.example\nlo|ok:\n  logo: a.svg", "practice.look"),
    ],
)
def test_to_point_at_a_key_shows_what_it_means_once(
    name: str, text: str, path: str, opened: Editor
) -> None:
    shown = opened.hover(HEAD.format(name) + text)
    field = find(path)
    description = field.description if field else "The absences, in any order."
    assert shown.count(description) == 1
    assert shown.splitlines()[0] == f"#### {field.name if field else 'away'}"


@pytest.mark.parametrize(
    ("name", "text", "under", "message"),
    [
        ("away", ENTRY + "untill: 2027-01-01", "untill", "Property untill is not allowed."),
        ("away", "aways:", "aways", "Property aways is not allowed."),
        ("away", "away:\n  - until: 2027-01-01", "u", 'Missing property "from".'),
        ("practice", "name: Ines\ncontact: {email: a@b.example}", "n",
         'Missing property "timezone".'),
        ("away", "away:\n  - from: 21.12.2026", "21.12.2026",
         "Write a day, YYYY-MM-DD, or a moment, YYYY-MM-DD HH:MM."),
        ("away", ENTRY + "level: aways", "aways", "Write one of: away, closed, limited, news."),
        ("away", ENTRY + "level: [away]", "[away]", "Write one of: away, closed, limited, news."),
        ("away", ENTRY + "catch_up: three days", "three days",
         "Write a length, such as 2 business days."),
        ("away", ENTRY + "services: One", "One",
         "Write a short name: small letters, digits, hyphens. If there are several, each stands "
         "in a line of its own, after a dash."),
        ("away", ENTRY + "updates: soon", "soon",
         "Write lines with keys. If there are several, each stands in a line of its own, after a "
         "dash."),
        ("away", ENTRY + "reason: [a, b]", "[a, b]", "Write words."),
        ("practice", CONTACT + "ines", "ines", "Write an e-mail address."),
        ("availability", "weekly: {mon: 9-5}", "9-5",
         "Write hours such as 09:00-12:30, 13:30-17:00, or closed."),
        ("availability", "weekly: {someday: closed}", "someday",
         "Property someday is not allowed."),
        ("services", "services:\n- title: x\n  price: {amount: 42 USD, at_least: maybe}", "maybe",
         "Write yes or no."),
    ],
)  # fmt: skip
def test_a_slip_is_underlined_and_told(
    name: str, text: str, under: str, message: str, opened: Editor
) -> None:
    [line] = opened.underlined(HEAD.format(name) + text)
    assert line == Underlined(under, message)


@pytest.mark.parametrize(
    "line", ["level:", "level: AWAY", "announce: 2026-12-01", "services: a", "services: [a, b]",
             "until: further notice", "reason: 5", "revision: 3", "private: yes"]
)  # fmt: skip
def test_what_portalgen_reads_has_no_red_line(line: str, opened: Editor) -> None:
    text = f"away:\n  - from: 2026-12-21\n    {line}\n"
    assert opened.underlined(HEAD.format("away") + text) == []
