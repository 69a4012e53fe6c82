"""Previews without a network: what is shown, what tabs are told, what the owner hears."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import pytest

from portalgen.build import Order
from portalgen.memory import Memory
from portalgen.preview.news import News
from portalgen.preview.preview import Preview
from portalgen.preview.site import Answer
from portalgen.preview.tabs import Message, Tabs
from tests.conftest import MOMENT, Write

HOST = "127.0.0.1:5500"


@dataclass(eq=False)
class Tab:
    """A tab that remembers what it was told."""

    told: list[Message] = field(default_factory=list)

    def tell(self, message: Message) -> None:
        self.told.append(message)


@dataclass
class Shown:
    """A preview with one tab, and all that was heard of it."""

    preview: Preview
    content: Path
    tab: Tab
    news: list[News]

    def answer(self, path: str) -> Answer:
        return self.preview.answer(path, HOST)

    def text(self, path: str) -> str:
        return self.answer(path).content.decode()

    def write(self, name: str, text: str) -> None:
        """Save a file, and let the preview see it."""
        (self.content / name).write_text(text, encoding="utf-8")
        self.preview.rebuild((f"content/{name}",))

    def finish(self) -> None:
        """Do what remains of the build."""
        while self.preview.work():
            pass


Show = Callable[..., Shown]


@pytest.fixture
def show(write: Write) -> Show:
    """Show content files by name; the practice is there unless given."""

    def shown(
        files: Mapping[str, str],
        *,
        chosen: datetime | None = None,
        templates: Path | None = None,
        strict: bool = False,
    ) -> Shown:
        content, tab, tabs = write(files), Tab(), Tabs()
        tabs.add(tab)
        news: list[News] = []
        preview = Preview(
            Order(content, chosen or MOMENT, templates=templates, strict=strict),
            Memory(),
            tabs,
            chosen=chosen,
            clock=lambda: MOMENT,
            name="test",
            tell=news.append,
        )
        preview.rebuild()
        return Shown(preview, content, tab, news)

    return shown
