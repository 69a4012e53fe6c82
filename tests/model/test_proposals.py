"""What a text was probably meant to be; nothing where two things could be meant."""

import pytest

from portalgen.model import proposals


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2026-2-3", "2026-02-03"),
        ("2026/12/13", "2026-12-13"),
        ("13/12/2026", "2026-12-13"),
        ("12/13/2026", "2026-12-13"),
        ("13.12.2026", "2026-12-13"),
        ("3.2.2026", "2026-02-03"),
        ("5/5/2026", "2026-05-05"),
        ("Dec 13, 2026", "2026-12-13"),
        ("December 3rd 2026", "2026-12-03"),
        ("13 December 2026", "2026-12-13"),
        ("3/2/2026", ""),
        ("31/31/2026", ""),
        ("30.2.2026", ""),
        ("December 13", ""),
        ("13/12/26", ""),
        ("soon", ""),
    ],
)
def test_a_day(typed: str, meant: str) -> None:
    assert proposals.meant_day(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("9am", "09:00"),
        ("9 AM", "09:00"),
        ("12am", "00:00"),
        ("12 pm", "12:00"),
        ("5:30 p.m.", "17:30"),
        ("9:00", "09:00"),
        ("09.30", "09:30"),
        ("17h", "17:00"),
        ("17h30", "17:30"),
        ("9", "09:00"),
        ("13pm", ""),
        ("25:00", ""),
        ("9:75", ""),
        ("noon", ""),
    ],
)
def test_a_clock_time(typed: str, meant: str) -> None:
    assert proposals.meant_clock(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("12/13/2026 9am", "2026-12-13 09:00"),
        ("13.12.2026 at 17h", "2026-12-13 17:00"),
        ("Dec 13, 2026 5 pm", "2026-12-13 17:00"),
        ("2026-12-13T9:00", "2026-12-13 09:00"),
        ("2026-12-13", ""),
        ("9am", ""),
    ],
)
def test_a_moment(typed: str, meant: str) -> None:
    assert proposals.meant_moment(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("9am-5pm", "09:00-17:00"),
        ("9-5pm", "09:00-17:00"),
        ("1-5pm", "13:00-17:00"),
        ("9:00 to 12:00", "09:00-12:00"),
        ("9.00-12.30; 13.30-17.00", "09:00-12:30, 13:30-17:00"),
        ("9am-12pm and 1pm-4pm", "09:00-12:00, 13:00-16:00"),
        ("9-5", ""),
        ("9am", ""),
        ("mornings", ""),
    ],
)
def test_hours(typed: str, meant: str) -> None:
    assert proposals.meant_hours(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("24h", "24 hours"),
        ("50 min", "50 minutes"),
        ("a day", "1 day"),
        ("two weeks", "2 weeks"),
        ("1.5 days", "36 hours"),
        ("1,5 hours", "90 minutes"),
        ("half an hour", "30 minutes"),
        ("1 bussiness day", "1 business day"),
        ("2 working days", "2 business days"),
        ("1.5 business days", ""),
        ("2 months", ""),
        ("soon", ""),
        ("0.3333 minutes", ""),
    ],
)
def test_a_length(typed: str, meant: str) -> None:
    assert proposals.meant_length(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("1,200 EUR", "1200 EUR"),
        ("1.200,50 EUR", "1200.50 EUR"),
        ("1,200.50 EUR", "1200.50 EUR"),
        ("1 200 EUR", "1200 EUR"),
        ("1'200 CHF", "1200 CHF"),
        ("420,5 EUR", "420.50 EUR"),
        ("EUR 420", "420 EUR"),
        ("€420", "420 EUR"),
        ("420 euros", "420 EUR"),
        ("£80", "80 GBP"),
        ("1,234,567 USD", "1234567 USD"),
        ("12,34,567 USD", ""),
        ("$420", ""),
        ("420", ""),
        ("a lot", ""),
        ("1,,2 EUR", ""),
    ],
)
def test_money(typed: str, meant: str) -> None:
    assert proposals.meant_money(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Monday", "mon"),
        ("Tues", "tue"),
        ("Tuesday to Friday", "tue-fri"),
        ("mon through thu", "mon-thu"),
        ("Saturday & Sunday", "sat, sun"),
        ("wendesday", "wed"),
        ("fridays", "fri"),
        ("weekdays", "mon-fri"),
        ("every day", "mon-sun"),
        ("someday", ""),
        ("holidays", ""),
    ],
)
def test_days_of_the_week(typed: str, meant: str) -> None:
    assert proposals.meant_weekdays(typed) == meant


@pytest.mark.parametrize(
    ("year", "month", "fact"),
    [
        (2026, 2, "February 2026 has 28 days."),
        (2028, 2, "February 2028 has 29 days."),
        (2100, 2, "February 2100 has 28 days."),
        (2026, 4, "April 2026 has 30 days."),
        (2026, 13, "The month comes second, and there are 12."),
        (2026, 0, "The month comes second, and there are 12."),
    ],
)
def test_why_a_day_is_on_no_calendar(year: int, month: int, fact: str) -> None:
    assert proposals.calendar_fact(year, month) == fact
