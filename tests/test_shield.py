import html

from hypothesis import given, settings
from hypothesis import strategies as st

from portalgen.shield import SHIELD, shielded, unshielded, unshielded_html

texts = st.text(st.characters(max_codepoint=SHIELD - 1, exclude_categories=["Cs"]))


@settings(deadline=None)
@given(texts)
def test_what_was_shielded_comes_back(text: str) -> None:
    assert unshielded(shielded(text)) == text


@settings(deadline=None)
@given(texts)
def test_in_html_a_shielded_text_means_itself(text: str) -> None:
    assert html.unescape(unshielded_html(html.escape(shielded(text)))) == html.unescape(
        html.escape(text)
    )


@settings(deadline=None)
@given(texts)
def test_no_sign_that_a_parser_could_read_is_left(text: str) -> None:
    assert all(not sign.isascii() or sign.isalnum() or sign == " " for sign in shielded(text))


def test_signs_of_html_come_back_escaped() -> None:
    assert unshielded_html(shielded("""<b title="a'b">&""")) == (
        "&lt;b title=&quot;a&#x27;b&quot;&gt;&amp;"
    )


def test_letters_of_other_languages_stay_as_they_are() -> None:
    assert shielded("Größe 日本 ﷼") == "Größe 日本 ﷼"
