"""The content folder as a whole: every file read, every problem of all of them in one run."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path as FilePath
from types import MappingProxyType
from typing import Any

from portalgen.loading.content_file import ContentFile, markdown_file, yaml_file
from portalgen.loading.folder import LOOK, ContentFolder, read_folder
from portalgen.loading.link_schemes import unsafe_links
from portalgen.loading.own_look import OwnLook, own_look
from portalgen.loading.paragraphs import long_paragraphs
from portalgen.loading.places import Places, SourceText
from portalgen.loading.references import Dangling, broken_references, without_dangling
from portalgen.memory import Memory
from portalgen.model.portal import FILES, FOLDERS, Portal
from portalgen.model.practice import Contact, Practice
from portalgen.model.section import Section
from portalgen.problems import ContentError, Place, Problem, Weight


@dataclass(frozen=True)
class Loaded:
    """A portal, the places of its values, its images, and what there is to say about it.

    `failed` names the files and folders that could not be read; where there are any, `reports`
    holds problems, and the portal is what the others give. `look` is what look.css means,
    and empty without one.
    """

    portal: Portal
    places: Places
    images: Mapping[str, bytes]
    reports: tuple[Problem, ...]
    failed: frozenset[str] = frozenset()
    look: OwnLook = field(default_factory=OwnLook)


_NOTHING: Mapping[str, bytes] = MappingProxyType({})


def load(folder: FilePath, label: str = "content") -> Loaded:
    """Load a content folder without problems.

    `label` is what places call the folder. Raises ContentError with all problems, and the advice
    that was found beside them.
    """
    loaded = examine(folder, label)
    if any(each.weight is Weight.PROBLEM for each in loaded.reports):
        raise ContentError(loaded.reports)
    return loaded


def examine(
    folder: FilePath,
    label: str = "content",
    memory: Memory | None = None,
    replaced: Mapping[str, bytes] = _NOTHING,
) -> Loaded:
    """Return what a content folder gives, and everything that is wrong with its files.

    Files whose bytes `memory` knows are not parsed again. `replaced` stands in for files of the
    folder, by their names. Raises ContentError only where there is no such folder.
    """
    found = read_folder(folder, label, replaced)
    memory = Memory() if memory is None else memory
    run = _Loading(found, memory)
    parts = run.parts()
    reports = run.reports
    portal = Portal.model_construct(**{**_EMPTY, "practice": _STAND_IN, **parts})
    for rule in broken_references(portal, run.failed, found.images):
        weight = Weight.ADVICE if isinstance(rule, Dangling) else Weight.PROBLEM
        reports.append(Problem(run.places.of(rule.path), rule.found, rule.instead, weight))
    for rule, offset in (*unsafe_links(portal), *long_paragraphs(portal)):
        reports.append(Problem(run.places.of(rule.path, offset), rule.found, rule.instead))
    look, told = own_look(found.look or b"", f"{label}/{LOOK}", memory)
    reports += told
    return Loaded(
        without_dangling(portal),
        run.places,
        found.images,
        tuple(sorted(set(reports))),
        frozenset(run.failed),
        look,
    )


# What the other files are looked at with where practice.yaml can not be read.
_STAND_IN = Practice.model_construct(
    name="", timezone="", contact=Contact.model_construct(email="")
)
_EMPTY: dict[str, Any] = {
    info.alias or name: info.get_default()
    for name, info in Portal.model_fields.items()
    if not info.is_required()
}


class _Loading:
    """One run over the files of a folder; collects what it finds."""

    def __init__(self, found: ContentFolder, memory: Memory) -> None:
        self._found = found
        self._memory = memory
        self.reports = list(found.reports)
        self.failed: set[str] = set()
        self._files: dict[str, SourceText] = {}
        self._folders: dict[str, tuple[SourceText, ...]] = {}

    @property
    def places(self) -> Places:
        """The places of all that has been read so far."""
        return Places(self._files, self._folders, self._found.label)

    def parts(self) -> dict[str, Any]:
        """Return what could be read, by the names of the portal's fields."""
        parts: dict[str, Any] = {}
        for name, model in FILES.items():
            part = self._file(name, model)
            if part is not None:
                parts[name] = part
        for name, texts in self._found.texts.items():
            read = [self._text(name, stem, content) for stem, content in texts.items()]
            whole = [each for each in read if each.part is not None]
            parts[name] = tuple(each.part for each in whole)
            self._folders[name] = tuple(each.source for each in whole if each.source is not None)
            if len(whole) < len(texts):
                self.failed.add(name)
        return {name: part for name, part in parts.items() if name not in self.failed}

    def _file(self, name: str, model: type[Section]) -> Section | None:
        content = self._found.files.get(name)
        if content is None:
            if name in self._found.spelled or name in self._found.meant:
                self.failed.add(name)
            elif name == "practice":
                self.failed.add(name)
                self.reports.append(_no_practice(self._found.place("practice.yaml")))
            return None
        file = f"{self._found.label}/{self._found.spelled[name]}"
        read = self._memory.recall("file", (file, content), lambda: yaml_file(content, file, model))
        if read.source is not None:
            self._files[name] = read.source
        if read.part is None:
            self.failed.add(name)
        self.reports += read.reports
        return read.part

    def _text(self, folder: str, stem: str, content: bytes) -> ContentFile:
        file = f"{self._found.label}/{folder}/{stem}.md"
        read = self._memory.recall(
            "file", (file, content), lambda: markdown_file(content, file, stem, FOLDERS[folder])
        )
        self.reports += read.reports
        return read


def _no_practice(place: Place) -> Problem:
    return Problem(
        place,
        "This file is missing.",
        "It says who you are; `name`, `timezone` and `contact` with `email` are enough.",
    )
