import pytest

from portalgen.pages import promises
from tests.pages.reading import facts_of, pages_of, part, text_of


@pytest.mark.parametrize("content", [{}, {"promises": {}}])
def test_without_a_promise_there_is_no_page(content: dict[str, object]) -> None:
    assert facts_of(promises.documents, content) == {}


@pytest.mark.parametrize(
    ("measure", "expected"),
    [
        ("1 business day", "within 1 business day"),
        ("Every Friday", "Every Friday"),
        (None, None),
    ],
)
def test_a_measure_is_a_length_or_words(measure: str | None, expected: str | None) -> None:
    standard = {"id": "answer", "text": "You hear back.", "measure": measure}
    document = facts_of(promises.documents, {"promises": {"standards": [standard]}})["/promises/"]
    (shown,) = document["standards"]
    assert isinstance(shown, promises.ShownStandard)
    assert shown.measure == expected


def test_a_standard_is_found_by_its_id_and_says_what_happens_if_it_is_missed() -> None:
    standard = {"id": "answer", "text": "You hear back.", "if_missed": "I call you."}
    page = pages_of(promises.documents, {"promises": {"standards": [standard]}})["/promises/"]
    read = text_of(part(page, "#answer"))
    assert read == "You hear back. If it is missed I call you."


def test_the_dropped_ball_is_the_owners_in_the_words_of_the_portal() -> None:
    content = {"promises": {"when_i_drop_the_ball": "I say so."}}
    page = pages_of(promises.documents, content)["/promises/"]
    assert [each.text() for each in page.css("main h2")] == ["When Ines drops the ball"]
