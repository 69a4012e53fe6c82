"""The content folder as a whole: every file read, every problem of all of them in one run."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path as FilePath
from typing import Any

from pydantic import ValidationError

from portalgen.loading.complaints import complaints, wrong_root
from portalgen.loading.folder import ContentFolder, read_folder
from portalgen.loading.link_schemes import unsafe_links
from portalgen.loading.paragraphs import long_paragraphs
from portalgen.loading.places import Places, SourceText, key_place_in
from portalgen.loading.references import Dangling, broken_references, without_dangling
from portalgen.model.portal import FILES, FOLDERS, Portal
from portalgen.model.practice import Contact, Practice
from portalgen.model.reading import slug, slug_of
from portalgen.model.section import Section
from portalgen.model.values import Unreadable
from portalgen.problems import ContentError, Place, Problem, Weight, advice
from portalgen.sources.decoding import decode
from portalgen.sources.front_matter import split_front_matter
from portalgen.sources.nodes import Mapping as MappingNode
from portalgen.sources.nodes import Node, Scalar, Sequence
from portalgen.sources.tree import read_tree


@dataclass(frozen=True)
class Loaded:
    """A portal, the places of its values, its images, and what there is to say about it.

    `failed` names the files and folders that could not be read; where there are any, `reports`
    holds problems, and the portal is what the others give.
    """

    portal: Portal
    places: Places
    images: Mapping[str, bytes]
    reports: tuple[Problem, ...]
    failed: frozenset[str] = frozenset()


def load(folder: FilePath, label: str = "content") -> Loaded:
    """Load a content folder without problems.

    `label` is what places call the folder. Raises ContentError with all problems, and the advice
    that was found beside them.
    """
    loaded = examine(folder, label)
    if any(each.weight is Weight.PROBLEM for each in loaded.reports):
        raise ContentError(loaded.reports)
    return loaded


def examine(folder: FilePath, label: str = "content") -> Loaded:
    """Return what a content folder gives, and everything that is wrong with its files.

    Raises ContentError only where there is no such folder.
    """
    found = read_folder(folder, label)
    run = _Loading(found)
    parts = run.parts()
    reports = run.reports
    portal = Portal.model_construct(**{**_EMPTY, "practice": _STAND_IN, **parts})
    for rule in broken_references(portal, run.failed, found.images):
        weight = Weight.ADVICE if isinstance(rule, Dangling) else Weight.PROBLEM
        reports.append(Problem(run.places.of(rule.path), rule.found, rule.instead, weight))
    for rule, offset in (*unsafe_links(portal), *long_paragraphs(portal)):
        reports.append(Problem(run.places.of(rule.path, offset), rule.found, rule.instead))
    return Loaded(
        without_dangling(portal),
        run.places,
        found.images,
        tuple(sorted(set(reports))),
        frozenset(run.failed),
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

    def __init__(self, found: ContentFolder) -> None:
        self._found = found
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
            pages = [self._text(name, stem, content) for stem, content in texts.items()]
            whole = [(page, source) for page, source in pages if page is not None]
            parts[name] = tuple(page for page, _ in whole)
            self._folders[name] = tuple(source for _, source in whole)
            if len(whole) < len(texts):
                self.failed.add(name)
        return {name: part for name, part in parts.items() if name not in self.failed}

    def _file(self, name: str, model: type[Section]) -> Section | None:
        content = self._found.files.get(name)
        if content is None:
            if name in self._found.spelled or name in self._found.meant:
                self.failed.add(name)
            elif name == "practice":
                self._refuse(name, _no_practice(self._found.place("practice.yaml")))
            return None
        file = f"{self._found.label}/{self._found.spelled[name]}"
        try:
            root, notes = read_tree(decode(content, file), file)
        except ContentError as error:
            self._refuse(name, *error.problems)
            return None
        self.reports += notes
        source = SourceText(file, root)
        self._files[name] = source
        return self._model(name, source, model, {})

    def _text(self, folder: str, stem: str, content: bytes) -> tuple[Any, SourceText]:
        file = f"{self._found.label}/{folder}/{stem}.md"
        source = SourceText(file, None)
        try:
            slug(stem)
            parts = split_front_matter(decode(content, file), file)
            root, notes = read_tree(parts.yaml, file, parts.yaml_line)
        except Unreadable as error:
            proposal = slug_of(stem)
            found = f"The name of this file becomes an address, and {error.found}"
            instead = f"Rename it to {proposal}.md." if proposal != stem else error.instead
            self._refuse(folder, Problem(Place(file), found, instead))
            return None, source
        except ContentError as error:
            self._refuse(folder, *error.problems)
            return None, source
        self.reports += notes
        body = Scalar(Place(file, parts.body_line, 1), parts.body, True, parts.body_line)
        source = SourceText(file, root, body)
        extra = {"slug": stem, "body": parts.body}
        return self._model(folder, source, FOLDERS[folder], extra), source

    def _model(
        self, name: str, source: SourceText, model: type[Section], extra: dict[str, str]
    ) -> Section | None:
        root = source.root
        if root is None or not isinstance(root, MappingNode):
            wrong = wrong_root(source, model)
            if wrong is not None:
                self._refuse(name, wrong)
                return None
        data = plain(root) if isinstance(root, MappingNode) else {}
        for key in extra:
            if key in data:
                self._refuse(name, _not_in_front_matter(key, source))
        self.reports += _number_advice(root)
        try:
            return model.model_validate({**data, **extra})
        except ValidationError as error:
            self._refuse(name, *complaints(error, model, source))
            return None

    def _refuse(self, name: str, *problems: Problem) -> None:
        self.failed.add(name)
        self.reports += problems


def _not_in_front_matter(key: str, source: SourceText) -> Problem:
    instead = {
        "slug": "The name of the file is the address: rename the file, and leave this out.",
        "body": "Write the text below the second line `---`.",
    }[key]
    return Problem(key_place_in(source, (key,)), f"There is no key `{key}` here.", instead)


def _no_practice(place: Place) -> Problem:
    return Problem(
        place,
        "This file is missing.",
        "It says who you are; `name`, `timezone` and `contact` with `email` are enough.",
    )


def plain(node: Node) -> Any:
    """Return a tree as maps, lists and texts; None behind a key whose value is left out."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items if not item.left_out]
    return {entry.key.text: None if entry.value.left_out else plain(entry.value) for entry in node}


# What YAML 1.1 or 1.2 programs read as a number.
_NUMBER = re.compile(r"[+-]?(0[xo])?[0-9][0-9_]*(\.[0-9]*)?([eE][+-]?[0-9]+)?$")

_KEPT = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]*[1-9])?")


def _number_advice(node: Node | None) -> Iterator[Problem]:
    """Yield advice for texts that other programs would save as another text."""
    if isinstance(node, MappingNode):
        for entry in node:
            yield from _number_advice(entry.value)
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _number_advice(item)
    elif node is not None and node.plain and _changes(node.text):
        yield advice(
            node.place,
            f"Other programs would read `{node.text}` as a number and may change it.",
            f'Put it in quotes: "{node.text}".',
        )


def _changes(text: str) -> bool:
    """Return whether a program that reads a text as a number would write another one."""
    return bool(_NUMBER.match(text) and not _KEPT.fullmatch(text))
