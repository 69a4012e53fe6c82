from pathlib import Path

import pytest

from portalgen.model.practice import AddressForm
from portalgen.problems import ContentError
from portalgen.wording.catalogs import catalog_for
from portalgen.wording.our_catalogs import OURS, languages

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
    catalog = catalog_for([folder], tag, AddressForm.FORMAL)
    assert (catalog.lang, catalog.translations.gettext("You")) == (lang, you)


def test_the_informal_catalog_holds_only_what_differs(folder: Path) -> None:
    informal = catalog_for([folder], "de", AddressForm.INFORMAL).translations
    assert (informal.gettext("You"), informal.gettext("closed")) == ("du", "geschlossen")


def test_a_language_with_one_form_of_address_is_the_same_in_both(folder: Path) -> None:
    assert catalog_for([folder], "es", AddressForm.INFORMAL).translations.gettext("You") == "Usted"


def test_a_message_without_a_translation_stays_english(folder: Path) -> None:
    spanish = catalog_for([folder], "es", AddressForm.FORMAL).translations
    assert spanish.gettext("closed") == "closed"
    assert spanish.ngettext("day", "days", 2) == "days"


@pytest.mark.parametrize(
    ("tag", "said"),
    [
        ("en-US", "from %(first)s, through %(last)s"),
        ("en-CA", "from %(first)s, through %(last)s"),
        ("en-GB", "from %(first)s to %(last)s"),
        ("en-AU", "from %(first)s to %(last)s"),
    ],
)
def test_english_that_names_the_day_before_the_month_joins_days_in_its_way(
    tag: str, said: str
) -> None:
    english = catalog_for([OURS], tag, AddressForm.FORMAL)
    assert english.translations.gettext("from %(first)s, through %(last)s") == said
    assert english.lang == tag


def test_the_languages_with_words_are_known() -> None:
    assert languages() == ("de", "es")


# --- A catalog of the owner --------------------------------------------------------------------


@pytest.fixture
def own(tmp_path: Path) -> Path:
    folder = tmp_path / "site-templates" / "wording"
    folder.mkdir(parents=True)
    return folder


def test_the_words_of_the_owner_are_asked_before_ours(own: Path) -> None:
    _write(own / "de.po", "Services", "Angebote")
    german = catalog_for([own, OURS], "de-DE", AddressForm.FORMAL).translations
    assert (german.gettext("Services"), german.gettext("Terms")) == ("Angebote", "Bedingungen")


def test_the_owner_may_change_english_words(own: Path) -> None:
    _write(own / "en.po", "Services", "Offers")
    english = catalog_for([own, OURS], "en-GB", AddressForm.FORMAL).translations
    assert (english.gettext("Services"), english.gettext("Terms")) == ("Offers", "Terms")


def test_the_owner_may_bring_a_language(own: Path) -> None:
    _write(own / "fr.po", "Services", "Prestations")
    french = catalog_for([own, OURS], "fr-FR", AddressForm.FORMAL)
    assert (french.lang, french.translations.gettext("Services")) == ("fr-FR", "Prestations")
    assert french.translations.gettext("Terms") == "Terms"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            'msgid "%(name)s closed"\nmsgstr "%(Name)s zu"\n',
            ":2: The message has no placeholder `%(Name)s`. Write `%(name)s`.",
        ),
        (
            'msgid "%(num)s day"\nmsgstr "%(num)s Tag"\n',
            ":2: `%(num)s day` needs 2 forms in this language, and one is missing. "
            "Write `msgstr[0]` to `msgstr[1]`, each with its words.",
        ),
        (
            'msgid "%(num)s day"\nmsgid_plural "%(x)s days"\n'
            'msgstr[0] "%(num)s Tag"\nmsgstr[1] "%(x)s Tage"\n',
            ":3: The message has no placeholder `%(x)s`. Write `%(num)s`.",
        ),
        (
            'msgid "Services"\nmsgstr "Angebote\n',
            ":2: The quotes around this text do not close, or something stands behind them. "
            'Write `"` once at each end, and `\\"` within the text.',
        ),
    ],
)
def test_a_catalog_of_the_owner_that_is_not_in_order_is_told_with_its_place(
    own: Path, text: str, problem: str
) -> None:
    (own / "de.po").write_text(text, encoding="utf-8")
    with pytest.raises(ContentError) as raised:
        catalog_for([own, OURS], "de", AddressForm.FORMAL)
    assert str(raised.value.problems[0]) == f"site-templates/wording/de.po{problem}"


def test_a_catalog_of_the_owner_that_is_not_utf_8_is_told(own: Path) -> None:
    (own / "de.po").write_bytes('msgid "Terms"\nmsgstr "Geschäft"\n'.encode("latin-1"))
    with pytest.raises(ContentError, match=r"This file is not UTF-8\. Save it as UTF-8\."):
        catalog_for([own, OURS], "de", AddressForm.FORMAL)


def test_a_catalog_that_is_a_link_out_of_the_folder_is_not_read(own: Path) -> None:
    _write(own.parent / "secret.po", "Services", "Angebote")
    (own / "de.po").symlink_to("../secret.po")
    german = catalog_for([own, OURS], "de", AddressForm.FORMAL).translations
    assert german.gettext("Services") == "Leistungen"


@pytest.mark.parametrize(
    ("message", "instead"),
    [
        ("Servicess", "Did you mean `Services`?"),
        ("closed", "Copy the line `msgctxt` that belongs to it from portalgen.pot, too."),
        ("Once upon a time", "Delete it, or copy it from portalgen.pot."),
    ],
)
def test_words_that_are_never_read_are_told_as_advice(
    own: Path, message: str, instead: str
) -> None:
    _write(own / "de.po", message, "Angebote")
    [advice] = catalog_for([own, OURS], "de", AddressForm.FORMAL).advice
    found = f"The portal has no message `{message}`, so these words are never read."
    assert (advice.found, advice.instead) == (found, instead)


def test_gaps_in_a_language_of_the_owner_are_told_and_none_where_ours_has_the_rest(
    own: Path,
) -> None:
    _write(own / "fr.po", "Services", "Prestations")
    _write(own / "fr.informal.po", "Services", "Prestations")
    [advice] = catalog_for([own, OURS], "fr-CA", AddressForm.INFORMAL).advice
    assert str(advice.place) == "site-templates/wording/fr.po"
    assert advice.found.startswith("1 of ")


def test_a_part_of_a_language_that_has_all_words_has_no_gaps(own: Path) -> None:
    _write(own / "de-CH.po", "Services", "Angebote")
    assert catalog_for([own, OURS], "de-CH", AddressForm.FORMAL).advice == ()


@pytest.mark.parametrize(
    ("name", "instead"),
    [
        ("es_ES.po", "es-ES.po"),
        ("spanish.po", "es-ES.po"),
        ("ES.informal.po", "es.informal.po"),
        ("fr.po", "es-ES.po"),
        ("es.formal.po", "es.po"),
    ],
)
def test_a_catalog_that_is_never_read_is_told_with_the_name_it_should_have(
    own: Path, name: str, instead: str
) -> None:
    _write(own / name, "Services", "Ofertas")
    _write(own / "es.po", "Terms", "Reglas")
    [advice] = catalog_for([own, OURS], "es-ES", AddressForm.FORMAL).advice
    assert str(advice) == (
        f"site-templates/wording/{name}: This catalog is never read: the language of the portal "
        f"is es-ES. If its words are in that language, call it `{instead}`."
    )


@pytest.mark.parametrize(
    ("tag", "form", "has_form"),
    [("de", "informal", True), ("en", "informal", True), ("fr", "informal", False)],
)
def test_a_way_to_address_clients_that_a_language_does_not_have_is_known(
    tag: str, form: str, has_form: bool
) -> None:
    assert catalog_for([OURS], tag, AddressForm(form)).has_form is has_form
