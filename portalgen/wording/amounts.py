"""Numbers, money and lists in the forms of a language, by Babel. Nothing here has words."""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from portalgen.model.values import Money
from portalgen.wording.plain import plain

if TYPE_CHECKING:
    from babel import Locale


def number_text(locale: "Locale", number: int | Decimal) -> str:
    """Return a number with the separators of the language; no decimal is lost."""
    from babel.numbers import format_decimal

    return plain(format_decimal(number, locale=locale, decimal_quantization=False))


def money_text(locale: "Locale", money: Money) -> str:
    """Return an amount of money; a whole amount has no decimals."""
    from babel.numbers import format_currency

    pattern = locale.currency_formats["standard"].pattern
    whole = money.amount == money.amount.to_integral_value()
    text = format_currency(
        money.amount,
        money.currency,
        format=_without_decimals(pattern) if whole else pattern,
        locale=locale,
        currency_digits=not whole,
    )
    # A space between letters and digits, as CLDR's spacing of currencies says (UTS 35, Part 3).
    return re.sub(r"(?<=[^\W\d_])(?=\d)|(?<=\d)(?=[^\W\d_])", " ", plain(text))


def listed_text(locale: "Locale", items: Sequence[str]) -> str:
    """Return items as a list in a sentence: `a, b, and c`."""
    from babel.lists import format_list

    return plain(format_list(list(items), locale=locale))


def _without_decimals(pattern: str) -> str:
    return pattern.replace(".00", "")
