"""The portals that are looked at whole, page by page: one for each language that is complete."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from portalgen.build import Order, build
from portalgen.memory import Memory
from portalgen.packed import packed_folder
from tests.conftest import MOMENT

LANGUAGES = ("en", "de", "es")
_SPANISH = ("language: en-US", "language: es-ES")


@cache
def files_of(language: str) -> Mapping[str, bytes]:
    """Return the finished files of the portal in a language, by their addresses.

    English is the sample, German the repair practice, Spanish the sample with the portal's own
    words in Spanish.
    """
    return {file.address: file.content for file in build(_order(language), Memory()).files}


@cache
def pages_of(language: str) -> tuple[str, ...]:
    """Return the addresses of all pages that can be read."""
    # A page that only leads on to another is gone before anybody could read it.
    return tuple(
        address.removesuffix("index.html")
        for address, content in sorted(files_of(language).items())
        if address.endswith(".html") and b'http-equiv="refresh"' not in content
    )


def _order(language: str) -> Order:
    sample = packed_folder("content")
    if language == "de":
        return Order(packed_folder("repair"), MOMENT)
    if language == "es":
        practice = (sample / "practice.yaml").read_text(encoding="utf-8")
        assert _SPANISH[0] in practice
        return Order(
            sample, MOMENT, replaced={"practice.yaml": practice.replace(*_SPANISH).encode()}
        )
    return Order(sample, MOMENT)


def written(language: str, folder: Path, *endings: str) -> Path:
    """Write the files of a portal that end in one of some ways into a folder, and return it."""
    for address, content in files_of(language).items():
        if address.endswith(endings):
            path = folder / address.removeprefix("/")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
    return folder
