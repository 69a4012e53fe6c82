import pytest

from portalgen.pages import what_to_expect
from tests.pages.reading import facts_of, pages_of, part, text_of

SERVICES = {
    "services": {
        "services": [
            {"title": "Repairs", "fact_sheet": "visit"},
            {"title": "Advice"},
            {"title": "Letters", "status": "retired"},
            {"title": "Talks"},
        ]
    }
}


def sheet(slug: str = "visit", **fields: object) -> dict[str, object]:
    return {"slug": slug, "title": slug.title(), "summary": f"{slug} in short."} | fields


def test_without_fact_sheets_there_is_no_page() -> None:
    assert facts_of(what_to_expect.documents, SERVICES) == {}


def test_the_list_comes_first_and_keeps_the_order() -> None:
    sheets = [sheet("b", order="2"), sheet("a", order="10"), sheet("c", order="1")]
    assert list(facts_of(what_to_expect.documents, {"what-to-expect": sheets})) == [
        "/what-to-expect/",
        "/what-to-expect/c/",
        "/what-to-expect/b/",
        "/what-to-expect/a/",
    ]


def test_a_fact_sheet_leads_to_its_services_whichever_names_the_other() -> None:
    content = {"what-to-expect": [sheet(service=["advice", "letters"])], **SERVICES}
    facts = facts_of(what_to_expect.documents, content)["/what-to-expect/visit/"]
    assert [address for address, _ in facts["services"]] == [
        "/services/repairs/",
        "/services/advice/",
    ]


@pytest.mark.parametrize(
    ("step", "expected"),
    [
        ({"when": "Before", "you": "Rest.", "me": "I read."}, "Before You Rest. Ines I read."),
        ({"when": "Before", "you": "Rest."}, "Before You Rest."),
        ({"when": "Before", "me": "I read."}, "Before Ines I read."),
        ({"when": "Before"}, "Before"),
    ],
)
def test_a_step_is_told_from_the_sides_that_have_something_to_do(
    step: dict[str, str], expected: str
) -> None:
    pages = pages_of(what_to_expect.documents, {"what-to-expect": [sheet(steps=[step])]})
    (read,) = pages["/what-to-expect/visit/"].css(".step")
    assert text_of(read) == expected


def test_when_to_call_leads_to_the_ways_to_reach_the_owner() -> None:
    pages = pages_of(
        what_to_expect.documents, {"what-to-expect": [sheet(call_me_if=["You fall."])]}
    )
    callout = part(pages["/what-to-expect/visit/"], ".callout")
    assert text_of(callout) == "Call Ines if You fall. How to reach Ines"
    assert part(callout, "a").attributes["href"] == "../../contact/"


def test_each_leads_to_those_before_and_after_it() -> None:
    sheets = [sheet("b", order="2"), sheet("a", order="3"), sheet("c", order="1")]
    pages = pages_of(what_to_expect.documents, {"what-to-expect": sheets})
    links = {
        address: [(each.attributes["rel"], text_of(each)) for each in page.css(".turning a")]
        for address, page in pages.items()
    }
    assert links == {
        "/what-to-expect/": [],
        "/what-to-expect/c/": [("next", "Next: B")],
        "/what-to-expect/b/": [("prev", "Before: C"), ("next", "Next: A")],
        "/what-to-expect/a/": [("prev", "Before: B")],
    }
