"""The template of the message catalogs, collected from the package and the site templates.

`python -m portalgen.wording.extract` writes it anew, and brings the catalogs up to date with it.
It holds no dates and no line numbers, so it changes only when a message does. In templates the
messages are `gettext(…)`, `_(…)` and `{% trans %}`; a call such as `voice.gettext(…)` in a template
is not seen.
"""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from portalgen.packed import packed_folder
from portalgen.wording.merging import merge_all

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog

_KEYWORDS: dict[str, Any] = {
    "_": None,
    "gettext": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
_COMMENT_TAGS = ("Translators:",)
# The same syntax that templates are rendered with; `trimmed` joins the lines of a message.
_JINJA = {"trim_blocks": "1", "lstrip_blocks": "1", "newstyle_gettext": "1", "trimmed": "1"}
_HEADER = b"""\
# The messages of portalgen, in English. Copy this file to <language>.po to translate it.
msgid ""
msgstr ""
"Project-Id-Version: portalgen\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""


def extract(package_folder: Path, templates_folder: Path) -> bytes:
    """Return the template of all messages (.pot, UTF-8), sorted."""
    from babel.messages.catalog import Catalog
    from babel.messages.pofile import write_po
    from jinja2.ext import babel_extract

    catalog = Catalog()
    for name, file in _files(package_folder, "*.py"):
        _collect(catalog, name, file, "python", {})
    for name, file in _files(templates_folder, "*"):
        if file.relative_to(templates_folder).parts[0] != "static":
            _collect(catalog, name, file, babel_extract, dict(_JINJA))
    written = io.BytesIO()
    write_po(written, catalog, omit_header=True, sort_output=True, include_lineno=False, width=0)
    return _HEADER + written.getvalue()


def stored_template() -> Path:
    """Return where the template is kept."""
    return Path(__file__).parent / "catalogs" / "portalgen.pot"


def fresh_template() -> bytes:
    """Return the template of this package and of the site templates that belong to it."""
    return extract(Path(__file__).parents[1], packed_folder("site-templates"))


def main() -> None:
    """Write the template anew, and all catalogs."""
    template = fresh_template()
    stored_template().write_bytes(template)
    merge_all(stored_template().parent, template)


def _files(folder: Path, pattern: str) -> Iterator[tuple[str, Path]]:
    """Yield files with their names from the folder that holds the given one."""
    for file in sorted(folder.rglob(pattern), key=lambda each: each.as_posix()):
        if file.is_file() and "packed" not in file.relative_to(folder).parts:
            yield f"{folder.name}/{file.relative_to(folder).as_posix()}", file


def _collect(
    catalog: "Catalog", name: str, file: Path, method: Any, options: dict[str, str]
) -> None:
    from babel.messages.extract import extract as messages_of

    with file.open("rb") as source:
        for line, message, comments, context in messages_of(
            method, source, _KEYWORDS, _COMMENT_TAGS, options
        ):
            catalog.add(
                message,
                locations=[(name, line)],
                auto_comments=_without_tag(comments),
                context=context,
            )


def _without_tag(comments: list[str]) -> list[str]:
    return [" ".join(comments).removeprefix("Translators:").strip()] if comments else []


if __name__ == "__main__":
    main()
