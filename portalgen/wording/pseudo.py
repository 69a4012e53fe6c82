"""A language that nobody speaks: English with every message in ⟦ and ⟧.

With it tests prove that a word on a page went through the catalogs; what stands outside of
all brackets is the owner's, a date or an amount, or was forgotten.
"""


class PseudoTranslations:
    """A catalog that brackets every message."""

    def gettext(self, message: str) -> str:
        """Return a message in brackets."""
        return f"⟦{message}⟧"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Return the English form that goes with a number, in brackets."""
        return f"⟦{msgid1 if n == 1 else msgid2}⟧"

    def pgettext(self, context: str, message: str) -> str:
        """Return a message in brackets, without its context."""
        return f"⟦{message}⟧"

    def npgettext(self, context: str, msgid1: str, msgid2: str, n: int) -> str:
        """Return the English form that goes with a number, in brackets, without context."""
        return self.ngettext(msgid1, msgid2, n)
