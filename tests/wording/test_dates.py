"""Months and the heads of calendars in the forms of a language."""

from datetime import date

import pytest

from portalgen.wording.dates import month_text, weekday_short_name, weekdays_in_order
from portalgen.wording.plain import locale_of


@pytest.mark.parametrize(
    ("language", "month", "head"),
    [
        ("en-US", "December 2026", "Su Mo Tu We Th Fr Sa"),
        ("en-GB", "December 2026", "Mo Tu We Th Fr Sa Su"),
        ("de", "Dezember 2026", "Mo. Di. Mi. Do. Fr. Sa. So."),
        ("fr", "Décembre 2026", "lu ma me je ve sa di"),
        ("es-ES", "Diciembre de 2026", "L M X J V S D"),
        ("ja", "2026年12月", "月 火 水 木 金 土 日"),
    ],
)
def test_a_month_and_its_weekdays_are_called_as_in_calendars(
    language: str, month: str, head: str
) -> None:
    locale = locale_of(language)
    assert month_text(locale, date(2026, 12, 24)) == month
    weekdays = weekdays_in_order(locale)
    assert " ".join(weekday_short_name(locale, each) for each in weekdays) == head
