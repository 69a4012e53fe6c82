"""What other programs are told about a practice: nothing that pages do not say, and in time."""

import json
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from portalgen.edition import edition
from portalgen.facts import fill
from portalgen.formats.status import Notice, Status, status_schema, status_text
from portalgen.loading import load
from portalgen.packed import packed_folder
from portalgen.status import status_of
from portalgen.wording.voice import voice_of
from tests.conftest import PRACTICE, Write

WEEK = "weekly: {mon-thu: 09:00-16:00}\n"
BACKUPS = """\
backups:
  - id: dana
    name: Dana Whitlock
    consent: 2026-09-01
    replies_within: 4 hours
    contacts: [{text: "+1 619 555 0142"}]
  - id: sol
    name: Sol Arden
    contacts: [{email: sol@arden.example}]
"""
StatusAt = Callable[..., Status]


@pytest.fixture
def status_at(write: Write) -> StatusAt:
    """Return the status of a small practice with some absences at a moment (UTC)."""

    def make(away: str = "", at: str = "2026-11-23 15:10", **files: str) -> Status:
        named = {f"{name}.yaml": text for name, text in files.items()}
        folder = write(
            {
                "availability.yaml": WEEK,
                "backup.yaml": BACKUPS,
                "away.yaml": f"away: [{away}]\n",
                **named,
            }
        )
        return _status(load(folder).portal, datetime.fromisoformat(at).replace(tzinfo=UTC))

    return make


def _status(portal: Any, moment: datetime) -> Status:
    voice = voice_of(portal.practice, moment.date().replace(day=1))
    return status_of(fill(edition(portal, moment), voice), voice)


def only(status: Status) -> Notice:
    [notice] = status.notices
    return notice


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


WINTER = (
    "{id: winter, from: 2026-12-21, until: 2027-01-01, announce: 2026-11-15, "
    "book_by: 2026-12-16, private: Flight on the 20th}"
)


# What is told.


def test_an_absence_is_told_with_all_its_days(status_at: StatusAt) -> None:
    notice = only(status_at(WINTER))
    told = notice.model_dump(mode="json", exclude={"sentences", "cover", "headline", "returned"})
    assert {name: value for name, value in told.items() if value is not None} == {
        "id": "winter",
        "level": "away",
        "status": "planned",
        "precision": "exact",
        "shown": {"starts": "2026-11-15T08:00:00Z", "ends": "2027-01-07T08:00:00Z"},
        "starts": "2026-12-21T08:00:00Z",
        "ends": "2027-01-02T08:00:00Z",
        "first_day": "2026-12-21",
        "last_day": "2027-01-01",
        "back": "2027-01-04T17:00:00Z",
        "back_day": "2027-01-04",
        "revision": 0,
        "address": "away/#winter",
    }


def test_spans_touch_and_tell_which_absence_makes_them_so(status_at: StatusAt) -> None:
    spans = status_at(WINTER).spans
    assert [each.ends for each in spans[:-1]] == [each.starts for each in spans[1:]]
    [away] = [each for each in spans if each.state == "away"]
    assert (away.starts, away.ends) == (at("2026-12-21 08:00"), at("2027-01-02 08:00"))
    assert {each.absence for each in spans} == {None, "winter"}


def test_cover_names_people_and_never_how_to_reach_them(status_at: StatusAt) -> None:
    status = status_at(WINTER)
    [cover] = only(status).cover
    assert (cover.name, cover.services) == ("Dana Whitlock", None)
    assert (cover.starts, cover.ends) == (at("2026-12-21 08:00"), at("2027-01-04 17:00"))
    text = status_text(status)
    assert "Urgent: text Dana" in text
    for never in ("555", "arden", "Sol", "Flight", "ines@"):
        assert never not in text, never


def test_where_nobody_covers_there_is_no_cover(status_at: StatusAt) -> None:
    assert only(status_at(WINTER.replace("private: ", "backup: nobody, private: "))).cover == ()


def test_services_share_their_cover_by_id(status_at: StatusAt) -> None:
    services = "services: [{title: Talks}, {title: Visits, covered_by: [sol]}]\n"
    found = only(status_at(WINTER, services=services)).cover
    assert {(each.name, each.services) for each in found} == {
        ("Dana Whitlock", ("talks",)),
        (None, ("visits",)),
    }


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("", "away/#winter"),
        ("url: https://ines.example\n", "https://ines.example/away/#winter"),
        ("url: https://ines.example/portal/\n", "https://ines.example/portal/away/#winter"),
    ],
)
def test_a_notice_has_a_full_address_where_the_portal_knows_its_own(
    url: str, address: str, status_at: StatusAt
) -> None:
    assert only(status_at(WINTER, practice=PRACTICE + url)).address == address


def test_reply_promises_are_told_to_people_and_to_programs(status_at: StatusAt) -> None:
    replies = f"{WEEK}replies: [{{by: email, within: 2 business days}}]\n"
    status = status_at(
        "{from: 2026-11-30, until: 2026-12-02, level: limited, replies_within: 1 week}",
        availability=replies,
    )
    [reply], [slow] = status.replies, status.slow
    assert (reply.by, reply.words, reply.within.words) == ("email", "Email", "2 business days")
    assert (reply.within.amount, reply.within.unit) == (2, "business day")
    assert slow.within is not None
    assert (slow.within.words, slow.within.amount, slow.within.unit) == ("1 week", 1, "week")
    assert (slow.starts, slow.ends) == (at("2026-11-30 08:00"), at("2026-12-03 08:00"))


def test_slow_time_of_other_months_is_left_out(status_at: StatusAt) -> None:
    away = "{from: 2026-10-30, until: 2026-11-03, level: limited}"
    assert len(status_at(away, "2026-11-30 12:00").slow) == 1
    assert status_at(away, "2026-12-01 12:00").slow == ()


def test_the_offsets_of_the_zone_change_with_the_clocks(status_at: StatusAt) -> None:
    practice = PRACTICE.replace("America/Los_Angeles", "Australia/Lord_Howe")
    zone = status_at(at="2026-09-20 12:00", practice=practice).zone
    assert (zone.name, [(each.starts, each.minutes) for each in zone.offsets]) == (
        "Australia/Lord_Howe",
        [(at("2026-08-31 13:30"), 630), (at("2026-10-03 15:30"), 660)],
    )


def test_a_fact_in_a_message_is_not_read_as_markdown(status_at: StatusAt) -> None:
    practice = PRACTICE.replace("ines@", "ines_c@") + "owner: Ines *C*\n"
    news = (
        "{from: 2026-11-23, until: 2026-11-30, level: news, "
        "message: 'Write **only** to {{ contact.email }}, says {{ practice.owner }}.'}"
    )
    [message] = only(status_at(news, practice=practice)).sentences
    assert message.role == "message"
    assert message.text == r"Write **only** to ines\_c@calder.example, says Ines \*C\*."


# What is not told, or no longer.


@pytest.mark.parametrize(
    ("moment", "is_told"),
    [
        ("2026-12-05 12:00", False),
        ("2026-12-06 12:00", True),
        ("2027-01-07 07:59", True),
        ("2027-01-07 08:00", False),
    ],
)
def test_a_notice_is_told_from_the_build_before_it_until_it_is_gone(
    moment: str, is_told: bool, status_at: StatusAt
) -> None:
    away = "{from: 2026-12-21, until: 2027-01-01}"
    assert bool(status_at(away, moment).notices) is is_told


def test_what_is_held_back_shortens_the_time_it_is_good_and_nothing_else(
    status_at: StatusAt,
) -> None:
    held_back = status_at("{from: 2027-01-14, until: 2027-01-15}").model_dump()
    nothing = status_at().model_dump()
    assert {name for name, value in nothing.items() if held_back[name] != value} == {
        "good_until",
        "revision",
    }
    assert held_back["good_until"] == at("2026-12-28 08:00")


VAGUE = "from: 2026-12-15, until: 2026-12-18, detail: vague"


@pytest.mark.parametrize(
    "days",
    [
        "from: 2026-12-16, until: 2026-12-17, detail: vague",
        "from: 2026-12-16 13:00, until: 2026-12-17 15:30, detail: vague",
        "from: 2026-12-14, back: 2026-12-18, detail: vague",
        f"id: dentist-on-wednesday, {VAGUE}",
        f"{VAGUE}, book_by: 2026-12-11, catch_up: 2 days, replies_within: 3 days",
        f"{VAGUE}, reason: Dentist, message: Until Friday., private: Dentist",
        f"{VAGUE}, announce: 2026-12-01",
    ],
)
def test_vague_absences_in_one_week_can_not_be_told_apart(days: str, status_at: StatusAt) -> None:
    one, other = (status_at(f"{{{each}}}", "2026-12-18 12:00") for each in (VAGUE, days))
    assert one == other
    notice = only(one)
    assert (notice.precision, notice.back, notice.back_day) == ("weeks", None, None)
    assert (str(notice.first_day), str(notice.last_day)) == ("2026-12-14", "2026-12-20")


# When it changes.


@pytest.mark.parametrize(
    ("moment", "following"),
    [
        ("2026-11-23 15:10", "2026-11-23 17:00"),  # it opens
        ("2026-11-23 17:00", "2026-11-24 00:00"),  # it closes, counted from the opening itself
        ("2026-12-17 00:00", "2026-12-17 08:00"),  # the last day to book has passed
        ("2026-12-18 00:00", "2026-12-21 08:00"),  # the absence begins
        ("2026-12-21 08:00", "2027-01-02 08:00"),  # it ends, in closed time
        ("2027-01-02 08:00", "2027-01-04 17:00"),  # the return
        ("2027-01-07 01:00", "2027-01-07 08:00"),  # the notice is gone
    ],
)
def test_the_next_change_is_that_of_a_state_a_notice_or_a_sentence(
    moment: str, following: str, status_at: StatusAt
) -> None:
    assert status_at(WINTER, moment).next_change == at(following)


@pytest.mark.parametrize(
    ("absence", "following"),
    [
        ("{from: 2026-12-10, until: 2026-12-11, announce: 2026-11-24}", "2026-11-24 08:00"),
        (
            "{from: 2026-11-23, until: further notice, review: 2026-11-24}",
            "2026-11-25 08:00",
        ),
        (
            "{from: 2026-11-23, until: 2026-11-26, "
            "updates: [{at: 2026-11-24 01:00, text: Still in bed.}]}",
            "2026-11-24 09:00",
        ),
        (
            "{from: 2026-11-25, until: 2026-11-26, announce: 2026-11-24, "
            "updates: [{at: 2026-11-23 13:00, text: Before anybody reads it.}]}",
            "2026-11-24 08:00",
        ),
        (
            "{from: 2026-11-24, until: 2026-11-24, services: [talks], backup: nobody}",
            "2026-11-24 08:00",
        ),
    ],
)
def test_a_notice_changes_only_while_it_is_shown(
    absence: str, following: str, status_at: StatusAt
) -> None:
    closed, talks = "weekly: {sun: 09:00-10:00}\n", "services: [{title: Talks}]\n"
    status = status_at(absence, availability=closed, services=talks)
    assert status.next_change == at(following)


def test_the_revision_stays_while_only_the_moment_moves(status_at: StatusAt) -> None:
    moments = ["2026-11-16 08:00", "2026-11-23 15:10", "2026-11-30 23:59:59.999"]
    found = [status_at(WINTER, moment) for moment in moments]
    assert len({each.revision for each in found}) == 1
    assert [str(each.made.time()) for each in found] == ["08:00:00", "15:10:00", "23:59:59"]


@pytest.mark.parametrize(
    "away",
    [
        WINTER.replace("2027-01-01", "2027-01-02"),
        WINTER.replace("2026-12-16", "2026-12-17"),
        WINTER.replace("id: winter", "id: winter, reason: Winter break"),
        WINTER.replace("id: winter", "id: winter, revision: 1"),
        WINTER.replace("id: winter", "id: winter, status: cancelled"),
        f"{WINTER}, {{from: 2026-11-26, until: 2026-11-27}}",
    ],
)
def test_the_revision_changes_with_a_notice(away: str, status_at: StatusAt) -> None:
    assert status_at(away).revision != status_at(WINTER).revision


def test_a_private_note_does_not_change_the_revision(status_at: StatusAt) -> None:
    assert status_at(WINTER.replace("Flight", "Train")).revision == status_at(WINTER).revision


# Every practice.

ODD: Mapping[str, dict[str, str]] = {
    "nothing but a name": {"availability": "", "backup": "", "away": ""},
    "hours past midnight": {"availability": "weekly: {fri: 22:00-02:00}\n"},
    "a year of unknown holidays": {
        "at": "2150-03-01 12:00",
        "availability": f"{WEEK}public_holidays: {{country: US}}\n",
    },
    "a quarter of an hour off": {
        "practice": PRACTICE.replace("America/Los_Angeles", "Asia/Kathmandu") + "language: ne\n"
    },
    "without an end": {"away": "{from: 2026-11-20, until: further notice, review: 2026-11-21}"},
    "without an end, and back": {
        "away": "{from: 2026-11-02, until: further notice, review: 2026-11-03, back: 2026-11-23,"
        " catch_up: 3 business days}"
    },
    "closed": {"away": "{from: 2026-11-23 07:00, until: 2026-11-23 12:00, level: closed}"},
    "slow without a word": {"away": "{from: 2026-11-20, until: 2026-11-25, level: limited}"},
    "a service, called off": {
        "services": "services: [{title: Talks}]\n",
        "away": "{from: 2026-11-25, until: 2026-11-26, services: [talks], status: cancelled}",
    },
    "news": {"away": "{from: 2026-11-20, until: 2026-11-25, level: news, message: '**Moved.**'}"},
    "vague": {"away": f"{{{VAGUE}}}", "at": "2026-12-18 12:00"},
}


@pytest.mark.parametrize("files", ODD.values(), ids=ODD.keys())
def test_odd_practices_keep_to_the_format(files: dict[str, str], status_at: StatusAt) -> None:
    keeps_to_the_format(status_at(**files))


@pytest.mark.parametrize("month", range(1, 13))
def test_the_sample_keeps_to_the_format(month: int) -> None:
    moment = datetime(2026 if month > 6 else 2027, month, 23, 15, 10, tzinfo=UTC)
    keeps_to_the_format(_status(load(packed_folder("content")).portal, moment))


def keeps_to_the_format(status: Status) -> None:
    validator = Draft202012Validator(status_schema(), format_checker=FormatChecker())
    validator.validate(json.loads(status_text(status)))
    assert status.spans[0].starts <= status.made < status.next_change <= status.spans[-1].ends
    for one, next_one in zip(status.spans, status.spans[1:], strict=False):
        assert one.starts < one.ends == next_one.starts
    assert status.zone.offsets[0].starts == status.spans[0].starts
    assert status.made < status.good_until <= status.spans[-1].ends
