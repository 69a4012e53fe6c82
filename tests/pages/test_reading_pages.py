"""What holds for each page that is read, whatever the owner wrote and whatever was left out."""

from collections.abc import Iterator
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from portalgen.model.promises import Standard
from portalgen.model.prose import FactSheet, OwnPage, Policy, Step
from portalgen.model.section import Section
from portalgen.model.services import Price, Service
from portalgen.model.terms import Clause, Terms
from portalgen.pages import own_pages, policies, promises, services, terms, what_to_expect
from tests.pages.reading import PSEUDO, faults, pages_of, part, patchwork

KINDS = (services, terms, policies, what_to_expect, promises, own_pages)

TEXT = "A [link](/terms/#pay).\n\n# Heading\n\nMore.[^1]\n\n## Lower\n\nEnd.\n\n[^1]: A note."
QUESTIONS = [{"q": "Really?", "a": TEXT}, {"q": "Always?", "a": TEXT}]
PRICE = {
    "amount": "420 USD",
    "per": "month",
    "at_least": "yes",
    "deposit": "50 USD",
    "due": "At once",
    "note": "Or later",
    "next": {"amount": "460 USD", "starting": "2027-01-01"},
}
STEP = {"when": "First", "you": "Ring.", "me": "I open."}
SERVICE: dict[str, Any] = {
    "id": "repairs",
    "title": "Repairs",
    "summary": "All is well again.",
    "description": TEXT,
    "for_whom": ["All"],
    "not_for": ["Nobody"],
    "length": "50 minutes",
    "where": "at my place",
    "price": [PRICE, {"amount": "9 USD"}],
    "includes": ["Parts"],
    "excludes": ["Travel"],
    "you_bring": ["It"],
    "i_bring": ["Tools"],
    "fact_sheet": "visit",
    "terms": ["pay"],
    "covered_by": ["dana", "sol"],
    "update_every": "3 business days",
    "status": "waitlist",
    "next_opening": "2027-02-01",
}
CLAUSE = {
    "id": "pay",
    "title": "Paying",
    "short": "Soon.",
    "full": TEXT,
    "my_side": "I wait.",
    "examples": [{"when": "You pay.", "then": "I thank you."}],
    "values": {"notice": "24 hours"},
    "fee": "9 USD",
    "negotiable": "yes",
}
MORE_CLAUSES = [{"id": f"c{n}", "title": "T", "short": "S."} for n in range(5)]
TERMS: dict[str, Any] = {
    "title": "How we work",
    "version": "3",
    "published": "2026-08-15",
    "effective": "2026-09-15",
    "change_note": "The fee.",
    "why": "So that nobody guesses.",
    "change_notice": "30 days",
    "clauses": [CLAUSE, *MORE_CLAUSES],
}
POLICY = {
    "slug": "privacy",
    "title": "Privacy",
    "summary": "Nobody is told.",
    "body": TEXT,
    "version": "2",
    "effective": "2026-09-15",
    "questions": QUESTIONS,
    "language": "es",
}
SHEET: dict[str, Any] = {
    "slug": "visit",
    "title": "A visit",
    "summary": "It is short.",
    "body": TEXT,
    "service": ["repairs"],
    "steps": [STEP],
    "bring": ["It"],
    "normal": ["Noise"],
    "call_me_if": ["It burns"],
    "not_this": ["A sale"],
    "questions": QUESTIONS,
}
OWN = {"slug": "about", "title": "About", "summary": "Me.", "body": TEXT, "questions": QUESTIONS}
STANDARD = {"id": "answer", "text": "You hear back.", "measure": "1 day", "if_missed": "I call."}
PROMISES = {"standards": [STANDARD], "when_i_drop_the_ball": TEXT}
BACKUPS = [{"id": each, "name": each.title(), "consent": "2026-01-01"} for each in ("dana", "sol")]


def content(**changes: dict[str, Any]) -> dict[str, Any]:
    """Return content with all that can stand on the pages that are read, but for changes."""
    clauses = [changes.get("clause", CLAUSE), *MORE_CLAUSES]
    price = [changes.get("price", PRICE), {"amount": "9 USD"}]
    service = changes.get("service", SERVICE | {"price": price})
    sheet = changes.get("sheet", SHEET | {"steps": [changes.get("step", STEP)]})
    return {
        "services": {"services": [service, {"title": "Old", "status": "retired"}]},
        "terms": changes.get("terms", TERMS | {"clauses": clauses}),
        "policies": [changes.get("policy", POLICY), POLICY | {"slug": "x", "status": "retired"}],
        "what-to-expect": [sheet],
        "promises": PROMISES | {"standards": [changes.get("standard", STANDARD)]},
        "pages": [changes.get("own", OWN)],
        "backup": {"backups": BACKUPS},
    }


PARTS: dict[str, tuple[type[Section], dict[str, Any]]] = {
    "service": (Service, SERVICE),
    "price": (Price, PRICE),
    "terms": (Terms, TERMS),
    "clause": (Clause, CLAUSE),
    "policy": (Policy, POLICY),
    "sheet": (FactSheet, SHEET),
    "step": (Step, STEP),
    "own": (OwnPage, OWN),
    "standard": (Standard, STANDARD),
}


def optional(section: str) -> Iterator[str]:
    """Yield the fields of a part that are given here and can be left out."""
    model, given = PARTS[section]
    # A clause with a fee can not do without the owner's side.
    needed = {name for name, field in model.model_fields.items() if field.is_required()}
    yield from (name for name in given if name not in needed | {"slug", "my_side"})


LEFT_OUT = [(section, field) for section in PARTS for field in optional(section)]


def all_of(written: dict[str, Any], **catalog: Any) -> list[LexborHTMLParser]:
    return [
        page for kind in KINDS for page in pages_of(kind.documents, written, **catalog).values()
    ]


def test_everything_that_can_be_written_is_sound_on_its_page() -> None:
    pages = all_of(content())
    assert len(pages) == 11
    assert [each for page in pages for each in faults(page)] == []


@pytest.mark.parametrize(("section", "field"), LEFT_OUT, ids=lambda name: name)
def test_what_is_left_out_leaves_nothing_empty_behind(section: str, field: str) -> None:
    smaller = {name: value for name, value in PARTS[section][1].items() if name != field}
    pages = all_of(content(**{section: smaller}))
    assert [each for page in pages for each in faults(page)] == []


def test_the_least_that_can_be_written_is_sound_on_its_page() -> None:
    least = {
        "services": {"services": [{"title": "Repairs"}]},
        "terms": {},
        "policies": [{"slug": "privacy", "title": "Privacy", "summary": "S"}],
        "what-to-expect": [{"slug": "visit", "title": "Visit", "summary": "S"}],
        "promises": {"standards": [{"id": "answer", "text": "You hear back."}]},
        "pages": [{"slug": "about", "title": "About"}],
    }
    pages = all_of(least)
    assert len(pages) == 9
    assert [each for page in pages for each in faults(page)] == []


def test_no_sentence_is_put_together_from_several_messages() -> None:
    pages = all_of(content(), catalog=PSEUDO)
    assert [each for page in pages for each in patchwork(page)] == []


OURS = "h1, h2, h3, dt, .small, .onward, aside p, .step-you > .label, .callout p, .section > p"
OWNERS = {
    *(str(each[1].get("title")) for each in PARTS.values()),
    *("Old", "Really?", "Always?", "Heading", "Lower", "First", "T", "Ines", "The fee."),
    *("You pay.", "Privacy", "Or later"),
}


def test_every_word_of_the_portal_goes_through_the_catalog() -> None:
    said = {
        " ".join(element.text().split())
        for page in all_of(content(), catalog=PSEUDO)
        for element in part(page, "main").css(OURS)
    }
    assert {text for text in said if not text.startswith("⟦")} <= OWNERS
    assert len(said - OWNERS) > 30
