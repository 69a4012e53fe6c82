"""The gate: what may be known at a moment, and what may not."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from portalgen.edition import Edition, edition
from portalgen.loading import load
from portalgen.model.away import NOBODY
from tests.conftest import Write

BACKUPS = """\
backups:
  - id: dana
    name: Dana Whitlock
    consent: 2026-09-01
    contacts:
      - text: "+1 619 555 0142"
        for: urgent things
      - email: dana@whitlock.example
        show: always
  - id: sol
    name: Sol Arden
    contacts:
      - email: sol@arden.example
        show: always
"""


def at(text: str) -> datetime:
    """Return a moment in UTC; San Diego is eight hours behind in winter."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def edition_of(
    write: Write, away: str, moment: str, files: Mapping[str, str] | None = None
) -> Edition:
    folder: Path = write({"away.yaml": away, "backup.yaml": BACKUPS, **(files or {})})
    return edition(load(folder).portal, at(moment))


WINTER = """\
away:
  - from: 2026-12-21
    until: 2027-01-01
    reason: Winter break
    message: Back soon.
    private: Flight on the 20th
    updates:
      - at: 2026-12-23 09:00
        text: Sol helps as well.
"""


@pytest.mark.parametrize(
    ("moment", "is_in"),
    [
        ("2026-12-05 07:59", False),  # more than a day before the announcement on December 7
        ("2026-12-06 08:00", False),  # exactly a day before: the next build will be in time
        ("2026-12-06 08:01", True),  # announced before the next build
        ("2026-12-25 08:00", True),
        ("2027-01-29 08:00", True),
        ("2027-02-10 08:00", False),  # thirty days after the return it is forgotten
    ],
)
def test_an_absence_is_in_from_its_announcement_until_it_is_forgotten(
    moment: str, is_in: bool, write: Write
) -> None:
    assert bool(edition_of(write, WINTER, moment).portal.absences) is is_in


def test_a_private_note_never_passes(write: Write) -> None:
    [absence] = edition_of(write, WINTER, "2026-12-22 08:00").portal.absences
    assert absence.private is None
    assert absence.reason == "Winter break"


def test_reason_and_message_leave_three_days_after_the_return(write: Write) -> None:
    [before] = edition_of(write, WINTER, "2027-01-05 07:59").portal.absences
    [after] = edition_of(write, WINTER, "2027-01-05 08:00").portal.absences
    assert before.reason is not None
    assert before.message is not None
    assert (after.reason, after.message) == (None, None)


def test_an_update_is_held_back_until_the_build_before_it(write: Write) -> None:
    [early] = edition_of(write, WINTER, "2026-12-22 16:59").portal.absences
    [late] = edition_of(write, WINTER, "2026-12-22 17:01").portal.absences
    assert (len(early.updates), len(late.updates)) == (0, 1)


def test_dates_alone_are_told_where_the_owner_wants_no_more(write: Write) -> None:
    away = WINTER.replace("    reason", "    detail: dates\n    reason")
    [absence] = edition_of(write, away, "2026-12-22 08:00").portal.absences
    assert (absence.reason, absence.message) == (None, None)


def test_a_vague_absence_enters_on_its_first_day_and_shows_none_of_its_days(write: Write) -> None:
    away = WINTER.replace("    reason", "    detail: vague\n    book_by: 2026-12-16\n    reason")
    away = away.replace("2026-12-21", "2026-12-22")
    assert edition_of(write, away, "2026-12-22 07:59").portal.absences == ()
    shown = edition_of(write, away, "2026-12-22 08:00").portal.absences
    text = repr(shown)
    assert "12-22" not in text
    assert "2027, 1, 1)" not in text
    assert "book_by=None" in text


def test_who_did_not_consent_is_nowhere(write: Write) -> None:
    away = "away:\n  - from: 2026-12-21\n    until: 2026-12-22\n    backup: sol\n"
    services = "services:\n  - title: Talks\n    covered_by: [sol, dana]\n"
    found = edition_of(write, away, "2026-12-20 08:00", {"services.yaml": services})
    assert [each.id for each in found.portal.backup.backups] == ["dana"]
    assert found.portal.absences[0].backup == NOBODY
    assert found.portal.services.services[0].covered_by == ("dana",)
    assert "sol" not in repr(found.portal).lower().replace("consol", "")


@pytest.mark.parametrize(
    ("moment", "ways"),
    [
        ("2026-11-01 08:00", ["email"]),
        ("2026-12-22 08:00", ["text", "email"]),
        ("2027-01-01 08:00", ["text", "email"]),
        ("2027-01-05 08:00", ["email"]),
    ],
)
def test_a_contact_is_in_only_while_an_absence_needs_it(
    moment: str, ways: list[str], write: Write
) -> None:
    [dana] = edition_of(write, WINTER, moment).portal.backup.backups
    assert [contact.way for contact in dana.contacts] == ways


def test_a_contact_of_somebody_whom_no_absence_needs_stays_out(write: Write) -> None:
    away = WINTER.replace("    reason", "    backup: nobody\n    reason")
    [dana] = edition_of(write, away, "2026-12-22 08:00").portal.backup.backups
    assert [contact.way for contact in dana.contacts] == ["email"]


def test_a_longer_wait_for_the_next_build_lets_more_in(write: Write) -> None:
    folder = write({"away.yaml": WINTER, "backup.yaml": BACKUPS})
    portal = load(folder).portal
    moment = at("2026-12-05 08:00")
    assert edition(portal, moment).portal.absences == ()
    assert edition(portal, moment, timedelta(days=3)).portal.absences != ()


@pytest.mark.parametrize("own_id", ["", "    id: 2026-12-22\n", "    id: surgery\n"])
def test_the_id_of_a_vague_absence_tells_nothing(own_id: str, write: Write) -> None:
    away = WINTER.replace("    reason", f"    detail: vague\n{own_id}    reason")
    away = away.replace("2026-12-21", "2026-12-22")
    [absence] = edition_of(write, away, "2026-12-23 08:00").portal.absences
    assert absence.id == "week-2026-52"
    assert (absence.updates, absence.announce) == ((), None)


def test_absences_of_an_edition_have_ids_of_their_own(write: Write) -> None:
    vague = "  - {{from: 2026-12-{}, until: 2026-12-24, detail: vague, appointments: {}}}\n"
    away = "away:\n" + vague.format(21, "First") + vague.format(22, "Second")
    away += "  - {id: week-2026-52, from: 2026-12-23, until: 2026-12-24}\n"
    found = edition_of(write, away, "2026-12-23 20:00")
    assert [each.id for each in found.portal.absences] == [
        "week-2026-52-2",
        "week-2026-52-3",
        "week-2026-52",
    ]
    assert {each.absence.appointments for each in found.timeline.stretches} == {
        None,
        "First",
        "Second",
    }


def test_where_nobody_who_covers_may_be_named_nobody_is_in_charge(write: Write) -> None:
    away = "away:\n  - from: 2026-12-21\n    until: 2026-12-28\n    cover:\n      - person: sol\n"
    found = edition_of(write, away, "2026-12-22 08:00")
    [absence] = found.portal.absences
    assert absence.backup == NOBODY
    assert {span.person_id for span in found.timeline.cover[absence.id]} == {None}


def test_when_a_backup_is_away_is_their_own_affair(write: Write) -> None:
    backups = BACKUPS.replace(
        "    contacts:\n      - text",
        "    away:\n      - {from: 2026-12-23, until: 2026-12-24}\n    contacts:\n      - text",
    )
    found = edition_of(write, WINTER, "2026-12-22 08:00", {"backup.yaml": backups})
    assert found.portal.backup.backups[0].away == ()


def test_at_the_moment_of_the_return_no_contact_is_needed_any_more(write: Write) -> None:
    before = edition_of(write, WINTER, "2027-01-02 07:59")
    after = edition_of(write, WINTER, "2027-01-02 08:00")
    [at_last], [gone] = (each.portal.backup.backups for each in (before, after))
    assert [len(at_last.contacts), len(gone.contacts)] == [2, 1]


def test_an_update_at_the_very_moment_of_the_next_build_waits_for_it(write: Write) -> None:
    [early] = edition_of(write, WINTER, "2026-12-22 17:00").portal.absences
    assert early.updates == ()


@pytest.mark.parametrize(("asked", "in_charge"), [("sol", None), ("[sol, dana]", "dana")])
def test_nobody_steps_in_for_those_whom_the_owner_chose(
    asked: str, in_charge: str | None, write: Write
) -> None:
    services = f"services:\n  - title: Talks\n    covered_by: {asked}\n"
    found = edition_of(write, WINTER, "2026-12-22 08:00", {"services.yaml": services})
    [absence] = found.portal.absences
    assert {span.person_id for span in found.timeline.cover[absence.id]} == {in_charge}


HELD_BACK = "away:\n  - {{from: 2026-12-18, until: 2026-12-19, announce: {announce}{more}}}\n"


@pytest.mark.parametrize(
    ("announce", "more", "good_until"),
    [
        # Announced on Thursday, December 10: the week begins on Monday, at 8:00 UTC.
        ("2026-12-10", "", "2026-12-07 08:00"),
        ("2026-12-10", ", level: closed", "2026-12-07 08:00"),
        ("2026-12-10", ", level: limited", "2026-12-07 08:00"),
        # Vague ones are public from their first day on.
        ("2026-12-10", ", detail: vague", "2026-12-14 08:00"),
        # This week, but not before the day of the next build has passed.
        ("2026-12-05", "", "2026-12-04 08:00"),
        # It begins before it is announced.
        ("2027-01-20", "", "2026-12-14 08:00"),
        # What changes nothing of what pages say about the practice's presence.
        ("2026-12-10", ", level: news, message: A number", "2027-04-01 07:00"),
        ("2026-12-10", ", status: cancelled", "2027-04-01 07:00"),
        ("2026-12-10", ", services: talks", "2027-04-01 07:00"),
        # In this edition already.
        ("2026-12-03", "", "2027-04-01 07:00"),
    ],
)
def test_pages_are_good_until_what_is_held_back_may_come_in(
    announce: str, more: str, good_until: str, write: Write
) -> None:
    away = HELD_BACK.format(announce=announce, more=more)
    services = {"services.yaml": "services:\n  - {id: talks, title: Talks}\n"}
    found = edition_of(write, away, "2026-12-02 20:00", services)
    assert found.good_until == at(good_until)


def test_what_is_announced_after_the_timeline_does_not_shorten_it(write: Write) -> None:
    away = HELD_BACK.replace("2026", "2027").format(announce="2027-12-10", more="")
    found = edition_of(write, away, "2026-12-02 20:00")
    assert found.good_until == found.timeline.ends == at("2027-04-01 07:00")


def vague(more: str) -> str:
    """Return an away.yaml of one vague absence from Tuesday, December 8, on."""
    return f"away:\n  - {{from: 2026-12-08, detail: vague, {more}}}\n"


@pytest.mark.parametrize(
    ("more", "sunday"),
    [
        ("until: 2026-12-11", "2026-12-13"),
        # The day of the return is no day away.
        ("back: 2026-12-14", "2026-12-13"),
        ("until: 2026-12-14 00:00", "2026-12-13"),
        ("until: 2026-12-14 12:00", "2026-12-20"),
    ],
)
def test_a_vague_absence_ends_with_the_week_of_its_last_day(
    more: str, sunday: str, write: Write
) -> None:
    [absence] = edition_of(write, vague(more), "2026-12-08 20:00").portal.absences
    assert (str(absence.from_), str(absence.until)) == ("2026-12-07", sunday)


@pytest.mark.parametrize(
    ("more", "in_charge"),
    [
        ("until: 2026-12-11", "dana"),
        ("until: 2026-12-11, backup: ari", "ari"),
        ("until: 2026-12-11, cover: [{person: ari, until: 2026-12-09}]", "ari"),
        ("until: 2026-12-08 15:00", None),
        ("until: 2026-12-11, level: closed", None),
    ],
)
def test_a_vague_absence_keeps_who_covers_and_tells_no_times(
    more: str, in_charge: str | None, write: Write
) -> None:
    ari = "  - {id: ari, name: Ari, consent: 2026-09-01}\n"
    files = {"backup.yaml": BACKUPS + ari}
    found = edition_of(write, vague(more), "2026-12-08 20:00", files)
    [stretch] = found.timeline.stretches
    [span] = found.timeline.cover[stretch.absence.id]
    assert span.person_id == in_charge
    assert span.starts == stretch.starts == at("2026-12-07 08:00")


def test_slow_time_of_months_is_not_forgotten_before_it_ends(write: Write) -> None:
    away = "away:\n  - {from: 2026-12-08, until: 2026-12-09, catch_up: 8 weeks}\n"
    assert edition_of(write, away, "2027-01-20 08:00").portal.absences != ()
    assert edition_of(write, away, "2027-02-05 08:00").portal.absences == ()
