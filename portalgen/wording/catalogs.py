"""Finding and reading the message catalogs, `catalogs/<language>.po`.

English has none: the messages are English. A catalog is read as it is written and compiled
in memory, so that there are no files to forget. A second catalog `<language>.informal.po`
holds only what differs where clients are addressed informally.
"""

from dataclasses import dataclass
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from portalgen.model.practice import AddressForm
from portalgen.wording.plain import tags_from
from portalgen.wording.speech import Translations

ENGLISH = "en"


@dataclass(frozen=True)
class Catalog:
    """A catalog that was found, and the language of its messages (BCP 47)."""

    lang: str
    translations: Translations


def catalog_for(folder: Path, tag: str, form: AddressForm) -> Catalog:
    """Return the catalog that speaks the language of a tag, or English if there is none.

    `de-AT` is spoken by `de-AT.po`, else by `de.po`; the language is `de-AT` in both cases.
    """
    if tags_from(tag)[-1] == ENGLISH:
        return Catalog(tag, NullTranslations())
    found = next((name for name in tags_from(tag) if (folder / f"{name}.po").is_file()), None)
    if found is None:
        return Catalog(ENGLISH, NullTranslations())
    translations = _read(folder / f"{found}.po")
    informal = folder / f"{found}.informal.po"
    if form is AddressForm.INFORMAL and informal.is_file():
        formal, translations = translations, _read(informal)
        translations.add_fallback(formal)
    return Catalog(tag, translations)


def _read(file: Path) -> GNUTranslations:
    """Read a catalog; messages marked fuzzy are left out, and so stay English."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with file.open("rb") as po:
        catalog = read_po(po)
    mo = BytesIO()
    write_mo(mo, catalog)
    mo.seek(0)
    return GNUTranslations(mo)
