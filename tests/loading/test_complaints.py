"""One slip is told once, with its place; the sentences themselves stand in tests/content/bad."""

import pytest

from tests.loading.conftest import PRACTICE, Files, Told

SERVICE = "services:\n  - title: A\n"

SLIPS: list[tuple[str, Files, str]] = [
    (
        "a key that is misspelt is not missed as well",
        {"practice.yaml": PRACTICE.replace("name", "nmae")},
        "content/practice.yaml:1:1: There is no key `nmae` here. Did you mean `name`?",
    ),
    (
        "a key with a capital letter",
        {"practice.yaml": PRACTICE.replace("timezone", "Timezone")},
        "content/practice.yaml:2:1: There is no key `Timezone` here. Keys are written in small "
        "letters: `timezone`.",
    ),
    (
        "a key that has to move to the right",
        {"practice.yaml": PRACTICE.replace("  email", "email")},
        "content/practice.yaml:4:1: There is no key `email` here. It belongs to `contact`: move "
        "it there, two spaces further in.",
    ),
    (
        "a key that has to move to the left",
        {"practice.yaml": f"{PRACTICE}  owner: Ines\n"},
        "content/practice.yaml:5:3: There is no key `owner` here. It belongs to the practice: "
        "move it further to the left.",
    ),
    (
        "a key of an item that stands in a part of it",
        {"services.yaml": f"{SERVICE}    price:\n      amount: 1 USD\n      where: video\n"},
        "content/services.yaml:5:7: There is no key `where` here. It belongs to the service: move "
        "it further to the left.",
    ),
    (
        "a key of another file",
        {"away.yaml": "weekly:\n  mon: closed\n"},
        "content/away.yaml:1:1: There is no key `weekly` here. It belongs in availability.yaml.",
    ),
    (
        "names where a list has dashes",
        {"services.yaml": "services:\n  coaching:\n    title: A\n"},
        "content/services.yaml:2:3: There is no key `coaching` here. `services` is a list: write "
        "`- id: coaching`, and the other keys below.",
    ),
    (
        "an unknown key of an item",
        {"services.yaml": f"{SERVICE}    titles: B\n"},
        "content/services.yaml:3:5: There is no key `titles` here. Did you mean `title`?",
    ),
    (
        "a section without the space behind a colon",
        {"practice.yaml": PRACTICE.replace("email: ", "email:")},
        "content/practice.yaml:4:3: There is no space after the colon. Write `email: "
        "ines@example.com`.",
    ),
    (
        "a text in a section's place shows its own key",
        {"services.yaml": "services: Coaching\n"},
        "content/services.yaml:1:11: `Coaching` stands here where keys are expected. Write keys "
        "and values, each in a line of its own, such as `title: Coaching`.",
    ),
    (
        "a list in a section's place",
        {"practice.yaml": f"{PRACTICE}look:\n  - corners: round\n"},
        "content/practice.yaml:6:3: A list stands here where keys are expected. Leave off the "
        "dash.",
    ),
    (
        "a section that is missing",
        {"practice.yaml": "name: A\ntimezone: Europe/Lisbon\n"},
        "content/practice.yaml:1:1: This practice lacks `contact`. Write `contact:` and below it, "
        "two spaces further in, `email: ines@example.com`.",
    ),
    (
        "a section without a value",
        {"practice.yaml": "name: A\ntimezone: Europe/Lisbon\ncontact:\n"},
        "content/practice.yaml:3:1: `contact` has no value. Write `contact:` and below it, two "
        "spaces further in, `email: ines@example.com`.",
    ),
    (
        "nothing at all",
        {"practice.yaml": "# later\n"},
        "content/practice.yaml: Nothing is written in this file. Write `name:`, `timezone:` and "
        "`contact:`.",
    ),
    (
        "a list without its key",
        {"services.yaml": "- title: A\n"},
        "content/services.yaml:1:1: This file starts with a dash where a key is expected. Begin "
        "it with a line `services:`.",
    ),
    (
        "a wrong key of hours is at the key, not at the hours",
        {"availability.yaml": "weekly:\n  monday: 09:00-17:00\n"},
        "content/availability.yaml:2:3: `monday` is not how days of the week are written. Write "
        "mon.",
    ),
    (
        "wrong hours are at the hours",
        {"availability.yaml": "weekly:\n  mon: 9-5\n"},
        "content/availability.yaml:2:8: `9` is not how a clock time is written. Write 09:00.",
    ),
    (
        "texts under keys for a list",
        {"practice.yaml": f"{PRACTICE}for_you_if:\n  one: A\n  two: B\n"},
        "content/practice.yaml:6:3: `one:`, `two:` stand here where one text is expected. Write a "
        "list: each text in a line of its own, with a dash in front.",
    ),
]


@pytest.mark.parametrize(("files", "line"), [slip[1:] for slip in SLIPS], ids=[s[0] for s in SLIPS])
def test_one_slip_is_told_once(files: Files, line: str, told: Told) -> None:
    assert told(files) == [line]


@pytest.mark.parametrize("name", ["slug", "body"])
def test_name_and_text_of_a_page_are_no_keys(name: str, told: Told) -> None:
    (line,) = told({"pages/about.md": f"---\ntitle: About\n{name}: x\n---\n"})
    assert line.startswith(f"content/pages/about.md:3:1: There is no key `{name}` here.")


@pytest.mark.parametrize("word", ["mapping", "str", "NoneType", "validat", "regex", "pattern"])
def test_nothing_is_told_in_the_words_of_a_program(word: str, told: Told) -> None:
    lines = [line for _, files, _ in SLIPS for line in told(files)]
    assert not [line for line in lines if word in line.split(": ", 1)[1].split()]
