"""The calendar that clients subscribe to."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar, Event

from portalgen.channels.calendar import documents
from portalgen.documents import File
from portalgen.edition import edition
from portalgen.facts import fill
from portalgen.model.portal import Portal
from portalgen.wording.voice import voice_of

GOLDEN = Path(__file__).parent / "calendar.golden.ics"
MOMENT = datetime(2026, 11, 23, 15, 10, tzinfo=UTC)
PRACTICE = {
    "name": "Ines Calder Coaching",
    "owner": "Ines",
    "timezone": "America/Los_Angeles",
    "place": "San Diego",
    "contact": {"email": "hello@ines-calder.example"},
}
WEEK: dict[str, Any] = {"weekly": {"mon-thu": "09:00-12:00, 13:00-16:00"}}
BREAK = {"id": "break", "from": "2026-12-21", "until": "2027-01-01", "announce": "2026-11-01"}
YEAR_END = {"from": "12-24", "until": "01-06", "hours": "closed", "label": "Year-end closing"}
FRIDAYS = {"from": "07-01", "until": "07-31", "weekly": {"fri": "09:00-11:00"}}


def made(*absences: dict[str, Any], moment: datetime = MOMENT, **content: Any) -> File:
    """Return the calendar of a practice with some absences."""
    parts = {"practice": PRACTICE, "availability": WEEK, **content}
    portal = Portal.model_validate({**parts, "away": {"away": absences}})
    voice = voice_of(portal.practice, moment.date().replace(day=1))
    (file,) = documents(fill(edition(portal, moment), voice), voice)
    assert isinstance(file, File)
    return file


def events_of(file: File) -> dict[str, Event]:
    """Return the events as another program reads them, by the first part of their ids."""
    found = Calendar.from_ical(file.content)
    assert isinstance(found, Calendar)
    assert not found.errors
    assert len({each["UID"] for each in found.events}) == len(found.events)
    return {str(each["UID"]).partition("@")[0]: each for each in found.events}


def days(event: Event) -> tuple[str, str]:
    return event.start.isoformat(), event.end.isoformat()


def test_the_calendar_of_a_year_is_the_golden_one() -> None:
    file = made(
        BREAK
        | {"reason": "Winter break", "updates": [{"at": "2026-11-20 09:00", "text": "Longer"}]}
        | {"appointments": "No sessions take place; none is charged."},
        {"id": "dentist", "from": "2026-11-25 13:00", "until": "2026-11-25 17:00"}
        | {"announce": "2026-11-20"},
        {"id": "off", "from": "2026-12-01", "until": "2026-12-02", "status": "cancelled"},
        {"id": "slow", "from": "2026-11-30", "until": "2026-12-04", "level": "limited"},
        {"id": "pause", "from": "2026-12-01", "until": "2026-12-11", "services": ["dishwashers"]},
        {"id": "number", "from": "2026-11-23", "until": "2026-12-31", "level": "news"}
        | {"message": "A new number"},
        practice=PRACTICE | {"id": "ines-calder", "url": "https://ines-calder.example/"},
        services={"services": [{"title": "Dishwashers"}]},
        availability=WEEK
        | {"special_days": [YEAR_END, FRIDAYS | {"label": "Summer Fridays"}]}
        | {"public_holidays": {"country": "US", "closed": ["Thanksgiving Day"]}}
        | {"next_opening": "2027-02-01"},
    )
    assert file.address == "/calendar.ics"
    assert file.content == GOLDEN.read_bytes()


# The end is the first day that is not in it any more; an absence without an end goes on as far
# as the pages tell.
@pytest.mark.parametrize(
    ("absence", "found"),
    [
        ({"from": "2026-12-01", "until": "2026-12-01"}, ("2026-12-01", "2026-12-02")),
        ({"from": "2026-12-01", "back": "2026-12-03"}, ("2026-12-01", "2026-12-03")),
        (
            {"from": "2026-12-01", "until": "further notice", "review": "2026-12-04"},
            ("2026-12-01", "2026-12-05"),
        ),
        (
            {"from": "2026-12-02 13:00", "until": "2026-12-02 17:00", "announce": "2026-11-20"},
            ("2026-12-02T21:00:00+00:00", "2026-12-03T01:00:00+00:00"),
        ),
        (
            {"from": "2026-12-01", "until": "2026-12-04 12:00"},
            ("2026-12-01T08:00:00+00:00", "2026-12-04T20:00:00+00:00"),
        ),
        (
            {"from": "2026-12-02 13:00", "until": "2026-12-04"},
            ("2026-12-02T21:00:00+00:00", "2026-12-05T08:00:00+00:00"),
        ),
    ],
)
def test_an_absence_takes_whole_days_or_moments(
    absence: dict[str, Any], found: tuple[str, str]
) -> None:
    assert days(events_of(made(absence | {"id": "it"}))["absence-it"]) == found


def test_all_builds_of_a_month_make_the_same_calendar() -> None:
    parts = {"availability": WEEK | {"special_days": [YEAR_END]}}
    first, last = (
        made(BREAK, moment=datetime(2026, 11, day, 15, tzinfo=UTC), **parts) for day in (2, 30)
    )
    assert first == last


def test_what_goes_on_is_the_same_in_the_next_month() -> None:
    parts: dict[str, Any] = {"availability": WEEK | {"special_days": [YEAR_END, FRIDAYS]}}
    november, december, january = (
        events_of(made(BREAK, moment=moment, **parts))
        for moment in (MOMENT, datetime(2026, 12, 23, tzinfo=UTC), datetime(2027, 1, 3, tzinfo=UTC))
    )
    assert november["absence-break"] == december["absence-break"] == january["absence-break"]
    # It began before the month, and keeps its name and its days.
    assert november["closure-2026-12-24"] == january["closure-2026-12-24"]
    assert days(january["closure-2026-12-24"]) == ("2026-12-24", "2027-01-07")


def test_a_change_is_known_by_its_number_and_its_moment() -> None:
    update = {"at": "2026-11-20 09:00", "text": "A day longer"}
    event = events_of(made(BREAK | {"updates": [update]}))["absence-break"]
    assert (event["SEQUENCE"], event.DTSTAMP) == (1, datetime(2026, 11, 20, 17, tzinfo=UTC))
    event = events_of(made(BREAK))["absence-break"]
    assert (event["SEQUENCE"], event.DTSTAMP) == (0, datetime(2026, 11, 1, 7, tzinfo=UTC))


def test_no_day_of_a_vague_absence_is_in_it() -> None:
    vague = {"from": "2026-11-18", "until": "2026-11-25", "detail": "vague"}
    file = made(vague, moment=datetime(2026, 11, 19, tzinfo=UTC))
    (event,) = events_of(file).values()
    assert days(event) == ("2026-11-16", "2026-11-30")
    for day in (b"20261118", b"2026-11-18", b"20261125", b"20261126", b"November 18"):
        assert day not in file.content


def test_weekdays_of_a_span_are_days_of_their_own_where_they_hold() -> None:
    both = FRIDAYS | {"weekly": {"thu, fri": "09:00-11:00"}}
    closed = {"day": "2027-07-09", "hours": "closed"}
    found = events_of(made(availability=WEEK | {"special_days": [both, closed]}))
    july = [1, 2, 8, 9, 15, 16, 22, 23, 29, 30]
    assert sorted(found) == [f"closure-2027-07-{day:02}" for day in july]
    assert found["closure-2027-07-02"]["SUMMARY"] == "Ines Calder Coaching, 9:00 to 11:00 am"
    assert found["closure-2027-07-02"]["DESCRIPTION"] == "All times are Pacific time (San Diego)."
    assert found["closure-2027-07-09"]["SUMMARY"] == "Ines Calder Coaching closed"


def test_a_closing_is_told_from_the_month_of_building_for_a_year() -> None:
    days_of_closing = ["2026-10-31", "2026-11-01", "2027-10-31", "2027-11-01"]
    specials = [{"day": day, "hours": "09:00-10:00", "label": day} for day in days_of_closing]
    found = events_of(made(availability=WEEK | {"special_days": specials}))
    assert [*found] == ["closure-2026-11-01", "closure-2027-10-31"]


def test_clock_times_in_words_are_told_with_their_zone() -> None:
    dentist = {"id": "dentist", "from": "2026-11-25 13:00", "until": "2026-11-25 17:00"}
    event = events_of(made(dentist | {"announce": "2026-11-20"}))["absence-dentist"]
    assert event["SUMMARY"] == "Ines away: November 25, 1:00 to 5:00 pm"
    assert "All times are Pacific time (San Diego)." in str(event["DESCRIPTION"])
    assert "All times" not in str(events_of(made(BREAK))["absence-break"]["DESCRIPTION"])


@pytest.mark.parametrize(
    ("opening", "is_told"),
    [("2026-11-01", True), ("2026-10-31", False), ("2027-10-31", True), ("2027-11-01", False)],
)
def test_the_next_opening_is_told_within_the_year(opening: str, is_told: bool) -> None:
    found = events_of(made(availability=WEEK | {"next_opening": opening}))
    assert ("next-opening" in found) is is_told
    if is_told:
        assert found["next-opening"].start == date.fromisoformat(opening)


def test_ids_come_from_the_domain_unless_the_practice_has_words_for_them() -> None:
    assert b"UID:absence-break@ines-calder.example\r\n" in made(BREAK).content
    named = made(BREAK, practice=PRACTICE | {"id": "ines"}).content
    assert b"UID:absence-break@ines\r\n" in named


def test_an_event_leads_to_its_absence_if_the_address_of_the_portal_is_known() -> None:
    assert b"URL:" not in made(BREAK).content
    file = made(BREAK, practice=PRACTICE | {"url": "https://calder.example/portal/"})
    assert b"URL:https://calder.example/portal/away/#break\r\n" in file.content


def test_it_is_there_while_nothing_is_in_it() -> None:
    assert events_of(made()) == {}


def test_what_is_off_stays_and_says_so() -> None:
    event = events_of(made(BREAK | {"status": "cancelled"}))["absence-break"]
    assert (event["STATUS"], event["SUMMARY"]) == (
        "CANCELLED",
        "Ines away: December 21 to January 1 (called off)",
    )
