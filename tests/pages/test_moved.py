from portalgen.pages import moved
from tests.pages.reading import documents_of, facts_of, pages_of, part

CONTENT = {
    "services": {"services": [{"title": "Repairs", "was": ["fixing", "mending"]}]},
    "pages": [{"slug": "imprint", "title": "Imprint", "was": ["legal"]}],
}


def test_each_former_address_leads_to_the_new_one() -> None:
    documents = facts_of(moved.documents, CONTENT)
    assert {old: each["new"] for old, each in documents.items()} == {
        "/legal/": "/imprint/",
        "/services/fixing/": "/services/repairs/",
        "/services/mending/": "/services/repairs/",
    }


def test_no_list_knows_a_former_address() -> None:
    assert not any(each.listed for each in documents_of(moved.documents, CONTENT))


def test_a_former_address_leads_on_by_itself_and_by_a_link() -> None:
    page = pages_of(moved.documents, CONTENT)["/services/fixing/"]
    refresh = part(page, 'meta[http-equiv="refresh"]').attributes["content"]
    assert refresh == "0; url=../repairs/"
    assert part(page, "main a").attributes["href"] == "../repairs/"
    assert part(page, 'link[rel="canonical"]').attributes["href"] == "../repairs/"


def test_a_former_address_is_kept_out_of_search_engines_and_menus() -> None:
    page = pages_of(moved.documents, CONTENT)["/legal/"]
    assert part(page, 'meta[name="robots"]').attributes["content"] == "noindex"
    assert page.css("nav") == []
