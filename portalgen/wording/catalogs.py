"""Finding the message catalogs, `<language>.po`, and saying messages by them.

English has none: the messages are English; `en-001.po` holds what is said in another way where
the day stands before the month. A second catalog `<language>.informal.po` holds only what differs
where clients are addressed informally. The folder of the owner is asked before ours, message by
message.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from gettext import NullTranslations
from itertools import chain
from pathlib import Path

from portalgen.model.practice import AddressForm
from portalgen.problems import ContentError, Problem
from portalgen.wording.entries import Entries, asked
from portalgen.wording.our_catalogs import (
    ENDING,
    ENGLISH,
    ENGLISH_OF_THE_WORLD,
    INFORMAL,
    OURS,
    template,
)
from portalgen.wording.own_catalogs import advice_on, never_asked, place_in
from portalgen.wording.plain import locale_of, tags_from
from portalgen.wording.plurals import Plurals, plurals_of
from portalgen.wording.po_files import Message, read_po
from portalgen.wording.proofreading import proofread
from portalgen.wording.speech import Translations


@dataclass(frozen=True)
class Catalog:
    """A catalog that was found, and the language of its messages (BCP 47).

    `has_form` tells whether it addresses clients in the way that was asked for. `advice` is what
    the owner is told of catalogs of their own.
    """

    lang: str
    translations: Translations
    has_form: bool = True
    advice: tuple[Problem, ...] = ()


def catalog_for(folders: Sequence[Path], tag: str, form: AddressForm) -> Catalog:
    """Return what speaks the language of a tag, or English if nothing does.

    `folders` are asked in their order. `de-AT` is spoken by `de-AT.po`, else by `de.po`; the
    language is `de-AT` in both cases. Raises ContentError where a catalog is not in order.
    """
    files = [file for folder in folders for file in _files(folder, tag, form)]
    translations: Translations = NullTranslations()
    own = [folder for folder in folders if folder != OURS]
    reports = [each for folder in own for each in never_asked(folder, _names(tag))]
    for file in reversed(files):
        messages = _messages(file, plurals_of(tag))
        translations = _entries(messages, tag, translations)
        if file.parent != OURS:
            reports += advice_on(file, messages, translations)
    is_english = tags_from(tag)[-1] == ENGLISH
    has_form = is_english or form is AddressForm.FORMAL or _has_informal(files)
    lang = tag if files or is_english else ENGLISH
    return Catalog(lang, translations, has_form, tuple(sorted(reports)))


def texts_of(catalog: Catalog) -> Iterator[str]:
    """Yield every text that a catalog has for a message, and all messages in English."""
    for entries in asked(catalog.translations):
        yield from chain.from_iterable(entries.said.values())
    yield from chain.from_iterable(each.ids for each in template())


def _has_informal(files: Sequence[Path]) -> bool:
    return any(file.name.endswith(INFORMAL) for file in files)


def _files(folder: Path, tag: str, form: AddressForm) -> Iterator[Path]:
    """Yield the catalogs of a folder, the one that is asked first before the others."""
    endings = (INFORMAL, ENDING) if form is AddressForm.INFORMAL else (ENDING,)
    for ending in endings:
        found = (folder / f"{name}{ending}" for name in _names(tag))
        yield from [file for file in found if _is_within(file, folder)][:1]


def _names(tag: str) -> tuple[str, ...]:
    """Return what a catalog of a language may be called, without the ending."""
    return (*tags_from(tag), *([ENGLISH_OF_THE_WORLD] if _names_days_first(tag) else []))


def _is_within(file: Path, folder: Path) -> bool:
    # A link that leads out of its folder would show whatever it leads to.
    return file.is_file() and file.resolve().is_relative_to(folder.resolve())


def _names_days_first(tag: str) -> bool:
    """Return whether a tag is of an English that says `21 December`."""
    if tags_from(tag)[-1] != ENGLISH:
        return False
    return str(locale_of(tag).date_formats["long"].pattern).startswith("d")


def _entries(messages: Sequence[Message], tag: str, others: Translations) -> Entries:
    said = {each.key: each.said for each in messages if each.is_translated}
    return Entries(said, plurals_of(tag), others)


def _messages(file: Path, plurals: Plurals) -> tuple[Message, ...]:
    """Return the messages of a catalog that is in order. Raises ContentError."""
    try:
        text = file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise _unreadable(file, "This file is not UTF-8.", "Save it as UTF-8.") from None
    except OSError as error:
        found = f"This file can not be read ({error.strerror})."
        raise _unreadable(file, found, "Look at who may read it.") from None
    messages, misread = read_po(text)
    if file.parent != OURS:
        # What they are compared with is the message, and not what the owner made of it.
        ids = {each.key: each.ids for each in template()}
        messages = tuple(replace(each, ids=ids.get(each.key, each.ids)) for each in messages)
    faults = [*misread, *proofread(messages, plurals)]
    if faults:
        raise ContentError(
            Problem(place_in(file, each.line), each.found, each.instead) for each in faults
        )
    return messages


def _unreadable(file: Path, found: str, instead: str) -> ContentError:
    return ContentError([Problem(place_in(file), found, instead)])
