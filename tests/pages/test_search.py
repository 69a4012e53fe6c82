from portalgen.pages import search
from tests.pages.reading import PSEUDO, documents_of, facts_of, faults, pages_of, part, patchwork
from tests.pages.test_reading_pages import content


def test_the_list_has_what_is_offered_and_holds_and_nothing_else() -> None:
    facts = facts_of(search.documents, content())["/search/"]
    assert {group.title: [each.address for each in group.entries] for group in facts["groups"]} == {
        "Services": ["/services/repairs/"],
        "What to expect": ["/what-to-expect/visit/"],
        "Terms": ["/terms/#pay", *(f"/terms/#c{n}" for n in range(5))],
        "Policies": ["/policies/privacy/"],
        "Times and contact": ["/away/", "/contact/", "/promises/", "/packet/"],
        "More pages": ["/about/"],
    }


def test_a_portal_with_a_name_alone_lists_how_to_reach_it() -> None:
    facts = facts_of(search.documents, {})["/search/"]
    ((_, around),) = ((group.title, group.entries) for group in facts["groups"])
    assert [each.address for each in around] == ["/away/", "/contact/"]


def test_search_engines_do_not_list_it() -> None:
    (document,) = documents_of(search.documents, {})
    assert not document.listed
    page = pages_of(search.documents, {})["/search/"]
    assert part(page, "meta[name=robots]").attributes["content"] == "noindex"


def test_every_number_of_results_has_its_words() -> None:
    counts = facts_of(search.documents, {})["/search/"]["counts"]
    assert (counts[0], counts[1], counts[2]) == ("No results", "1 result", "2 results")
    assert counts[20:] == ("20 results", "The first 20 results")


def test_without_scripts_there_is_no_field() -> None:
    page = pages_of(search.documents, content())["/search/"]
    assert "hidden" in part(page, "form").attributes
    assert part(page, "form").attributes["data-search"] == "../search.json"


def test_the_page_is_well_formed_and_each_text_is_one_message() -> None:
    page = pages_of(search.documents, content(), catalog=PSEUDO)["/search/"]
    assert faults(page) == []
    assert patchwork(page) == []
