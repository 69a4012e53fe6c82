from collections.abc import Callable

import pytest

from portalgen.wording.voice import Voice

Speak = Callable[..., Voice]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("video", "by video"),
        ("Phone", "by phone"),
        ("at your place", "at your place"),
        ("at  my place", "at Ines's place"),
        ("in the park", "in the park"),
    ],
)
def test_a_place_with_a_meaning_is_said_in_the_portals_words(
    speak: Speak, typed: str, said: str
) -> None:
    assert speak().service_place(typed) == said


def test_my_place_is_that_of_the_practice_where_no_owner_is_named(speak: Speak) -> None:
    assert speak(owner=None).service_place("at my place") == "at Ines Calder Coaching"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("email", "Email"),
        ("phone", "Phone"),
        ("text", "Text message"),
        ("url", "Web page"),
        ("shared notes", "shared notes"),
    ],
)
def test_a_way_to_reach_somebody_has_a_name(speak: Speak, typed: str, said: str) -> None:
    assert speak().way(typed) == said
