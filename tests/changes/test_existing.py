"""Absences that are there: called off, made longer, and ended; what is written of it."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from portalgen.build import Order, survey
from portalgen.changes.existing import cancelled, lasting, returned
from portalgen.changes.plans import Plan
from portalgen.editing.edits import Change, Delete
from portalgen.problems import WrongUse
from portalgen.subject import Subject
from portalgen.wording.pseudo import PseudoTranslations

Write = Callable[[Mapping[str, str]], Path]
SubjectOf = Callable[..., Subject]

HOURS = "weekly: {mon-thu: '09:00-16:00'}\n"
# A Wednesday, in open time.
NOW = "2026-12-02 10:30"
SEEN = {"at": NOW, "text": "Called off."}


@pytest.fixture
def subject_of(write: Write) -> SubjectOf:
    """Return what is seen of absences, typed in braces, at a moment."""

    def made(*absences: str, at: str = NOW) -> Subject:
        lines = "".join(f"  - {{{each}}}\n" for each in absences)
        files = {"availability.yaml": HOURS, "away.yaml": f"away:\n{lines}"}
        order = Order(write(files), datetime.fromisoformat(f"{at}:41"))
        return survey(order)[0]

    return made


def change(plan: Plan) -> Change:
    assert isinstance(plan.edit, Change)
    return plan.edit


def refusal(planned: Callable[[], Plan]) -> str:
    with pytest.raises(WrongUse) as refused:
        planned()
    return str(refused.value)


# Calling off.


@pytest.mark.parametrize(
    ("absence", "is_seen"),
    [
        ("id: x, from: 2026-12-07, until: 2026-12-08", True),
        ("id: x, from: 2026-12-16, until: 2026-12-18, announce: 14 days", True),
        # The build of the next 24 hours lets it in, and so may the last one have done.
        ("id: x, from: 2026-12-21, until: 2026-12-22, announce: 2026-12-03", True),
        ("id: x, from: 2026-12-21, until: 2026-12-22, announce: 2026-12-04", False),
        ("id: x, from: 2026-12-03, until: 2026-12-04, detail: vague", False),
        ("id: x, from: 2026-12-01, until: 2026-12-02, level: news, message: A", True),
    ],
)
def test_what_nobody_can_have_seen_is_deleted(
    absence: str, is_seen: bool, subject_of: SubjectOf
) -> None:
    plan = cancelled(
        "x", None, subject_of("id: other, from: 2026-12-24, until: 2026-12-24", absence)
    )
    if is_seen:
        assert plan.edit == Change(1, {"status": "cancelled"}, update=SEEN)
    else:
        assert plan.edit == Delete(1)


def test_the_owner_words_an_update_if_they_like(subject_of: SubjectOf) -> None:
    subject = subject_of("id: x, from: 2026-12-07, until: 2026-12-08")
    assert change(cancelled("x", "No trip.", subject)).update == {"at": NOW, "text": "No trip."}


def test_a_revision_that_is_written_goes_up_by_one(subject_of: SubjectOf) -> None:
    subject = subject_of("id: x, from: 2026-12-07, until: 2026-12-08, revision: 6")
    assert change(cancelled("x", None, subject)).put == {"status": "cancelled", "revision": "7"}


@pytest.mark.parametrize(
    ("absence", "said"),
    [
        (
            "id: x, from: 2026-12-01, until: 2026-12-04",
            "x has begun. `portalgen back --id x` ends it.",
        ),
        (
            "id: x, from: 2026-11-30, until: 2026-12-01",
            "x is over; there is nothing to call off.",
        ),
        (
            "id: x, from: 2026-12-07, until: 2026-12-08, status: cancelled",
            "x is called off already.",
        ),
    ],
)
def test_what_can_not_be_called_off(absence: str, said: str, subject_of: SubjectOf) -> None:
    subject = subject_of(absence)
    assert refusal(lambda: cancelled("x", None, subject)) == said


# Making longer.


@pytest.mark.parametrize(
    ("absence", "until", "review", "put", "drop", "text"),
    [
        (
            "from: 2026-12-01, until: 2026-12-03",
            "2026-12-08",
            None,
            {"until": "2026-12-08"},
            (),
            "Longer than planned: through Tuesday, December 8.",
        ),
        (
            "from: 2026-12-01, until: 2026-12-03, back: 2026-12-04",
            "monday",
            None,
            {"until": "2026-12-07"},
            ("back",),
            "Longer than planned: through Monday, December 7.",
        ),
        (
            "from: 2026-12-01, until: 2026-12-03, back: 2026-12-07",
            "2026-12-05",
            None,
            {"until": "2026-12-05"},
            (),
            "Longer than planned: through Saturday, December 5.",
        ),
        (
            "from: 2026-12-01, back: 2026-12-03",
            "2026-12-03 13:00",
            None,
            {"until": "2026-12-03 13:00"},
            ("back",),
            "Longer than planned: until Thursday, December 3, 1:00 pm.",
        ),
        (
            "from: 2026-12-01, until: 2026-12-03, back: 2026-12-04",
            "further notice",
            "friday",
            {"until": "further notice", "review": "2026-12-04"},
            ("back",),
            "Longer than planned: until further notice.",
        ),
        (
            "from: 2026-12-01, until: further notice, review: 2026-12-04",
            "further notice",
            "2026-12-11",
            {"review": "2026-12-11"},
            (),
            "Next word by Friday, December 11.",
        ),
        (
            "from: 2026-12-01, until: further notice, review: 2026-12-04",
            "2026-12-08",
            None,
            {"until": "2026-12-08"},
            ("review",),
            "Expected to last through Tuesday, December 8.",
        ),
        (
            "from: 2026-11-30, until: 2026-12-01",
            "friday",
            None,
            {"until": "2026-12-04"},
            (),
            "Longer than planned: through Friday, December 4.",
        ),
    ],
)
def test_an_absence_lasts_longer(
    absence: str,
    until: str,
    review: str | None,
    put: Mapping[str, str],
    drop: tuple[str, ...],
    text: str,
    subject_of: SubjectOf,
) -> None:
    plan = lasting("x", until, review, None, subject_of(f"id: x, {absence}"))
    assert plan.edit == Change(0, put, drop, {"at": NOW, "text": text})


def test_the_same_further_notice_changes_nothing(subject_of: SubjectOf) -> None:
    subject = subject_of("id: x, from: 2026-12-01, until: further notice, review: 2026-12-04")
    assert lasting("x", "further notice", "friday", None, subject).edit is None


def test_clients_are_told_of_no_change_in_what_they_have_not_seen(subject_of: SubjectOf) -> None:
    subject = subject_of("id: x, from: 2027-02-08, until: 2027-02-09")
    plan = lasting("x", "2027-02-10", None, "Longer.", subject)
    assert plan.edit == Change(0, {"until": "2027-02-10"})
    assert plan.notes == ("Clients can not have seen it yet, so they are told of no change.",)


@pytest.mark.parametrize(
    ("absence", "until", "review", "said"),
    [
        (
            "until: 2026-12-04",
            "2026-12-04",
            None,
            "x ends 2026-12-04, and 2026-12-04 is not later. To end it sooner, change `until` in "
            "away.yaml.",
        ),
        (
            "back: 2026-12-05",
            "2026-12-03",
            None,
            "x ends on 2026-12-04, and 2026-12-03 is not later. To end it sooner, change `until` "
            "in away.yaml.",
        ),
        (
            "until: 2026-12-04",
            "2026-01-08",
            None,
            "2026-01-08 lies in the past. Did you mean 2027-01-08?",
        ),
        (
            "until: further notice, review: 2026-12-04",
            "2026-12-02 09:00",
            None,
            "2026-12-02 09:00 has passed already.",
        ),
        (
            "until: 2026-12-04",
            "further notice",
            None,
            "With further notice, clients are told by when they hear more. Add that day, such as "
            "--review friday.",
        ),
        (
            "until: 2026-12-04",
            "2026-12-08",
            "friday",
            "--review is for further notice, and this end is a day. Leave it out.",
        ),
        (
            "until: 2026-12-04",
            "further notice",
            "2026-12-01",
            "2026-12-01 lies in the past.",
        ),
        (
            "until: 2026-12-04, status: cancelled",
            "2026-12-08",
            None,
            "x is called off already.",
        ),
    ],
)
def test_what_is_no_longer_absence_is_refused(
    absence: str, until: str, review: str | None, said: str, subject_of: SubjectOf
) -> None:
    subject = subject_of(f"id: x, from: 2026-12-01, {absence}")
    assert refusal(lambda: lasting("x", until, review, None, subject)) == said


def test_what_is_long_over_is_not_made_longer(subject_of: SubjectOf) -> None:
    subject = subject_of("id: x, from: 2026-11-16, until: 2026-11-17")
    assert refusal(lambda: lasting("x", "friday", None, None, subject)) == (
        "x is over. `portalgen away` adds a new absence."
    )


# Coming back.


@pytest.mark.parametrize(
    ("absence", "when", "put", "drop", "text"),
    [
        (
            "from: 2026-11-30, until: further notice, review: 2026-12-04",
            None,
            {"back": "2026-12-02"},
            (),
            "Back on Wednesday, December 2.",
        ),
        (
            "from: 2026-11-30, until: further notice, review: 2026-12-04, back: 2026-12-07",
            "thursday",
            {"back": "2026-12-03"},
            (),
            "Back on Thursday, December 3.",
        ),
        (
            "from: 2026-11-30, until: 2026-12-08",
            None,
            {"until": "2026-12-01", "back": "2026-12-02"},
            (),
            "Back on Wednesday, December 2.",
        ),
        (
            "from: 2026-11-30, back: 2026-12-09",
            "2026-12-07",
            {"back": "2026-12-07"},
            (),
            "Back on Monday, December 7.",
        ),
        # Friday is closed, and clients read when somebody is there.
        (
            "from: 2026-11-30, until: 2026-12-08",
            "friday",
            {"until": "2026-12-03", "back": "2026-12-04"},
            (),
            "Back on Monday, December 7.",
        ),
        (
            "from: 2026-11-30, until: 2026-12-08, back: 2026-12-09",
            "2026-12-03 13:00",
            {"until": "2026-12-03 13:00"},
            ("back",),
            "Back on Thursday, December 3, 1:00 pm.",
        ),
        # What began today ends now, and so does what is ended now.
        (
            "from: 2026-12-02, until: 2026-12-08",
            None,
            {"until": NOW},
            (),
            "Back on Wednesday, December 2, 10:30 am.",
        ),
        (
            "from: 2026-12-02 08:00, until: further notice, review: 2026-12-04",
            "today",
            {"back": NOW},
            (),
            "Back on Wednesday, December 2, 10:30 am.",
        ),
        (
            "from: 2026-11-30, until: 2026-12-08",
            "now",
            {"until": NOW},
            (),
            "Back on Wednesday, December 2, 10:30 am.",
        ),
        # Later than planned.
        (
            "from: 2026-11-30, until: 2026-12-02",
            "2026-12-08",
            {"until": "2026-12-07", "back": "2026-12-08"},
            (),
            "Longer than planned: through Monday, December 7.",
        ),
        (
            "from: 2026-11-30, until: further notice, review: 2026-12-04, back: 2026-12-03",
            "2026-12-08",
            {"back": "2026-12-08"},
            (),
            "Longer than planned: through Monday, December 7.",
        ),
    ],
)
def test_the_absence_that_runs_ends(
    absence: str,
    when: str | None,
    put: Mapping[str, str],
    drop: tuple[str, ...],
    text: str,
    subject_of: SubjectOf,
) -> None:
    plan = returned(when, None, None, subject_of(f"id: x, {absence}"))
    assert plan.edit == Change(0, put, drop, {"at": NOW, "text": text})


def test_a_return_that_is_planned_already_changes_nothing(subject_of: SubjectOf) -> None:
    # Thursday is the last day, and Monday the first that is open.
    plan = returned("monday", None, None, subject_of("id: x, from: 2026-11-30, until: 2026-12-03"))
    assert plan == Plan(None, "x", ("Clients read that already; nothing was changed.",))


def test_clients_are_told_of_an_end_while_something_else_has_none(subject_of: SubjectOf) -> None:
    shut = "id: shut, from: 2026-11-20, until: further notice, review: 2026-12-11, level: closed"
    subject = subject_of("id: x, from: 2026-11-30, until: 2026-12-11", shut)
    update = change(returned("2026-12-04", "x", None, subject)).update
    assert update == {"at": NOW, "text": "Shorter than planned: through Thursday, December 3."}


@pytest.mark.parametrize(
    ("absences", "named", "meant"),
    [
        (["id: x, from: 2026-12-01, until: 2026-12-04"], None, "x"),
        (
            [
                "id: slow, from: 2026-12-01, until: 2026-12-04, level: limited",
                "id: x, from: 2026-12-01, until: 2026-12-04",
            ],
            None,
            "x",
        ),
        (
            [
                "id: slow, from: 2026-12-01, until: 2026-12-04, level: limited",
                "id: x, from: 2026-12-01, until: 2026-12-04",
            ],
            "slow",
            "slow",
        ),
        (["id: shut, from: 2026-12-01, until: 2026-12-04, level: closed"], None, "shut"),
    ],
)
def test_the_absence_that_is_meant(
    absences: list[str], named: str | None, meant: str, subject_of: SubjectOf
) -> None:
    assert returned(None, named, None, subject_of(*absences)).absence_id == meant


LATER = "id: later, from: 2026-12-07, until: 2026-12-08"


@pytest.mark.parametrize(
    ("absences", "when", "named", "said"),
    [
        ([], None, None, "No absence runs, and none is planned."),
        ([LATER], None, None, "No absence runs. The next is later (December 7 to 8)."),
        (
            [LATER],
            None,
            "later",
            "later has not begun. `portalgen away --cancel later` calls it off.",
        ),
        (
            [LATER, "id: x, from: 2026-11-30, until: 2026-12-01"],
            "friday",
            None,
            "No absence runs; x is over. If it lasts longer: portalgen away --extend x DAY",
        ),
        (
            ["id: x, from: 2026-11-30, until: 2026-12-01"],
            None,
            "x",
            "x is over. If it lasts longer: portalgen away --extend x DAY",
        ),
        (
            ["id: x, from: 2026-11-30, until: 2026-12-04, status: cancelled"],
            None,
            "x",
            "x is called off.",
        ),
        (
            ["id: x, from: 2026-11-30, until: 2026-12-04, level: news, message: A"],
            None,
            "x",
            "x is news, and nobody is away. `portalgen away --cancel x` takes it back.",
        ),
        (
            ["id: x, from: 2026-11-30, until: 2026-12-04, level: news, message: A"],
            None,
            None,
            "No absence runs, and none is planned.",
        ),
        (
            [
                "id: a, from: 2026-12-01, until: 2026-12-04",
                "id: b, from: 2026-12-02, until: 2026-12-02",
            ],
            None,
            None,
            "Several absences run: a and b. Say which with --id.",
        ),
        (
            ["id: x, from: 2026-11-30, until: 2026-12-04"],
            "2026-12-01",
            None,
            "2026-12-01 lies in the past.",
        ),
        (
            ["id: x, from: 2026-12-02 10:30, until: 2026-12-04"],
            None,
            None,
            "x began this very minute. Try again in a minute, or delete the entry.",
        ),
    ],
)
def test_who_is_not_away_does_not_come_back(
    absences: list[str],
    when: str | None,
    named: str | None,
    said: str,
    subject_of: SubjectOf,
) -> None:
    subject = subject_of(*absences)
    assert refusal(lambda: returned(when, named, None, subject)) == said


def test_an_update_is_in_the_language_of_the_portal(subject_of: SubjectOf) -> None:
    subject = subject_of("id: x, from: 2026-12-01, until: 2026-12-04")
    voice = replace(subject.voice, translations=PseudoTranslations())
    update = change(returned(None, None, None, replace(subject, voice=voice))).update
    assert update is not None
    assert update["text"] == "⟦Back on Wednesday, December 2.⟧"
