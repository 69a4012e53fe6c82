import pytest

from portalgen.pages import terms
from tests.pages.reading import facts_of, faults, pages_of, part, text_of


def clause(clause_id: str, **fields: object) -> dict[str, object]:
    return {"id": clause_id, "title": f"On {clause_id}", "short": f"{clause_id} in short."} | fields


def agreed(*clauses: object, **fields: object) -> dict[str, object]:
    return {"terms": {"clauses": list(clauses), **fields}}


def test_without_terms_there_is_no_page() -> None:
    assert facts_of(terms.documents, {}) == {}


def test_each_clause_is_found_by_its_id() -> None:
    page = pages_of(terms.documents, agreed(clause("pay"), clause("cancel")))["/terms/"]
    assert [part(page, f"#{each} h2").text() for each in ("pay", "cancel")] == [
        "On pay",
        "On cancel",
    ]


@pytest.mark.parametrize(("number", "expected"), [(3, 0), (4, 4)])
def test_contents_stand_above_four_clauses_or_more(number: int, expected: int) -> None:
    clauses = [clause(f"c{each}") for each in range(number)]
    page = pages_of(terms.documents, agreed(*clauses))["/terms/"]
    assert len(page.css("nav.contents li a")) == expected


def test_the_numbers_of_a_clause_are_said_as_their_kinds_and_the_fee_comes_last() -> None:
    values = {"notice": "24 hours", "first-reminder": "2 business days", "share": "0.5"}
    content = agreed(clause("cancel", values=values, fee="90 USD", my_side="The same for me."))
    (each,) = facts_of(terms.documents, content)["/terms/"]["clauses"]
    assert isinstance(each, terms.ShownClause)
    assert each.numbers == (
        ("Notice", "24 hours"),
        ("First reminder", "2 business days"),
        ("Share", "0.5"),
        ("Fee", "$90"),
    )


def test_what_the_owner_owes_is_named_after_the_owner() -> None:
    page = pages_of(terms.documents, agreed(clause("pay", my_side="I correct it.")))["/terms/"]
    assert part(page, "#pay .clause-mine .label").text() == "Ines\u2019s side"


def test_a_case_is_read_with_what_follows_from_it() -> None:
    cases = [{"when": "You are ill.", "then": "No fee."}, {"when": "You forget.", "then": "A fee."}]
    page = pages_of(terms.documents, agreed(clause("cancel", examples=cases)))["/terms/"]
    read = [text_of(each) for each in page.css(".cases > div")]
    assert read == ["You are ill. No fee.", "You forget. A fee."]


@pytest.mark.parametrize(
    ("negotiable", "expected"),
    [("yes", "pay in short. This clause can be talked about."), ("no", "pay in short.")],
)
def test_a_clause_says_if_it_can_be_talked_about(negotiable: str, expected: str) -> None:
    page = pages_of(terms.documents, agreed(clause("pay", negotiable=negotiable)))["/terms/"]
    assert text_of(part(page, "#pay")).endswith(expected)


def test_the_days_of_a_version_have_their_year() -> None:
    content = agreed(published="2026-08-15", effective="2026-09-15")
    facts = facts_of(terms.documents, content)["/terms/"]
    assert (facts["published"], facts["effective"]) == ("August 15, 2026", "September 15, 2026")


def test_headings_in_the_texts_of_two_clauses_do_not_meet() -> None:
    text = "# Details\n\nOne.\n\n# Cancel\n\nTwo."
    page = pages_of(terms.documents, agreed(clause("pay", full=text), clause("cancel", full=text)))
    assert faults(page["/terms/"]) == []
    assert len(page["/terms/"].css("#cancel h3")) == 2
