import pytest

from portalgen.checks.links_lead_somewhere import links_lead_somewhere
from tests.checks.conftest import Run

SITE = {
    "/index.html": '<a href="{}">x</a> <i id="here">',
    "/terms/index.html": '<p id="cancel">',
    "/images/a b.png": "",
    "/assets/x.css": "",
}


def told(link: str, run: Run, page: str = "/index.html") -> list[str]:
    site = {**SITE, page: f'<a href="{link}">x</a> <i id="here"></i>'}
    return [each.found for each in run(links_lead_somewhere, {}, finished=site)]


@pytest.mark.parametrize(
    "link",
    [
        "./",
        "#here",
        "terms/",
        "terms/#cancel",
        "terms/index.html",
        "./terms/",
        "images/a%20b.png",
        "assets/x.css?v=1",
        "https://elsewhere.example/nowhere",
        "mailto:a@b.example",
        "tel:911",
        "//elsewhere.example/",
    ],
)
def test_a_link_that_leads_somewhere_is_fine(link: str, run: Run) -> None:
    assert told(link, run) == []


@pytest.mark.parametrize(
    ("link", "target"),
    [
        ("#gone", "/#gone"),
        ("term/", "/term/"),
        ("terms/#cancell", "/terms/#cancell"),
        ("terms", "/terms"),
        ("../terms/", "../terms/"),
        ("images/c.png", "/images/c.png"),
    ],
)
def test_a_link_that_leads_nowhere_is_told_of(link: str, target: str, run: Run) -> None:
    assert told(link, run) == [f"The link to {target} leads nowhere."]


@pytest.mark.parametrize(("link", "missing"), [("../", 0), ("../#here", 0), ("#cancel", 1)])
def test_a_link_counts_from_its_page(link: str, missing: int, run: Run) -> None:
    site = {"/index.html": '<i id="here">', "/a/index.html": f"<a href='{link}'>x</a>"}
    assert len(run(links_lead_somewhere, {}, finished=site)) == missing


def test_the_text_that_holds_the_link_is_named(run: Run) -> None:
    page = "---\ntitle: Hello\n---\n\nSee [this](/nowhere/).\n"
    site = {"/hello/index.html": '<a href="../nowhere/">this</a>'}
    [found] = run(links_lead_somewhere, {"pages/hello.md": page}, finished=site)
    assert str(found.place) == "content/pages/hello.md:5:12"
