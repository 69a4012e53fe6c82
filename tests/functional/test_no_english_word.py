"""A portal in a language that has a catalog says nothing in English."""

import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from portalgen.build import Order, build
from portalgen.memory import Memory
from portalgen.wording.our_catalogs import OURS
from portalgen.wording.po_files import read_po
from tests.conftest import MOMENT
from tests.functional.test_every_word import said, words

# An owner who has no words: whatever stands on a page is the portal's own.
CONTENT = {
    "practice.yaml": """\
name: Qqq
owner: Zzz
kind: {kind}
language: {language}
address_form: {form}
timezone: Asia/Tokyo
place: Qqq
contact:
  email: qqq@qqq.example
  phone: "+81 3 5550 0142"
  address: Qqq
  booking: https://qqq.example/
  pay: https://qqq.example/
for_you_if: [Qqq]
not_for_you_if: [Qqq]
""",
    "availability.yaml": """\
weekly:
  mon-thu: 09:00-12:00, 13:00-16:00
special_days:
  - day: 2026-12-24
    hours: 09:00-11:00
replies:
  - by: email
    within: 1 business day
  - by: phone
    within: 4 hours
new_clients: waitlist
next_opening: 2027-02-01
emergency:
  is: [Qqq]
  is_not: [Qqq]
  do: Qqq
  danger: Qqq
""",
    "services.yaml": """\
services:
  - id: qqq
    title: Qqq
    length: 50 minutes
    where: video
    for_whom: [Qqq]
    not_for: [Qqq]
    price:
      - amount: 60 EUR
        per: Qqq
        at_least: yes
        deposit: 20 EUR
        due: Qqq
        note: Qqq
        next: {{amount: 70 EUR, starting: 2027-01-01}}
    includes: [Qqq]
    excludes: [Qqq]
    you_bring: [Qqq]
    i_bring: [Qqq]
    update_every: 3 business days
    fact_sheet: qqq
    terms: [qqq]
  - title: Www
    where: at your place
    status: waitlist
  - title: Vvv
    where: at my place
    status: retired
""",
    "terms.yaml": """\
version: 2
published: 2026-10-01
effective: 2026-11-01
change_notice: 2 weeks
clauses:
  - id: qqq
    title: Qqq
    short: Qqq
    full: Qqq
    my_side: Qqq
    fee: 20 EUR
    values: {{notice: 24 hours}}
    negotiable: yes
    examples: [{{when: Qqq, then: Qqq}}]
""",
    "backup.yaml": """\
backups:
  - id: qqq
    name: Qqq
    in_charge_when: Qqq
    can: [Qqq]
    cannot: [Qqq]
    knows: [Qqq]
    weekly: {{mon-fri: 08:00-18:00}}
    contacts: [{{text: "+81 90 5550 0142"}}]
    replies_within: 4 hours
    consent: 2026-09-01
""",
    "away.yaml": """\
away:
  - {{from: 2026-11-23, until: 2026-11-27, catch_up: 3 days}}
  - {{from: 2026-12-07, until: further notice, review: 2026-12-14, announce: 2026-11-01}}
  - {{from: 2026-12-01, until: 2026-12-03, level: closed, status: cancelled, announce: 2026-11-01}}
  - {{from: 2026-12-02, until: 2026-12-04, level: limited, announce: 2026-11-01}}
  - {{from: 2026-12-03, until: 2026-12-05, services: qqq, announce: 2026-11-01}}
""",
    "promises.yaml": """\
standards:
  - id: qqq
    text: Qqq
    measure: 1 week
    if_missed: Qqq
when_i_drop_the_ball: Qqq
""",
    "policies/qqq.md": "---\ntitle: Qqq\nsummary: Qqq\nversion: 2\n---\nQqq\n",
    "what-to-expect/qqq.md": """\
---
title: Qqq
summary: Qqq
steps: [{{when: Qqq, you: Qqq, me: Qqq}}]
bring: [Qqq]
normal: [Qqq]
call_me_if: [Qqq]
not_this: [Qqq]
questions: [{{q: Qqq, a: Qqq}}]
---
Qqq
""",
}
# What is for machines, and a short name of a weekday.
NO_WORDS = {"noindex", "self", "none", "ics", "do"}
KINDS = ("coach", "studio", "repair", "consultant", "other")


def english_alone(language: str) -> set[str]:
    """Return the words of English messages that no message of a language has."""
    template, _ = read_po((OURS / "portalgen.pot").read_text(encoding="utf-8"))
    catalog, _ = read_po((OURS / f"{language}.po").read_text(encoding="utf-8"))
    ours = words(spoken(text for each in template for text in each.ids))
    return ours - words(spoken(text for each in catalog for text in each.said)) - NO_WORDS


def spoken(texts: Iterable[str]) -> str:
    """Return texts without their placeholders and marks."""
    return re.sub(r"%\(\w+\)s|<[^>]*>", " ", "\n".join(texts))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("language", "form"), [("de-DE", "formal"), ("es-MX", "informal")])
def test_no_english_word_is_left(
    language: str, form: str, kind: str, write: Callable[[Mapping[str, str]], Path]
) -> None:
    filled = {
        name: text.format(language=language, form=form, kind=kind) for name, text in CONTENT.items()
    }
    built = build(Order(write(filled), MOMENT), Memory())
    english = english_alone(language.split("-")[0])
    pages = [file for file in built.files if file.address.endswith(".html")]
    assert len(pages) > 14
    for page in pages:
        found = words(said(LexborHTMLParser(page.text))) & english
        assert found == set(), page.address


def test_an_english_word_would_be_found() -> None:
    page = LexborHTMLParser("<body><p>Leistungen</p><p>Services</p></body>")
    assert words(said(page)) & english_alone("de") == {"services"}
