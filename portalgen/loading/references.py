"""Rules between files: names that lead nowhere, names given twice, names that are taken."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from portalgen import addresses
from portalgen.model.away import NOBODY
from portalgen.model.backup import Backup
from portalgen.model.portal import Portal
from portalgen.model.section import Broken, Path
from portalgen.problems import nearest


@dataclass(frozen=True)
class Dangling(Broken):
    """A name that leads nowhere since the file that would know it is left out.

    The portal is smaller for it and not wrong: this is advice.
    """


def broken_references(
    portal: Portal, failed: Iterable[str], images: Iterable[str]
) -> Iterator[Broken]:
    """Yield every broken rule between the files of a portal.

    `failed` are the files and folders that could not be read; what leads into one of them is not
    judged. Paths start with the name of a file or folder, as in `Places`.
    """
    unjudged = frozenset(failed)
    known = {file: ids for file, ids in _names(portal).items() if file not in unjudged}
    yield from _twice(portal)
    yield from _of_services(portal, known)
    yield from _of_backups(portal, known)
    yield from _of_absences(portal, known)
    for number, sheet in enumerate(portal.fact_sheets):
        yield from _each(("what-to-expect", number, "service"), sheet.service, known, "services")
    yield from _of_addresses(portal)
    yield from _of_images(portal, tuple(images))


def without_dangling(portal: Portal) -> Portal:
    """Return the portal without the names that lead nowhere."""
    known = {file: frozenset(ids) for file, ids in _names(portal).items()}
    services = tuple(
        service.model_copy(
            update={
                "terms": _kept(service.terms, known["terms"]),
                "covered_by": _kept(service.covered_by, known["backup"]),
                "fact_sheet": service.fact_sheet
                if service.fact_sheet in known["what-to-expect"]
                else None,
            }
        )
        for service in portal.services.services
    )
    absences = tuple(
        absence.model_copy(
            update={
                "services": _kept(absence.services, known["services"]),
                "backup": absence.backup if absence.backup in known["backup"] | {NOBODY} else None,
                "cover": tuple(each for each in absence.cover if each.person in known["backup"]),
            }
        )
        for absence in portal.absences
        if not absence.services or _kept(absence.services, known["services"])
    )
    sheets = tuple(
        sheet.model_copy(update={"service": _kept(sheet.service, known["services"])})
        for sheet in portal.fact_sheets
    )
    return portal.model_copy(
        update={
            "services": portal.services.model_copy(update={"services": services}),
            "away": portal.away.model_copy(update={"away": absences}),
            "fact_sheets": sheets,
        }
    )


def _names(portal: Portal) -> dict[str, list[str]]:
    return {
        "services": [each.id for each in portal.services.services],
        "terms": [each.id for each in portal.clauses],
        "backup": [each.id for each in portal.backup.backups],
        "what-to-expect": [each.slug for each in portal.fact_sheets],
    }


def _kept(names: tuple[str, ...], known: frozenset[str]) -> tuple[str, ...]:
    return tuple(name for name in names if name in known)


_NOUNS = {
    "services": ("service", "services.yaml"),
    "terms": ("clause", "terms.yaml"),
    "backup": ("backup", "backup.yaml"),
    "what-to-expect": ("fact sheet", "the folder what-to-expect"),
}


def _each(
    path: Path, names: Iterable[str], known: Mapping[str, list[str]], file: str
) -> Iterator[Broken]:
    if file not in known:
        return
    noun, where = _NOUNS[file]
    for number, name in enumerate(names):
        if name not in known[file]:
            close = nearest(name, known[file])
            instead = (
                f"Did you mean `{close}`?" if close else f"Add it to {where}, or leave it out."
            )
            # A fact sheet is a file of its own that may go; a file that is empty knows no names.
            mild = file == "what-to-expect" or not known[file]
            rule = Dangling if mild else Broken
            yield rule((*path, number), f"There is no {noun} `{name}`.", instead)


def _of_services(portal: Portal, known: Mapping[str, list[str]]) -> Iterator[Broken]:
    for number, service in enumerate(portal.services.services):
        path: Path = ("services", "services", number)
        yield from _each((*path, "terms"), service.terms, known, "terms")
        yield from _each((*path, "covered_by"), service.covered_by, known, "backup")
        if service.fact_sheet is not None:
            sheet = (service.fact_sheet,)
            yield from _each((*path, "fact_sheet"), sheet, known, "what-to-expect")
        for place, name in enumerate(service.covered_by):
            person = portal.person(name)
            if person is not None and not person.takes(service.id):
                yield Broken(
                    (*path, "covered_by", place),
                    f"`{name}` does not cover `{service.id}`, says backup.yaml.",
                    f"Add `{service.id}` to their services, or name somebody else.",
                )


def _of_backups(portal: Portal, known: Mapping[str, list[str]]) -> Iterator[Broken]:
    for number, person in enumerate(portal.backup.backups):
        if "all" not in person.services:
            path = ("backup", "backups", number, "services")
            yield from _each(path, person.services, known, "services")


def _of_absences(portal: Portal, known: Mapping[str, list[str]]) -> Iterator[Broken]:
    for number, absence in enumerate(portal.absences):
        path: Path = ("away", "away", number)
        yield from _each((*path, "services"), absence.services, known, "services")
        if absence.backup not in {None, NOBODY}:
            yield from _each((*path, "backup"), (str(absence.backup),), known, "backup")
            person = portal.person(str(absence.backup))
            yield from _refused(person, absence.services, (*path, "backup"))
        for place, cover in enumerate(absence.cover):
            inside: Path = (*path, "cover", place)
            yield from _each((*inside, "person"), (cover.person,), known, "backup")
            yield from _each((*inside, "services"), cover.services, known, "services")


def _refused(person: Backup | None, services: tuple[str, ...], path: Path) -> Iterator[Broken]:
    if person is not None and services and not any(person.takes(each) for each in services):
        yield Broken(
            path,
            f"`{person.id}` covers none of the services that pause here, says backup.yaml.",
            "Name somebody who does, or nobody.",
        )


def _twice(portal: Portal) -> Iterator[Broken]:
    standards = portal.promises.standards if portal.promises else ()
    lists: tuple[tuple[Path, list[str], str], ...] = (
        (("services", "services"), [each.id for each in portal.services.services], _BY_TITLE),
        (("terms", "clauses"), [each.id for each in portal.clauses], ""),
        (("backup", "backups"), [each.id for each in portal.backup.backups], ""),
        (("away", "away"), [each.id for each in portal.absences], _BY_DAY),
        (("promises", "standards"), [each.id for each in standards], ""),
    )
    for path, ids, default in lists:
        for number, name in enumerate(ids):
            if name and name in ids[:number]:
                found = f"Two {path[1] if path[1] != 'away' else 'absences'} have the id `{name}`."
                instead = f"Give this one an `id:` of its own{default}."
                yield Broken((*path, number, "id"), found, instead)


_BY_TITLE = "; where none is written, the title gives it"
_BY_DAY = "; where none is written, it is the first day"


def _of_addresses(portal: Portal) -> Iterator[Broken]:
    """Own pages take no address of the portal, and former names lead to one place."""
    for number, page in enumerate(portal.pages):
        if page.slug in addresses.RESERVED:
            yield Broken(
                ("pages", number),
                f"This page would stand at /{page.slug}/, which the portal needs for itself.",
                "Rename the file.",
            )
    taken = {
        *(addresses.service(each.id) for each in portal.services.services),
        *(addresses.policy(each.slug) for each in portal.policies),
        *(addresses.fact_sheet(each.slug) for each in portal.fact_sheets),
        *(addresses.own_page(each.slug) for each in portal.pages),
        *(addresses.own_page(name) for name in addresses.RESERVED),
    }
    for path, old in _former(portal):
        if old in taken:
            found = f"The address {old} is taken by another page."
            yield Broken(path, found, "Leave this out.")
        taken.add(old)


def _former(portal: Portal) -> Iterator[tuple[Path, str]]:
    for number, service in enumerate(portal.services.services):
        for place, old in enumerate(service.was):
            if old != service.id:
                yield ("services", "services", number, "was", place), addresses.service(old)
    folders = (
        ("policies", portal.policies, addresses.policy),
        ("what-to-expect", portal.fact_sheets, addresses.fact_sheet),
        ("pages", portal.pages, addresses.own_page),
    )
    for folder, pages, address in folders:
        for number, page in enumerate(pages):
            for place, old in enumerate(page.was):
                yield (folder, number, "was", place), address(old)


def _of_images(portal: Portal, images: tuple[str, ...]) -> Iterator[Broken]:
    look = portal.practice.look
    named: list[tuple[Path, str | None]] = [
        (("practice", "look", "logo"), look.logo),
        (("practice", "look", "photo"), look.photo),
    ]
    named += [
        (("backup", "backups", number, "photo"), person.photo)
        for number, person in enumerate(portal.backup.backups)
    ]
    for path, name in named:
        if name is not None and name not in images:
            close = nearest(name, images)
            yield Broken(
                path,
                f"There is no image `{name}` in the folder `images`.",
                f"Did you mean `{close}`?" if close else "Put it there, or leave it out.",
            )
