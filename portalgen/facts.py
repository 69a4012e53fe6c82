"""Facts in prose: the flat table of names and values, and how they are found in a text.

A fact is a look-up and never a program. It reads as the pages show it, is put in as text and
never as Markdown, and holds no facts itself.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from portalgen.edition import Edition
from portalgen.loading.places import Places
from portalgen.model.portal import Portal
from portalgen.model.reading import slug_of
from portalgen.model.section import Section
from portalgen.model.texts import texts
from portalgen.model.values import Markdown, Words
from portalgen.problems import Problem, Weight, nearest
from portalgen.shield import shielded
from portalgen.wording.voice import Voice

# Which file holds the facts whose names begin so.
_FILES = {
    "practice": "practice",
    "contact": "practice",
    "terms": "terms",
    "services": "services",
    "replies": "availability",
    "backup": "backup",
}
_OPENING = re.compile(r"\{\{")
_ALONE = re.compile(r"(?<!\{)\{ ?[a-z][\w.-]* ?\}\}")
_FACT = re.compile(r"\{\{\s*([^{}\n]*?)\s*\}\}")


def fact_table(portal: Portal, voice: Voice) -> dict[str, str]:
    """Return every fact by its name, as the pages show it; empty where it is left out."""
    return dict(_facts(portal, voice))


def fill(edition: Edition, voice: Voice) -> Edition:
    """Return the edition with every fact put into its texts.

    In Markdown the values are shielded, so that nothing in them is read as Markdown. Names must
    have been looked at before; an unknown one stays as it stands.
    """
    table = fact_table(edition.portal, voice)
    portal = _filled(edition.portal, _Filling(table, voice.gettext("(not given)")))
    absences = {absence.id: absence for absence in portal.absences}
    stretches = tuple(
        replace(stretch, absence=absences[stretch.absence.id])
        for stretch in edition.timeline.stretches
    )
    open_time = replace(edition.timeline.open_time, availability=portal.availability)
    timeline = replace(edition.timeline, stretches=stretches, open_time=open_time)
    return replace(edition, portal=portal, timeline=timeline)


def wrong_facts(
    portal: Portal, places: Places, voice: Voice, failed: Collection[str] = ()
) -> Iterator[Problem]:
    """Yield a problem for each name that is no fact, and advice for each that is left out.

    Names of facts that stand in one of the files that `failed` are not judged.
    """
    table = fact_table(portal, voice)
    holders = {value for value in table.values() if "{{" in value}
    for path, text in texts(portal):
        for closing in _ALONE.finditer(_FACT.sub(lambda match: " " * len(match[0]), text)):
            yield Problem(
                places.of(path, closing.start()),
                "A fact is closed with `}}` and not opened.",
                "Write a name between double braces, such as {{ practice.name }}.",
            )
        for opening in _OPENING.finditer(text):
            match = _FACT.match(text, opening.start())
            if match is not None and _FILES.get(match[1].split(".")[0]) in failed:
                continue
            wrong = _wrong(match[1] if match else None, table, portal, text in holders)
            if wrong is not None:
                yield Problem(places.of(path, opening.start()), *wrong)


def _wrong(
    name: str | None, table: Mapping[str, str], portal: Portal, in_fact: bool
) -> tuple[str, str, Weight] | None:
    if name is None:
        return (
            "A fact is opened with `{{` and not closed.",
            "Write a name between braces, such as {{ practice.name }}.",
            Weight.PROBLEM,
        )
    if in_fact:
        return (
            "This text is a fact itself and can not hold another one.",
            "Write the words themselves.",
            Weight.PROBLEM,
        )
    if table.get(name):
        return None
    if name in table or _is_left_out(name, portal):
        return (
            f"`{name}` is named here, but it is left out, so clients read that it is not given.",
            "Write it where it belongs, or leave it out here.",
            Weight.ADVICE,
        )
    close = nearest(name, table)
    return (
        f"There is no fact `{name}`.",
        f"Did you mean `{close}`?" if close else "`portalgen explain facts` lists them.",
        Weight.PROBLEM,
    )


def _is_left_out(name: str, portal: Portal) -> bool:
    """Return whether the portal has nothing at all where a fact of this name would stand.

    Without terms, `terms.cancel.notice` is no slip of the pen: the terms are left out.
    """
    match name.split("."):
        case ["terms", clause_id, value] if portal.clauses:
            clause = next((each for each in portal.clauses if each.id == clause_id), None)
            is_slip = nearest(value, _OF_CLAUSES) is not None
            return clause is not None and not clause.values and not is_slip
        case ["terms", *_]:
            return portal.terms is None or not portal.clauses
        case ["services", *_]:
            return not portal.services.services
        case ["replies", *_]:
            return not portal.availability.replies
        case ["backup", *_]:
            return not portal.backup.backups
    return False


# What every clause has, besides the values that the owner gave names to.
_OF_CLAUSES = ("title", "fee")


def _facts(portal: Portal, voice: Voice) -> Iterator[tuple[str, str]]:
    practice, contact = portal.practice, portal.practice.contact
    yield "practice.name", practice.name
    yield "practice.owner", practice.spoken_name
    yield "practice.place", practice.place or ""
    yield "practice.url", practice.url or ""
    for way in ("email", "phone", "text", "address", "booking", "pay"):
        yield f"contact.{way}", getattr(contact, way) or ""
    yield from _facts_of_terms(portal, voice)
    for service in portal.services.services:
        name = f"services.{service.id}"
        yield f"{name}.title", service.title
        yield f"{name}.length", voice.length(service.length) if service.length else ""
        price = service.price[0] if service.price else None
        yield f"{name}.price", voice.price(price) if price else ""
        deposit = price.deposit if price else None
        yield f"{name}.deposit", voice.money(deposit) if deposit else ""
    for promise in portal.availability.replies:
        yield f"replies.{slug_of(promise.by)}", voice.length(promise.within)
    for person in portal.backup.backups:
        # Nobody is named who has not agreed to it.
        yield f"backup.{person.id}.name", "" if person.consent is None else person.name


def _facts_of_terms(portal: Portal, voice: Voice) -> Iterator[tuple[str, str]]:
    terms = portal.terms
    if terms is None:
        return
    yield "terms.version", str(terms.version) if terms.version is not None else ""
    yield "terms.effective", voice.day_with_year(terms.effective) if terms.effective else ""
    yield "terms.change_notice", voice.length(terms.change_notice) if terms.change_notice else ""
    for clause in terms.clauses:
        for name, value in clause.values.items():
            yield f"terms.{clause.id}.{name}", voice.named_value(value)
        yield f"terms.{clause.id}.title", clause.title
        yield f"terms.{clause.id}.fee", voice.named_value(clause.fee) if clause.fee else ""


@dataclass(frozen=True)
class _Filling:
    """What is put in for a name: the fact, or words for one that is left out."""

    table: Mapping[str, str]
    left_out: str

    def of(self, name: str) -> str:
        return self.table.get(name) or self.left_out


def _filled(value: Portal, filling: _Filling) -> Portal:
    filled = _fill(value, filling)
    assert isinstance(filled, Portal)
    return filled


def _fill(value: object, filling: _Filling) -> object:
    if isinstance(value, Words):
        return Words(_FACT.sub(lambda match: filling.of(match[1]), value))
    if isinstance(value, Markdown):
        return Markdown(_FACT.sub(lambda match: shielded(filling.of(match[1])), value))
    if isinstance(value, Section):
        return value.model_copy(
            update={name: _fill(getattr(value, name), filling) for name in type(value).model_fields}
        )
    if isinstance(value, tuple):
        return tuple(_fill(item, filling) for item in value)
    return value
