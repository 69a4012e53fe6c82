"""Addresses that a phone or a mail program follows: tel, sms, mailto.

RFC 3966 (tel), RFC 5724 (sms), RFC 6068 (mailto). Nothing here judges whether a number or an
address is right.
"""

import re
from urllib.parse import quote


def reach_uri(way: str, value: str) -> str | None:
    """Return the address behind a way to reach somebody; None for one that no program follows.

    `way` is phone, text, email, url, booking or pay.
    """
    match way:
        case "phone":
            return f"tel:{_digits(value)}"
        case "text":
            return f"sms:{_digits(value)}"
        case "email":
            return f"mailto:{quote(value, safe='@+!$&*=~._-')}"
        case "url" | "booking" | "pay":
            return value
        case _:
            return None


def _digits(number: str) -> str:
    """Return a number without what is only there to be read."""
    return re.sub(r"[^0-9+*#]", "", number)
