"""What a build costs, beside mkdocs, in one interleaved run.

Times are those of whole processes as a person waits for them, memory is the largest that one of
them took. mkdocs gets the same Markdown: the files of the sample, and one file for each longer
text that stands in its YAML files.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from unittest import mock

from portalgen.loading import load
from portalgen.model.portal import Portal
from portalgen.model.texts import texts
from portalgen.model.values import Markdown
from portalgen.packed import packed_folder
from portalgen.timeline.compile import compile_timeline
from portalgen.timeline.told import lead_spans

RUNS = 11
MOMENT = datetime(2026, 11, 23, 15, 10, tzinfo=UTC)
SCRIPTS = Path(sys.executable).parent


def print_builds(folder: Path) -> None:
    """Print the figures."""
    print(f"{RUNS} runs of each, interleaved\n")
    _print_builds(folder)
    print()
    _print_help()
    print()
    _print_stages()
    print()
    _print_timelines()


def _print_builds(folder: Path) -> None:
    content = packed_folder("content")
    corpus = folder / "mkdocs"
    _write_corpus(content, corpus)
    build = [
        str(SCRIPTS / "portalgen"), "build", "--content", str(content),
        "--output", str(folder / "public"),
    ]  # fmt: skip
    commands = {
        "portalgen build": build,
        # Nothing can be kept below a device, so nothing is remembered.
        "the same, cold": ["env", "XDG_CACHE_HOME=/dev/null", *build],
        "mkdocs build": [
            str(SCRIPTS / "mkdocs"), "build", "--quiet", "--config-file",
            str(corpus / "mkdocs.yml"), "--site-dir", str(folder / "site"),
        ],
    }  # fmt: skip
    costs = interleaved(commands, folder, RUNS)
    pages = {
        name: len(list((folder / ("site" if "mkdocs" in name else "public")).rglob("*.html")))
        for name in commands
    }
    theirs = seconds(costs["mkdocs build"])
    for name in commands:
        mebibytes = max(m for _, m in costs[name])
        ratios = "  ".join(
            f"{mine / other:5.2f}" for mine, other in zip(seconds(costs[name]), theirs, strict=True)
        )
        print(f"{line(name, costs)}  {mebibytes:6.1f} MiB  {pages[name]:3} pages  {ratios}")
    print("the ratio to mkdocs, median and least; asked for: at most 1.20")


def _print_help() -> None:
    commands = {
        "python -c pass": [sys.executable, "-c", "pass"],
        "portalgen --help": [str(SCRIPTS / "portalgen"), "--help"],
    }
    costs = interleaved(commands, Path(), RUNS)
    empty = seconds(costs["python -c pass"])
    for name in commands:
        ratios = "  ".join(
            f"{mine / other:5.2f}" for mine, other in zip(seconds(costs[name]), empty, strict=True)
        )
        print(f"{line(name, costs)}  {ratios}")
    print("the ratio to an empty Python, median and least; asked for: at most 4.00")


def line(name: str, costs: dict[str, list[tuple[float, float]]]) -> str:
    """Return a name with its median and its least time."""
    median, least = seconds(costs[name])
    return f"{name:18} {median * 1000:6.0f} ms  (least {least * 1000:5.0f} ms)"


def seconds(costs: list[tuple[float, float]]) -> tuple[float, float]:
    """Return the median and the least time of some runs."""
    times = [each for each, _ in costs]
    return statistics.median(times), min(times)


def interleaved(
    commands: dict[str, list[str]], folder: Path, runs: int
) -> dict[str, list[tuple[float, float]]]:
    """Return seconds and MiB of each run of each command, after one run that warms the disk."""
    costs: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
    for number in range(runs + 1):
        for name, command in commands.items():
            cost = _cost(command, folder)
            if number:
                costs[name].append(cost)
    return costs


def _cost(command: list[str], folder: Path) -> tuple[float, float]:
    begun = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{command[0]} failed with {process.returncode}")
    return seconds, usage.ru_maxrss / 1024


def _write_corpus(content: Path, corpus: Path) -> None:
    docs = corpus / "docs"
    for path in sorted(content.rglob("*.md")):
        target = docs / path.relative_to(content)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
    for path_in_model, text in texts(load(content).portal):
        if isinstance(text, Markdown) and path_in_model[-1] != "body":
            name = "-".join(str(step) for step in path_in_model)
            target = docs / "texts" / f"{name}.md"
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(f"# {name}\n\n{text}\n", encoding="utf-8")
    (docs / "index.md").write_text("# Home\n", encoding="utf-8")
    (corpus / "mkdocs.yml").write_text(
        "site_name: Sample\n"
        "markdown_extensions: [tables, def_list, footnotes, abbr, admonition, toc, attr_list,"
        " sane_lists]\n"
        "validation:\n  links:\n    absolute_links: ignore\n    not_found: ignore\n",
        encoding="utf-8",
    )


def _print_stages() -> None:
    """Print where the time of one build goes, measured inside one process."""
    clock = _Clock()
    with clock.stage("imports"):
        from portalgen.build import build
        from portalgen.commands.orders import order_of
        from portalgen.memory import Memory
        from portalgen.publish.folder import publish
        from portalgen.render import markdown
    order = order_of(packed_folder("content"), None, None, "24 hours", False)
    convert = markdown.to_html

    def timed(*arguments: object, **named: object) -> str:
        with clock.stage("Markdown"):
            return convert(*arguments, **named)  # type: ignore[arg-type]

    with tempfile.TemporaryDirectory() as name, mock.patch.object(markdown, "to_html", timed):
        built = build(order, Memory(), clock.tell)
        clock.tell("writing")
        publish(built.files, Path(name) / "public", own_folders=[])
        clock.tell("")
    print("where the time of one build goes")
    for stage, seconds in clock.seconds.items():
        print(f"  {stage:16} {seconds * 1000:7.0f} ms")


def _print_timelines() -> None:
    """Print what it costs to compile 400 days with more and more absences and 5 backups."""
    print("400 days with 5 backups, all states, cover, notices and the clock of replies")
    for number in (12, 25, 50, 100, 200):
        portal = _busy_practice(number)
        times = []
        for _ in range(RUNS):
            begun = time.perf_counter()
            timeline = compile_timeline(portal, MOMENT)
            timeline.states_on(timeline.first_day, timeline.first_day + timedelta(days=400))
            lead_spans(timeline.stretches)
            _ = timeline.reply_clock
            times.append(time.perf_counter() - begun)
        print(f"  {number:4} absences {statistics.median(times) * 1000:7.0f} ms")


def _busy_practice(absences: int) -> Portal:
    """Return a practice that is away for half of 400 days, in ever more and shorter parts."""
    first = MOMENT.date()
    starts = [first + timedelta(days=400 * number // absences) for number in range(absences)]
    return Portal.model_validate(
        {
            "practice": {
                "name": "P",
                "timezone": "America/Los_Angeles",
                "contact": {"email": "p@example.com"},
            },
            "availability": {"weekly": {"mon-thu": "09:00-12:00, 13:00-16:00"}},
            "services": {"services": [{"id": f"s{n}", "title": f"S{n}"} for n in range(4)]},
            "backup": {
                "backups": [
                    {
                        "id": f"b{number}",
                        "name": f"B{number}",
                        "consent": "2026-01-01",
                        "away": [
                            {"from": str(day), "until": str(day + timedelta(days=3))}
                            for day in starts[number :: len(starts) // 4][:3]
                        ],
                    }
                    for number in range(5)
                ]
            },
            "away": {
                "away": [
                    {
                        "id": f"a{number}",
                        "from": str(day),
                        "until": str(day + timedelta(days=200 // absences)),
                        "catch_up": "2 days",
                    }
                    for number, day in enumerate(starts)
                ]
            },
        }
    )


class _Clock:
    """Adds up seconds by stage; Markdown is taken out of the stage around it."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self._stage = ""
        self._since = time.perf_counter()

    def tell(self, stage: str) -> None:
        self._add(time.perf_counter() - self._since)
        self._stage, self._since = stage, time.perf_counter()

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        around = self._stage
        self.tell(name)
        try:
            yield
        finally:
            self.tell(around)

    def _add(self, seconds: float) -> None:
        if self._stage:
            self.seconds[self._stage] = self.seconds.get(self._stage, 0) + seconds
