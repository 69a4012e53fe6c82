"""The texts of the model that clients read, wherever they stand in it."""

from collections.abc import Iterator

from portalgen.model.section import Path, Section
from portalgen.model.values import Markdown, Words


def texts(value: object, path: Path = ()) -> Iterator[tuple[Path, Words | Markdown]]:
    """Yield every text for clients below a value, with its path as the owner writes it."""
    if isinstance(value, Words | Markdown):
        yield path, value
    elif isinstance(value, Section):
        for name, info in type(value).model_fields.items():
            yield from texts(getattr(value, name), (*path, info.alias or name))
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from texts(item, (*path, number))
