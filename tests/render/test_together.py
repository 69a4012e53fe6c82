"""A page is the same wherever it was rendered, and so is what is told of one that can not be."""

import os
import pickle
import signal
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from multiprocessing.connection import Connection

import pytest

from portalgen.documents import Document, File
from portalgen.memory import Memory
from portalgen.problems import ContentError, Place, Problem
from portalgen.render import together
from portalgen.render.together import rendered

PAGES = [Document(f"/{number}/", f"pages/{number % 3}.html", {}) for number in range(200)]
WRONG = Problem(Place("content/pages/7.md"), "This is wrong.")
Render = Callable[[Document], File]
PROCESSORS = together._processors


@pytest.fixture(autouse=True, params=[1, 2, 5])
def processors(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    """One processor, two, and more than there may be."""
    monkeypatch.setattr(together, "_processors", lambda: request.param)
    return int(request.param)


@dataclass
class Renderer:
    """Makes a page of each document, and remembers a text and some code of each."""

    memory: Memory = field(default_factory=Memory)
    converted: list[str] = field(default_factory=list)

    def __call__(self, document: Document) -> File:
        text = self.memory.recall("markdown", (document.address,), lambda: self._text(document))
        self.memory.recall("template", (document.template,), lambda: compile("1", "x", "eval"))
        return File(document.file, text.encode())

    def _text(self, document: Document) -> str:
        self.converted.append(document.address)
        return f"{document.address} {document.template}"


def test_all_pages_come_in_their_order() -> None:
    render = Renderer()
    assert rendered(render, PAGES, render.memory) == [Renderer()(page) for page in PAGES]


def test_a_text_that_another_process_converted_is_not_converted_again() -> None:
    render = Renderer()
    rendered(render, PAGES, render.memory)
    converted = len(render.converted)
    again = [render(page) for page in PAGES]
    assert (len(again), len(render.converted)) == (len(PAGES), converted)


def test_the_pages_are_shared(processors: int) -> None:
    render = Renderer()
    rendered(render, PAGES, render.memory)
    assert (len(render.converted) < len(PAGES)) is (processors > 1)


def test_few_pages_are_not_worth_another_process() -> None:
    render = Renderer()
    rendered(render, PAGES[:20], render.memory)
    assert len(render.converted) == 20


def test_no_page_is_no_work() -> None:
    assert rendered(Renderer(), [], Memory()) == []


def test_the_problems_of_all_pages_are_told_at_once() -> None:
    def render(document: Document) -> File:
        raise ContentError([Problem(Place(document.address), "This is wrong.")])

    with pytest.raises(ContentError) as told:
        rendered(render, PAGES, Memory())
    assert {problem.place.file for problem in told.value.problems} == {p.address for p in PAGES}


def fails_at(address: str, failure: Callable[[], object]) -> Render:
    def render(document: Document) -> File:
        if document.address == address:
            failure()
        return File(document.file, b"")

    return render


def test_a_fault_is_raised_where_it_can_be_reported() -> None:
    def fault() -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        rendered(fails_at("/190/", fault), PAGES, Memory())


def test_what_a_process_that_is_ended_left_undone_is_done() -> None:
    ours = os.getpid()

    def end() -> None:
        if os.getpid() != ours:
            os._exit(1)

    assert len(rendered(fails_at("/190/", end), PAGES, Memory())) == len(PAGES)


def test_what_a_process_that_is_ended_while_it_sends_left_undone_is_done(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def send(sender: Connection, sent: object) -> None:
        # The first half of a message, as it is after the end of who sent it.
        os.write(sender.fileno(), (1000).to_bytes(4) + pickle.dumps(sent)[:500])
        os._exit(1)

    monkeypatch.setattr(Connection, "send", send)
    assert len(rendered(Renderer(), PAGES, Memory())) == len(PAGES)


class Unsendable(File):
    """A page that no process can hand to another."""

    def __reduce__(self) -> str:
        raise TypeError


def test_a_page_that_can_not_be_sent_is_made_again_without_a_word(
    capfd: pytest.CaptureFixture[str],
) -> None:
    pages = rendered(lambda page: Unsendable(page.file, b""), PAGES, Memory())
    assert len(pages) == len(PAGES)
    assert capfd.readouterr() == ("", "")


def test_who_interrupts_a_build_hears_nothing_from_the_other_processes(
    capfd: pytest.CaptureFixture[str],
) -> None:
    ours = os.getpid()

    def interrupt() -> None:
        if os.getpid() != ours:
            os.kill(os.getpid(), signal.SIGINT)

    assert len(rendered(fails_at("/190/", interrupt), PAGES, Memory())) == len(PAGES)
    assert capfd.readouterr() == ("", "")


@pytest.mark.skipif(sys.platform != "linux", reason="only there a fork is safe")
@pytest.mark.parametrize("threads", [1, 2])
def test_all_processors_are_used_unless_there_are_threads(
    threads: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(threading, "active_count", lambda: threads)
    assert (PROCESSORS(), threads) in [(len(os.sched_getaffinity(0)), 1), (1, 2)]
