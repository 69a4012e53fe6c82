"""From a saved file to the words in a tab: `portalgen serve` beside `hugo server`, in one run.

Both show the same Markdown, and a notice on every page that is read from one YAML file. A time
runs from the end of writing that file to the moment at which a real Chromium tab has painted the
new words. The two take turns; a person would wait longer between two saves than this does.
"""

import os
import re
import shutil
import socket
import statistics
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Error, Page

from portalgen.packed import packed_folder
from tests.chromium import started

RUNS = 20
# Enough for all that goes on after the words are there.
PAUSE_SECONDS = 2.5
IDLE_SECONDS = 60
SCRIPTS = Path(sys.executable).parent
PARAGRAPH = (
    "We meet twice a month, by video or at the office. Between sessions you can write at any "
    "time; an answer comes within a business day. What we agree on stands in the terms. "
)


# Runs in every document of a tab before its own scripts: notes when the awaited words are painted.
WATCH = """
const look = () => {
  const word = sessionStorage.getItem("word");
  if (!word || !document.body?.textContent.includes(word)) return;
  sessionStorage.removeItem("word");
  requestAnimationFrame(() => setTimeout(() =>
    sessionStorage.setItem("shown", performance.timeOrigin + performance.now())));
};
new MutationObserver(look).observe(document, { childList: true, subtree: true });
"""


@dataclass(frozen=True)
class Preview:
    """A running server, the file that is edited, and the tab that shows it."""

    name: str
    process: subprocess.Popen[bytes]
    edited: Path
    tab: Page

    def milliseconds_to(self, word: str) -> float:
        """Save a word and return how long the tab takes to show it."""
        self.tab.evaluate("word => { sessionStorage.setItem('word', word) }", word)
        text = self.edited.read_text(encoding="utf-8")
        self.edited.write_text(re.sub("reason: (Winter break|Word .*)", f"reason: {word}", text))
        begun = time.time() * 1000
        shown = None
        while shown is None:
            time.sleep(0.1)
            with suppress(Error):
                # There is nobody to ask while the page is exchanged.
                shown = self.tab.evaluate("sessionStorage.getItem('shown')")
        self.tab.evaluate("sessionStorage.removeItem('shown')")
        return float(shown) - begun


def print_previews(folder: Path) -> None:
    """Print the figures of the sample, and of the sample with 200 pages more."""
    print(f"from save to screen, median of {RUNS} (least, most)")
    for pages in (0, 200):
        with _previews(folder / f"{pages}", pages) as previews:
            _print_times(previews, f"sample and {pages} pages" if pages else "sample")
            if not pages:
                percent = _idle_percent(previews[0].process.pid)
                print(f"  idle: {percent:.2f} % of a processor over {IDLE_SECONDS} s")
    print("asked for: at most 200 ms with the sample; ahead of hugo server with 200 pages")


def _print_times(previews: list[Preview], corpus: str) -> None:
    times: dict[str, list[float]] = {preview.name: [] for preview in previews}
    for number in range(RUNS + 1):
        for preview in previews:
            time.sleep(PAUSE_SECONDS)
            milliseconds = preview.milliseconds_to(f"Word {number} of {preview.name}")
            if number:
                times[preview.name].append(milliseconds)
    for name, each in times.items():
        print(
            f"  {corpus:22} {name:16} {statistics.median(each):6.0f} ms"
            f"  ({min(each):5.0f}, {max(each):5.0f})"
        )


@contextmanager
def _previews(folder: Path, pages: int) -> Iterator[list[Preview]]:
    content = Path(shutil.copytree(packed_folder("content"), folder / "portal" / "content"))
    for number in range(pages):
        text = f"---\ntitle: Page {number}\n---\n\n" + f"{PARAGRAPH * 3}\n\n## More\n\n" * 4
        (content / "pages" / f"page-{number}.md").write_text(text, encoding="utf-8")
    _write_hugo_site(content, folder / "hugo")
    with ExitStack() as stack:
        browser = stack.enter_context(started())
        ours, theirs = _free_port(), _free_port()
        serve = [
            sys.executable, "-m", "portalgen", "serve", "--port", str(ours),
            "--at", "2026-12-22 09:00", "--content", str(content),
        ]  # fmt: skip
        hugo = [
            str(SCRIPTS / "hugo"), "server", "--port", str(theirs), "--bind", "127.0.0.1",
            "--source", str(folder / "hugo"), "--noHTTPCache",
        ]  # fmt: skip
        yield [
            Preview(name, _started(command, port, stack), edited, _opened(port, browser.new_page()))
            for name, command, port, edited in (
                ("portalgen serve", serve, ours, content / "away.yaml"),
                ("hugo server", hugo, theirs, folder / "hugo" / "data" / "away.yaml"),
            )
        ]


def _started(command: list[str], port: int, stack: ExitStack) -> subprocess.Popen[bytes]:
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    stack.callback(process.wait)
    stack.callback(process.terminate)
    for _ in range(600):
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/").close()
            return process
        except OSError:
            time.sleep(0.05)
    raise SystemExit(f"{command[0]} did not start")


def _opened(port: int, tab: Page) -> Page:
    tab.add_init_script(WATCH)
    tab.goto(f"http://127.0.0.1:{port}/")
    return tab


def _free_port() -> int:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        port: int = held.getsockname()[1]
        return port


def _idle_percent(pid: int) -> float:
    """Return how much of a processor a process takes while nothing is edited."""
    time.sleep(PAUSE_SECONDS)
    before = _processor_seconds(pid)
    time.sleep(IDLE_SECONDS)
    return (_processor_seconds(pid) - before) / IDLE_SECONDS * 100


def _processor_seconds(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _write_hugo_site(content: Path, site: Path) -> None:
    """Write a site of the same Markdown, with the notice on each page and all pages in a list."""
    for path in sorted(content.rglob("*.md")):
        target = site / "content" / path.relative_to(content)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
    (site / "content" / "_index.md").write_text("---\ntitle: Home\n---\n", encoding="utf-8")
    files = {
        "hugo.toml": 'baseURL = "http://127.0.0.1/"\ntitle = "Sample"\n',
        "data/away.yaml": (content / "away.yaml").read_text(encoding="utf-8"),
        "layouts/_default/baseof.html": (
            "<!doctype html><html><head><title>{{ .Title }}</title></head><body>"
            "{{ range .Site.Data.away.away }}<p>{{ .from }} {{ .until }} {{ .reason }}</p>{{ end }}"
            '{{ block "main" . }}{{ end }}'
            '<ul>{{ range .Site.RegularPages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a>'
            "{{ end }}</ul></body></html>"
        ),
        "layouts/_default/single.html": '{{ define "main" }}{{ .Content }}{{ end }}',
        "layouts/_default/list.html": '{{ define "main" }}{{ .Content }}{{ end }}',
    }
    for name, text in files.items():
        path = site / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
