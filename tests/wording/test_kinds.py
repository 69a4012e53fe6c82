from collections.abc import Callable

import pytest

from portalgen.model.practice import Kind
from portalgen.wording.kinds import KindWords
from portalgen.wording.voice import Voice


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("coach", "session sessions"),
        ("therapist", "session sessions"),
        ("studio", "visit visits"),
        ("repair", "job jobs"),
        ("consultant", "project projects"),
        ("assistant", "project projects"),
        ("other", "appointment appointments"),
    ],
)
def test_a_kind_has_words_of_its_own(speak: Callable[..., Voice], kind: str, words: str) -> None:
    found = speak(kind=kind).kind_words
    assert f"{found.one} {found.many}" == words
    assert found.heading == found.many.capitalize()
    assert "as usual" in found.as_usual


def test_every_kind_is_spoken_of(speak: Callable[..., Voice]) -> None:
    assert all(isinstance(speak(kind=kind.value).kind_words, KindWords) for kind in Kind)
