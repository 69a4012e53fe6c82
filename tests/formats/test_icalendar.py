"""Calendars are spelled as RFC 5545 says, and other programs read in them what was meant."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from icalendar import Calendar

from portalgen.formats.icalendar import Event, calendar

STAMP = datetime(2026, 11, 15, 8, tzinfo=UTC)
BREAK = Event(
    uid="absence-break@ines",
    starts=date(2026, 12, 21),
    ends=date(2027, 1, 2),
    summary="Ines away; back on January 4, 2027",
    changed=STAMP,
    revision=2,
    description="Dana is in charge.\nC:\\no escape",
    url="https://ines.example/away/#break",
)
DENTIST = Event(
    uid="absence-dentist@ines",
    starts=datetime(2026, 12, 2, 13, tzinfo=timezone(timedelta(hours=-8))),
    ends=datetime(2026, 12, 2, 17, tzinfo=timezone(timedelta(hours=-8))),
    summary="Ines away",
    changed=STAMP,
    is_cancelled=True,
)


def read(*events: Event) -> Calendar:
    found = Calendar.from_ical(calendar("Ines & Dana", events, 6))
    assert isinstance(found, Calendar)
    assert not found.errors
    return found


def test_another_program_reads_what_was_meant() -> None:
    found = read(BREAK, DENTIST)
    assert (found.calendar_name, found["VERSION"]) == ("Ines & Dana", "2.0")
    whole_days, moments = found.events
    assert (whole_days.start, whole_days.end) == (date(2026, 12, 21), date(2027, 1, 2))
    assert (whole_days["SUMMARY"], whole_days["DESCRIPTION"]) == (BREAK.summary, BREAK.description)
    assert (whole_days["UID"], whole_days["SEQUENCE"]) == (BREAK.uid, 2)
    assert (whole_days["URL"], whole_days["STATUS"]) == (BREAK.url, "CONFIRMED")
    assert whole_days.DTSTAMP == STAMP
    assert moments.start == datetime(2026, 12, 2, 21, tzinfo=UTC)
    assert moments.end == datetime(2026, 12, 3, 1, tzinfo=UTC)
    assert moments["STATUS"] == "CANCELLED"
    assert {"DESCRIPTION", "URL"}.isdisjoint(moments)


def test_days_are_days_and_moments_are_utc() -> None:
    lines = calendar("Ines", [BREAK, DENTIST], 6).decode().split("\r\n")
    assert "DTSTART;VALUE=DATE:20261221" in lines
    assert "DTSTART:20261202T210000Z" in lines
    assert "DTSTAMP:20261115T080000Z" in lines


def test_the_name_is_spelled_as_a_text_for_all_programs() -> None:
    lines = calendar("Ines, coach", [], 6).decode().split("\r\n")
    assert {"NAME:Ines\\, coach", "X-WR-CALNAME:Ines\\, coach"} <= {*lines}


def test_programs_are_told_how_often_to_look() -> None:
    lines = calendar("Ines", [], 6).decode().split("\r\n")
    assert "REFRESH-INTERVAL;VALUE=DURATION:PT6H" in lines
    assert "X-PUBLISHED-TTL:PT6H" in lines


def test_nobody_who_subscribes_is_busy_because_of_it() -> None:
    assert {each["TRANSP"] for each in read(BREAK, DENTIST).events} == {"TRANSPARENT"}


@pytest.mark.parametrize("text", ["x" * 300, "ü" * 150, "a" + "日本語" * 60, "🙂" * 80])
def test_long_lines_are_folded_at_75_octets_and_never_within_a_sign(text: str) -> None:
    event = Event("a@b", date(2026, 1, 1), date(2026, 1, 2), text, STAMP)
    content = calendar("Ines", [event], 6)
    lines = content.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert all(line.decode() for line in lines[:-1])
    assert read(event).events[0]["SUMMARY"] == text
