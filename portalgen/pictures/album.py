"""All images of a content folder, ready to be named by pages and to be published."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import PurePath
from urllib.parse import quote

from portalgen.addresses import image
from portalgen.documents import File
from portalgen.memory import Memory
from portalgen.pictures.drawings import drawn
from portalgen.pictures.findings import Made, Unusable
from portalgen.pictures.photos import developed
from portalgen.problems import ContentError, Place, Problem, advice

_NAMED = re.compile(r"""images/([^"'\s<>?#]+)""")


@dataclass(frozen=True)
class Picture:
    """An image as a page names it: its address, its size in pixels, and its narrower versions.

    A drawing that does not say its size has none, 0 by 0.
    """

    address: str
    width: int
    height: int
    narrower: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True)
class Album:
    """Pictures by the address that content and pages know them by, and the files behind them."""

    pictures: Mapping[str, Picture]
    files: Mapping[str, File]
    advice: tuple[Problem, ...]

    def named_in(self, texts: Iterable[str]) -> list[File]:
        """Return the files that a text of the finished site names, and no other.

        What only a person without consent or an absence to come would show is not public yet.
        """
        named = {f"/images/{name}" for text in texts for name in _NAMED.findall(text)}
        return [self.files[each] for each in sorted(self.files) if quote(each) in named]


def album(images: Mapping[str, bytes], place: Callable[[str], Place], memory: Memory) -> Album:
    """Return the album of the images by name; `place` is where an image lies.

    Raises ContentError with every image that can not be published.
    """
    read = {name: _read(name, images[name], memory) for name in sorted(images)}
    refused = {name: each for name, each in read.items() if isinstance(each, Unusable)}
    if refused:
        raise ContentError(_problem(place(name), each) for name, each in refused.items())
    made = {name: each for name, each in read.items() if isinstance(each, Made)}
    files = [file for name, each in made.items() for file in _files(name, each)]
    return Album(
        {image(name): _picture(name, each) for name, each in made.items()},
        {file.address: file for file in files},
        tuple(advice(place(name), *each.note) for name, each in made.items() if each.note),
    )


def _read(name: str, content: bytes, memory: Memory) -> Made | Unusable:
    kind = PurePath(name).suffix.lower()
    make = drawn if kind == ".svg" else developed
    key = (kind, sha256(content).digest())
    written = memory.recall("picture", key, lambda: make(content, kind).written)
    return Made.read(written) or Unusable.read(written)


def _problem(where: Place, each: Unusable) -> Problem:
    return Problem(Place(where.file, each.line, each.column), each.found, each.instead)


def _picture(name: str, made: Made) -> Picture:
    narrower = tuple((width, _address(name, width, made)) for width, _ in made.versions[:-1])
    return Picture(image(name), made.width, made.height, narrower)


def _files(name: str, made: Made) -> Iterator[File]:
    for width, content in made.versions:
        yield File(_address(name, width, made), content)


def _address(name: str, width: int, made: Made) -> str:
    return image(name) if width == made.width else image(f"{width}/{name}")
