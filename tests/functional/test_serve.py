"""`portalgen serve` as a process of its own, asked as browsers and strangers would ask it."""

import asyncio
import json
import os
import re
import shutil
import signal
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from tornado.httpclient import HTTPClientError, HTTPRequest
from tornado.websocket import WebSocketClientConnection, websocket_connect

from portalgen.packed import packed_folder
from tests.functional.conftest import PRACTICE, Snapshot
from tests.loops import in_a_loop
from tests.preview.serving import Served, served, until

MOMENT = "2026-12-22 10:00"
HELLO = json.dumps({"command": "hello", "protocols": []})


@pytest.fixture(scope="module")
def portal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample with a page of more than 64 KiB, and a site that was built before."""
    folder = tmp_path_factory.mktemp("portal")
    shutil.copytree(packed_folder("content"), folder / "content")
    paragraph = "Nothing here is short. " * 40
    text = f"---\ntitle: Long\n---\n\n{f'{paragraph}{chr(10)}{chr(10)}' * 80}The end.\n"
    (folder / "content" / "pages" / "long.md").write_text(text, encoding="utf-8")
    (folder / "public").mkdir()
    (folder / "public" / "index.html").write_text("built before", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def preview(portal: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with served(portal, tmp_path_factory.mktemp("screen") / "screen", "--at", MOMENT) as running:
        yield running


@pytest.mark.parametrize("path", ["/", "/status.json", "/nowhere", "/portalgen-preview/bar.js"])
def test_nothing_is_kept_and_nothing_is_guessed(path: str, preview: Served) -> None:
    for method in ("GET", "HEAD"):
        _, headers, content = preview.ask(path, method)
        assert headers["Cache-Control"] == "no-store"
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert bool(content) == (method == "GET")


@pytest.mark.parametrize(
    "path", ["/", "/nowhere", "/portalgen-preview/revision", "/portalgen-preview/livereload.js"]
)
def test_a_foreign_host_is_refused(path: str, preview: Served) -> None:
    port = preview.host.partition(":")[2]
    status, _, content = preview.ask(path, Host=f"evil.example:{port}")
    assert status == 421
    assert b"Ines" not in content
    assert preview.ask(path, Host=f"localhost:{port}")[0] in {200, 404}


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "PATCH"])
def test_a_page_can_only_be_read(method: str, preview: Served) -> None:
    assert preview.ask("/", method)[0] == 405


def test_an_unknown_address_is_the_sites_own_page(preview: Served) -> None:
    status, _, content = preview.ask("/no/such/page/")
    assert status == 404
    assert b"This page is not here" in content


def test_a_long_page_is_whole_and_live(preview: Served) -> None:
    text = preview.text("/long/")
    assert len(text) > 64 * 1024
    assert "The end." in text
    assert text.index("livereload.js") < text.index("</head>")


def test_a_page_keeps_its_policy_and_has_nothing_inline(preview: Served) -> None:
    text = preview.text()
    assert "script-src &#39;self&#39;;" in text
    for tag in text.split("<script")[1:]:
        assert re.search("src=|application/(ld[+])?json", tag.split(">")[0])


@pytest.mark.parametrize(
    ("origin", "status"), [("", 403), ("http://evil.example", 403), ("null", 403)]
)
def test_a_stranger_can_not_move_the_moment(origin: str, status: int, preview: Served) -> None:
    before = preview.text("/portalgen-preview/revision")
    body = "moment=2026-11-23"
    kind = "application/x-www-form-urlencoded"
    path = "/portalgen-preview/moment"
    answer = preview.ask(path, "POST", body, Origin=origin, Content_Type=kind)
    assert answer[0] == status
    assert preview.text("/portalgen-preview/revision") == before


def test_the_moment_is_moved_by_the_bar_alone(preview: Served) -> None:
    def choose(moment: str) -> int:
        return preview.ask(
            "/portalgen-preview/moment",
            "POST",
            f"moment={moment}",
            Origin=f"http://{preview.host}",
            Content_Type="application/x-www-form-urlencoded",
        )[0]

    assert choose("nonsense") == 400
    assert choose("2027-02-01T09:00") == 204
    assert "Monday, February 1, 2027, 9:00 am" in preview.text()
    assert choose("2026-12-22T10:00") == 204


def test_a_tab_of_a_foreign_origin_is_refused(preview: Served) -> None:
    for origin in ("http://evil.example", "null"):
        with pytest.raises(HTTPClientError) as refused:
            in_a_loop(_refused(preview, origin))
        assert refused.value.code == 403


def test_a_foreign_host_gets_no_line_either(preview: Served) -> None:
    with pytest.raises(HTTPClientError) as refused:
        in_a_loop(_refused(preview, "http://evil.example", Host="evil.example"))
    assert refused.value.code == 421


def test_an_edit_is_told_to_tabs_and_shown(preview: Served) -> None:
    async def follow() -> dict[str, object]:
        async with _line(preview, f"http://{preview.host}") as line:
            await line.write_message("no JSON")
            await line.write_message(HELLO)
            hello = json.loads(await _next(line))
            assert hello["command"] == "hello"
            preview.edit("content/away.yaml", "reason: Winter break", "reason: Winter sleep")
            return dict(json.loads(await _next(line)))

    assert in_a_loop(follow())["command"] == "reload"
    assert "Winter sleep" in preview.text()
    assert "content/away.yaml: " in preview.screen


def test_a_broken_edit_is_shown_and_told_until_it_is_mended(preview: Served) -> None:
    preview.edit("content/away.yaml", "level: news", "level: newz")
    until(lambda: preview.ask("/services/")[0] == 500, "the page of problems")
    text = preview.text("/services/")
    sentence = "`newz` is not a choice here. Did you mean `news`?"
    assert "content/away.yaml:11:12" in text
    assert "11 |     level: newz\n   |            ^" in text
    assert f"content/away.yaml:11:12: {sentence}" in preview.screen
    preview.edit("content/away.yaml", "level: newz", "level: news")
    until(lambda: preview.ask("/services/")[0] == 200, "the site")
    assert "portalgen-preview/bar.js" in preview.text("/services/")


def test_content_that_vanishes_and_returns_is_shown_again(preview: Served) -> None:
    content = preview.folder / "content"
    content.rename(preview.folder / "aside")
    until(lambda: preview.ask("/")[0] == 500, "the page of problems")
    assert "There is no such folder." in preview.text()
    (preview.folder / "aside").rename(content)
    until(lambda: preview.ask("/")[0] == 200, "the site")


def test_the_files_that_were_built_are_not_touched(preview: Served, snapshot: Snapshot) -> None:
    until(lambda: preview.ask("/sitemap.xml")[0] == 200, "the end of a build")
    assert snapshot(preview.folder / "public") == {"index.html": b"built before"}


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_cleanly_and_frees_its_port(how: signal.Signals, small: Path) -> None:
    with served(small, small / "screen") as running:
        assert running.ask("/")[0] == 200
        port = int(running.host.partition(":")[2])

        async def stop_with_an_open_tab() -> int:
            async with _line(running, f"http://{running.host}"):
                return await asyncio.to_thread(running.stop, how)

        assert in_a_loop(stop_with_an_open_tab()) == 0
        assert running.screen.endswith("Stopped.\n")
        assert "Traceback" not in running.screen
        with socket.socket() as again:
            again.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            again.bind(("127.0.0.1", port))


def test_a_taken_port_is_told_and_the_next_one_used(small: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = int(taken.getsockname()[1])
        with served(small, small / "screen", "--port", str(port)) as running:
            assert f"Port {port} is taken" in running.screen
            assert int(running.host.partition(":")[2]) > port
            assert running.ask("/")[0] == 200


def test_whoever_opens_it_to_the_network_is_warned(small: Path) -> None:
    with served(small, small / "screen", "--host", "0.0.0.0") as running:
        assert "Others in your network can see this preview" in running.screen
        port = running.host.partition(":")[2]
        assert running.ask("/", Host=f"192.0.2.7:{port}")[0] == 200
        assert running.ask("/", Host=f"evil.example:{port}")[0] == 421


def test_it_begins_with_a_broken_file_and_polls_where_asked(small: Path) -> None:
    away = small / "content" / "away.yaml"
    away.write_text("away: [", encoding="utf-8")
    # Who looks time and again sees the second in which a file was changed, and no less.
    os.utime(away, (0, 0))
    with served(small, small / "screen", "--poll") as running:
        assert running.ask("/")[0] == 500
        away.write_text("away: []\n", encoding="utf-8")
        until(lambda: running.ask("/")[0] == 200, "the site")
        assert "Others" not in running.screen


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A portal of one file."""
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "practice.yaml").write_text(PRACTICE, encoding="utf-8")
    return tmp_path


@asynccontextmanager
async def _line(
    preview: Served, origin: str, **headers: str
) -> AsyncIterator[WebSocketClientConnection]:
    url = f"ws://{preview.host}/livereload"
    line = await websocket_connect(HTTPRequest(url, headers={"Origin": origin, **headers}))
    try:
        yield line
    finally:
        line.close()
        while await asyncio.wait_for(line.read_message(), 10) is not None:
            pass


async def _refused(preview: Served, origin: str, **headers: str) -> None:
    async with _line(preview, origin, **headers):
        pass


async def _next(line: WebSocketClientConnection) -> str:
    message = await asyncio.wait_for(line.read_message(), 10)
    assert isinstance(message, str)
    return message


@pytest.mark.parametrize("name", ["barxjs", "bar/js", "..%2fbar.py", "bar.py"])
def test_only_its_own_files_are_there(name: str, preview: Served) -> None:
    assert preview.ask(f"/portalgen-preview/{name}")[0] == 404
