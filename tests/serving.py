"""A server on this machine that shows built files to a browser."""

import threading
from collections.abc import Callable, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import guess_type
from pathlib import PurePosixPath


class Site:
    """Built files behind a server: `root` is the address of the site on this machine."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self._files = files
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(lambda: self._files))
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()
        self.root = f"http://127.0.0.1:{self._server.server_port}"

    def deploy(self, files: Mapping[str, bytes]) -> None:
        """Show other files from now on."""
        self._files = files

    def _serve(self) -> None:
        # How often it looks whether it is to end: a close waits for it.
        self._server.serve_forever(poll_interval=0.02)

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


def _handler(served: Callable[[], Mapping[str, bytes]]) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            path, files = self.path.split("?")[0], served()
            name = f"{path}index.html" if path.endswith("/") else path
            content = files.get(name)
            code = 200 if content is not None else 404
            body = content if content is not None else files.get("/404.html", b"")
            suffix = PurePosixPath(name).suffix if content is not None else ".html"
            kind = guess_type(f"x{suffix}")[0] or "application/octet-stream"
            self.send_response(code)
            self.send_header("Content-Type", f"{kind}; charset=utf-8" if "text" in kind else kind)
            self.send_header("Content-Length", str(len(body)))
            # As some hosts do: for ten minutes a browser need not ask again.
            self.send_header("Cache-Control", "max-age=600")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Stay silent."""

    return Handler
