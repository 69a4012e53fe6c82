from collections.abc import Callable

from portalgen.wording.vocabulary import own_texts
from portalgen.wording.voice import Voice


def words_of(voice: Voice) -> set[str]:
    return set(" ".join(own_texts(voice)).lower().split())


def test_messages_months_weekdays_and_states_are_words_of_the_portal(
    speak: Callable[..., Voice],
) -> None:
    assert {"nobody", "march", "monday", "limited", "pm", "pacific"} <= words_of(speak())
    assert words_of(speak()).isdisjoint({"%(name)s", "msgid", "surgery"})


def test_words_of_informal_address_are_words_of_the_portal(speak: Callable[..., Voice]) -> None:
    assert "deinem" in words_of(speak(language="de", address_form="informal"))
    assert "deinem" not in words_of(speak(language="de"))


def test_days_are_those_of_the_language_of_the_practice(speak: Callable[..., Voice]) -> None:
    found = words_of(speak(language="de-DE"))
    assert {"mittwoch", "dezember"} <= found
    assert "wednesday" not in found
