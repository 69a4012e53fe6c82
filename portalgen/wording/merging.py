"""Catalogs brought up to date with the template: what is new, what changed, what has gone.

A message that is new has no words yet; one that changed keeps its words, marked fuzzy; one that
has gone is taken out. The same catalog and template give the same bytes. A catalog that holds only
what differs is given no new messages.
"""

import io
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog

_HEADER = """\
# {about}
msgid ""
msgstr ""
"Project-Id-Version: portalgen\\n"
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plurals}\\n"

"""
_WHOLE = "The words of portalgen."
_PART = "The words of portalgen, as far as they differ."


def merge_all(folder: Path, template: bytes) -> None:
    """Bring every catalog of a folder up to date."""
    for file in sorted(folder.glob("*.po")):
        file.write_bytes(merged(file.read_bytes(), template, file.name.removesuffix(".po")))


def merged(written: bytes, template: bytes, name: str) -> bytes:
    """Return a catalog, `de` or `de.informal`, with the messages of a template."""
    from babel.messages.plurals import get_plural
    from babel.messages.pofile import read_po, write_po

    language = name.partition(".")[0]
    plurals = get_plural(language.split("-")[0])
    catalog = read_po(io.BytesIO(written), abort_invalid=True)
    catalog.update(
        read_po(io.BytesIO(template)),
        no_fuzzy_matching=is_partial(name),
        update_header_comment=False,
    )
    if is_partial(name):
        _leave_out_what_is_the_same(catalog)
    body = io.BytesIO()
    write_po(
        body,
        catalog,
        omit_header=True,
        sort_output=True,
        no_location=True,
        ignore_obsolete=True,
        width=0,
    )
    about = _PART if is_partial(name) else _WHOLE
    header = _HEADER.format(about=about, language=language, plurals=str(plurals).rstrip(";") + ";")
    return header.encode() + body.getvalue()


def is_partial(name: str) -> bool:
    """Return whether a catalog holds only what differs from another."""
    return "." in name or name.startswith("en-")


def _leave_out_what_is_the_same(catalog: "Catalog") -> None:
    for message in list(catalog):
        said = message.string if isinstance(message.string, tuple) else (message.string,)
        if message.id and not any(said):
            catalog.delete(message.id, message.context)
