import hashlib
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from portalgen.model.services import Price
from portalgen.model.values import Hours, Length, Money, Words, YearlyDay
from portalgen.wording.catalogs import Catalog
from portalgen.wording.voice import Voice

Speak = Callable[..., Voice]

MONDAY = date(2026, 12, 21)
THURSDAY = date(2026, 12, 24)
NEW_YEAR = date(2027, 1, 1)
USUAL = Hours.parse("09:00-12:00, 13:00-16:00")
CLOSED = Hours()


@pytest.mark.parametrize(
    ("language", "with_weekday", "without", "with_year"),
    [
        ("en-US", "Monday, December 21", "December 21", "Tuesday, December 21, 2027"),
        ("en-GB", "Monday 21 December", "21 December", "Tuesday 21 December 2027"),
        ("de-DE", "Montag, 21. Dezember", "21. Dezember", "Dienstag, 21. Dezember 2027"),
        (
            "es-ES",
            "lunes 21 de diciembre",
            "21 de diciembre",
            "martes 21 de diciembre de 2027",
        ),
        (
            "pt-BR",
            "segunda-feira, 21 de dezembro",
            "21 de dezembro",
            "terça-feira, 21 de dezembro de 2027",
        ),
        ("ja-JP", "12月21日(月曜日)", "12月21日", "2027年12月21日火曜日"),
    ],
)
def test_a_day_is_said_in_full_words(
    speak: Speak, language: str, with_weekday: str, without: str, with_year: str
) -> None:
    voice = speak(language=language)
    assert voice.day(MONDAY) == with_weekday
    assert voice.day_without_weekday(MONDAY) == without
    assert voice.day(date(2027, 12, 21)) == with_year


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 4, 30), "April 30, 2026"),
        (date(2026, 5, 1), "May 1"),
        (date(2026, 11, 30), "November 30"),
        (date(2027, 5, 31), "May 31"),
        (date(2027, 6, 1), "June 1, 2027"),
        (date(2027, 11, 1), "November 1, 2027"),
    ],
)
def test_a_year_is_said_beyond_six_months(speak: Speak, day: date, said: str) -> None:
    assert speak().day_without_weekday(day) == said


@pytest.mark.parametrize(
    ("first", "last", "long", "short"),
    [
        (MONDAY, MONDAY, "Monday, December 21", "December 21"),
        (
            MONDAY,
            THURSDAY,
            "Monday, December 21, through Thursday, December 24",
            "December 21 to 24",
        ),
        (
            MONDAY,
            NEW_YEAR,
            "Monday, December 21, through Friday, January 1",
            "December 21 to January 1",
        ),
        (
            date(2027, 7, 1),
            date(2027, 8, 3),
            "Thursday, July 1, through Tuesday, August 3, 2027",
            "July 1 to August 3, 2027",
        ),
        (
            date(2027, 12, 30),
            date(2028, 1, 3),
            "Thursday, December 30, 2027, through Monday, January 3, 2028",
            "December 30, 2027 to January 3, 2028",
        ),
    ],
)
def test_days_are_said_with_both_ends(
    speak: Speak, first: date, last: date, long: str, short: str
) -> None:
    assert speak().days(first, last) == long
    assert speak().days_without_weekday(first, last) == short


@pytest.mark.parametrize(
    ("language", "ends", "ends_with_year"),
    [
        ("en-GB", ("21", "24 December"), ("1", "24 December 2027")),
        ("de-DE", ("21.", "24. Dezember"), ("1.", "24. Dezember 2027")),
        ("es-ES", ("21", "24 de diciembre"), ("1", "24 de diciembre de 2027")),
        ("ja-JP", ("12月21日", "24日"), ("2027年12月1日", "24日")),
        ("zh-TW", ("12月21日", "12月24日"), ("2027年12月1日", "12月24日")),
    ],
)
def test_a_month_that_both_ends_share_is_said_where_the_language_says_it(
    speak: Speak, language: str, ends: tuple[str, str], ends_with_year: tuple[str, str]
) -> None:
    voice = speak(language=language)
    far = date(2027, 12, 1), date(2027, 12, 24)
    assert voice.day_ends_without_weekday(MONDAY, THURSDAY) == ends
    assert voice.day_ends_without_weekday(*far) == ends_with_year


def test_a_yearly_day_has_no_year(speak: Speak) -> None:
    assert speak().yearly(YearlyDay(2, 29)) == "February 29"
    assert speak(language="de").yearly(YearlyDay(12, 24)) == "24. Dezember"


@pytest.mark.parametrize(
    ("language", "nine", "hours", "evening", "night"),
    [
        (
            "en-US",
            "9:00 am",
            "9:00 am to 12:00 pm, 1:00 to 4:00 pm",
            "6:00 pm to midnight",
            "10:00 pm to 2:00 am",
        ),
        ("en-GB", "09:00", "09:00 to 12:00, 13:00 to 16:00", "18:00 to 24:00", "22:00 to 02:00"),
        (
            "de-DE",
            "09:00 Uhr",
            "09:00 bis 12:00 Uhr, 13:00 bis 16:00 Uhr",
            "18:00 bis 24:00 Uhr",
            "22:00 bis 02:00 Uhr",
        ),
        (
            "es-ES",
            "9:00",
            "de 9:00 a 12:00, de 13:00 a 16:00",
            "de 18:00 a 24:00",
            "de 22:00 a 2:00",
        ),
        ("pt-BR", "09:00", "09:00 to 12:00, 13:00 to 16:00", "18:00 to 24:00", "22:00 to 02:00"),
        ("ja-JP", "9:00", "9:00 to 12:00, 13:00 to 16:00", "18:00 to 24:00", "22:00 to 2:00"),
        (
            "ko-KR",
            "AM 9:00",
            "AM 9:00 to PM 12:00, PM 1:00 to 4:00",
            "PM 6:00 to midnight",
            "PM 10:00 to AM 2:00",
        ),
    ],
)
def test_a_clock_time_is_said_as_the_language_does(
    speak: Speak, language: str, nine: str, hours: str, evening: str, night: str
) -> None:
    voice = speak(language=language)
    assert voice.clock(9 * 60) == nine
    assert voice.hours(USUAL) == hours
    assert voice.hours(Hours.parse("18:00-24:00")) == evening
    assert voice.hours(Hours.parse("22:00-02:00")) == night


@pytest.mark.parametrize(
    ("minutes", "said"),
    [(0, "12:00 am"), (719, "11:59 am"), (720, "12:00 pm"), (1439, "11:59 pm"), (1500, "1:00 am")],
)
def test_a_clock_time_of_english_says_its_half_of_the_day(
    speak: Speak, minutes: int, said: str
) -> None:
    assert speak().clock(minutes) == said


def test_no_hours_are_closed_and_all_hours_are_all_day(speak: Speak) -> None:
    assert speak().hours(CLOSED) == "closed"
    assert speak().hours(Hours.parse("00:00-24:00")) == "all day"


def test_equal_days_of_a_week_in_a_row_stand_together(speak: Speak) -> None:
    morning = Hours.parse("09:00-12:00")
    week = [USUAL, USUAL, USUAL, morning, USUAL, CLOSED, CLOSED]
    long = "9:00 am to 12:00 pm and 1:00 to 4:00 pm"
    assert speak().week(week) == (
        ("Monday to Wednesday", long),
        ("Thursday", "9:00 am to 12:00 pm"),
        ("Friday", long),
        ("Saturday and Sunday", "closed"),
    )


def test_days_have_a_capital_where_they_begin_a_line_and_none_in_a_sentence(speak: Speak) -> None:
    spanish = speak(language="es-ES")
    week = [Hours.parse("09:00-12:00")] * 4 + [CLOSED] * 3
    assert spanish.week(week)[0] == ("De lunes a jueves", "de 9:00 a 12:00")
    assert spanish.open_days(week) == ("de lunes a jueves, de 9:00 a 12:00",)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en-US", "Wednesday, December 16, 5:00 pm"),
        ("en-GB", "Wednesday 16 December, 17:00"),
        ("de-DE", "Mittwoch, 16. Dezember, 17:00 Uhr"),
        ("es-ES", "miércoles 16 de diciembre a las 17:00"),
        ("ja-JP", "12月16日(水曜日), 17:00"),
    ],
)
def test_a_moment_is_said_in_the_zone_of_the_practice(
    speak: Speak, language: str, said: str
) -> None:
    voice = speak(language=language)
    assert voice.moment(datetime(2026, 12, 16, 17)) == said
    assert voice.moment(datetime(2026, 12, 17, 1, tzinfo=UTC)) == said


@pytest.mark.parametrize(
    ("language", "hour", "said"),
    [
        ("es-ES", 1, "viernes 1 de enero a la 1:00"),
        ("es-ES", 13, "viernes 1 de enero a las 13:00"),
        ("es-MX", 13, "viernes 1 de enero a la 1:00 p.m."),
        ("es-MX", 11, "viernes 1 de enero a las 11:00 a.m."),
    ],
)
def test_one_oclock_has_an_article_of_its_own(
    speak: Speak, language: str, hour: int, said: str
) -> None:
    assert speak(language=language).moment(datetime(2027, 1, 1, hour)) == said


@pytest.mark.parametrize(
    ("language", "four", "five"),
    [
        ("en-US", "€1,250", "€12,500"),
        ("de-DE", "1.250 €", "12.500 €"),
        ("es-ES", "1250 €", "12.500 €"),
        ("es-MX", "EUR 1,250", "EUR 12,500"),
        ("pt-PT", "1250 €", "12 500 €"),
    ],
)
def test_four_digits_stand_together_where_the_language_writes_them_so(
    speak: Speak, language: str, four: str, five: str
) -> None:
    voice = speak(language=language)
    assert voice.money(Money.parse("1250 EUR")) == four
    assert voice.money(Money.parse("12500 EUR")) == five


@pytest.mark.parametrize(
    ("language", "usd", "eur", "yen"),
    [
        ("en-US", "$420", "€1,200.50", "¥80"),
        ("en-GB", "US$420", "€1,200.50", "JP¥80"),
        ("de-DE", "420 $", "1.200,50 €", "80 ¥"),
        ("es-ES", "420 US$", "1200,50 €", "80 JPY"),
        ("pt-BR", "US$ 420", "€ 1.200,50", "JP¥ 80"),
        ("ja-JP", "$420", "€1,200.50", "￥80"),
    ],
)
def test_money_has_decimals_only_if_it_needs_them(
    speak: Speak, language: str, usd: str, eur: str, yen: str
) -> None:
    voice = speak(language=language)
    said = [voice.money(Money.parse(each)) for each in ("420 USD", "1200.50 EUR", "80 JPY")]
    assert said == [usd, eur, yen]


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"amount": "420 USD"}, "$420"),
        ({"amount": "420.00 USD", "per": "month"}, "$420 per month"),
        ({"amount": "1200.50 USD", "at_least": "yes"}, "from $1,200.50"),
        ({"amount": "420 USD", "per": "month", "at_least": "yes"}, "from $420 per month"),
    ],
)
def test_a_price_is_said_in_one_phrase(speak: Speak, fields: dict[str, str], said: str) -> None:
    assert speak().price(Price.model_validate(fields)) == said


@pytest.mark.parametrize(
    ("typed", "length", "within", "every"),
    [
        ("1 minute", "1 minute", "within 1 minute", "every minute"),
        ("50 minutes", "50 minutes", "within 50 minutes", "every 50 minutes"),
        ("24 hours", "24 hours", "within 24 hours", "every 24 hours"),
        ("1 day", "1 day", "within 1 day", "every day"),
        ("2 weeks", "2 weeks", "within 2 weeks", "every 2 weeks"),
        ("3 business hours", "3 business hours", "within 3 business hours", None),
        ("1 business day", "1 business day", "within 1 business day", "every business day"),
        ("2 business days", "2 business days", "within 2 business days", None),
        ("1200 minutes", "1,200 minutes", "within 1,200 minutes", "every 1,200 minutes"),
    ],
)
def test_a_length_is_said_in_words(
    speak: Speak, typed: str, length: str, within: str, every: str | None
) -> None:
    voice, parsed = speak(), Length.parse(typed)
    assert voice.length(parsed) == length
    assert voice.within(parsed) == within
    assert voice.every(parsed) == (every or f"every {length}")


def test_a_named_value_is_said_as_its_kind(speak: Speak) -> None:
    voice = speak()
    values = Length.parse("24 hours"), Money.parse("80 USD"), Decimal("1234.125"), Words("two")
    assert [voice.named_value(each) for each in values] == ["24 hours", "$80", "1,234.125", "two"]


@pytest.mark.parametrize(
    ("language", "two", "three"),
    [
        ("en-US", "a and b", "a, b, and c"),
        ("en-GB", "a and b", "a, b and c"),
        ("de", "a und b", "a, b und c"),
        ("ja", "a、b", "a、b、c"),
    ],
)
def test_a_list_is_said_as_in_a_sentence(speak: Speak, language: str, two: str, three: str) -> None:
    voice = speak(language=language)
    assert voice.listed(["a"]) == "a"
    assert voice.listed(["a", "b"]) == two
    assert voice.listed(("a", "b", "c")) == three


@pytest.mark.parametrize(
    ("tag", "lang", "direction"),
    [
        ("en-US", "en-US", "ltr"),
        ("en-GB", "en-GB", "ltr"),
        ("ar-EG", "en", "rtl"),
        ("he", "en", "rtl"),
        ("tlh", "en", "ltr"),
    ],
)
def test_a_language_without_a_catalog_has_english_words_and_its_own_direction(
    speak: Speak, tag: str, lang: str, direction: str
) -> None:
    voice = speak(language=tag)
    assert (voice.tag, voice.lang, voice.direction) == (tag, lang, direction)
    assert voice.hours(CLOSED) == "closed"


@pytest.mark.parametrize(
    ("tag", "ours"),
    [
        ("en-GB", {}),
        ("de-CH", {}),
        ("fr-FR", {"lang": "en", "dir": "ltr"}),
        ("ar", {"lang": "en", "dir": "ltr"}),
    ],
)
def test_words_in_another_language_than_the_page_say_so(
    speak: Speak, tag: str, ours: dict[str, str]
) -> None:
    assert speak(language=tag).ours == ours


def test_a_stop_after_one_that_ends_a_clock_time_is_one(speak: Speak) -> None:
    mexican = speak(language="es-MX")
    said = mexican.gettext("Next word by %(day)s.", day=mexican.clock(17 * 60))
    assert said == "Próximas noticias a más tardar el 5:00 p.m."


def test_a_word_of_the_portal_can_be_seen_to_pass_through_the_catalog(
    speak: Speak, pseudo: Catalog
) -> None:
    voice = speak(pseudo)
    assert voice.length(Length.parse("2 days")) == "⟦2 days⟧"
    assert voice.hours(CLOSED) == "⟦closed⟧"
    assert voice.zone == "⟦Pacific time (San Diego)⟧"
    assert voice.moment(datetime(2026, 12, 16, 17)) == "⟦Wednesday, December 16, ⟦5:00 pm⟧⟧"


_ALL_THAT_IS_SAID = """
from datetime import date, datetime
from portalgen.model.practice import Practice
from portalgen.model.values import Hours, Length, Money
from portalgen.wording.voice import voice_of
for language in ("en-US", "de-DE", "ja-JP"):
    fields = {"name": "X", "timezone": "Europe/Lisbon", "contact": {"email": "a@b.example"}}
    practice = Practice.model_validate(fields | {"language": language})
    v = voice_of(practice, date(2026, 11, 1))
    print(ascii([v.zone, v.day(date(2026, 12, 21)), v.moment(datetime(2026, 12, 16, 17)),
        v.hours(Hours.parse("09:00-12:00")), v.money(Money.parse("1200.50 EUR")),
        v.listed(["a", "b", "c"]), v.number(1200), v.lang, v.kind_words]))
"""


@pytest.mark.parametrize(
    "machine",
    [
        {"LANG": "de_DE.UTF-8", "TZ": "Asia/Tokyo"},
        {"LC_ALL": "ja_JP.UTF-8", "LANGUAGE": "es:pt"},
        {"LANG": "nonsense", "LC_ALL": "!!", "TZ": "No/Where"},
        {"LC_ALL": "C", "PYTHONHASHSEED": "7"},
    ],
)
def test_nothing_depends_on_the_machine(machine: dict[str, str]) -> None:
    assert _said_on({}) == _said_on(machine)


def _said_on(machine: dict[str, str]) -> str:
    known = {"PATH", "PYTHONPATH", "SYSTEMROOT"}
    environment = {key: value for key, value in os.environ.items() if key in known}
    environment["PYTHONPATH"] = os.pathsep.join(each for each in sys.path if each)
    said = subprocess.run(
        [sys.executable, "-c", _ALL_THAT_IS_SAID],
        env=environment | machine,
        capture_output=True,
        check=True,
    ).stdout
    assert said.count(b"\n") == 3
    return hashlib.sha256(said).hexdigest()
