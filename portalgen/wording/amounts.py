"""Numbers, money and lists in the forms of a language, by Babel. Nothing here has words."""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from portalgen.model.values import Money
from portalgen.wording.plain import plain

if TYPE_CHECKING:
    from babel import Locale

# Where four digits stand together, `1250`, and only from five on there are thousands (the CLDR's
# minimum of grouping digits, which Babel does not read).
_FOUR_TOGETHER = {"es", "es_ES", "pl", "pl_PL", "pt_PT"}
_FIVE_DIGITS = 10_000


def number_text(locale: "Locale", number: int | Decimal) -> str:
    """Return a number with the separators of the language; no decimal is lost."""
    from babel.numbers import format_decimal

    text = format_decimal(
        number,
        locale=locale,
        decimal_quantization=False,
        group_separator=_has_thousands(locale, number),
    )
    return plain(text)


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
        group_separator=_has_thousands(locale, money.amount),
    )
    # A space between letters and digits, as CLDR's spacing of currencies says (UTS 35, Part 3).
    return re.sub(r"(?<=[^\W\d_])(?=\d)|(?<=\d)(?=[^\W\d_])", " ", plain(text))


def listed_text(locale: "Locale", items: Sequence[str]) -> str:
    """Return items as a list in a sentence: `a, b, and c`."""
    from babel.lists import format_list

    return plain(format_list(list(items), locale=locale))


def _has_thousands(locale: "Locale", number: int | Decimal) -> bool:
    return not -_FIVE_DIGITS < number < _FIVE_DIGITS or str(locale) not in _FOUR_TOGETHER


def _without_decimals(pattern: str) -> str:
    return pattern.replace(".00", "")
