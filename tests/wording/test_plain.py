import pytest

from portalgen.wording.plain import locale_of, plain, tags_from


def test_special_spaces_become_ordinary_ones() -> None:
    assert plain("5:00\u202fpm\u00a0\u2009€") == "5:00 pm  €"


@pytest.mark.parametrize(
    ("tag", "tags"),
    [
        ("de", ("de",)),
        ("pt-BR", ("pt-BR", "pt")),
        ("zh-Hant-TW", ("zh-Hant-TW", "zh-Hant", "zh")),
    ],
)
def test_a_tag_is_shortened_from_its_end(tag: str, tags: tuple[str, ...]) -> None:
    assert tags_from(tag) == tags


@pytest.mark.parametrize(
    ("tag", "found"),
    [
        ("en", "en"),
        ("en-GB", "en_GB"),
        ("es-419", "es_419"),
        ("zh-Hant-TW", "zh_Hant_TW"),
        ("zh-TW", "zh_Hant_TW"),
        ("de-QQ", "de"),
        ("tlh", "en_US"),
    ],
)
def test_the_nearest_language_that_babel_has_is_found(tag: str, found: str) -> None:
    assert str(locale_of(tag)) == found
