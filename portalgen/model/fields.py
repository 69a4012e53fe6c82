"""The types of the model's fields: a Python type, and how the owner writes it."""

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated

from portalgen.model import reading, values
from portalgen.model.values import (
    FurtherNotice,
    Hours,
    Length,
    Markdown,
    Money,
    Words,
    YearlyDay,
)
from portalgen.model.written import Written

DAY_PATTERN = r"^\d{4}-\d{2}-\d{2}$"
_MOMENT = r"\d{4}-\d{2}-\d{2}[ T]+\d{2}:\d{2}"
_DAY_OR_MOMENT = r"^\d{4}-\d{2}-\d{2}([ T]+\d{2}:\d{2})?$"

YesNo = Annotated[
    bool, Written("yes or no", "yes or no", reading.yes_no, "yes", None, ("yes", "no"))
]
Text = Annotated[Words, Written("words", "words", reading.words, "In person or by video")]
Lines = Annotated[
    Words, Written("lines", "one or more lines of words", reading.lines, "12 Elm Street")
]
Name = Annotated[str, Written("name", "plain words", reading.name, "Dana Whitlock")]
Prose = Annotated[
    Markdown, Written("Markdown", "text in Markdown", reading.markdown, "Call **911** first.")
]
Slug = Annotated[
    str,
    Written(
        "short name",
        "a short name: small letters, digits, hyphens",
        reading.slug,
        "one-to-one",
        reading.SLUG_PATTERN,
    ),
]
Day = Annotated[
    date, Written("day", "a day, YYYY-MM-DD", values.parse_day, "2026-12-21", DAY_PATTERN)
]
Moment = Annotated[
    datetime,
    Written(
        "moment",
        "a moment, YYYY-MM-DD HH:MM",
        values.parse_moment,
        "2026-12-16 17:00",
        f"^{_MOMENT}$",
    ),
]
DayOrMoment = Annotated[
    date | datetime,
    Written(
        "day or moment",
        "a day, YYYY-MM-DD, or a moment, YYYY-MM-DD HH:MM",
        reading.day_or_moment,
        "2026-12-21",
        _DAY_OR_MOMENT,
    ),
]
End = Annotated[
    date | datetime | FurtherNotice,
    Written(
        "day, moment or further notice",
        "a day, a moment, or the words: further notice",
        reading.until,
        "2027-01-01",
        rf"^({_DAY_OR_MOMENT[1:-1]}| *[fF][uU][rR][tT][hH][eE][rR] +[nN][oO][tT][iI][cC][eE] *)$",
    ),
]
DayOrYearlyDay = Annotated[
    date | YearlyDay,
    Written(
        "day or yearly day",
        "a day, YYYY-MM-DD, or a day of every year, MM-DD",
        reading.day_or_yearly,
        "12-24",
        r"^(\d{4}-)?\d{2}-\d{2}$",
    ),
]
LengthOfTime = Annotated[
    Length,
    Written("length", "a length, such as 2 business days", Length.parse, "2 days", Length.PATTERN),
]
LengthOrDay = Annotated[
    Length | date,
    Written(
        "length or day",
        "a length, such as 14 days, or a day, YYYY-MM-DD",
        reading.length_or_day,
        "14 days",
        rf"{Length.PATTERN}|{DAY_PATTERN}",
    ),
]
LengthOrWords = Annotated[
    Length | Words,
    Written("length or words", "a length or words", reading.length_or_words, "1 business day"),
]
Amount = Annotated[
    Money, Written("money", "money, such as 420 USD", Money.parse, "420 USD", Money.PATTERN)
]
AmountOrWords = Annotated[
    Money | Words, Written("money or words", "money or words", reading.money_or_words, "80 USD")
]
NamedValue = Annotated[
    Length | Money | Decimal | Words,
    Written("value", "a length, money, a number or words", reading.named_value, "24 hours"),
]
WholeNumber = Annotated[
    int, Written("whole number", "a whole number", reading.whole_number, "3", r"^ *\d{1,6} *$")
]
Timezone = Annotated[
    str,
    Written(
        "time zone",
        "a time zone with area and city",
        reading.timezone,
        "Europe/Lisbon",
        r"^[A-Z][A-Za-z]+/[A-Za-z0-9_/+-]+$",
    ),
]
Language = Annotated[
    str,
    Written(
        "language", "the code of a language", reading.language, "en-US", reading.LANGUAGE_PATTERN
    ),
]
Email = Annotated[
    str,
    Written(
        "e-mail address",
        "an e-mail address",
        reading.email,
        "ines@example.com",
        reading.EMAIL_PATTERN,
    ),
]
Phone = Annotated[
    str,
    Written(
        "phone number",
        "a phone number with the country code, in quotes",
        reading.phone,
        "+1 619 555 0142",
        reading.PHONE_PATTERN,
    ),
]
Url = Annotated[
    str,
    Written(
        "web address",
        "a web address",
        reading.url,
        "https://book.example/ines",
        reading.URL_PATTERN,
    ),
]
Image = Annotated[
    str,
    Written(
        "image",
        "the name of a file in content/images",
        reading.image,
        "photo.jpg",
        reading.IMAGE_PATTERN,
    ),
]
Color = Annotated[
    str,
    Written(
        "color", 'a color, in quotes: "#2f6f62"', reading.color, "#2f6f62", reading.COLOR_PATTERN
    ),
]
Repository = Annotated[
    str,
    Written(
        "repository",
        "owner/name",
        reading.repository,
        "ines/portal",
        r"^[A-Za-z0-9_.-]+/[A-Za-z0-9_.-]+$",
    ),
]

OpenHours = Annotated[
    Hours,
    Written(
        "hours",
        "hours such as 09:00-12:30, 13:30-17:00, or closed",
        Hours.parse,
        "09:00-12:30, 13:30-17:00",
        Hours.PATTERN,
    ),
]
