"""Typed characters → the value of a field, or `Unreadable` with a sentence for the owner.

One function for each way of writing that is not a value's own `parse`.
"""

import re
from datetime import date, datetime
from decimal import Decimal
from urllib.parse import urlsplit

from portalgen import days
from portalgen.model import proposals, values
from portalgen.model.currencies import CURRENCIES
from portalgen.model.languages import COUNTRIES, LANGUAGES, VARIANTS, language_meant
from portalgen.model.values import (
    FurtherNotice,
    Length,
    Markdown,
    Money,
    Unreadable,
    Words,
    YearlyDay,
)
from portalgen.model.written import ONE_A_LINE
from portalgen.problems import nearest


def yes_no(text: str) -> bool:
    """Read yes or no."""
    answer = {"yes": True, "true": True, "no": False, "false": False}.get(text.strip().lower())
    if answer is None:
        raise Unreadable(f"`{text}` is neither yes nor no.", "Write yes or no.")
    return answer


def words(text: str) -> Words:
    """Read words on one line; any blanks count as one."""
    return Words(" ".join(text.split()))


def lines(text: str) -> Words:
    """Read lines of words; the line ends stay."""
    return Words("\n".join(" ".join(line.split()) for line in text.strip().splitlines()))


def name(text: str) -> str:
    """Read words that hold no facts."""
    _refuse_facts(text)
    return " ".join(text.split())


def _refuse_facts(text: str) -> None:
    if "{{" in text:
        raise Unreadable(
            "Facts such as {{ practice.name }} can not stand here.", "Write the words themselves."
        )


def markdown(text: str) -> Markdown:
    """Read a text in Markdown, to its last letter."""
    return Markdown(text.rstrip())


_RESERVED = {"con", "prn", "aux", "nul"} | {
    f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10)
}
SLUG_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"


def slug(text: str) -> str:
    """Read a short name that may stand in an address: small letters, digits and hyphens."""
    if re.fullmatch(r"[^,]+(,[^,]+)+", text):
        raise Unreadable(f"Several names stand in `{text}`.", f"Write one.{ONE_A_LINE}")
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


def until(text: str) -> date | datetime | FurtherNotice:
    """Read a day, a moment, or the words further notice."""
    if " ".join(text.lower().split()) == "further notice":
        return FurtherNotice.FURTHER_NOTICE
    if nearest(text, ["further notice"]):
        raise Unreadable(f"`{text}` is not a day.", "Did you mean `further notice`?")
    return day_or_moment(text)


def day_or_moment(text: str) -> date | datetime:
    """Read a day, or a day with a clock time."""
    text = text.strip()
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        return values.parse_day(text)
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}[ T]+\S.*", text):
        return values.parse_moment(text)
    meant = proposals.meant_day(text) or proposals.meant_moment(text)
    if meant:
        raise Unreadable(f"`{text}` is not how a day is written.", f"Write {meant}.")
    raise Unreadable(f"`{text}` is not a day.", "Write such as 2026-12-21, or 2026-12-21 13:00.")


def day_or_yearly(text: str) -> date | YearlyDay:
    """Read a day, or a day of every year."""
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


def length_or_day(text: str) -> Length | date:
    """Read a length or a day."""
    return values.parse_day(text) if re.match(r"\s*\d{4}-", text) else Length.parse(text)


def length_or_words(text: str) -> Length | Words:
    """Read a length; anything else is words."""
    try:
        return Length.parse(text)
    except Unreadable:
        return words(text)


def money_or_words(text: str) -> Money | Words:
    """Read money; anything that does not look like money is words."""
    try:
        return Money.parse(text)
    except Unreadable:
        if _looks_like_money(text):
            raise
        return words(text)


def _looks_like_money(text: str) -> bool:
    match = re.fullmatch(r"\s*\d[\d.,]*\s*([A-Za-z]{3})\s*", text)
    return match is not None and (match[1].isupper() or match[1].upper() in CURRENCIES)


def named_value(text: str) -> Length | Money | Decimal | Words:
    """Read a length, money or a number; anything else is words."""
    for parse in (Length.parse, Money.parse):
        try:
            return parse(text)
        except Unreadable:
            continue
    if re.fullmatch(r"\s*-?\d+(\.\d+)?\s*", text):
        return Decimal(text.strip())
    return words(text) if not _looks_like_money(text) else Money.parse(text)


def whole_number(text: str) -> int:
    """Read a number of at most six digits."""
    if not re.fullmatch(r"\d{1,6}", text.strip()):
        raise Unreadable(f"`{text}` is not a whole number.", "Write digits only, such as 3.")
    return int(text)


def timezone(text: str) -> str:
    """Read an IANA name with area and city."""
    text = text.strip()
    if text in days.zone_names() and "/" in text and not text.startswith("Etc/"):
        return text
    named = [name for name in days.zone_names() if "/" in name and not name.startswith("Etc/")]
    by_city = [name for name in sorted(named) if name.lower().endswith("/" + _city(text))]
    suggestion = by_city[0] if by_city else _slip_for(text, named)
    raise Unreadable(
        f"`{text}` is not a time zone with area and city.",
        f"Did you mean `{suggestion}`?"
        if suggestion
        else "Write the area and a large city of the zone, such as Europe/Lisbon or "
        "America/Los_Angeles; abbreviations such as EST do not know about clock changes.",
    )


def _slip_for(text: str, named: list[str]) -> str | None:
    """Return the zone of which a text is a slip of a letter or two; never just some other city."""
    from difflib import get_close_matches

    area, _, city = text.rpartition("/")
    cities = {name.rpartition("/")[2]: name for name in named if name.rpartition("/")[0] == area}
    close = get_close_matches(city, cities, n=1, cutoff=0.75)
    return cities[close[0]] if close else None


def _city(text: str) -> str:
    return text.rsplit("/", 1)[-1].strip().lower().replace(" ", "_")


LANGUAGE_PATTERN = (
    r"^[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|\d{3}))?(-([A-Za-z\d]{5,8}|\d[A-Za-z\d]{3}))*$"
)
# Languages that nobody knows, several, none, and what is no language.
_NO_LANGUAGE = r"und|mul|mis|zxx|q[a-t][a-z]"


def language(text: str) -> str:
    """Read a language tag (BCP 47: language, script, region, variants) in its usual letter case."""
    text = text.strip()
    first, *rest = text.split("-")
    tag = "-".join([first.lower(), *map(_subtag, rest)])
    if re.search(r"(^|-)x-", text, re.IGNORECASE):
        found = f"`{text}` is a private code, which browsers do not know."
        raise Unreadable(found, "Write a language and a country, such as de-CH.")
    if not re.fullmatch(LANGUAGE_PATTERN, text) or not _is_known(tag):
        meant = language_meant(text)
        raise Unreadable(
            f"`{text}` is not the code of a language.",
            f"Did you mean {meant}?" if meant else "Write such as en-US, de or pt-BR.",
        )
    return tag


def _subtag(part: str) -> str:
    """Return a country in capitals, a script as a name, and a variant in small letters."""
    if len(part) < 4:
        return part.upper()
    return part.title() if len(part) == 4 and part.isalpha() else part.lower()


def _is_known(tag: str) -> bool:
    """Return whether there is all that a tag names, as far as we can tell."""
    first, *rest = tag.split("-")
    country = next((part for part in rest if len(part) == 2), None)
    is_rare = len(first) == 3 and language_meant(first) is None
    has_language = first in LANGUAGES or (is_rare and not re.fullmatch(_NO_LANGUAGE, first))
    variants = {part for part in rest if len(part) > 4 or (part[0].isdigit() and len(part) == 4)}
    return has_language and (country is None or country in COUNTRIES) and variants <= VARIANTS


def _no_controls(text: str, what: str) -> str:
    _refuse_facts(text)
    if any(ord(letter) < 32 or ord(letter) == 127 for letter in text.strip()):
        raise Unreadable(
            f"There is a line break, or a sign that can not be seen, in this {what}.",
            "Write it in one line.",
        )
    return text.strip()


EMAIL_PATTERN = r"^[^@\s,;:<>()\[\]\"\\]+@[^@\s,;:<>()\[\]\"\\]+\.[^@\s.,;:<>()\[\]\"\\]+$"


def email(text: str) -> str:
    """Read an e-mail address that can stand in a mailto: link (RFC 6068)."""
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


def phone(text: str) -> str:
    """Read a phone number as it is dialed."""
    text = _no_controls(text, "phone number")
    if not re.fullmatch(PHONE_PATTERN, text):
        raise Unreadable(
            f"`{text}` is not a phone number.",
            'Write digits with the country code, in quotes: "+1 619 555 0142".',
        )
    return text


URL_PATTERN = r"^[hH][tT][tT][pP][sS]?://[^\s<>\"'`{}|\\^]+$"


def url(text: str) -> str:
    """Read an address that starts with http or https (RFC 3986)."""
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


def image(text: str) -> str:
    """Read the name of a file in the folder of images."""
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


def color(text: str) -> str:
    """Read a color of three or six hexadecimal digits (CSS Color 4, hex notation)."""
    if not re.fullmatch(COLOR_PATTERN, text.strip()):
        raise Unreadable(f"`{text}` is not a color.", 'Write such as "#2f6f62", in quotes.')
    return text.strip().lower()


def repository(text: str) -> str:
    """Read the owner and the name of a repository."""
    if not re.fullmatch(r"[A-Za-z0-9_.-]+/[A-Za-z0-9_.-]+", text.strip()):
        raise Unreadable(f"`{text}` is not a repository.", "Write owner/name.")
    return text.strip()
