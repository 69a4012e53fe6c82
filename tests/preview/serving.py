"""A preview as owners run it: a process of its own, its screen, and requests to it."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPMessage
from pathlib import Path
from urllib.parse import urlsplit

PATIENCE_SECONDS = 20


def until(holds: Callable[[], object], what: str = "what was waited for") -> None:
    """Wait until a condition holds."""
    end = time.monotonic() + PATIENCE_SECONDS
    while not holds():
        assert time.monotonic() < end, f"{what} did not come"
        time.sleep(0.02)


class Served:
    """A running `portalgen serve` in a portal's folder."""

    def __init__(self, folder: Path, screen: Path, *options: str) -> None:
        self.folder = folder
        self._screen = screen
        arguments = options if "--port" in options else ("--port", "0", *options)
        with screen.open("wb") as output:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "portalgen", "serve", *arguments],
                cwd=folder,
                stdout=output,
                stderr=subprocess.STDOUT,
                env={**os.environ, "XDG_CACHE_HOME": str(folder / "cache")},
            )
        until(lambda: "Ctrl-C ends it." in self.screen or self.process.poll() is not None)
        lines = [line for line in self.screen.splitlines() if line.startswith("Preview: ")]
        assert lines, self.screen
        self.address = lines[0].removeprefix("Preview: ")
        self.host = urlsplit(self.address).netloc

    @property
    def screen(self) -> str:
        """All that the terminal shows."""
        return self._screen.read_text(encoding="utf-8")

    def ask(
        self, path: str, method: str = "GET", body: str | None = None, **headers: str
    ) -> tuple[int, HTTPMessage, bytes]:
        """Return status, headers and content of an answer."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection = HTTPConnection(self.host, timeout=PATIENCE_SECONDS)
        try:
            connection.request(method, path, body, named)
            answer = connection.getresponse()
            return answer.status, answer.headers, answer.read()
        finally:
            connection.close()

    def text(self, path: str = "/") -> str:
        """Return the text at an address."""
        return self.ask(path)[2].decode()

    def edit(self, name: str, before: str, after: str) -> None:
        """Replace a text in a file, as an editor saves it."""
        file = self.folder / name
        text = file.read_text(encoding="utf-8")
        assert before in text
        draft = file.with_name(f".{file.name}.draft")
        draft.write_text(text.replace(before, after, 1), encoding="utf-8")
        draft.replace(file)

    def stop(self, how: signal.Signals = signal.SIGINT) -> int:
        """End it as a terminal does, and return its exit code."""
        self.process.send_signal(how)
        return self.process.wait(PATIENCE_SECONDS)


@contextmanager
def served(folder: Path, screen: Path, *options: str) -> Iterator[Served]:
    """Serve a portal's folder for as long as it is needed."""
    preview = Served(folder, screen, *options)
    try:
        yield preview
    finally:
        if preview.process.poll() is None:
            preview.stop(signal.SIGTERM)
