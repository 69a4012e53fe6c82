"""What the server answers to whom: the pages, the preview's own files, and the line to each tab.

Of livereload the protocol and the script for the browser are used. What belongs to its server is
left out: it looks for changes by itself, writes an inline script into pages, and answers to any
name and any origin.
"""

import re
from contextlib import suppress
from http import HTTPStatus
from pathlib import Path
from typing import Any

from livereload.handlers import (  # type: ignore[import-untyped]
    LiveReloadHandler,
    LiveReloadJSHandler,
)
from tornado.escape import json_decode, json_encode
from tornado.web import Application, HTTPError, RequestHandler
from tornado.websocket import WebSocketClosedError

from portalgen.model.times import moment_of
from portalgen.preview.hosts import Hosts, is_same_origin
from portalgen.preview.insertion import FOLDER
from portalgen.preview.preview import Preview
from portalgen.preview.site import kind_of
from portalgen.preview.tabs import Message, Tabs

_OWN_FILES = ("bar.js", "bar.css", "clock.js", "fault.css", "follow.js")


def application(preview: Preview, tabs: Tabs, hosts: Hosts) -> Application:
    """Return the application that shows a preview to those who know it by one of its names."""
    shared = {"hosts": hosts}
    return Application(
        [
            ("/livereload", _TabHandler, {**shared, "tabs": tabs}),
            (f"{FOLDER}livereload.js", _TabScriptHandler, shared),
            (f"{FOLDER}revision", _RevisionHandler, {**shared, "preview": preview}),
            (f"{FOLDER}moment", _MomentHandler, {**shared, "preview": preview}),
            (f"{FOLDER}({'|'.join(map(re.escape, _OWN_FILES))})", _OwnFileHandler, shared),
            (".*", _SiteHandler, {**shared, "preview": preview}),
        ],
        log_function=lambda _handler: None,
    )


class _Guarded(RequestHandler):
    """Turns away who calls this server by a foreign name, and lets nothing be kept."""

    def initialize(self, hosts: Hosts) -> None:
        self.hosts = hosts

    def set_default_headers(self) -> None:
        self.set_header("Cache-Control", "no-store")
        self.set_header("X-Content-Type-Options", "nosniff")

    def prepare(self) -> None:
        if not self.hosts.admit(self.request.headers.get("Host", "")):
            raise HTTPError(HTTPStatus.MISDIRECTED_REQUEST)

    def write_error(self, status_code: int, **_details: Any) -> None:
        self.set_header("Content-Type", "text/plain; charset=utf-8")
        self.finish(f"{status_code} {HTTPStatus(status_code).phrase}\n")

    @property
    def host_named(self) -> str:
        """The name by which the browser calls this server."""
        return self.request.headers["Host"]


class _ForPreview(_Guarded):
    def initialize(self, hosts: Hosts, preview: Preview) -> None:  # type: ignore[override]
        super().initialize(hosts)
        self.preview = preview


class _SiteHandler(_ForPreview):
    def get(self) -> None:
        answer = self.preview.answer(self.request.path, self.host_named)
        self.set_status(answer.status)
        if answer.location is not None:
            query = f"?{self.request.query}" if self.request.query else ""
            self.set_header("Location", f"{answer.location}{query}")
        self.set_header("Content-Type", answer.kind)
        self.finish(answer.content)

    head = get


class _RevisionHandler(_ForPreview):
    def get(self) -> None:
        self.set_header("Content-Type", "text/plain; charset=utf-8")
        self.finish(self.preview.revision)


class _MomentHandler(_ForPreview):
    async def post(self) -> None:
        if not is_same_origin(self.request.headers.get("Origin", ""), self.host_named):
            raise HTTPError(HTTPStatus.FORBIDDEN)
        text = self.get_body_argument("moment", "")
        moment = moment_of(text)
        if text and moment is None:
            self.set_status(HTTPStatus.BAD_REQUEST)
            self.set_header("Content-Type", "text/plain; charset=utf-8")
            self.finish("This is not a moment to build for.")
            return
        self.set_status(HTTPStatus.NO_CONTENT)
        # The bar is answered before its page is loaded anew.
        await self.finish()
        self.preview.choose(moment)


class _OwnFileHandler(_Guarded):
    def get(self, name: str) -> None:
        self.set_header("Content-Type", kind_of(name))
        self.finish((Path(__file__).parent / name).read_bytes())

    head = get


class _TabScriptHandler(_Guarded, LiveReloadJSHandler):  # type: ignore[misc]
    """Livereload's own script for the browser."""


class _TabHandler(_Guarded, LiveReloadHandler):  # type: ignore[misc]
    """The line to a tab, as a livereload of its own: tabs belong to a preview, not to a class."""

    def initialize(self, hosts: Hosts, tabs: Tabs) -> None:  # type: ignore[override]
        super().initialize(hosts)
        self._tabs = tabs

    def check_origin(self, origin: str) -> bool:
        return is_same_origin(origin, self.host_named)

    def on_message(self, message: str | bytes) -> None:
        """Answer the greeting; nothing else that a tab has to say matters."""
        with suppress(ValueError, AttributeError):
            if json_decode(message).get("command") == "hello":
                super().on_message(message)
                self._tabs.add(self)

    def on_close(self) -> None:
        self._tabs.discard(self)

    def tell(self, message: Message) -> None:
        """Send a message, if the tab is still there."""
        with suppress(WebSocketClosedError):
            self.write_message(json_encode(message))
