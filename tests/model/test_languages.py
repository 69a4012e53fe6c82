"""Tags of languages, and what people write instead."""

import pytest

from portalgen.model.languages import language_meant
from portalgen.model.reading import language
from portalgen.model.values import Unreadable


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("de", "de"),
        (" de-de ", "de-DE"),
        ("pt-br", "pt-BR"),
        ("es-419", "es-419"),
        ("zh-hant-tw", "zh-Hant-TW"),
        ("uk", "uk"),
        ("tlh", "tlh"),
        ("de-ch-1996", "de-CH-1996"),
        ("ca-ES-Valencia", "ca-ES-valencia"),
        ("sl-rozaj-biske-1994", "sl-rozaj-biske-1994"),
    ],
)
def test_a_tag_is_read_in_its_usual_letter_case(text: str, tag: str) -> None:
    assert language(text) == tag


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("german", "de-DE"),
        ("Deutsch", "de-DE"),
        ("deutsh", "de-DE"),
        ("de_DE", "de-DE"),
        ("English (US)", "en-US"),
        ("en-USA", "en-US"),
        ("en-UK", "en-GB"),
        ("en-XX", "en"),
        ("de-Schweiz", "de"),
        ("jp", "ja"),
        ("ger", "de"),
        ("Español", "es-ES"),
        ("xx-YY", None),
        ("xx", None),
        ("und", None),
        ("mul", None),
        ("qaa", None),
        ("qqqqqq", None),
        ("", None),
    ],
)
def test_what_is_no_tag_is_refused_with_the_one_that_is_meant(text: str, meant: str | None) -> None:
    assert language_meant(text) == meant
    with pytest.raises(Unreadable) as refused:
        language(text)
    assert refused.value.found == f"`{text}` is not the code of a language."
    expected = f"Did you mean {meant}?" if meant else "Write such as en-US, de or pt-BR."
    assert refused.value.instead == expected


@pytest.mark.parametrize("text", ["x-klingon", "de-CH-x-mine", "X-a"])
def test_a_private_code_is_refused_as_what_it_is(text: str) -> None:
    with pytest.raises(Unreadable) as refused:
        language(text)
    assert refused.value.found == f"`{text}` is a private code, which browsers do not know."
    assert refused.value.instead == "Write a language and a country, such as de-CH."
