"""What the files of a language say, one asked after the other, as gettext asks a catalog."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from portalgen.wording.plurals import Plurals
from portalgen.wording.speech import Translations


@dataclass(frozen=True)
class Entries:
    """The messages of one file; what it does not say is asked of `others`."""

    said: Mapping[tuple[str | None, str], tuple[str, ...]]
    plurals: Plurals
    others: Translations

    def gettext(self, message: str) -> str:
        """Return the translation of a message."""
        found = self.said.get((None, message))
        return found[0] if found else self.others.gettext(message)

    def pgettext(self, context: str, message: str) -> str:
        """Return the translation of a message whose context makes it plain."""
        found = self.said.get((context, message))
        return found[0] if found else self.others.pgettext(context, message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Return the translation that goes with a number."""
        found = self.said.get((None, msgid1))
        return found[self.plurals.form_of(n)] if found else self.others.ngettext(msgid1, msgid2, n)

    def npgettext(self, context: str, msgid1: str, msgid2: str, n: int) -> str:
        """Return the translation that goes with a context and a number."""
        found = self.said.get((context, msgid1))
        if found:
            return found[self.plurals.form_of(n)]
        return self.others.npgettext(context, msgid1, msgid2, n)


def asked(translations: Translations) -> Iterator[Entries]:
    """Yield the messages of each file, in the order in which they are asked."""
    while isinstance(translations, Entries):
        yield translations
        translations = translations.others
