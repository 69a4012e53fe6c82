"""The morning screen: what an owner reads at seven, whole and to the letter.

After an intended change, write the screens anew and read the difference:

    UPDATE_EXPECTED=1 python -m pytest tests/commands/test_today.py
"""

import json
import os
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner, Result

from portalgen.commands.today import today

Write = Callable[[Mapping[str, str]], Path]

SCREENS = Path(__file__).parent / "today"
ILL = """\
  - id: ill
    from: 2027-01-25
    until: further notice
    review: 2027-01-29
    appointments: Sessions do not take place; Dana moves them, nothing is charged.
    private: MARKER-PRIVATE
"""
# Two absences in a row, one with a gap in its cover, and four of which clients do not know yet.
CROWDED = {
    "availability.yaml": "weekly: {mon-thu: '09:00-16:00'}\n",
    "backup.yaml": "backups: [{id: dana, name: Dana, consent: 2026-03-02}]\n",
    "away.yaml": """\
away:
  - {from: 2026-11-23, until: 2026-11-24}
  - {from: 2026-11-25, until: 2026-11-26}
  - {from: 2026-12-02, until: 2026-12-03, cover: [{person: dana, until: 2026-12-02}]}
  - {from: 2027-01-11, until: 2027-01-12}
  - {from: 2027-02-08, until: 2027-02-09}
  - {from: 2027-03-08, until: 2027-03-09}
  - {from: 2027-04-05, until: 2027-04-06}
""",
    **{
        f"policies/{name}.md": f"---\ntitle: {name}\nsummary: A\nreview_by: 2026-11-0{day}\n---\n"
        for day, name in enumerate(("one", "two", "three", "four", "five"), 1)
    },
}
OVERDUE = "away: [{from: 2026-11-23, until: further notice, review: 2026-11-27}]\n"


def run(content: Path, *words: str) -> Result:
    command = ["--content", str(content), *words]
    return CliRunner().invoke(today, command, standalone_mode=False)


def shown(content: Path, *words: str) -> str:
    result = run(content, *words)
    assert result.exception is None
    return result.output


def facts(content: Path, *words: str) -> Any:
    return json.loads(shown(content, "--json", *words))


@pytest.fixture
def ill_in_january(sample_folder: Path) -> Path:
    """The sample practice, whose owner fell ill and has not been heard of since."""
    away = sample_folder / "away.yaml"
    text = away.read_text(encoding="utf-8")
    away.write_text(text.replace("\naway:\n", f"\naway:\n{ILL}"), encoding="utf-8")
    return sample_folder


# The screens.


@pytest.mark.parametrize(
    ("name", "moment"),
    [
        ("weeks-before", "2026-11-23 07:10"),
        ("days-before", "2026-12-15 07:00"),
        ("during", "2026-12-22 07:00"),
        ("the-day-of-return", "2027-01-04 08:00"),
        ("a-quiet-week", "2027-01-20 07:00"),
    ],
)
def test_the_screen_of_the_sample(
    name: str, moment: str, sample_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(sample_folder.parent)
    result = run(Path("content"), "--at", moment)
    assert result.output == expected(name, result.output)
    assert result.return_value == 0


def test_the_screen_of_a_word_that_is_overdue(
    ill_in_january: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ill_in_january.parent)
    result = run(Path("content"), "--at", "2027-01-30 07:00")
    assert result.output == expected("overdue", result.output)
    assert result.return_value == 1


def test_the_screen_of_a_portal_without_absences(write: Write) -> None:
    output = shown(write({}), "--at", "2026-11-23 07:10")
    assert output == expected("bare", output)


def test_the_screen_of_a_crowded_portal_counts_what_it_leaves_out(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(write(CROWDED).parent)
    output = shown(Path("content"), "--at", "2026-11-23 07:10")
    assert output == expected("crowded", output)


def test_what_is_in_the_files_already_is_no_secret(write: Write) -> None:
    moment = ("--at", "2026-11-23 07:10")
    content = write(CROWDED)
    assert "\nNot yet   The absence of January 11 to 12" in shown(content, *moment)
    early = shown(content, *moment, "--next-build", "40 days")
    assert "\nNot yet   The absence of February 8 to 9" in early


@pytest.mark.parametrize("screen", sorted(SCREENS.glob("*.txt")), ids=lambda file: file.stem)
def test_a_screen_has_24_lines_of_80_signs(screen: Path) -> None:
    lines = screen.read_text(encoding="utf-8").splitlines()
    assert len(lines) <= 24 or screen.stem == "crowded"
    assert max(map(len, lines)) <= 80
    assert [line for line in lines if line != line.rstrip()] == []


def expected(name: str, output: str) -> str:
    """Return the screen that is expected; with UPDATE_EXPECTED=1 write what was shown."""
    file = SCREENS / f"{name}.txt"
    if os.environ.get("UPDATE_EXPECTED") == "1":
        if os.environ.get("CI"):
            pytest.fail("UPDATE_EXPECTED rewrites what is expected; CI only reads it.")
        file.write_text(output, encoding="utf-8", newline="\n")
    return file.read_text(encoding="utf-8")


def test_labels_are_emphasized_on_a_terminal_alone(sample_folder: Path) -> None:
    command = ["--content", str(sample_folder), "--at", "2026-11-23"]
    on_terminal = CliRunner().invoke(today, command, standalone_mode=False, color=True).output
    in_pipe = shown(sample_folder, "--at", "2026-11-23")
    assert "\x1b[1mBuild\x1b[0m     On December 6" in on_terminal
    assert re.sub("\x1b\\[[01]m", "", on_terminal) == in_pipe


# What it ends with, and what it takes.


def test_something_overdue_ends_with_1(write: Write) -> None:
    content = write({"away.yaml": OVERDUE})
    assert run(content, "--at", "2026-11-27 23:59").return_value == 0
    assert run(content, "--at", "2026-11-28").return_value == 1
    assert run(content, "--at", "2026-11-28", "--json").return_value == 1


def test_content_with_problems_is_told_as_that(write: Write) -> None:
    content = write({"away.yaml": OVERDUE.replace("further notice", "soon")})
    result = run(content)
    assert result.return_value == 1
    assert result.output.splitlines() == [
        f"{content.as_posix()}/away.yaml:1:34: `soon` is not a day. Write such as 2026-12-21, or "
        "2026-12-21 13:00.",
        "What clients see can not be told: 1 problem.",
    ]


def test_advice_waits_until_the_problems_are_mended(write: Write) -> None:
    content = write({"promises.yaml": "when_i_drop_the_ball: '{{ practice.nmae }}'\n"})
    assert [line.split(": ")[1] for line in shown(content).splitlines()] == [
        "There is no fact `practice.nmae`. Did you mean `practice.name`?",
        "1 problem.",
    ]


def test_an_earlier_next_build_moves_the_build(write: Write) -> None:
    away = "away: [{from: 2026-12-21, until: 2027-01-01, announce: 2026-12-07}]\n"
    content = write({"away.yaml": away})
    for length, said in (
        ("24 hours", "On December 6, to announce the absence of December 21 to January 1"),
        ("3 days", "Between December 4 and December 6, to announce the absence of December 21"),
        ("90 minutes", "Between December 6, 10:30 pm and December 7, to announce the absence"),
    ):
        screen = " ".join(shown(content, "--at", "2026-11-23", "--next-build", length).split())
        assert f"Build {said}" in screen
        assert f"A site built every {length} needs nothing from you." in screen


# For schedules.


@pytest.mark.parametrize(
    ("since", "now", "said"),
    [
        # Announced on December 7, 14 days ahead.
        ("2026-12-06 20:00", "2026-12-06 23:59", "no"),
        ("2026-12-06 20:00", "2026-12-07 00:00", "yes"),
        ("2026-12-07 00:00", "2026-12-07 09:00", "no"),
        # An hour of the practice's clock and one of Greenwich are the same moment.
        ("2026-12-07T07:59:59Z", "2026-12-07T08:00:00Z", "yes"),
        ("2026-12-07T08:00:00Z", "2026-12-07T09:00:00Z", "no"),
        # The first day away, and the first day back.
        ("2026-12-20 23:30", "2026-12-21 00:30", "yes"),
        ("2026-12-21 00:30", "2027-01-01 23:30", "no"),
        ("2027-01-01 23:30", "2027-01-04 00:30", "yes"),
        # A clock that runs ahead.
        ("2026-12-21 00:30", "2026-12-20 23:30", "no"),
    ],
)
def test_a_build_is_due_where_clients_read_something_else(
    since: str, now: str, said: str, write: Write
) -> None:
    away = "away: [{from: 2026-12-21, until: 2027-01-01, back: 2027-01-04}]\n"
    content = write({"away.yaml": away})
    assert shown(content, "--at", now, "--build-due-since", since) == f"{said}\n"


def test_what_is_overdue_makes_no_build_due_and_no_failure(write: Write) -> None:
    content = write({"away.yaml": OVERDUE})
    due = ("--build-due-since", "2026-12-01")
    result = run(content, "--at", "2026-12-02", *due)
    assert (result.output, result.return_value) == ("no\n", 0)


def test_content_with_problems_makes_no_build_due(write: Write) -> None:
    result = run(write({"away.yaml": "aways: []\n"}), "--build-due-since", "2026-12-01")
    assert (result.stdout, result.return_value) == ("no\n", 0)
    assert "portalgen check" in result.stderr


def test_one_answer_at_a_time(write: Write) -> None:
    error = run(write({}), "--json", "--build-due-since", "2026-12-01").exception
    assert isinstance(error, click.UsageError)
    assert "Leave out --json" in error.message


def test_a_moment_that_is_none_is_told_with_its_option(write: Write) -> None:
    error = run(write({}), "--build-due-since", "an hour ago").exception
    assert isinstance(error, click.BadParameter)
    assert error.param_hint == "--build-due-since"
    assert "`an hour ago` is not a moment" in error.message


# For programs.


def test_json_has_the_same_keys_with_problems_and_without(write: Write) -> None:
    fine, wrong = facts(write({})), facts(write({"away.yaml": "aways: []\n"}))
    assert list(fine) == list(wrong)
    assert [fine["format"], fine["version"], fine["problems"]] == ["portalgen-today", 1, []]
    assert [problem["found"] for problem in wrong["problems"]] == ["There is no key `aways` here."]
    assert {key for key, value in wrong.items() if value is None} == {*fine} - {
        "format", "version", "problems",
    }  # fmt: skip


def test_json_tells_all_that_the_screen_tells(ill_in_january: Path) -> None:
    told = facts(ill_in_january, "--at", "2027-01-30 07:00")
    assert (told["moment"], told["zone"]) == ("2027-01-30T15:00:00Z", "America/Los_Angeles")
    now = told["now"]
    assert (now["state"], now["badge"]) == ("away", "Away until further notice")
    assert [each["absence"] for each in now["notices"]] == [
        "ill", "intensive-days-pause", "new-office",
    ]  # fmt: skip
    assert now["replies"][0] == {"by": "email", "due": None}
    assert now["in_charge"] == [
        {
            "person": "dana",
            "name": "Dana Whitlock",
            "services": None,
            "for": None,
            "starts": "2027-01-25T08:00:00Z",
            "ends": None,
        }
    ]
    assert told["changes"][0] == {
        "at": "2027-02-01T08:00:00Z",
        "happening": "start",
        "what": "intensive-days-pause",
        "absence": "intensive-days-pause",
        "reads": None,
        "in_charge": [],
        "build": None,
    }
    assert told["build"] == {
        "after": "2027-02-28T08:00:00Z",
        "by": "2027-03-01T08:00:00Z",
        "absence": "spring-2027",
        "every_minutes": 1440,
    }
    assert [each["absence"] for each in told["cover"]] == ["ill", "spring-2027"]
    assert [each["found"] for each in told["overdue"]] == [
        "Clients were promised word by 2027-01-29, and it is overdue."
    ]


def test_every_instant_in_json_is_rfc_3339_in_utc(sample_folder: Path) -> None:
    told = facts(sample_folder, "--at", "2026-11-23 07:10")
    times = [told["moment"], *(each["due"] for each in told["now"]["replies"])]
    for change in told["changes"]:
        times += [change["at"], *(change["build"] or {}).values()]
    for cover in told["cover"]:
        times += [cover["starts"], cover["ends"]]
    assert len(times) > 30
    assert [
        each for each in times if not re.fullmatch(r"\d{4}(-\d\d){2}T(\d\d:){2}\d\dZ", each)
    ] == []


@pytest.mark.parametrize("words", [(), ("--json",)])
def test_no_private_note_is_on_a_screen_that_others_may_see(
    words: tuple[str, ...], ill_in_january: Path
) -> None:
    for moment in ("2027-01-20", "2027-01-30"):
        text = shown(ill_in_january, "--at", moment, *words)
        assert "MARKER-PRIVATE" not in text
        assert "Santa Fe" not in text
