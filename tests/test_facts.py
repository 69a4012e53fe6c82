"""Facts in prose: found, looked up, put in as text."""

from collections.abc import Mapping
from datetime import date, datetime

import pytest

from portalgen.edition import edition
from portalgen.facts import fact_table, fill, wrong_facts
from portalgen.loading import load
from portalgen.problems import Problem, Weight
from portalgen.shield import unshielded_html
from portalgen.wording.voice import voice_of
from tests.conftest import Write

MONTH = date(2026, 11, 1)
TERMS = """\
clauses:
  - id: cancel
    title: Cancelling
    short: Tell me {{ terms.cancel.notice }} before.
    my_side: So do I.
    fee: 80 USD
    values:
      notice: 24 hours
"""
SERVICES = """\
services:
  - id: talk
    title: A talk
    length: 50 minutes
    price:
      amount: 420 USD
      per: month
      deposit: 100 USD
"""


def table(write: Write, files: Mapping[str, str]) -> dict[str, str]:
    portal = load(write(files)).portal
    return fact_table(portal, voice_of(portal.practice, MONTH))


def wrong(write: Write, files: Mapping[str, str]) -> list[Problem]:
    loaded = load(write(files))
    voice = voice_of(loaded.portal.practice, MONTH)
    return list(wrong_facts(loaded.portal, loaded.places, voice))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("practice.name", "Ines Calder Coaching"),
        ("practice.owner", "Ines Calder Coaching"),
        ("contact.email", "ines@calder.example"),
        ("terms.cancel.notice", "24 hours"),
        ("terms.cancel.fee", "$80"),
        ("terms.cancel.title", "Cancelling"),
        ("services.talk.price", "$420 per month"),
        ("services.talk.length", "50 minutes"),
        ("services.talk.deposit", "$100"),
        ("replies.email", "1 business day"),
        ("replies.voice-mail", "2 days"),
    ],
)
def test_a_fact_reads_as_the_pages_show_it(name: str, value: str, write: Write) -> None:
    replies = "replies:\n  - by: email\n    within: 1 business day\n"
    replies += "  - by: voice mail\n    within: 2 days\n"
    files = {"terms.yaml": TERMS, "services.yaml": SERVICES, "availability.yaml": replies}
    assert table(write, files)[name] == value


def test_somebody_who_did_not_consent_is_not_named(write: Write) -> None:
    backups = "backups:\n  - id: dana\n    name: Dana\n  - id: sol\n    name: Sol\n"
    found = table(write, {"backup.yaml": backups + "    consent: 2026-09-01\n"})
    assert found["backup.sol.name"] == "Sol"
    assert found["backup.dana.name"] == ""


def test_words_are_filled_in_and_a_value_is_never_read_as_markdown(
    write: Write, moment: datetime
) -> None:
    practice = (
        "name: The *Star* <b> & Co\ntimezone: Europe/Lisbon\ncontact:\n  email: a@b.example\n"
        'tagline: "By {{ practice.name }}"\nabout: "Of **{{practice.name}}**."\n'
    )
    portal = load(write({"practice.yaml": practice})).portal
    public = fill(edition(portal, moment), voice_of(portal.practice, MONTH))
    assert public.portal.practice.tagline == "By The *Star* <b> & Co"
    about = public.portal.practice.about
    assert about is not None
    assert "*Star*" not in about
    assert unshielded_html(about) == "Of **The *Star* &lt;b&gt; &amp; Co**."


def test_an_unknown_fact_is_a_problem_at_its_place_with_the_nearest_name(write: Write) -> None:
    terms = TERMS.replace("cancel.notice", "cancel.notise")
    [problem] = wrong(write, {"terms.yaml": terms})
    assert str(problem.place) == "content/terms.yaml:4:20"
    assert problem.found == "There is no fact `terms.cancel.notise`."
    assert problem.instead == "Did you mean `terms.cancel.notice`?"


def test_the_line_of_a_fact_in_a_long_text_is_told(write: Write) -> None:
    page = "---\ntitle: Hello\n---\n\nOne.\n\nTwo {{ practice.nam }}.\n"
    [problem] = wrong(write, {"pages/hello.md": page})
    assert problem.place.line == 7


@pytest.mark.parametrize(
    "text",
    [
        "{ practice.name }}",
        "Text {{ practice.name",
        "{{ }}",
        "{{ practice.name | upper }}",
        "{{{ practice.name }}}",
    ],
)
def test_what_looks_like_a_fact_and_is_none_is_a_problem(text: str, write: Write) -> None:
    page = f"---\ntitle: Hello\n---\n{text}\n"
    assert {each.weight for each in wrong(write, {"pages/hello.md": page})} == {Weight.PROBLEM}


@pytest.mark.parametrize(
    "name", ["contact.phone", "practice.place", "terms.cancel.notice", "services.talk.price"]
)
def test_a_fact_that_is_left_out_is_advice(name: str, write: Write) -> None:
    page = f"---\ntitle: Hello\n---\nSee {{{{ {name} }}}}.\n"
    [found] = wrong(write, {"pages/hello.md": page})
    assert found.weight is Weight.ADVICE
    assert name in found.found


def test_a_fact_holds_no_facts(write: Write) -> None:
    terms = TERMS.replace("title: Cancelling", 'title: "Cancelling at {{ practice.name }}"')
    page = "---\ntitle: Hello\n---\nSee {{ terms.cancel.title }}.\n"
    found = wrong(write, {"terms.yaml": terms, "pages/hello.md": page})
    assert [str(each.place) for each in found] == ["content/terms.yaml:3:27"]
