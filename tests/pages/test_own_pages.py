from portalgen.pages import own_pages
from tests.pages.reading import facts_of, pages_of, part


def test_without_own_pages_there_are_none() -> None:
    assert facts_of(own_pages.documents, {}) == {}


def test_an_own_page_stands_at_the_root_by_its_file_name() -> None:
    own = {"slug": "imprint", "title": "Imprint", "summary": "Who.", "body": "# Me\n\nI."}
    page = pages_of(own_pages.documents, {"pages": [own]})["/imprint/"]
    assert part(page, "h1").text() == "Imprint"
    assert part(page, ".lead").text() == "Who."
    assert part(page, "h2#me").text() == "Me"


def test_a_page_in_another_language_says_which() -> None:
    own = {"slug": "hola", "title": "Hola", "language": "es"}
    page = pages_of(own_pages.documents, {"pages": [own]})["/hola/"]
    assert part(page, "main > article").attributes["lang"] == "es"


def test_a_page_in_the_language_of_the_portal_does_not_repeat_it() -> None:
    page = pages_of(own_pages.documents, {"pages": [{"slug": "a", "title": "A"}]})["/a/"]
    assert page.css("main [lang]") == []
