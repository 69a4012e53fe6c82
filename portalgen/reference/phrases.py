"""How files and fields are told of in words, on a screen and in the manual alike.

Lays nothing out. All that is said about a field comes from the model.
"""

from portalgen.model.portal import FOLDERS
from portalgen.reference.fields import Field


def file_name(file: Field) -> str:
    """Return the name under which a file stands in the folder of the content."""
    return f"{file.name}/*.md" if file.name in FOLDERS else f"{file.name}.yaml"


def where_fields_stand(file: Field) -> str:
    """Return the sentence that leads to the list of a file's fields."""
    if file.list_key:
        return f"A list under the key `{file.list_key}:`. An entry can have:"
    if file.name in FOLDERS:
        return "A text in Markdown. Between lines of `---` at its start it can have:"
    return "It can have:"


def what_to_write(field: Field) -> str:
    """Return what stands behind the key of a field, in a phrase."""
    several = "one or more, " if field.is_list else ""
    if field.children:
        each = "each with" if several else "with"
        return f"{several}{each} {', '.join(child.name for child in field.children)}"
    return f"{several}{'each ' if several else ''}{field.hint}"


def typed_example(field: Field) -> str:
    """Return an example as it must be typed: in quotes where another program would misread it."""
    text = field.example
    awkward = text[0] in "{[*&!%#+@`0" or ": " in text or " #" in text
    return f'"{text}"' if awkward and not text[:2].isdigit() else text
