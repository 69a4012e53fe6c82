"""Saying a message in the language of a catalog, in the way that Jinja's i18n extension does.

Placeholders are named, `%(name)s`, and a percent sign of its own is doubled. Calls of these
methods with a literal text are what `portalgen.wording.extract` collects.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol


class Translations(Protocol):
    """A catalog as gettext knows it; `gettext.NullTranslations` is one, and says English."""

    def gettext(self, message: str) -> str:
        """Return the translation of a message."""
        ...

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Return the translation that goes with a number."""
        ...

    def pgettext(self, context: str, message: str) -> str:
        """Return the translation of a message whose context makes it plain."""
        ...

    def npgettext(self, context: str, msgid1: str, msgid2: str, n: int) -> str:
        """Return the translation that goes with a context and a number."""
        ...


@dataclass(frozen=True)
class Speech:
    """The messages of one catalog."""

    translations: Translations

    def gettext(self, message: str, /, **values: object) -> str:
        """Return a message with its values."""
        return _put(self.translations.gettext(message), values)

    def ngettext(self, one: str, many: str, number: int, /, **values: object) -> str:
        """Return the form of a message that goes with a number; `%(num)s` is the number."""
        text = self.translations.ngettext(one, many, number)
        return _put(text, {"num": number, **values})

    def pgettext(self, context: str, message: str, /, **values: object) -> str:
        """Return a message that is ambiguous without its context."""
        return _put(self.translations.pgettext(context, message), values)

    def npgettext(self, context: str, one: str, many: str, number: int, /, **values: object) -> str:
        """Return the form of an ambiguous message that goes with a number."""
        text = self.translations.npgettext(context, one, many, number)
        return _put(text, {"num": number, **values})


def _put(text: str, values: Mapping[str, object]) -> str:
    """Return a text with its values; a stop after one that ends a value is one: `5:00 p.m.`."""
    return re.sub(r"(?<!\.)\.\.$", ".", text % values)
