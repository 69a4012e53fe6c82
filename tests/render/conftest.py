from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from portalgen.memory import Memory
from portalgen.model.practice import Practice
from portalgen.render.templates import Renderer, renderer
from portalgen.wording.voice import Voice, voice_of

PRACTICE = {
    "name": "Ines Calder Coaching",
    "owner": "Ines",
    "timezone": "America/Los_Angeles",
    "contact": {"email": "hello@ines-calder.example"},
}

Templates = dict[str, str | bytes]


@pytest.fixture(scope="session")
def voice() -> Voice:
    return voice_of(Practice.model_validate(PRACTICE), date(2026, 11, 1))


@pytest.fixture
def written(tmp_path: Path) -> Callable[[str, Templates], Path]:
    """Write templates, by name, into a folder of the temporary folder."""

    def write(folder: str, templates: Templates) -> Path:
        for name, text in templates.items():
            file = tmp_path / folder / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return tmp_path / folder

    return write


@pytest.fixture
def rendering(written: Callable[[str, Templates], Path], voice: Voice) -> Callable[..., Renderer]:
    """Return a renderer of packed templates, and of an owner's that override them."""

    def make(
        packed: Templates,
        owners: Templates | None = None,
        base: str = "",
        memory: Memory | None = None,
    ) -> Renderer:
        folders = [written("owners", owners or {}), written("packed", packed)]
        assets = {"site.css": "/assets/site.1a2b3c.css"}
        return renderer(folders, voice, memory or Memory(), assets, base)

    return make
