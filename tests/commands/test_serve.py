"""What the terminal says of a preview, and what its options ask for."""

import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

import portalgen.preview.server
from portalgen.commands import serve as command
from portalgen.commands.serve import serve
from portalgen.memory import Memory
from portalgen.preview.news import Advised, Failed, News, Rebuilt, Started
from portalgen.preview.server import Wish
from portalgen.problems import Place, Problem, advice

STARTED = Started("http://127.0.0.1:5500/", ("content", "site-templates"), None, False)
FAILED = Failed(("content/away.yaml",), (Problem(Place("away.yaml", 2, 3), "No."),))


@pytest.mark.parametrize(
    ("news", "lines"),
    [
        (
            STARTED,
            [
                "Preview: http://127.0.0.1:5500/",
                "Watching content and site-templates. Ctrl-C ends it.",
            ],
        ),
        (
            Started("http://127.0.0.1:5501/", ("content",), 5500, True),
            [
                "Port 5500 is taken; this is the next free one.",
                "Others in your network can see this preview, and what is not public yet.",
                "Preview: http://127.0.0.1:5501/",
                "Watching content. Ctrl-C ends it.",
            ],
        ),
        (Rebuilt((), 38, 0.4), ["TIME  Built: 38 pages, 400 ms"]),
        (Rebuilt(("a", "b", "c", "d", "e"), 1, 0.04), ["TIME  a, b, c and 2 more: 1 page, 40 ms"]),
        (FAILED, ["away.yaml:2:3: No.", "TIME  1 problem to mend (changed: content/away.yaml)"]),
        (Failed((), FAILED.problems), ["away.yaml:2:3: No.", "TIME  1 problem to mend"]),
        (Advised((advice(Place("a.yaml"), "Hm."),)), ["a.yaml: advice: Hm."]),
        (Advised(()), []),
    ],
)
def test_each_news_is_a_line_or_a_few(
    news: News, lines: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    command._say(news)
    shown = [
        f"TIME{line[8:]}" if line[2:3] == line[5:6] == ":" else line
        for line in capsys.readouterr().out.splitlines()
    ]
    assert shown == lines


def test_options_say_what_is_shown_and_where(asked: Callable[..., Wish]) -> None:
    wish = asked()
    assert (wish.host, wish.port, wish.poll, wish.is_chosen) == ("127.0.0.1", 5500, False, False)
    wish = asked("--at", "2026-12-21", "--host", "::1", "--port", "0", "--poll", "--strict")
    assert (wish.host, wish.port, wish.poll, wish.is_chosen) == ("::1", 0, True, True)
    assert wish.order.moment == datetime(2026, 12, 21)
    assert wish.order.strict


def test_a_fixed_clock_is_a_chosen_moment(
    asked: Callable[..., Wish], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")
    wish = asked()
    assert wish.is_chosen
    assert wish.order.moment == datetime.fromtimestamp(1_800_000_000, UTC)


@pytest.mark.parametrize(("option", "opened"), [((), []), (("--open",), [STARTED.address])])
def test_the_browser_is_opened_where_asked(
    option: tuple[str, ...],
    opened: list[str],
    asked: Callable[..., Wish],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    found: list[str] = []
    monkeypatch.setattr("webbrowser.open", found.append)
    asked(*option)
    assert found == opened


def test_a_port_that_no_machine_has_is_refused() -> None:
    result = CliRunner().invoke(serve, ["--port", "65536"])
    assert result.exit_code == 2


def test_help_needs_none_of_the_packages_of_the_preview() -> None:
    code = (
        "import sys\nfrom portalgen.cli import portalgen\n"
        "portalgen(['serve', '--help'], standalone_mode=False)\n"
        "assert not {'tornado', 'livereload', 'watchfiles', 'pydantic'} & set(sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., Wish]:
    """Return what the command would serve; it starts, and is stopped at once."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "content").mkdir()
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    wishes: list[Wish] = []

    def started(
        wish: Wish, _memory: Memory, _clock: Callable[[], datetime], tell: Callable[[News], None]
    ) -> None:
        wishes.append(wish)
        tell(STARTED)
        raise KeyboardInterrupt

    monkeypatch.setattr(portalgen.preview.server, "serve", started)

    def run(*options: str) -> Wish:
        with click.Context(serve):
            assert serve(list(options), standalone_mode=False) == 0
        return wishes[-1]

    return run
