from typing import Any

import pytest

from portalgen.pages import packet
from tests.pages.reading import (
    PSEUDO,
    documents_of,
    facts_of,
    faults,
    pages_of,
    part,
    patchwork,
    text_of,
)
from tests.pages.test_reading_pages import content

FOR_YOU = {
    "practice": {
        "name": "Ines Calder Coaching",
        "owner": "Ines",
        "timezone": "America/Los_Angeles",
        "url": "https://ines.example/portal/",
        "contact": {"email": "ines@calder.example", "phone": "+1 619 555 0122"},
        "for_you_if": ["You lead."],
    }
}


def titles(changed: dict[str, Any]) -> list[str]:
    """Return the titles of the parts of a packet, in their order."""
    page = pages_of(packet.documents, changed)["/packet/"]
    return [text_of(each) for each in page.css(".packet-part > h2")]


def test_it_has_all_parts_in_their_order() -> None:
    assert titles(content() | FOR_YOU) == [
        "Is this for you?",
        "Services and prices",
        "The terms in short",
        "What to expect",
        "Policies",
        "Who steps in",
        "How to reach Ines",
    ]


@pytest.mark.parametrize(
    ("there", "expected"),
    [
        (FOR_YOU, "Is this for you?"),
        ({"services": {"services": [{"title": "Repairs"}]}}, "Services and prices"),
        ({"terms": {"clauses": [{"id": "a", "title": "A", "short": "S."}]}}, "The terms in short"),
        (
            {"what-to-expect": [{"slug": "a", "title": "A", "summary": "S."}]},
            "What to expect",
        ),
        ({"policies": [{"slug": "a", "title": "A", "summary": "S."}]}, "Policies"),
    ],
)
def test_what_is_left_out_of_the_portal_is_left_out_of_the_packet(
    there: dict[str, Any], expected: str
) -> None:
    assert titles(there) == [expected, "How to reach Ines"]


RETIRED = {
    "services": {"services": [{"title": "Letters", "status": "retired"}]},
    "policies": [{"slug": "a", "title": "A", "summary": "S.", "status": "retired"}],
    "terms": {"title": "Terms"},
}


@pytest.mark.parametrize("nothing", [{}, RETIRED])
def test_without_anything_to_hand_over_there_is_no_packet(nothing: dict[str, Any]) -> None:
    assert facts_of(packet.documents, nothing) == {}


def test_search_engines_do_not_list_it() -> None:
    (document,) = documents_of(packet.documents, FOR_YOU)
    assert not document.listed


def test_the_contents_lead_to_each_part_and_to_each_text_in_it() -> None:
    page = pages_of(packet.documents, content() | FOR_YOU)["/packet/"]
    links = [each.attributes["href"] for each in page.css(".contents a")]
    assert "#part_what-to-expect" in links
    assert "#part_sheet_visit" in links
    assert "#part_policy_privacy" in links
    assert "#part_policy_x" not in links


def test_texts_of_several_pages_keep_their_ids_and_levels_apart() -> None:
    page = pages_of(packet.documents, content(), catalog=PSEUDO)["/packet/"]
    assert faults(page) == []
    assert patchwork(page) == []
    assert part(page, "h4#part_sheet_visit_heading").text() == "Heading"
    assert page.css(".anchor") == []


def test_a_price_that_changes_stands_in_its_windows() -> None:
    page = pages_of(packet.documents, content())["/packet/"]
    # At a glance, and beside the deposit.
    for prices in (".glance", ".costs"):
        timed = page.css(f"#part_service_repairs ~ {prices} :is(dd[data-until], dd[data-from])")
        assert len(timed) == 3


def test_what_a_service_costs_stands_there_with_all_that_belongs_to_it() -> None:
    page = pages_of(packet.documents, content())["/packet/"]
    words = text_of(part(page, ".packet-item:has(#part_service_repairs)"))
    for each in ("Or later", "Deposit $50", "When it is paid At once"):
        assert each in words


def test_what_is_no_longer_offered_is_left_out_and_search_engines_know_the_parts() -> None:
    services = {
        "services": {"services": [{"title": "Repairs"}, {"title": "Old", "status": "retired"}]}
    }
    page = pages_of(packet.documents, services)["/packet/"]
    assert [text_of(each) for each in page.css(".packet-item h3")] == ["Repairs"]
    (robots,) = page.css('meta[name="robots"]')
    assert robots.attributes["content"] == "noindex"


def test_the_terms_say_where_the_exact_text_stands() -> None:
    page = pages_of(packet.documents, content() | FOR_YOU)["/packet/"]
    (link,) = page.css('.packet-part a[href="../terms/"]')
    assert link.text() == "https://ines.example/portal/terms/"
    page = pages_of(packet.documents, content())["/packet/"]
    (link,) = page.css('.packet-part a[href="../terms/"]')
    assert link.text() == "All terms, with the exact text"


def test_a_contact_that_is_shown_while_away_alone_is_not_in_it() -> None:
    backups = [
        {
            "id": "dana",
            "name": "Dana",
            "consent": "2026-01-01",
            "contacts": [{"phone": "+1 619 555 0199"}],
        }
    ]
    files = content() | {"backup": {"backups": backups}}
    page = pages_of(packet.documents, files)["/packet/"]
    assert "Dana" in text_of(page)
    assert "0199" not in text_of(page)
