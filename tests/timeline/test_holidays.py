"""Public holidays as owners name them."""

import subprocess
import sys
from datetime import date
from typing import Any

import pytest

from portalgen.model.availability import PublicHolidays
from portalgen.timeline.holidays import (
    HolidayCalendar,
    holiday_names,
    holidays_in,
    holidays_of,
    region_is_known,
    supported_countries,
    supported_regions,
    unknown_names,
)


def rules(**fields: Any) -> PublicHolidays:
    return PublicHolidays.model_validate(fields)


def calendar(language: str = "en-US", **fields: Any) -> HolidayCalendar:
    return holidays_of(rules(**fields), language)


@pytest.mark.parametrize(
    ("language", "fields", "day", "name"),
    [
        ("en-US", {"country": "US"}, "2026-11-26", "Thanksgiving Day"),
        ("en-US", {"country": "US"}, "2026-11-25", None),
        # The Fourth is a Saturday: the Friday before is closed too.
        ("en-US", {"country": "US"}, "2026-07-03", "Independence Day (observed)"),
        # Its name includes its observed day, in `closed` and in `open`.
        (
            "en-US",
            {"country": "US", "closed": "independence day"},
            "2026-07-03",
            "Independence Day (observed)",
        ),
        ("en-US", {"country": "US", "open": "Independence Day"}, "2026-07-03", None),
        ("en-US", {"country": "US", "open": "Independence Day"}, "2026-07-04", None),
        (
            "en-US",
            {"country": "US", "open": "Independence Day"},
            "2026-11-26",
            "Thanksgiving Day",
        ),
        ("en-US", {"country": "US", "closed": "Labor Day"}, "2026-11-26", None),
        # A region has days of its own.
        ("en-US", {"country": "US", "region": "CA"}, "2026-11-27", "Day After Thanksgiving"),
        ("en-US", {"country": "US"}, "2026-11-27", None),
        # The portal's language, or English, both name a day; the portal's is shown.
        ("de", {"country": "DE"}, "2026-04-03", "Karfreitag"),
        ("de", {"country": "DE", "closed": ["Good Friday"]}, "2026-04-03", "Karfreitag"),
        ("de", {"country": "DE", "closed": ["Karfreitag"]}, "2026-04-03", "Karfreitag"),
        ("de", {"country": "DE", "open": ["Karfreitag"]}, "2026-04-03", None),
        ("de-AT", {"country": "DE"}, "2026-04-03", "Karfreitag"),
        # A language that the country lacks falls back to English.
        ("sv", {"country": "US"}, "2026-12-25", "Christmas Day"),
        # Curly and straight apostrophes are one.
        (
            "en-US",
            {"country": "US", "closed": ["New Year\u2019s Day"]},
            "2026-01-01",
            "New Year's Day",
        ),
    ],
)
def test_a_holiday_closes_as_the_owner_says(
    language: str, fields: dict[str, Any], day: str, name: str | None
) -> None:
    assert calendar(language, **fields).closing(date.fromisoformat(day)) == name


def test_of_two_holidays_on_one_day_each_may_be_excepted() -> None:
    day = date(2026, 8, 15)
    both = calendar(country="IN", region="MH").closing(day)
    assert both == "Independence Day, Parsi New Year (Shahenshahi)"
    one = calendar(country="IN", region="MH", open=["Independence Day"]).closing(day)
    assert one == "Parsi New Year (Shahenshahi)"
    names = ["Independence Day", "Parsi New Year (Shahenshahi)"]
    assert calendar(country="IN", region="MH", open=names).closing(day) is None


def test_a_portal_without_rules_is_never_closed_by_a_holiday() -> None:
    without = holidays_of(None, "en-US")
    assert without.closing(date(2026, 12, 25)) is None
    assert without.knows(2500)


@pytest.mark.parametrize(
    ("fields", "year", "knows"),
    [
        ({"country": "US"}, 2026, True),
        ({"country": "US"}, 2200, False),
        ({"country": "XX"}, 2026, False),
        ({"country": "US", "region": "ZZ"}, 2026, False),
        ({"country": "DE", "region": "bayern"}, 2026, True),
    ],
)
def test_what_has_no_data_is_unknown(fields: dict[str, str], year: int, knows: bool) -> None:
    found = calendar(**fields)
    assert found.knows(year) is knows
    assert knows or found.closing(date(year, 1, 1)) is None


def test_names_are_listed_once_with_their_english_name() -> None:
    names = holiday_names("DE", "NI", "de", [2026, 2027])
    assert names[:3] == (
        ("Neujahr", "New Year's Day"),
        ("Karfreitag", "Good Friday"),
        ("Ostermontag", "Easter Monday"),
    )
    assert len(names) == 10
    # An observed day is no name of its own.
    american = [name for name, _ in holiday_names("US", None, "en-US", range(2024, 2030))]
    assert "Independence Day" in american
    assert not [name for name in american if "observed" in name]


def test_names_that_no_holiday_has_are_found() -> None:
    found = rules(country="DE", closed=["Karfreitag", "Christmas Day", "Karfeitag"])
    assert unknown_names(found, "de", [2026]) == ("Karfeitag",)
    assert unknown_names(rules(country="US", open="Columbus Day"), "en-US", [2026]) == ()


def test_countries_and_regions_can_be_suggested() -> None:
    assert {"US", "DE", "GB"} <= set(supported_countries())
    assert "CA" in supported_regions("US")
    assert supported_regions("XX") == ()
    assert region_is_known("US", None)
    assert region_is_known("DE", "NI")
    assert not region_is_known("US", "NI")


ASK = """
from datetime import date
from portalgen.model.availability import PublicHolidays
from portalgen.timeline import holidays
import sys
assert "holidays" not in sys.modules
rules = PublicHolidays.model_validate({"country": "US"})
print([holidays.holidays_of(rules, each).closing(date(2026, 12, 25)) for each in ("sv", "en-US")])
"""


@pytest.mark.parametrize("machine", ["th_TH.UTF-8", "C", "de_DE.UTF-8"])
def test_the_language_of_the_machine_changes_nothing(machine: str) -> None:
    found = subprocess.run(
        [sys.executable, "-c", ASK],
        env={"LANG": machine, "LANGUAGE": machine, "PYTHONPATH": ":".join(sys.path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert found.stdout.strip() == "['Christmas Day', 'Christmas Day']"


def test_every_country_can_be_asked_by_itself() -> None:
    """One country is imported without the others; each must still find what it needs."""
    countries = [code for code in supported_countries() if len(code) == 2]
    # Ukraine has suspended its holidays, and nobody lives on three of the islands.
    empty = [code for code in countries if not holidays_in(code, None, "en-US", [2026])]
    assert len(countries) > 150
    assert set(empty) <= {"BV", "HM", "IO", "UA"}


def test_asking_for_one_country_imports_no_unrelated_one() -> None:
    code = (
        "import sys\n"
        "from portalgen.timeline.holidays import holidays_in\n"
        "assert holidays_in('US', 'CA', 'en-US', [2026])\n"
        "print(*(m for m in sys.modules if m.startswith('holidays.countries.')))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["holidays.countries.united_states"]
