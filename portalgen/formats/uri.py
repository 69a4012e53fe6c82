"""Addresses that a phone or a mail program follows: tel, sms, mailto.

RFC 3966 (tel), RFC 5724 (sms), RFC 6068 (mailto). Nothing here judges whether a number or an
address is right.
"""

import re
from urllib.parse import quote


def reach_uri(way: str, value: str) -> str:
    """Return the address behind a way to reach somebody.

    `way` is phone, text, email or url. Raises KeyError for any other, which no program follows.
    """
    match way:
        case "phone":
            return f"tel:{_digits(value)}"
        case "text":
            return f"sms:{_digits(value)}"
        case "email":
            return f"mailto:{quote(value, safe='@+!$&*=~._-')}"
        case "url":
            return value
    raise KeyError(way)


def _digits(number: str) -> str:
    """Return a number without what is only there to be read."""
    return re.sub(r"[^0-9+*#]", "", number)
