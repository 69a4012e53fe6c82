"""`portalgen away` as owners type it; what it shows, and what it does to the one file.

After an intended change, write the screens anew and read the difference:

    UPDATE_EXPECTED=1 python -m pytest tests/commands/test_away.py tests/commands/test_back.py
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from difflib import SequenceMatcher
from pathlib import Path

import pytest
from click.testing import CliRunner
from selectolax.lexbor import LexborHTMLParser

from portalgen.build import Order, build
from portalgen.changes import carrying_out
from portalgen.commands.away import away
from portalgen.editing.away_file import AwayFile, opened
from portalgen.memory import Memory
from tests.commands.conftest import Expected, Run, Screen

Write = Callable[[Mapping[str, str]], Path]

SCREENS = Path(__file__).parent / "away"
# A Monday in San Diego.
AT = ("--at", "2026-11-23 07:10")


@pytest.fixture
def typed(run: Run, sample_folder: Path) -> Callable[..., Screen]:
    """Return a function that types words behind `portalgen away`, beside the sample's content."""
    return lambda *words: run(away, sample_folder, *AT, *words)


Typed = Callable[..., Screen]


def notice_of(absence_id: str, content: Path, moment: datetime) -> str:
    """Return the words of a notice that are seen on the home page of a build."""
    built = build(Order(content, moment), Memory())
    home = LexborHTMLParser(
        next(file.text for file in built.files if file.address == "/index.html")
    )
    for hidden in home.css("[hidden]"):
        hidden.decompose()
    (notice,) = home.css(f"[data-notice='{absence_id}']")
    return " ".join(notice.text(separator=" ").split())


# The screens.


def test_what_is_written_is_of_now_whatever_builds_are_made_for(
    run: Run, sample_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "315532800")
    assert "1980" not in run(away, sample_folder, "tomorrow", "--dry-run").out


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("tomorrow", ["tomorrow"]),
        (
            "ill",
            ["now", "--until", "further notice", "--review", "friday", "--backup", "dana"],
        ),
        ("afternoon", ["14:00-17:00", "--reason", "Dentist", "--dry-run"]),
        ("vacation", ["2027-05-03..2027-05-07", "--reason", "Spring", "--backup", "sol"]),
        ("overlap", ["2026-12-30..2027-01-05"]),
        ("news", ["today..friday", "--level", "news", "--message", "The phone is **broken**."]),
        ("extended", ["--extend", "winter-break-2026", "2027-01-05"]),
        ("cancelled", ["--cancel", "winter-break-2026"]),
        ("deleted", ["--cancel", "intensive-days-pause"]),
        ("nothing", []),
        ("list", ["--list"]),
        ("list-of-all", ["--all"]),
        ("spoiled", ["tomorrow", "--backup", "dena"]),
    ],
)
def test_the_screen(name: str, words: list[str], typed: Typed, expected: Expected) -> None:
    screen = typed(*words)
    assert screen.out == expected(SCREENS / f"{name}.txt", screen.out)
    assert (screen.code, screen.err) == (1 if name == "spoiled" else 0, "")


def test_a_portal_without_absences_is_told_how_to_add_one(
    run: Run, write: Write, expected: Expected
) -> None:
    content = write({})
    assert run(away, content).out == expected(SCREENS / "bare.txt", run(away, content).out)
    assert run(away, content, "tomorrow").code == 0
    assert (content / "away.yaml").read_text(encoding="utf-8").count("- id: away-") == 1


@pytest.mark.parametrize("screen", sorted(SCREENS.glob("*.txt")), ids=lambda file: file.stem)
def test_a_screen_fits_but_for_what_stands_in_the_file_and_on_pages(screen: Path) -> None:
    lines = screen.read_text(encoding="utf-8").splitlines()
    assert len(lines) <= 24
    own = [line for line in lines if line[:1] not in {"+", "-"} and not line.endswith('"')]
    assert [line for line in own if len(line) > 80] == []
    assert [line for line in lines if line != line.rstrip()] == []


def test_the_difference_has_colors_on_a_terminal_alone(sample_folder: Path) -> None:
    command = ["--content", str(sample_folder), *AT, "tomorrow", "--dry-run"]
    on_terminal = CliRunner().invoke(away, command, standalone_mode=False, color=True).output
    in_pipe = CliRunner().invoke(away, command, standalone_mode=False).output
    assert "\x1b[32m+    from: 2026-11-24\x1b[0m" in on_terminal
    assert "\x1b" not in in_pipe


# What it does.


def test_tomorrow_changes_one_place_and_tells_what_the_home_page_shows(
    typed: Typed, sample_folder: Path
) -> None:
    file = sample_folder / "away.yaml"
    before = file.read_bytes()
    others = {path: path.read_bytes() for path in sample_folder.rglob("*") if path.is_file()}
    screen = typed("tomorrow")
    after = file.read_bytes()
    changes = [each for each in SequenceMatcher(None, before.splitlines(), after.splitlines())
               .get_opcodes() if each[0] != "equal"]  # fmt: skip
    assert [each[0] for each in changes] == ["insert"]
    assert others == {**{path: path.read_bytes() for path in others}, file: before}
    said = [line[10:].strip('"') for line in screen.out.splitlines() if line[10:11] == '"']
    assert said == [
        "Ines away: November 24",
        "Away on Tuesday, November 24; back on Wednesday, November 25.",
    ]
    shown = notice_of("away-2026-11-24", sample_folder, datetime(2026, 11, 23, 15, 10, tzinfo=UTC))
    assert all(sentence in shown for sentence in said)


def test_what_clients_see_later_is_what_the_home_page_shows_then(
    typed: Typed, sample_folder: Path
) -> None:
    screen = typed("2027-05-03..2027-05-07", "--reason", "Spring")
    assert "          Clients see it from April 12 on.\n" in screen.out
    said = [line[10:].strip('"') for line in screen.out.splitlines() if line[10:11] == '"']
    shown = notice_of("spring-2027-05", sample_folder, datetime(2027, 4, 12, 15, 0, tzinfo=UTC))
    assert len(said) == 2
    assert all(sentence in shown for sentence in said)


def test_a_dry_run_writes_nothing(typed: Typed, sample_folder: Path) -> None:
    before = (sample_folder / "away.yaml").read_bytes()
    assert "+    from: 2026-11-24\n" in typed("tomorrow", "--dry-run").out
    assert (sample_folder / "away.yaml").read_bytes() == before


def test_a_day_and_a_clock_time_need_no_quotes(typed: Typed, sample_folder: Path) -> None:
    assert typed("2026-12-02", "13:00..17:00").code == 0
    assert "from: 2026-12-02 13:00\n" in (sample_folder / "away.yaml").read_text(encoding="utf-8")


def test_fields_are_written_as_they_are_typed(typed: Typed, sample_folder: Path) -> None:
    screen = typed(
        "2026-12-02", "--service", "intensive-day", "--service", "coaching-by-letter",
        "--private", "0142: #5", "--book-by", "tomorrow", "--announce", "today", "--id", "own",
    )  # fmt: skip
    assert screen.code == 0
    content = (sample_folder / "away.yaml").read_text(encoding="utf-8")
    entry = content[content.index("  - id: own") :].split("\n\n")[0]
    assert entry.splitlines() == [
        "  - id: own",
        "    from: 2026-12-02",
        "    until: 2026-12-02",
        "    announce: 2026-11-23",
        "    book_by: 2026-11-24",
        "    services:",
        "      - intensive-day",
        "      - coaching-by-letter",
        '    private: "0142: #5"',
    ]


def test_until_names_the_end_of_a_longer_absence_as_well(typed: Typed) -> None:
    one = typed("--extend", "winter-break-2026", "2027-01-05", "--dry-run")
    other = typed("--extend", "winter-break-2026", "--until", "2027-01-05", "--dry-run")
    assert one.out == other.out
    assert one.code == 0


def test_further_notice_needs_no_quotes_behind_its_option(typed: Typed) -> None:
    screen = typed("now", "--until", "further", "notice", "--review", "friday", "--dry-run")
    assert "until: further notice" in screen.out


def test_the_examples_of_the_help_stand_in_lines(run: Run, sample_folder: Path) -> None:
    lines = run(away, sample_folder, "--help").out.splitlines()
    assert "    portalgen away tomorrow --backup dana" in lines


def test_an_overlap_is_told_and_allowed(typed: Typed) -> None:
    screen = typed("2026-12-30..2027-01-05")
    assert "It overlaps with winter-break-2026 (December 21 to January 1)." in screen.out
    assert screen.code == 0


def test_cover_is_no_question_where_only_one_of_two_takes_the_owner_away(
    run: Run, write: Write
) -> None:
    slow = "away:\n  - {id: slow, from: 2026-11-24, until: 2026-11-24, level: limited}\n"
    screen = run(away, write({"away.yaml": slow}), *AT, "tomorrow", "--dry-run")
    assert "It overlaps with slow (November 24).\n" in screen.out


def test_without_a_backup_none_is_proposed(run: Run, write: Write) -> None:
    screen = run(away, write({}), *AT, "10:00-12:00", "--dry-run")
    assert "In charge Nobody.\n" in screen.out


def test_of_many_overlaps_the_rest_is_counted(run: Run, write: Write) -> None:
    lines = "".join(f"  - {{id: a{n}, from: 2026-11-24, until: 2026-11-24}}\n" for n in range(5))
    screen = run(away, write({"away.yaml": f"away:\n{lines}"}), *AT, "tomorrow", "--dry-run")
    overlap = screen.out[screen.out.index("Overlap") : screen.out.index("\n\nNothing")]
    assert " ".join(overlap.split()) == (
        "Overlap It overlaps with a0 (November 24), a1 (November 24), a2 (November 24) and 2 more. "
        "While both run, the one that begins later says who is in charge."
    )


def test_what_is_called_off_is_listed_as_that(typed: Typed) -> None:
    assert typed("--cancel", "winter-break-2026").code == 0
    (line,) = [each for each in typed("--list").out.splitlines() if each.startswith("winter")]
    assert line == "winter-break-2026     December 21 to January 1  cancelled"


@pytest.mark.parametrize(("review", "is_listed"), [("2026-11-23", True), ("2026-11-22", False)])
def test_what_had_no_end_is_listed_as_called_off_to_the_day_of_the_next_word(
    review: str, is_listed: bool, run: Run, write: Write
) -> None:
    entry = f"{{id: ill, from: 2026-11-20, until: further notice, review: {review}"
    content = write({"away.yaml": f"away:\n  - {entry}, status: cancelled}}\n"})
    assert ("ill  " in run(away, content, *AT, "--list").out) is is_listed


def test_advice_that_was_there_before_is_not_repeated(run: Run, write: Write) -> None:
    content = write(
        {
            "backup.yaml": "backups: [{id: dana, name: Dana}]\n",
            "away.yaml": "away:\n  - {from: 2026-12-21, until: 2026-12-22}\n",
        }
    )
    screen = run(away, content, *AT, "tomorrow")
    advice = screen.out[screen.out.index("Advice") : screen.out.index("\n\nWritten")]
    assert " ".join(advice.split()) == (
        "Advice Nobody is in charge on 2026-11-24. Name somebody with `backup:`, or write "
        "`backup: nobody` if that is meant."
    )


# Bad input.


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["2025-12-21"], "2025-12-21 lies in the past. Did you mean 2026-12-21?"),
        (["06:00-07:00"], "2026-11-23 07:00 has passed already: it is 07:10."),
        (
            ["2026-12-21..2026-01-01"],
            "The end, 2026-01-01, is not after 2026-12-21. Did you mean 2027-01-01?",
        ),
        (["tomorow"], "`tomorow` is not a day. Did you mean tomorrow?"),
        (
            ["--cancel", "winter-brake"],
            "There is no absence winter-brake. Did you mean winter-break-2026? "
            "`portalgen away --list --all` has all ids.",
        ),
        (
            ["--extend", "winter-brake", "friday"],
            "There is no absence winter-brake. Did you mean winter-break-2026? "
            "`portalgen away --list --all` has all ids.",
        ),
        (
            ["--extend", "winter-break-2026"],
            "Say until when, once: portalgen away --extend ID 2027-01-05",
        ),
        (
            ["--extend", "winter-break-2026", "friday", "--until", "monday"],
            "Say until when, once: portalgen away --extend ID 2027-01-05",
        ),
        (["--reason", "Flu"], "Say when you are away, such as: portalgen away tomorrow"),
        (
            ["tomorrow", "--say", "Flu"],
            "--say tells of a change. What clients read otherwise is --message.",
        ),
        (
            ["--cancel", "x", "--list"],
            "--list does not go with --cancel. Write one of the two.",
        ),
        (
            ["--cancel", "x", "tomorrow"],
            "a time does not go with --cancel. Write one of the two.",
        ),
        (
            ["--extend", "x", "friday", "--reason", "Flu"],
            "--reason does not go with --extend. Write one of the two.",
        ),
    ],
)
def test_what_can_not_be_done_is_told_and_changes_nothing(
    words: list[str], said: str, typed: Typed, sample_folder: Path
) -> None:
    before = (sample_folder / "away.yaml").read_bytes()
    screen = typed(*words)
    assert (screen.code, screen.out, screen.err) == (2, "", f"portalgen: {said}\n")
    assert (sample_folder / "away.yaml").read_bytes() == before


@pytest.mark.parametrize("words", [["tomorrow"], ["--cancel", "x"], ["--list"], []], ids=" ".join)
def test_a_file_that_has_problems_already_is_refused_with_them(
    words: list[str], run: Run, write: Write
) -> None:
    wrong = "away:\n  - {from: 2026-12-21, until: soon}\n"
    content = write({"away.yaml": wrong})
    screen = run(away, content, *AT, *words)
    assert (screen.code, screen.out.splitlines()) == (
        1,
        [
            "content/away.yaml:2:31: `soon` is not a day. Write such as 2026-12-21, or "
            "2026-12-21 13:00.",
            "Nothing was done: 1 problem to mend first.",
        ],
    )
    assert (content / "away.yaml").read_text(encoding="utf-8") == wrong


def test_a_change_that_spoils_the_content_is_not_written(typed: Typed, sample_folder: Path) -> None:
    before = (sample_folder / "away.yaml").read_bytes()
    screen = typed("tomorrow", "--review", "friday")
    assert (screen.code, screen.out.splitlines()) == (
        1,
        [
            "Nothing was written, because this would be wrong:",
            "  `review` is for absences until further notice, and this one has an end. Leave it "
            "out.",
        ],
    )
    assert (sample_folder / "away.yaml").read_bytes() == before


def test_what_spoils_the_content_is_told_without_the_advice(run: Run, write: Write) -> None:
    # The portal does not know its address, which is advice.
    content = write({"availability.yaml": "weekly: {mon-fri: '09:00-16:00'}\n"})
    screen = run(away, content, *AT, "2026-12-07..2026-12-08", "--back", "2026-12-14")
    (_, told) = screen.out.splitlines()
    assert told.startswith("  `until` says 2026-12-08, `back` says 2026-12-14, and 2026-12-09")


def test_a_file_that_may_not_be_written_stays(typed: Typed, sample_folder: Path) -> None:
    file = sample_folder / "away.yaml"
    file.chmod(0o444)
    before = file.read_bytes()
    screen = typed("tomorrow")
    assert (screen.code, screen.out) == (2, "")
    assert "away.yaml is read-only" in screen.err
    assert file.read_bytes() == before


def test_a_link_that_leads_out_is_not_followed(typed: Typed, sample_folder: Path) -> None:
    file = sample_folder / "away.yaml"
    elsewhere = file.rename(sample_folder.parent / "elsewhere.yaml")
    before = elsewhere.read_bytes()
    file.symlink_to(elsewhere)
    screen = typed("tomorrow")
    assert screen.code in {1, 2}
    assert "leads out" in screen.err + screen.out
    assert elsewhere.read_bytes() == before


def test_no_content_folder_is_told(run: Run, tmp_path: Path) -> None:
    screen = run(away, tmp_path / "content", "tomorrow")
    assert screen.code == 1
    assert "content: There is no such folder." in screen.out
    assert not (tmp_path / "content").exists()


def test_what_another_command_wrote_in_the_meantime_is_not_lost(
    typed: Typed, sample_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = sample_folder / "away.yaml"

    @contextmanager
    def opened_late(content: Path) -> Iterator[AwayFile]:
        """Open the file after another command has taken the entry in front away."""
        text = file.read_text(encoding="utf-8")
        start, end = text.index("  - id: spring-2027"), text.index("  # One service pauses.")
        file.write_text(text[:start] + text[end:], encoding="utf-8")
        with opened(content) as held:
            yield held

    monkeypatch.setattr(carrying_out, "opened", opened_late)
    assert typed("--cancel", "intensive-days-pause").code == 0
    after = file.read_text(encoding="utf-8")
    assert "spring-2027" not in after
    assert "intensive-days-pause" not in after
    assert "winter-break-2026" in after
