"""The name of a time zone as clients say it: `Pacific time (San Diego)`.

Babel has common names for many zones (`Pacific Time`, `India Time`). For the others it builds
one from country and city, `Ukraine (Kyiv) Time`; there the place alone reads better: `Kyiv
time`. What Spain says, `hora peninsular`, it does not have. Nothing here knows an offset, so a
name is right in summer and in winter.
"""

import re
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from portalgen.wording.plain import plain
from portalgen.wording.speech import Speech

if TYPE_CHECKING:
    from babel import Locale


# What a language calls zones of its own country, where the CLDR has a name from afar.
_OWN_NAMES = {
    ("es", "Europe/Madrid"): "hora peninsular",
    ("es", "Atlantic/Canary"): "hora canaria",
}


def zone_text(speech: Speech, locale: "Locale", where: ZoneInfo, place: str | None) -> str:
    """Return the zone's name with the place; without one, with the city that stands for it."""
    name = _OWN_NAMES.get((locale.language, where.key)) or _common_name(locale, where)
    place = place or _city(locale, where)
    if "(" in name or "\uff08" in name:
        return _lowered(plain(str(locale.zone_formats["region"]) % place))
    if place.casefold() in name.casefold():
        return name
    # Translators: the name of a time zone and the place: "Pacific time (San Diego)".
    return speech.gettext("%(zone)s (%(place)s)", zone=name, place=place)


def _common_name(locale: "Locale", where: ZoneInfo) -> str:
    from babel.dates import get_timezone_name

    return _lowered(plain(get_timezone_name(where, locale=locale)))


def _city(locale: "Locale", where: ZoneInfo) -> str:
    from babel.dates import get_timezone_location

    city = get_timezone_location(where, locale=locale, return_city=True)
    return plain(city).rsplit("/", 1)[-1]


def _lowered(name: str) -> str:
    """Return a name in running English, where it is no title."""
    return re.sub(r" Time$", " time", name)
