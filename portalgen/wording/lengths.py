"""Lengths of time in words, as whole phrases: languages bend the unit after a preposition.

`number` is the amount as the language writes it; the form of the phrase goes by the amount.
"""

from portalgen.model.values import Length, Unit
from portalgen.wording.speech import Speech


def length_text(speech: Speech, length: Length, number: str) -> str:
    """Return `24 hours` or `1 business day`."""
    match length.unit:
        case Unit.MINUTE:
            return speech.ngettext("%(num)s minute", "%(num)s minutes", length.amount, num=number)
        case Unit.HOUR:
            return speech.ngettext("%(num)s hour", "%(num)s hours", length.amount, num=number)
        case Unit.DAY:
            return speech.ngettext("%(num)s day", "%(num)s days", length.amount, num=number)
        case Unit.WEEK:
            return speech.ngettext("%(num)s week", "%(num)s weeks", length.amount, num=number)
        case Unit.BUSINESS_HOUR:
            return speech.ngettext(
                "%(num)s business hour", "%(num)s business hours", length.amount, num=number
            )
        case Unit.BUSINESS_DAY:
            return speech.ngettext(
                "%(num)s business day", "%(num)s business days", length.amount, num=number
            )


def within_text(speech: Speech, length: Length, number: str) -> str:
    """Return `within 24 hours` or `within 1 business day`."""
    match length.unit:
        case Unit.MINUTE:
            return speech.ngettext(
                "within %(num)s minute", "within %(num)s minutes", length.amount, num=number
            )
        case Unit.HOUR:
            return speech.ngettext(
                "within %(num)s hour", "within %(num)s hours", length.amount, num=number
            )
        case Unit.DAY:
            return speech.ngettext(
                "within %(num)s day", "within %(num)s days", length.amount, num=number
            )
        case Unit.WEEK:
            return speech.ngettext(
                "within %(num)s week", "within %(num)s weeks", length.amount, num=number
            )
        case Unit.BUSINESS_HOUR:
            return speech.ngettext(
                "within %(num)s business hour",
                "within %(num)s business hours",
                length.amount,
                num=number,
            )
        case Unit.BUSINESS_DAY:
            return speech.ngettext(
                "within %(num)s business day",
                "within %(num)s business days",
                length.amount,
                num=number,
            )


def every_text(speech: Speech, length: Length, number: str) -> str:
    """Return `every 3 business days` or `every week`."""
    match length.unit:
        case Unit.MINUTE:
            return speech.ngettext(
                "every minute", "every %(num)s minutes", length.amount, num=number
            )
        case Unit.HOUR:
            return speech.ngettext("every hour", "every %(num)s hours", length.amount, num=number)
        case Unit.DAY:
            return speech.ngettext("every day", "every %(num)s days", length.amount, num=number)
        case Unit.WEEK:
            return speech.ngettext("every week", "every %(num)s weeks", length.amount, num=number)
        case Unit.BUSINESS_HOUR:
            return speech.ngettext(
                "every business hour", "every %(num)s business hours", length.amount, num=number
            )
        case Unit.BUSINESS_DAY:
            return speech.ngettext(
                "every business day", "every %(num)s business days", length.amount, num=number
            )
