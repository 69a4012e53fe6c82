"""The whole story on one page: from a content folder to the finished files of a site.

Reads the content and the templates, writes nothing, and does not ask what time it is.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit

from portalgen import addresses, days
from portalgen.all_channels import all_channels
from portalgen.all_checks import OF_CONTENT, OF_FILES
from portalgen.all_pages import all_pages
from portalgen.documents import Document, File
from portalgen.edition import NEXT_BUILD, desk, edition
from portalgen.facts import fill, wrong_facts
from portalgen.finishing.fingerprints import fingerprint
from portalgen.finishing.github_pages import no_jekyll
from portalgen.finishing.headers import headers_file
from portalgen.finishing.redirects import redirects_file
from portalgen.finishing.robots import robots_file
from portalgen.finishing.search_index import search_index
from portalgen.finishing.sitemap import sitemap
from portalgen.frame import Frame, frame
from portalgen.loading import Loaded, examine, unasked_tokens
from portalgen.look import LOOK_SHEET, look_sheet, palette_of
from portalgen.memory import Memory
from portalgen.model.portal import Portal
from portalgen.packed import packed_folder
from portalgen.pictures import Album, album
from portalgen.problems import ContentError, Place, Problem, Weight
from portalgen.publish.paths import address_faults
from portalgen.render.statics import static_files
from portalgen.render.templates import Renderer, renderer
from portalgen.render.together import rendered
from portalgen.subject import Check, Subject
from portalgen.wording.voice import voice_of


@dataclass(frozen=True)
class Order:
    """What to build: the content, the owner's templates if there are any, and when.

    `label` is what messages call the content folder. A `moment` without a zone is read in the
    practice's. `url` stands in where the content names none. With `strict`, advice is a problem.
    `replaced` stands in for files of the content folder, by name.
    """

    content: Path
    moment: datetime
    label: str = "content"
    templates: Path | None = None
    next_build: timedelta = NEXT_BUILD
    url: str | None = None
    strict: bool = False
    replaced: Mapping[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True)
class Prepared:
    """A site of which no page is rendered yet.

    `documents` are its pages, in their order; `files` the finished ones beside them, but for
    images and the files that hosts read.
    """

    order: Order
    subject: Subject
    advice: tuple[Problem, ...]
    documents: tuple[Document, ...]
    files: tuple[File, ...]
    shown: Frame
    renderer: Renderer
    album: Album

    def render(self, document: Document) -> File:
        """Return the finished file of a page. Raises ContentError."""
        page = replace(document, facts={"frame": self.shown, **document.facts})
        with _templates_called(self.order):
            return self.renderer.render(page)


@dataclass(frozen=True)
class Built:
    """The files of a site, and the advice found on the way."""

    files: tuple[File, ...]
    advice: tuple[Problem, ...]


def _silent(_stage: str) -> None:
    """Tell nobody."""


def build(order: Order, memory: Memory, tell: Callable[[str], None] = _silent) -> Built:
    """Build the site of an order.

    `tell` hears the name of each stage as it begins. Raises ContentError with every problem
    that could be found before the first stage that needs them gone.
    """
    prepared = prepare(order, memory, tell)
    tell("rendering")
    pages = rendered(prepared.render, prepared.documents, memory)
    return finish(prepared, pages, tell)


def prepare(order: Order, memory: Memory, tell: Callable[[str], None] = _silent) -> Prepared:
    """Read the content of an order, and make of it all but the pages.

    Raises ContentError with every problem of the content.
    """
    tell("reading")
    subject, advice = survey(order, memory)
    tell("preparing")
    voice = subject.voice
    public = fill(subject.edition, voice)
    folders = _template_folders(order)
    pictures = album(subject.loaded.images, subject.loaded.places.image, memory)
    look = public.portal.practice.look
    sheet = look_sheet(look, palette_of(look, memory), subject.loaded.look.sheet)
    with _templates_called(order):
        given = static_files(folders)
        assets, statics = fingerprint({**given, LOOK_SHEET: sheet})
    found = [*pictures.advice, *unasked_tokens(subject.loaded.look, given)]
    things = [*all_pages(public, voice), *all_channels(public, voice)]
    return Prepared(
        order,
        subject,
        (*advice, *_held(found, order)),
        tuple(thing for thing in things if isinstance(thing, Document)),
        (*statics, *(thing for thing in things if isinstance(thing, File))),
        frame(public, voice),
        renderer(
            folders,
            voice,
            memory,
            assets,
            public.portal.practice.url or "",
            pictures.pictures,
        ),
        pictures,
    )


def finish(
    prepared: Prepared, pages: Sequence[File], tell: Callable[[str], None] = _silent
) -> Built:
    """Return the whole site of all its rendered pages.

    Raises ContentError with every problem of the finished files.
    """
    tell("finishing")
    order, subject = prepared.order, prepared.subject
    files = [*prepared.files, *pages]
    files += prepared.album.named_in(_texts(files))
    listed = {document.file: document.address for document in prepared.documents if document.listed}
    files.append(search_index(page for page in pages if page.address in listed))
    files += _for_hosts(files, [*listed.values()], subject.edition.portal)
    found = [*_clashes(files, order.label), *_checked(OF_FILES, replace(subject, files=(*files,)))]
    return Built(tuple(files), tuple(sorted({*prepared.advice, *_held(found, order)})))


def survey(order: Order, memory: Memory | None = None) -> tuple[Subject, tuple[Problem, ...]]:
    """Return what a build sees before anything is rendered, and the advice on it.

    Raises ContentError with every problem of the content.
    """
    memory = Memory() if memory is None else memory
    examined = examine(order.content, order.label, memory, order.replaced)
    loaded = _with_url(examined, order.url)
    if "practice" in loaded.failed:
        raise ContentError(loaded.reports)
    subject = _subject(loaded, order, memory)
    return subject, tuple(_held([*loaded.reports, *_wrong_content(subject)], order))


def _wrong_content(subject: Subject) -> list[Problem]:
    """Return what is wrong with the content beyond its files; what could not be read is spared."""
    loaded = subject.loaded
    found = [*wrong_facts(loaded.portal, loaded.places, subject.voice, loaded.failed)]
    return found if loaded.failed else [*found, *_checked(OF_CONTENT, subject)]


@contextmanager
def _templates_called(order: Order) -> Iterator[None]:
    """Let places in the owner's templates name the folder as the owner does."""
    try:
        yield
    except ContentError as error:
        raise ContentError(_as_called(each, order.templates) for each in error.problems) from None


def _as_called(problem: Problem, templates: Path | None) -> Problem:
    name = problem.place.file.removeprefix("site-templates/")
    if templates is None or name == problem.place.file or not (templates / name).exists():
        return problem
    return replace(problem, place=replace(problem.place, file=(templates / name).as_posix()))


def _texts(files: Iterable[File]) -> Iterator[str]:
    """Yield what clients read, and what may name an image."""
    return (file.text for file in files if file.address.endswith((".html", ".vcf")))


def _clashes(files: Iterable[File], label: str) -> Iterator[Problem]:
    """Yield a problem for each two files that can not stand in one folder on every computer."""
    for sentence in address_faults([file.address for file in files]):
        yield Problem(Place(label), sentence, "Rename one of them.")


def _for_hosts(files: list[File], listed: list[str], portal: Portal) -> list[File]:
    """Return the files by which hosts and search engines know how to treat the others."""
    url = portal.practice.url
    base = f"{urlsplit(url or '').path.rstrip('/')}/"
    made = [
        headers_file([file.address for file in files], base=base),
        redirects_file(addresses.moves(portal), base=base),
        robots_file(url, [addresses.EDITOR] if portal.practice.editor else []),
        sitemap(listed, url) if url else None,
        no_jekyll(),
    ]
    return [file for file in made if file is not None]


def _subject(loaded: Loaded, order: Order, memory: Memory) -> Subject:
    practice = loaded.portal.practice
    zone = days.zone(practice.timezone)
    moment = order.moment if order.moment.tzinfo else days.instant(order.moment, zone)
    month = days.day_of(moment, zone).replace(day=1)
    own_words = [folder / "wording" for folder in _template_folders(order)]
    with _templates_called(order):
        voice = voice_of(practice, month, folders=own_words)
    return Subject(
        loaded,
        desk(loaded.portal, moment),
        edition(loaded.portal, moment, order.next_build),
        voice,
        memory=memory,
    )


def _with_url(loaded: Loaded, url: str | None) -> Loaded:
    """Return the content with the host's address where it names none itself."""
    practice = loaded.portal.practice
    if url is None or practice.url is not None:
        return loaded
    named = practice.model_copy(update={"url": url})
    return replace(loaded, portal=loaded.portal.model_copy(update={"practice": named}))


def _checked(checks: Iterable[Check], subject: Subject) -> list[Problem]:
    return [problem for check in checks for problem in check(subject)]


def _held(found: list[Problem], order: Order) -> list[Problem]:
    """Return what was found if it is advice alone; raise it where a problem is among it."""
    if order.strict:
        found = [replace(problem, weight=Weight.PROBLEM) for problem in found]
    if any(problem.weight is Weight.PROBLEM for problem in found):
        raise ContentError(found)
    return found


def _template_folders(order: Order) -> tuple[Path, ...]:
    packed = packed_folder("site-templates")
    if order.templates is None or order.templates.resolve() == packed.resolve():
        return (packed,)
    return (order.templates, packed)
