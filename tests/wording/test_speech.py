from gettext import NullTranslations

from portalgen.wording.pseudo import PseudoTranslations
from portalgen.wording.speech import Speech

ENGLISH = Speech(NullTranslations())
PSEUDO = Speech(PseudoTranslations())


def test_a_message_takes_its_values_by_name() -> None:
    assert ENGLISH.gettext("%(message)s at 5%%", message="A") == "A at 5%"


def test_a_number_chooses_the_form_and_is_a_value() -> None:
    assert ENGLISH.ngettext("%(num)s day", "%(num)s days", 1) == "1 day"
    assert ENGLISH.ngettext("%(num)s day", "%(num)s days", 1200, num="1,200") == "1,200 days"
    assert ENGLISH.npgettext("a context", "%(num)s day", "%(num)s days", 2) == "2 days"


def test_a_pseudo_language_brackets_every_kind_of_message() -> None:
    assert PSEUDO.gettext("a %(b)s", b="c") == "⟦a c⟧"
    assert PSEUDO.ngettext("one", "many", 1) == "⟦one⟧"
    assert PSEUDO.ngettext("one", "many", 2) == "⟦many⟧"
    assert PSEUDO.pgettext("context", "a") == "⟦a⟧"
    assert PSEUDO.npgettext("context", "one", "many", 2) == "⟦many⟧"
