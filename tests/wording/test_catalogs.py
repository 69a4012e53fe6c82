from pathlib import Path

import pytest

from portalgen.model.practice import AddressForm
from portalgen.wording.catalogs import catalog_for

_HEADER = """\
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    _write(tmp_path / "de.po", "You", "Sie", "closed", "geschlossen")
    _write(tmp_path / "de.informal.po", "You", "du")
    _write(tmp_path / "de-CH.po", "You", "Sie!")
    _write(tmp_path / "es.po", "You", "Usted")
    return tmp_path


def _write(file: Path, *messages: str) -> None:
    pairs = zip(messages[::2], messages[1::2], strict=True)
    entries = [f'msgid "{message}"\nmsgstr "{said}"\n' for message, said in pairs]
    file.write_text(_HEADER + "\n".join(entries), encoding="utf-8")


@pytest.mark.parametrize(
    ("tag", "lang", "you"),
    [
        ("de", "de", "Sie"),
        ("de-AT", "de-AT", "Sie"),
        ("de-CH", "de-CH", "Sie!"),
        ("es-419", "es-419", "Usted"),
        ("en", "en", "You"),
        ("en-GB", "en-GB", "You"),
        ("fr", "en", "You"),
    ],
)
def test_the_nearest_catalog_speaks_else_english(
    folder: Path, tag: str, lang: str, you: str
) -> None:
    catalog = catalog_for(folder, tag, AddressForm.FORMAL)
    assert (catalog.lang, catalog.translations.gettext("You")) == (lang, you)


def test_the_informal_catalog_holds_only_what_differs(folder: Path) -> None:
    informal = catalog_for(folder, "de", AddressForm.INFORMAL).translations
    assert (informal.gettext("You"), informal.gettext("closed")) == ("du", "geschlossen")


def test_a_language_with_one_form_of_address_is_the_same_in_both(folder: Path) -> None:
    assert catalog_for(folder, "es", AddressForm.INFORMAL).translations.gettext("You") == "Usted"


def test_a_message_without_a_translation_stays_english(folder: Path) -> None:
    spanish = catalog_for(folder, "es", AddressForm.FORMAL).translations
    assert spanish.gettext("closed") == "closed"
    assert spanish.ngettext("day", "days", 2) == "days"
