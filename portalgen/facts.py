"""Facts in prose: the flat table of names and values, and how they are found in a text.

A fact is a look-up and never a program. It reads as the pages show it, is put in as text and
never as Markdown, and holds no facts itself.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from portalgen.edition import Edition
from portalgen.loading.places import Places
from portalgen.model.fields import slug_of
from portalgen.model.portal import Portal
from portalgen.model.section import Path, Section
from portalgen.model.values import Markdown, Words
from portalgen.problems import Problem, nearest
from portalgen.shield import shielded
from portalgen.wording.voice import Voice

_OPENING = re.compile(r"\{\{")
_FACT = re.compile(r"\{\{\s*([^{}\n]*?)\s*\}\}")


def fact_table(portal: Portal, voice: Voice) -> dict[str, str]:
    """Return every fact by its name, as the pages show it."""
    return {name: value for name, value in _facts(portal, voice) if value}


def fill(edition: Edition, voice: Voice) -> Edition:
    """Return the edition with every fact put into its texts.

    In Markdown the values are shielded, so that nothing in them is read as Markdown. Names must
    have been looked at before; an unknown one stays as it stands.
    """
    table = fact_table(edition.portal, voice)
    portal = _filled(edition.portal, table)
    absences = {absence.id: absence for absence in portal.absences}
    stretches = tuple(
        replace(stretch, absence=absences[stretch.absence.id])
        for stretch in edition.timeline.stretches
    )
    return replace(edition, portal=portal, timeline=replace(edition.timeline, stretches=stretches))


def wrong_facts(portal: Portal, places: Places, voice: Voice) -> Iterator[Problem]:
    """Yield a problem for each name in a text that is no fact, and for each that is not closed."""
    table = fact_table(portal, voice)
    holders = {value for value in table.values() if "{{" in value}
    for path, text in _texts(portal, ()):
        for opening in _OPENING.finditer(text):
            place = places.of(path, opening.start())
            match = _FACT.match(text, opening.start())
            if match is None:
                yield Problem(
                    place,
                    "A fact is opened with `{{` and not closed.",
                    "Write a name between braces, such as {{ practice.name }}.",
                )
            elif match[1] not in table:
                close = nearest(match[1], table)
                yield Problem(
                    place,
                    f"There is no fact `{match[1]}`.",
                    f"Did you mean `{close}`?"
                    if close
                    else "`portalgen explain facts` lists them.",
                )
            elif text in holders:
                yield Problem(
                    place,
                    "This text is a fact itself and can not hold another one.",
                    "Write the words themselves.",
                )


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
        if service.price:
            yield f"{name}.price", voice.price(service.price[0])
            deposit = service.price[0].deposit
            yield f"{name}.deposit", voice.money(deposit) if deposit else ""
    for promise in portal.availability.replies:
        yield f"replies.{slug_of(promise.by)}", voice.length(promise.within)
    for person in portal.backup.backups:
        if person.consent is not None:
            yield f"backup.{person.id}.name", person.name


def _facts_of_terms(portal: Portal, voice: Voice) -> Iterator[tuple[str, str]]:
    terms = portal.terms
    if terms is None:
        return
    yield "terms.version", str(terms.version) if terms.version is not None else ""
    yield "terms.effective", voice.day_without_weekday(terms.effective) if terms.effective else ""
    yield "terms.change_notice", voice.length(terms.change_notice) if terms.change_notice else ""
    for clause in terms.clauses:
        for name, value in clause.values.items():
            yield f"terms.{clause.id}.{name}", voice.named_value(value)
        yield f"terms.{clause.id}.title", clause.title
        yield f"terms.{clause.id}.fee", voice.named_value(clause.fee) if clause.fee else ""


def _texts(value: object, path: Path) -> Iterator[tuple[Path, str]]:
    """Yield every text that may name facts, with its path."""
    if isinstance(value, Words | Markdown):
        yield path, value
    elif isinstance(value, Section):
        for name, info in type(value).model_fields.items():
            yield from _texts(getattr(value, name), (*path, info.alias or name))
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from _texts(item, (*path, number))


def _filled(value: Portal, table: Mapping[str, str]) -> Portal:
    filled = _fill(value, table)
    assert isinstance(filled, Portal)
    return filled


def _fill(value: object, table: Mapping[str, str]) -> object:
    if isinstance(value, Words):
        return Words(_FACT.sub(lambda match: table.get(match[1], match[0]), value))
    if isinstance(value, Markdown):
        return Markdown(
            _FACT.sub(
                lambda match: shielded(table[match[1]]) if match[1] in table else match[0], value
            )
        )
    if isinstance(value, Section):
        return value.model_copy(
            update={name: _fill(getattr(value, name), table) for name in type(value).model_fields}
        )
    if isinstance(value, tuple):
        return tuple(_fill(item, table) for item in value)
    return value
