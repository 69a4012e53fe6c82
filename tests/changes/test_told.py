"""What the owner is told of a change besides the change itself."""

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

import pytest

from portalgen.build import Order, survey
from portalgen.changes.told import Surveyed, Told, new_advice, told
from portalgen.problems import Place, Problem, advice

Write = Callable[[Mapping[str, str]], Path]
TellOf = Callable[..., Told]

NOW = "2026-12-02 10:30"
X = "id: x, from: 2026-12-07, until: 2026-12-09"


@pytest.fixture
def surveyed(write: Write) -> Callable[..., Surveyed]:
    """Return the content with absences, typed in braces, as it is seen at a moment."""

    def made(*absences: str) -> Surveyed:
        lines = "".join(f"  - {{{each}}}\n" for each in absences)
        files = {
            "availability.yaml": "weekly: {mon-thu: '09:00-16:00'}\n",
            "away.yaml": f"away:\n{lines}",
        }
        return Surveyed(*survey(Order(write(files), datetime.fromisoformat(NOW))))

    return made


@pytest.mark.parametrize(
    ("absence", "others", "overlaps"),
    [
        (X, ["id: before, from: 2026-12-04, until: 2026-12-06"], []),
        (X, ["id: after, from: 2026-12-10, until: 2026-12-11"], []),
        (
            X,
            ["id: a, from: 2026-12-04, until: 2026-12-07", "id: b, from: 2026-12-09 15:00, "
             "until: 2026-12-09 16:00"],
            ["a (December 4 to 7)", "b (December 9, 3:00 to 4:00 pm)"],
        ),
        (X, ["id: off, from: 2026-12-07, until: 2026-12-09, status: cancelled"], []),
        (X, ["id: n, from: 2026-12-07, until: 2026-12-09, level: news, message: A"], []),
        (
            X,
            ["id: ill, from: 2026-12-01, until: further notice, review: 2026-12-04"],
            ["ill (December 1 until further notice)"],
        ),
        # What is open-ended is looked at to the day of the next word.
        (
            "id: x, from: 2026-12-02, until: further notice, review: 2026-12-04",
            ["id: a, from: 2026-12-04, until: 2026-12-04", "id: b, from: 2026-12-05, "
             "until: 2026-12-05"],
            ["a (December 4)"],
        ),
        # What is over by now does not matter anymore.
        (
            "id: x, from: 2026-12-01, until: 2026-12-03",
            ["id: a, from: 2026-12-01, until: 2026-12-01"],
            [],
        ),
        (f"{X}, status: cancelled", [X.replace("x", "y")], []),
    ],
)  # fmt: skip
def test_overlaps_are_told(
    absence: str, others: list[str], overlaps: list[str], surveyed: Callable[..., Surveyed]
) -> None:
    found = told("x", surveyed(absence, *others)).overlaps
    assert [each.in_full for each in found] == overlaps


@pytest.mark.parametrize(
    ("absence", "reads"),
    [
        (
            "from: 2026-12-07, until: 2026-12-09",
            [
                "Ines Calder Coaching away: December 7 to 9",
                "Away from Monday, December 7, through Wednesday, December 9; back on Thursday, "
                "December 10.",
            ],
        ),
        # The notice of a vague absence has another name on pages.
        (
            "from: 2026-12-07, until: 2026-12-09, detail: vague",
            [
                "Ines Calder Coaching away: the week to Sunday, December 13",
                "Away in the week that ends on Sunday, December 13; back soon.",
            ],
        ),
        (
            "from: 2026-12-07, until: 2026-12-09, level: closed",
            [
                "Ines Calder Coaching closed: December 7 to 9",
                "Closed from Monday, December 7, through Wednesday, December 9; open again on "
                "Thursday, December 10.",
                "Messages are answered as usual.",
            ],
        ),
        (
            "from: 2026-12-01, until: 2026-12-01",
            ["Ines Calder Coaching back since Wednesday, December 2"],
        ),
        # Of what changed, the latest.
        (
            "from: 2026-12-07, until: 2026-12-07, status: cancelled, updates: ["
            "{at: 2026-12-02 10:00, text: New}, {at: 2026-12-01 10:00, text: Old}]",
            [
                "Ines Calder Coaching away: December 7 (called off)",
                "The absence of December 7 does not take place; appointments are as usual.",
                "New",
            ],
        ),
        # What was an hour and is over leaves no word.
        ("from: 2026-12-02 09:00, until: 2026-12-02 10:00", []),
        (
            "from: 2026-12-02, until: 2026-12-02, level: news, message: 'See {{ contact.email }}.'",
            ["News from Ines Calder Coaching", "See ines@calder.example."],
        ),
    ],
)
def test_what_clients_read_is_what_pages_say(
    absence: str, reads: list[str], surveyed: Callable[..., Surveyed]
) -> None:
    assert list(told("x", surveyed(f"id: x, {absence}")).reads) == reads


def test_it_is_told_when_clients_see_it(surveyed: Callable[..., Surveyed]) -> None:
    assert told("x", surveyed(X)).since is None
    later = told("x", surveyed(f"{X}, announce: 2026-12-03")).since
    assert later is not None
    assert later.isoformat() == "2026-12-03T08:00:00+00:00"


def test_advice_is_new_wherever_its_line_has_moved(surveyed: Callable[..., Surveyed]) -> None:
    old, new = "This was there.", "This is new."

    def at(line: int, found: str) -> Problem:
        return advice(Place("content/away.yaml", line, 3), found)

    subject = surveyed().subject
    before = Surveyed(subject, (at(2, old), at(4, old)))
    after = Surveyed(subject, (at(3, new), at(5, old), at(7, old), at(9, old)))
    assert new_advice(before, after) == (at(3, new), at(9, old))
