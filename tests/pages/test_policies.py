import re

import pytest

from portalgen.pages import policies
from tests.pages.reading import facts_of, pages_of, part, text_of


def policy(slug: str, **fields: object) -> dict[str, object]:
    return {"slug": slug, "title": slug.title(), "summary": f"{slug} in short."} | fields


def test_without_policies_there_is_no_page() -> None:
    assert facts_of(policies.documents, {}) == {}


def test_policies_stand_by_their_order_and_then_by_title() -> None:
    content = {
        "policies": [policy("b"), policy("a"), policy("z", order="1"), policy("y", order="2")]
    }
    listed = facts_of(policies.documents, content)["/policies/"]["texts"]
    assert [address for address, _ in listed] == [
        "/policies/z/",
        "/policies/y/",
        "/policies/a/",
        "/policies/b/",
    ]


def test_a_retired_policy_leaves_the_list_and_says_that_it_ended() -> None:
    pages = pages_of(
        policies.documents, {"policies": [policy("new"), policy("old", status="retired")]}
    )
    assert "Old" not in text_of(pages["/policies/"])
    assert "This policy has ended" in text_of(pages["/policies/old/"])


def test_where_all_policies_are_retired_there_is_no_list() -> None:
    pages = pages_of(policies.documents, {"policies": [policy("old", status="retired")]})
    assert list(pages) == ["/policies/old/"]
    assert "All policies" not in text_of(pages["/policies/old/"])


@pytest.mark.parametrize(
    ("fields", "terms", "expected"),
    [
        ({}, {}, "This policy is part of the agreement, together with the terms."),
        ({"agreement": "no"}, {}, "This policy is not part of the agreement. The terms are."),
    ],
)
def test_a_policy_says_whether_it_is_part_of_the_agreement(
    fields: dict[str, str], terms: object, expected: str
) -> None:
    content = {"policies": [policy("privacy", **fields)], "terms": terms}
    page = pages_of(policies.documents, content)["/policies/privacy/"]
    assert expected in text_of(page).replace(" .", ".")
    assert part(page, "aside a").attributes["href"] == "../../terms/"


@pytest.mark.parametrize("content", [{}, {"terms": {}}])
def test_neither_without_terms_nor_when_retired_is_there_talk_of_an_agreement(
    content: dict[str, object],
) -> None:
    status = "retired" if content else "current"
    content = {"policies": [policy("privacy", status=status)], **content}
    page = pages_of(policies.documents, content)["/policies/privacy/"]
    assert "agreement" not in text_of(page)


def test_the_day_of_the_next_look_stands_on_no_page() -> None:
    content = {"policies": [policy("privacy", effective="2026-09-15", review_by="2027-04-01")]}
    pages = pages_of(policies.documents, content)
    assert "September 15, 2026" in text_of(pages["/policies/privacy/"])
    assert not any(re.search("April|2027", str(page.html)) for page in pages.values())


def test_a_policy_in_another_language_says_so_and_the_words_of_the_portal_keep_theirs() -> None:
    question = {"q": "¿Graba usted?", "a": "No."}
    content = {
        "policies": [policy("privacidad", language="es", questions=[question], body="Nada.")]
    }
    page = pages_of(policies.documents, content)["/policies/privacidad/"]
    assert part(page, "article").attributes["lang"] == "es"
    assert part(page, "article > section > h2").attributes["lang"] == "en-US"
    assert part(page, "article h3").attributes.get("lang") is None


def test_questions_stand_with_their_answers() -> None:
    asked = [{"q": "Do you record?", "a": "**No.**"}, {"q": "May I?", "a": "Yes."}]
    page = pages_of(policies.documents, {"policies": [policy("notes", questions=asked)]})
    asked_of = [text_of(each) for each in page["/policies/notes/"].css(".question h3")]
    answered = [text_of(each) for each in page["/policies/notes/"].css(".question .prose")]
    assert (asked_of, answered) == (["Do you record?", "May I?"], ["No.", "Yes."])
