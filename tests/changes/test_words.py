"""The words of the command line, as they are meant on a Monday morning."""

from datetime import date, datetime

import pytest

from portalgen.changes.words import (
    Time,
    day_meant,
    end_meant,
    length_or_day_meant,
    time_meant,
)
from portalgen.model.values import FurtherNotice, Length, Unit, Unreadable

MONDAY = datetime(2026, 11, 23, 7, 10)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("now", MONDAY),
        ("today", date(2026, 11, 23)),
        ("Tomorrow", date(2026, 11, 24)),
        ("tuesday", date(2026, 11, 24)),
        ("Fri", date(2026, 11, 27)),
        ("sunday", date(2026, 11, 29)),
        ("monday", date(2026, 11, 30)),
        ("2026-12-21", date(2026, 12, 21)),
        ("2026-12-21 13:00", datetime(2026, 12, 21, 13)),
        ("2026-12-21T13:00", datetime(2026, 12, 21, 13)),
        ("14:00", datetime(2026, 11, 23, 14)),
        ("tomorrow 14:30", datetime(2026, 11, 24, 14, 30)),
        ("friday 24:00", datetime(2026, 11, 28)),
        ("24:00", datetime(2026, 11, 24)),
    ],
)
def test_a_time_is_meant_as_the_owner_says_it(text: str, meant: Time) -> None:
    found = time_meant(text, MONDAY)
    assert (found, type(found)) == (meant, type(meant))


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("friday", date(2026, 12, 4)),
        ("saturday", date(2026, 11, 28)),
        ("17:00", datetime(2026, 11, 27, 17)),
        ("tomorrow", date(2026, 11, 24)),
        ("now", MONDAY),
    ],
)
def test_weekdays_and_clock_times_count_from_another_day_that_is_given(
    text: str, meant: Time
) -> None:
    assert time_meant(text, MONDAY, after=date(2026, 11, 27)) == meant


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("tomorow", "`tomorow` is not a day. Did you mean tomorrow?"),
        ("fridya", "`fridya` is not a day. Did you mean friday?"),
        ("13.12.2026", "`13.12.2026` is not how a day is written. Write 2026-12-13."),
        ("Dec 13, 2026", "`Dec 13, 2026` is not how a day is written. Write 2026-12-13."),
        ("2026-02-30", "`2026-02-30` is a day that no calendar has. February 2026 has 28 days."),
        ("2pm", "`2pm` is not how a clock time is written. Write 14:00."),
        ("friday 2pm", "`2pm` is not how a clock time is written. Write 14:00."),
        ("25:00", "`25:00` is not a clock time. Write hours and minutes, such as 09:00 or 17:30."),
        ("soon", "`soon` is not a day. Write such as 2026-12-21, or 2026-12-21 13:00."),
        ("", "`` is not a day. Write such as 2026-12-21, or 2026-12-21 13:00."),
    ],
)
def test_what_is_no_time_is_told_with_what_may_be_meant(text: str, said: str) -> None:
    with pytest.raises(Unreadable) as refused:
        time_meant(text, MONDAY)
    assert f"{refused.value.found} {refused.value.instead}" == said


def test_an_end_may_be_further_notice() -> None:
    assert end_meant("Further  notice", MONDAY) is FurtherNotice.FURTHER_NOTICE
    assert end_meant("friday", MONDAY) == date(2026, 11, 27)
    with pytest.raises(Unreadable) as refused:
        end_meant("furter notice", MONDAY)
    assert refused.value.instead == "Did you mean further notice?"


def test_a_day_has_no_clock_time() -> None:
    assert day_meant("friday", MONDAY) == date(2026, 11, 27)
    with pytest.raises(Unreadable) as refused:
        day_meant("friday 17:00", MONDAY)
    assert refused.value.instead == "Write the day alone: 2026-11-27."


def test_an_announcement_is_a_length_or_a_day() -> None:
    assert length_or_day_meant("14 days", MONDAY) == Length(14, Unit.DAY)
    assert length_or_day_meant("today", MONDAY) == date(2026, 11, 23)
    for wrong, instead in (("14d", "Write 14 days."), ("tody", "Did you mean today?")):
        with pytest.raises(Unreadable) as refused:
            length_or_day_meant(wrong, MONDAY)
        assert refused.value.instead == instead
