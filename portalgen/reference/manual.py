"""The reference as a page of the manual, docs/reference.md, which `make schemas` writes.

A chapter for each file, a table for each section, a row for each field. All that is said about a
field comes from the model; a row can be linked to by its path, as in reference.md#away.until.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from portalgen.reference.fields import Field, reference
from portalgen.reference.phrases import file_name, typed_example, what_to_write, where_fields_stand

_OPENING = """\
# Reference: every file, every field

Made from the program itself; `portalgen explain away.until` tells the same on your screen. All
files stand in the folder `content/`. Only `practice.yaml` must be there; a field in **bold**
must be there if what it belongs to is. What is left out has the value that stands under *Left
out*, or is simply not shown.

[Writing your portal in an hour](writing.md) is the better place to begin.
"""


def manual() -> str:
    """Return the whole page, in Markdown."""
    return "\n".join(
        [_OPENING, *_contents(), *(line for file in reference() for line in _file(file))]
    )


def main() -> None:
    """Write the page into the file that is named."""
    Path(sys.argv[1]).write_text(manual(), encoding="utf-8", newline="\n")


def _contents() -> Iterator[str]:
    for file in reference():
        yield f"- [{file_name(file)}](#{file.path}): {file.description}"
    yield ""


def _file(file: Field) -> Iterator[str]:
    yield f'## <a id="{file.path}"></a>{file_name(file)}'
    yield ""
    yield file.description
    yield ""
    yield where_fields_stand(file)
    yield ""
    yield from _table(file)
    for field in file.walk():
        if field.children and field is not file:
            yield f"### `{field.path}`"
            yield ""
            yield f"Each {field.kind} can have:" if field.is_list else "It can have:"
            yield ""
            yield from _table(field)


def _table(section: Field) -> Iterator[str]:
    yield "| field | what it means | what to write | left out |"
    yield "|---|---|---|---|"
    yield from (f"| {' | '.join(_cells(field))} |" for field in section.children)
    yield ""


def _cells(field: Field) -> Iterator[str]:
    name = f"**`{field.name}`**" if field.required else f"`{field.name}`"
    yield f'<a id="{field.path}"></a>[{name}](#{field.path})'
    yield field.description
    yield _written(field)
    yield f"`{field.default}`" if field.default else ""


def _written(field: Field) -> str:
    """Return what to write; an example of it, or a link to the fields below."""
    hint = ", ".join(field.choices) or what_to_write(field)
    if field.children:
        # GitHub makes the anchor of a heading without its points.
        return f"[{hint}](#{field.path.replace('.', '')})"
    dash = "- " if field.is_list else ""
    return f"{hint}<br>`{dash}{typed_example(field)}`"


if __name__ == "__main__":
    main()
