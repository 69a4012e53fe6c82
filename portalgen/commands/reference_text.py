"""The reference as text for a screen: lines of 80 signs, for an owner who asks what to write.

Returns lines and prints nothing. All that is said about a field comes from the model.
"""

import re
from collections.abc import Iterator, Mapping
from textwrap import wrap

from portalgen.model.written import WrittenMap
from portalgen.reference import Field, reference
from portalgen.reference.phrases import file_name, typed_example, what_to_write, where_fields_stand

_WIDTH = 80


def all_files() -> Iterator[str]:
    """Yield a line for each file, and how to ask for more."""
    yield "What you can write, file by file. All files stand in the folder content/."
    yield ""
    yield from aligned({file_name(file): file.description for file in reference()})
    yield ""
    yield "More about it:"
    yield ""
    yield from aligned(
        {
            "portalgen explain away": "all fields of a file",
            "portalgen explain away.until": "one field",
            "portalgen explain holidays": "the names of your public holidays",
            "portalgen explain facts": "what {{ … }} can stand for in your texts",
        }
    )


def file_page(file: Field) -> Iterator[str]:
    """Yield a file and all of its fields."""
    yield from _wrapped(f"{file_name(file)}: {file.description}")
    yield ""
    yield where_fields_stand(file)
    yield ""
    yield from _children(file)
    yield ""
    yield f"One of them more closely: portalgen explain {file.children[0].path}"


def field_page(field: Field) -> Iterator[str]:
    """Yield a field with all that is known of it, and with the fields below it."""
    yield f"{field.path}{_mark(field)}"
    yield ""
    yield from _wrapped(field.description, "  ", "  ")
    yield ""
    facts = {
        "Write": "" if field.children or field.choices else what_to_write(field),
        "Choices": ", ".join(field.choices),
        "Left out": f"it is {field.default}" if field.default else "",
    }
    yield from aligned({name: text for name, text in facts.items() if text})
    yield "  Such as"
    yield from (f"      {line}" for line in _sample(field))
    if field.children:
        yield ""
        yield f"Each {field.kind} can have:" if field.is_list else "It can have:"
        yield ""
        yield from _children(field)


def aligned(rows: Mapping[str, str]) -> Iterator[str]:
    """Yield names with their texts in a second column; a long text goes on below itself."""
    width = min(max((len(name) for name in rows), default=0), _WIDTH // 2)
    for name, text in rows.items():
        start = f"  {name:<{width}}  "
        if len(start) > width + 4:
            yield start.rstrip()
            start = " " * (width + 4)
        yield from _wrapped(text, start, " " * (width + 4))


def _children(field: Field) -> Iterator[str]:
    """Yield the fields of a section: name and hint, and below what it means."""
    width = max(len(child.name) for child in field.children) + 4
    for number, child in enumerate(field.children):
        if number:
            yield ""
        yield from _wrapped(
            f"{what_to_write(child)}{_mark(child)}", f"  {child.name:<{width - 2}}", " " * width
        )
        yield from _wrapped(child.description, " " * width, " " * width)


def _mark(field: Field) -> str:
    return " (required)" if field.required else ""


def _sample(field: Field) -> Iterator[str]:
    """Yield how a field may look in its file."""
    if field.children:
        shown = [child for child in field.children if child.required] or field.children[:1]
        lines = [line for child in shown for line in _sample(child)]
        starts = ("  - ", "    ") if field.is_list else ("  ", "  ")
        yield f"{field.name}:"
        yield from (f"{starts[bool(number)]}{line}" for number, line in enumerate(lines))
    elif isinstance(field.form, WrittenMap):
        yield f"{field.name}:"
        yield f"  {field.example}"
    elif field.is_list:
        yield f"{field.name}:"
        yield f"  - {typed_example(field)}"
    elif len(field.example) > _WIDTH - 30:
        yield f"{field.name}: >-"
        # A fact must not be broken over two lines.
        whole = re.sub(r"\{\{ (\S+) \}\}", "{{\u00a0\\1\u00a0}}", field.example)
        lines = wrap(whole, _WIDTH - 20)
        yield from (f"  {line}".replace("\u00a0", " ") for line in lines)
    else:
        yield f"{field.name}: {typed_example(field)}"


def _wrapped(text: str, first: str = "", rest: str = "") -> list[str]:
    return wrap(
        text,
        _WIDTH,
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    )
