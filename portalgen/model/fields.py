"""The types of the model's fields: how the owner writes each, and how it is read.

Every scalar arrives as the characters that were typed. A `Written` stands beside the Python
type in an `Annotated`, reads those characters, and carries what the reference, the schemas
and the phone editor tell about them.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from portalgen import days
from portalgen.model import proposals, values
from portalgen.model.currencies import CURRENCIES
from portalgen.model.section import Broken, BrokenKey, Path, broken_error
from portalgen.model.values import (
    FurtherNotice,
    Hours,
    Length,
    Markdown,
    Money,
    Unreadable,
    Words,
    YearlyDay,
)
from portalgen.problems import nearest


@dataclass(frozen=True)
class Written:
    """How a field is written.

    `kind` names it in the reference, `hint` says in a phrase what to write, `pattern` is the
    regular expression (ECMA 262, anchored) of a text that an editor accepts, `choices` are
    all texts there are. `read` turns the typed text into the value or raises `Unreadable`.
    `example` is a text that `read` accepts.
    """

    kind: str
    hint: str
    read: Callable[[str], Any] = field(repr=False)
    example: str = ""
    pattern: str | None = None
    choices: tuple[str, ...] = ()

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(self._validate)

    def _validate(self, typed: Any) -> Any:
        if isinstance(typed, Mapping | list | tuple):
            raise broken_error(_not_a_text((), typed, self.hint))
        if type(typed) is not str:
            # A value that was read before: models are also made from other models.
            return typed
        try:
            return self.read(typed)
        except Unreadable as error:
            instead = _STRAIGHT_QUOTES if typed[:1] in _CURLY_QUOTES else error.instead
            raise broken_error(Broken((), error.found, instead)) from None


_CURLY_QUOTES = tuple("\u201c\u201d\u201e\u00ab\u00bb\u2018\u2019\u201a")
_STRAIGHT_QUOTES = 'Use straight quotes, as in "…", or none.'


def _not_a_text(path: Path, typed: Any, hint: str) -> Broken:
    """Return the rule that one text is expected where a list or keys stand."""
    if not isinstance(typed, Mapping):
        return Broken(path, "A list stands here where one text is expected.", f"Write {hint}.")
    keys = [f"`{key}:`" for key in typed]
    found = f"{', '.join(keys[:4])} {'stands' if len(keys) == 1 else 'stand'} here where one text "
    quotes = "; or put quotes around the whole text, if the colon belongs to it"
    return Broken(path, f"{found}is expected.", f"Write {hint}{quotes if len(keys) == 1 else ''}.")


@dataclass(frozen=True)
class WrittenMap:
    """How a map with free keys is written: each key and each value by itself.

    `key_pattern` is for editors; `read` turns key and value texts into an item.
    """

    kind: str
    hint: str
    read: Callable[[Mapping[str, str]], Any] = field(repr=False)
    value: Written
    key_pattern: str
    example: str = ""

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(self._validate)

    def _validate(self, typed: Any) -> Any:
        if not isinstance(typed, Mapping):
            is_list = isinstance(typed, list)
            what = "A list stands" if is_list else f"`{typed}` stands"
            found = f"{what} here where lines with keys are expected."
            dashes = "Leave off the dashes" if is_list else "Begin below it"
            raise broken_error(Broken((), found, f"{dashes} and write {self.hint}."))
        typed = {key: value for key, value in typed.items() if value is not None}
        if not all(isinstance(value, str) for value in typed.values()):
            if not any(isinstance(value, Mapping | list) for value in typed.values()):
                return typed
            raise broken_error(
                *(
                    _not_a_text((key,), value, self.value.hint)
                    for key, value in typed.items()
                    if not isinstance(value, str)
                )
            )
        return self.read(typed)


def choice(kind: type[StrEnum], hint: str = "") -> Written:
    """Return how one of a few words is written; case does not matter."""
    words = tuple(each.value for each in kind)

    def read(text: str) -> StrEnum:
        try:
            return kind(text.strip().lower())
        except ValueError:
            close = nearest(text.strip(), words) if "," not in text else None
            instead = f"Did you mean `{close}`?" if close else f"Write one of: {', '.join(words)}."
            if sum(word in text.lower() for word in words) > 1 and close is None:
                instead += _ONE_A_LINE
            raise Unreadable(f"`{text}` is not a choice here.", instead) from None

    return Written("choice", hint or f"one of: {', '.join(words)}", read, words[0], None, words)


_ONE_A_LINE = " In a list, each stands in a line of its own, with a dash in front."


def _yes_no(text: str) -> bool:
    answer = {"yes": True, "true": True, "no": False, "false": False}.get(text.strip().lower())
    if answer is None:
        raise Unreadable(f"`{text}` is neither yes nor no.", "Write yes or no.")
    return answer


def _words(text: str) -> Words:
    return Words(" ".join(text.split()))


def _lines(text: str) -> Words:
    return Words("\n".join(" ".join(line.split()) for line in text.strip().splitlines()))


def _name(text: str) -> str:
    _refuse_facts(text)
    return " ".join(text.split())


def _refuse_facts(text: str) -> None:
    if "{{" in text:
        raise Unreadable(
            "Facts such as {{ practice.name }} can not stand here.", "Write the words themselves."
        )


def _markdown(text: str) -> Markdown:
    return Markdown(text.rstrip())


_RESERVED = {"con", "prn", "aux", "nul"} | {
    f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10)
}
SLUG_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"


def parse_slug(text: str) -> str:
    """Read a short name that may stand in an address: small letters, digits and hyphens."""
    if re.fullmatch(r"[^,]+(,[^,]+)+", text):
        raise Unreadable(f"Several names stand in `{text}`.", f"Write one.{_ONE_A_LINE}")
    if not re.fullmatch(SLUG_PATTERN, text) or len(text) > 80:
        proposal = slug_of(text)
        raise Unreadable(
            f"`{text}` can not be a short name.",
            f"Write small letters, digits and hyphens{', such as ' if proposal else ''}{proposal}.",
        )
    if text == "index":
        raise Unreadable("`index` is the name of the file behind every address.", "Choose another.")
    if text in _RESERVED:
        raise Unreadable(
            f"`{text}` is a name that some computers keep for themselves.", "Choose another."
        )
    return text


def slug_of(title: str) -> str:
    """Return the short name that a title gives; it is empty where no letter can be kept."""
    import unicodedata

    plain = unicodedata.normalize("NFKD", title.replace("ß", "ss").replace("&", " and "))
    plain = "".join(letter for letter in plain.lower() if not unicodedata.combining(letter))
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:80].strip("-")


def _until(text: str) -> date | datetime | FurtherNotice:
    if " ".join(text.lower().split()) == "further notice":
        return FurtherNotice.FURTHER_NOTICE
    if nearest(text, ["further notice"]):
        raise Unreadable(f"`{text}` is not a day.", "Did you mean `further notice`?")
    return _day_or_moment(text)


def _day_or_moment(text: str) -> date | datetime:
    text = text.strip()
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        return values.parse_day(text)
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}[ T]+\S.*", text):
        return values.parse_moment(text)
    meant = proposals.meant_day(text) or proposals.meant_moment(text)
    if meant:
        raise Unreadable(f"`{text}` is not how a day is written.", f"Write {meant}.")
    raise Unreadable(f"`{text}` is not a day.", "Write such as 2026-12-21, or 2026-12-21 13:00.")


def _day_or_yearly(text: str) -> date | YearlyDay:
    if re.fullmatch(r"\d{2}-\d{2}", text.strip()):
        return values.parse_yearly_day(text)
    try:
        return values.parse_day(text)
    except Unreadable as error:
        raise Unreadable(
            error.found,
            error.instead
            if "calendar" in error.found or "how a day" in error.found
            else "Write a day such as 2026-12-21, or a day of every year such as 12-21.",
        ) from None


def _length_or_day(text: str) -> Length | date:
    return values.parse_day(text) if re.match(r"\s*\d{4}-", text) else Length.parse(text)


def _length_or_words(text: str) -> Length | Words:
    try:
        return Length.parse(text)
    except Unreadable:
        return _words(text)


def _money_or_words(text: str) -> Money | Words:
    try:
        return Money.parse(text)
    except Unreadable:
        if _looks_like_money(text):
            raise
        return _words(text)


def _looks_like_money(text: str) -> bool:
    match = re.fullmatch(r"\s*\d[\d.,]*\s*([A-Za-z]{3})\s*", text)
    return match is not None and (match[1].isupper() or match[1].upper() in CURRENCIES)


def _named_value(text: str) -> Length | Money | Decimal | Words:
    for parse in (Length.parse, Money.parse):
        try:
            return parse(text)
        except Unreadable:
            continue
    if re.fullmatch(r"\s*-?\d+(\.\d+)?\s*", text):
        return Decimal(text.strip())
    return _words(text) if not _looks_like_money(text) else Money.parse(text)


def _whole_number(text: str) -> int:
    if not re.fullmatch(r"\d{1,6}", text.strip()):
        raise Unreadable(f"`{text}` is not a whole number.", "Write digits only, such as 3.")
    return int(text)


def _timezone(text: str) -> str:
    text = text.strip()
    if text in days.zone_names() and "/" in text and not text.startswith("Etc/"):
        return text
    named = [name for name in days.zone_names() if "/" in name and not name.startswith("Etc/")]
    close = nearest(text, named) if "/" in text else None
    by_city = [name for name in sorted(named) if name.lower().endswith("/" + _city(text))]
    suggestion = close or (by_city[0] if by_city else None)
    raise Unreadable(
        f"`{text}` is not a time zone with area and city.",
        f"Did you mean `{suggestion}`?"
        if suggestion
        else "Write such as Europe/Lisbon or "
        "America/Los_Angeles; abbreviations such as EST do not know about clock changes.",
    )


def _city(text: str) -> str:
    return text.rsplit("/", 1)[-1].strip().lower().replace(" ", "_")


LANGUAGE_PATTERN = r"^[A-Za-z]{2,3}([-_][A-Za-z]{4})?([-_]([A-Za-z]{2}|\d{3}))?$"


def _language(text: str) -> str:
    text = text.strip()
    if not re.fullmatch(LANGUAGE_PATTERN, text):
        raise Unreadable(
            f"`{text}` is not the code of a language.", "Write such as en-US, de or pt-BR."
        )
    first, *rest = re.split("[-_]", text)
    return "-".join(
        [first.lower(), *(part.title() if len(part) == 4 else part.upper() for part in rest)]
    )


def _no_controls(text: str, what: str) -> str:
    _refuse_facts(text)
    if any(ord(letter) < 32 or ord(letter) == 127 for letter in text.strip()):
        raise Unreadable(
            f"There is a line break, or a sign that can not be seen, in this {what}.",
            "Write it in one line.",
        )
    return text.strip()


EMAIL_PATTERN = r"^[^@\s,;:<>()\[\]\"\\]+@[^@\s,;:<>()\[\]\"\\]+\.[^@\s.,;:<>()\[\]\"\\]+$"


def _email(text: str) -> str:
    text = _no_controls(text, "e-mail address")
    if not re.fullmatch(EMAIL_PATTERN, text):
        alone = text.removeprefix("mailto:")
        raise Unreadable(
            f"`{text}` is not an e-mail address.",
            f"Write {alone}."
            if re.fullmatch(EMAIL_PATTERN, alone)
            else "Write one, such as ines@example.com.",
        )
    return text


PHONE_PATTERN = r"^\+?[0-9][0-9 ()./-]{2,30}[0-9]$"


def _phone(text: str) -> str:
    text = _no_controls(text, "phone number")
    if not re.fullmatch(PHONE_PATTERN, text):
        raise Unreadable(
            f"`{text}` is not a phone number.",
            'Write digits with the country code, in quotes: "+1 619 555 0142".',
        )
    return text


URL_PATTERN = r"^[hH][tT][tT][pP][sS]?://[^\s<>\"'`{}|\\^]+$"


def _url(text: str) -> str:
    text = _no_controls(text, "address")
    if not re.fullmatch(URL_PATTERN, text):
        bare = re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)+(/[^\s<>\"'`{}|\\^]*)?", text.lower())
        raise Unreadable(
            f"`{text}` is not a web address.",
            f"Write https://{text}."
            if bare
            else "A web address starts with https:// and has no spaces or quotes in it.",
        )
    try:
        parts = urlsplit(text)
        host, _ = parts.hostname, parts.port
    except ValueError:
        host = None
    if not host:
        raise Unreadable(f"`{text}` is not a web address.", "Write such as https://example.com/.")
    if "@" in parts.netloc:
        raise Unreadable(
            "There is a name or a password in this address, and everybody could read it.",
            "Leave out what stands before the @, and the @.",
        )
    return text


IMAGE_PATTERN = (
    r"^[A-Za-z0-9][A-Za-z0-9._-]*"
    r"\.([jJ][pP][eE]?[gG]|[pP][nN][gG]|[wW][eE][bB][pP]|[sS][vV][gG]|[gG][iI][fF])$"
)


def _image(text: str) -> str:
    if not re.fullmatch(IMAGE_PATTERN, text.strip()):
        alone = re.split(r"[/\\]", text.strip())[-1]
        raise Unreadable(
            f"`{text}` is not the name of an image.",
            f"Put the file into content/images and write {alone}."
            if alone != text.strip() and re.fullmatch(IMAGE_PATTERN, alone)
            else "Write the name of a file in content/images, such as photo.jpg: letters, digits, "
            "points and hyphens, ending in jpg, png, webp, gif or svg.",
        )
    return text.strip()


COLOR_PATTERN = r"^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$"


def _color(text: str) -> str:
    if not re.fullmatch(COLOR_PATTERN, text.strip()):
        raise Unreadable(f"`{text}` is not a color.", 'Write such as "#2f6f62", in quotes.')
    return text.strip().lower()


def _repository(text: str) -> str:
    if not re.fullmatch(r"[A-Za-z0-9_.-]+/[A-Za-z0-9_.-]+", text.strip()):
        raise Unreadable(f"`{text}` is not a repository.", "Write owner/name.")
    return text.strip()


DAY_PATTERN = r"^\d{4}-\d{2}-\d{2}$"
_MOMENT = r"\d{4}-\d{2}-\d{2}[ T]+\d{2}:\d{2}"
_DAY_OR_MOMENT = r"^\d{4}-\d{2}-\d{2}([ T]+\d{2}:\d{2})?$"

YesNo = Annotated[bool, Written("yes or no", "yes or no", _yes_no, "yes", None, ("yes", "no"))]
Text = Annotated[Words, Written("words", "words", _words, "In person or by video")]
Lines = Annotated[Words, Written("lines", "one or more lines of words", _lines, "12 Elm Street")]
Name = Annotated[str, Written("name", "plain words", _name, "Dana Whitlock")]
Prose = Annotated[
    Markdown, Written("Markdown", "text in Markdown", _markdown, "Call **911** first.")
]
Slug = Annotated[
    str,
    Written(
        "short name",
        "a short name: small letters, digits, hyphens",
        parse_slug,
        "one-to-one",
        SLUG_PATTERN,
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
        _day_or_moment,
        "2026-12-21",
        _DAY_OR_MOMENT,
    ),
]
End = Annotated[
    date | datetime | FurtherNotice,
    Written(
        "day, moment or further notice",
        "a day, a moment, or the words: further notice",
        _until,
        "2027-01-01",
        rf"^({_DAY_OR_MOMENT[1:-1]}| *[fF][uU][rR][tT][hH][eE][rR] +[nN][oO][tT][iI][cC][eE] *)$",
    ),
]
DayOrYearlyDay = Annotated[
    date | YearlyDay,
    Written(
        "day or yearly day",
        "a day, YYYY-MM-DD, or a day of every year, MM-DD",
        _day_or_yearly,
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
        _length_or_day,
        "14 days",
        rf"{Length.PATTERN}|{DAY_PATTERN}",
    ),
]
LengthOrWords = Annotated[
    Length | Words,
    Written("length or words", "a length or words", _length_or_words, "1 business day"),
]
Amount = Annotated[
    Money, Written("money", "money, such as 420 USD", Money.parse, "420 USD", Money.PATTERN)
]
AmountOrWords = Annotated[
    Money | Words, Written("money or words", "money or words", _money_or_words, "80 USD")
]
NamedValue = Annotated[
    Length | Money | Decimal | Words,
    Written("value", "a length, money, a number or words", _named_value, "24 hours"),
]
WholeNumber = Annotated[
    int, Written("whole number", "a whole number", _whole_number, "3", r"^ *\d{1,6} *$")
]
Timezone = Annotated[
    str,
    Written(
        "time zone",
        "a time zone with area and city",
        _timezone,
        "Europe/Lisbon",
        r"^[A-Z][A-Za-z]+/[A-Za-z0-9_/+-]+$",
    ),
]
Language = Annotated[
    str, Written("language", "the code of a language", _language, "en-US", LANGUAGE_PATTERN)
]
Email = Annotated[
    str, Written("e-mail address", "an e-mail address", _email, "ines@example.com", EMAIL_PATTERN)
]
Phone = Annotated[
    str,
    Written(
        "phone number",
        "a phone number with the country code, in quotes",
        _phone,
        "+1 619 555 0142",
        PHONE_PATTERN,
    ),
]
Url = Annotated[
    str,
    Written("web address", "a web address", _url, "https://book.example/ines", URL_PATTERN),
]
Image = Annotated[
    str,
    Written("image", "the name of a file in content/images", _image, "photo.jpg", IMAGE_PATTERN),
]
Color = Annotated[
    str, Written("color", 'a color, in quotes: "#2f6f62"', _color, "#2f6f62", COLOR_PATTERN)
]
Repository = Annotated[
    str,
    Written(
        "repository", "owner/name", _repository, "ines/portal", r"^[A-Za-z0-9_.-]+/[A-Za-z0-9_.-]+$"
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

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DAYS_KEY = "[a-zA-Z]{3}( *[-\u2013] *[a-zA-Z]{3})?"


def _weekly(typed: Mapping[str, str]) -> tuple[Hours | None, ...]:
    """Read a map of days to hours as seven entries, Monday first; None where not named."""
    week: list[Hours | None] = [None] * 7
    broken: list[Broken] = []
    for key, text in typed.items():
        try:
            numbers = _weekdays(key)
        except Unreadable as error:
            broken.append(BrokenKey((key,), error.found, error.instead))
            numbers = []
        try:
            hours = Hours.parse(text)
        except Unreadable as error:
            broken.append(Broken((key,), error.found, error.instead))
            continue
        for number in numbers:
            if week[number] is not None:
                found = f"`{WEEKDAYS[number]}` has hours already."
                broken.append(BrokenKey((key,), found, "Name each day once."))
            week[number] = hours
    if broken:
        raise broken_error(*broken)
    return tuple(week)


def _weekdays(key: str) -> list[int]:
    numbers: list[int] = []
    for part in key.lower().split(","):
        ends = [each.strip() for each in re.split("[-\u2013]", part)]
        for each in ends:
            if each not in WEEKDAYS:
                meant = proposals.meant_weekdays(key)
                instead = f"Write {meant}." if meant else f"Days are {', '.join(WEEKDAYS)}."
                raise Unreadable(f"`{key}` is not how days of the week are written.", instead)
        first, last = WEEKDAYS.index(ends[0]), WEEKDAYS.index(ends[-1])
        numbers += [(first + step) % 7 for step in range((last - first) % 7 + 1)]
    return numbers


Week = Annotated[
    tuple[Hours | None, ...],
    WrittenMap(
        "weekly hours",
        "days and hours, a line for each: mon-thu: 09:00-12:30",
        _weekly,
        OpenHours.__metadata__[0],
        rf"^{_DAYS_KEY}( *, *{_DAYS_KEY})*$",
        "mon-thu: 09:00-12:30, 13:30-17:00",
    ),
]


def _named_values(typed: Mapping[str, str]) -> dict[str, Any]:
    broken: list[Broken] = []
    for key in typed:
        try:
            parse_slug(key)
        except Unreadable as error:
            broken.append(BrokenKey((key,), error.found, error.instead))
    named = {}
    for key, text in typed.items():
        try:
            named[key] = _named_value(text)
        except Unreadable as error:
            broken.append(Broken((key,), error.found, error.instead))
    if broken:
        raise broken_error(*broken)
    return named


Values = Annotated[
    dict[str, Length | Money | Decimal | Words],
    WrittenMap(
        "named values",
        "names and values, a line for each: notice: 24 hours",
        _named_values,
        NamedValue.__metadata__[0],
        SLUG_PATTERN,
        "notice: 24 hours",
    ),
]
