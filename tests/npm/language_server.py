"""An editor, as far as the YAML language server can tell: a small client of its protocol.

The Language Server Protocol 3.17 over the server's standard input and output. It opens texts and
asks about them; what the server says of other things, it passes over.
"""

import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

SERVER = Path(__file__).parent / "node_modules" / "yaml-language-server" / "bin"
CURSOR = "|"

_MARKDOWN = ["markdown", "plaintext"]
_CAPABILITIES = {
    "workspace": {"configuration": True},
    "textDocument": {
        "completion": {
            "completionItem": {"documentationFormat": _MARKDOWN, "snippetSupport": True}
        },
        "hover": {"contentFormat": _MARKDOWN},
    },
}
# The catalog of schemas that the server would download is not needed: the files name theirs.
_SETTINGS = {"yaml": {"schemaStore": {"enable": False}}}


@dataclass(frozen=True)
class Underlined:
    """A red line: the text that it stands under, and what is told of it."""

    text: str
    message: str


class Editor:
    """An editor with a portal's folder open."""

    def __init__(self, said: IO[bytes], heard: IO[bytes]) -> None:
        """Talk to a server that hears what is written to `said` and answers in `heard`."""
        self._said, self._heard = said, heard
        self._asked = self._opened = 0
        self._folder = Path()
        self._diagnostics: dict[str, list[Any]] = {}

    def start(self, folder: Path) -> None:
        """Tell the server who asks, and which folder is open."""
        self._folder = folder
        told = {"processId": None, "rootUri": folder.as_uri(), "capabilities": _CAPABILITIES}
        self._ask("initialize", told)
        self._tell("initialized", {})

    def stop(self) -> None:
        """Let the server end by itself."""
        self._ask("shutdown", None)
        self._tell("exit", None)

    def underlined(self, text: str) -> list[Underlined]:
        """Return the red lines in a text."""
        uri = self._open(text)
        while uri not in self._diagnostics:
            self._take(self._next())
        return [Underlined(_part(text, each["range"]), each["message"])
                for each in self._diagnostics[uri]]  # fmt: skip

    def offered(self, text: str) -> dict[str, Any]:
        """Return what is offered at the cursor of a text, by the words that are shown."""
        answer = self._ask("textDocument/completion", self._at_cursor(text))
        items = answer["items"] if isinstance(answer, dict) else answer
        return {item["label"]: item for item in items}

    def hover(self, text: str) -> str:
        """Return what is shown when one points at the cursor of a text, as Markdown."""
        answer = self._ask("textDocument/hover", self._at_cursor(text))
        return str(answer["contents"]["value"]) if answer else ""

    def _at_cursor(self, text: str) -> dict[str, Any]:
        before, _, after = text.rpartition(CURSOR)
        position = {"line": before.count("\n"), "character": len(before.rpartition("\n")[2])}
        return {"textDocument": {"uri": self._open(before + after)}, "position": position}

    def _open(self, text: str) -> str:
        """Open a text as a new file in content/, which is not saved."""
        self._opened += 1
        uri = (self._folder / "content" / f"untitled-{self._opened}.yaml").as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self._tell("textDocument/didOpen", {"textDocument": document})
        return uri

    def _ask(self, method: str, parameters: Any) -> Any:
        self._asked += 1
        self._send({"id": self._asked, "method": method, "params": parameters})
        while True:
            message = self._next()
            if message.get("id") == self._asked and "method" not in message:
                assert "error" not in message, message
                return message["result"]
            self._take(message)

    def _take(self, message: Any) -> None:
        """Keep what is underlined, and answer questions about the settings."""
        if message.get("method") == "textDocument/publishDiagnostics":
            told = message["params"]
            self._diagnostics[told["uri"]] = told["diagnostics"]
        elif message.get("method") == "workspace/configuration":
            wanted = [_SETTINGS.get(each["section"]) for each in message["params"]["items"]]
            self._send({"id": message["id"], "result": wanted})

    def _tell(self, method: str, parameters: Any) -> None:
        self._send({"method": method, "params": parameters})

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._said.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._said.flush()

    def _next(self) -> Any:
        length = 0
        while line := self._heard.readline().strip():
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        assert length, "the language server has ended"
        return json.loads(self._heard.read(length))


@contextmanager
def editor(folder: Path) -> Iterator[Editor]:
    """Yield an editor with a folder open; its language server ends with it."""
    command = ["node", str(SERVER / "yaml-language-server"), "--stdio"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as server:
        assert server.stdin is not None
        assert server.stdout is not None
        try:
            opened = Editor(server.stdin, server.stdout)
            opened.start(folder)
            yield opened
            opened.stop()
        finally:
            server.terminate()


def _part(text: str, place: Any) -> str:
    """Return the part of a text that starts and ends at these lines and columns."""
    start, end = place["start"], place["end"]
    lines = text.split("\n")[start["line"] : end["line"] + 1]
    lines[-1] = lines[-1][: end["character"]]
    lines[0] = lines[0][start["character"] :]
    return "\n".join(lines)
