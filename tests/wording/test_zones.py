from collections.abc import Callable

import pytest

from portalgen.wording.voice import Voice


@pytest.mark.parametrize(
    ("language", "timezone", "place", "said"),
    [
        ("en-US", "America/Los_Angeles", "San Diego", "Pacific time (San Diego)"),
        ("en-US", "America/Los_Angeles", None, "Pacific time (Los Angeles)"),
        ("en-US", "Europe/Lisbon", "Porto", "Western European time (Porto)"),
        ("en-US", "Europe/Berlin", "Hannover", "Central European time (Hannover)"),
        ("en-US", "Europe/London", None, "United Kingdom time (London)"),
        ("en-US", "America/Phoenix", None, "Mountain time (Phoenix)"),
        ("en-US", "Europe/Kyiv", None, "Kyiv time"),
        ("en-US", "Europe/Kyiv", "Lviv", "Lviv time"),
        ("en-US", "America/Indiana/Indianapolis", None, "Indianapolis time"),
        ("en-US", "Asia/Hong_Kong", "Hong Kong", "Hong Kong time"),
        ("en-US", "Asia/Singapore", None, "Singapore time"),
        ("en-US", "Antarctica/Troll", None, "Troll time"),
        ("de-DE", "Europe/Berlin", "Hannover", "Mitteleuropäische Zeit (Hannover)"),
        ("de-DE", "Asia/Tokyo", None, "Japanische Zeit (Tokio)"),
        ("es-ES", "America/Los_Angeles", "San Diego", "hora del Pacífico (San Diego)"),
        ("es-ES", "Europe/Kyiv", None, "hora de Kyiv"),
        ("es-ES", "Europe/Madrid", "Valencia", "hora peninsular (Valencia)"),
        ("es-ES", "Atlantic/Canary", "Arrecife", "hora canaria (Arrecife)"),
        ("en-US", "Europe/Madrid", "Valencia", "Central European time (Valencia)"),
        ("ja-JP", "Asia/Tokyo", "横浜", "日本時間 (横浜)"),
    ],
)
def test_a_zone_is_named_with_its_place(
    speak: Callable[..., Voice], language: str, timezone: str, place: str | None, said: str
) -> None:
    assert speak(language=language, timezone=timezone, place=place).zone == said
