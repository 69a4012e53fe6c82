"""The tabs that show the preview, and what they are told (LiveReload protocol, version 7)."""

from collections.abc import Mapping
from typing import Protocol

Message = Mapping[str, object]

_RELOAD = {"command": "reload", "path": "*", "liveCSS": False, "liveImg": False}
# No page has a stylesheet of just this name, so the script takes all of them anew.
_RESTYLE = {"command": "reload", "path": "portal.css", "liveCSS": True, "liveImg": False}


class Tab(Protocol):
    """A tab that can be told something."""

    def tell(self, message: Message) -> None:
        """Send a message."""


class Tabs:
    """The tabs of one preview."""

    def __init__(self) -> None:
        self._open: set[Tab] = set()

    def add(self, tab: Tab) -> None:
        """Tell a tab from now on."""
        self._open.add(tab)

    def discard(self, tab: Tab) -> None:
        """Tell a tab no more."""
        self._open.discard(tab)

    def reload(self) -> None:
        """Let all tabs load their page again; browsers keep the place on it."""
        self._tell(_RELOAD)

    def restyle(self) -> None:
        """Let all tabs exchange their stylesheets, and nothing else."""
        self._tell(_RESTYLE)

    def _tell(self, message: Message) -> None:
        for tab in list(self._open):
            tab.tell(message)
