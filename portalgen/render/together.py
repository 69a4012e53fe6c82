"""Rendering many pages on all processors, where that is quicker than one after another.

The other processes are forks: they have all that was read and compiled before, and hand back
finished pages and the texts that they converted. What one of them could not do is done again
here, so a page, and what is told of one that can not be made, is the same wherever it was
rendered. Where there is no fork that is safe, everything is done here; a process that has threads
is one of them, since a fork may inherit a lock that nobody opens.
"""

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from multiprocessing.connection import Connection
from pickle import UnpicklingError

from portalgen.documents import Document, File
from portalgen.memory import Key, Memory
from portalgen.problems import ContentError, Problem

Render = Callable[[Document], File]
_Done = dict[int, File | tuple[Problem, ...]]
_Texts = Mapping[tuple[str, Key], object]

# A process takes about as long to begin as these pages take to render, and a kind of page as long
# to compile.
_FEWEST_PAGES = 40
_PAGES_OF_A_KIND = 6


def rendered(render: Render, documents: Sequence[Document], memory: Memory) -> list[File]:
    """Return the finished page of each document, in their order.

    `memory` is the one that `render` remembers texts in. Raises ContentError with the problems
    of all pages.
    """
    # The first page of each kind takes longest: its templates are compiled.
    kinds = {each.template: number for number, each in reversed([*enumerate(documents)])}
    first = sorted(kinds.values())
    rest = [number for number in range(len(documents)) if number not in kinds.values()]
    ours, *theirs = _shares(rest, len(first))
    others = [_begun(render, documents, share, memory) for share in theirs]
    done = _done(render, documents, [*first, *ours])
    for other in others:
        pages, texts = _received(other)
        done |= pages
        memory.learn(texts)
    done |= _done(render, documents, [number for number in rest if number not in done])
    problems = [each for outcome in done.values() if isinstance(outcome, tuple) for each in outcome]
    if problems:
        raise ContentError(problems)
    return [page for _, page in sorted(done.items()) if isinstance(page, File)]


def _done(render: Render, documents: Sequence[Document], numbers: Iterable[int]) -> _Done:
    done: _Done = {}
    for number in numbers:
        try:
            done[number] = render(documents[number])
        except ContentError as error:
            done[number] = error.problems
    return done


def _shares(numbers: list[int], kinds: int) -> list[list[int]]:
    """Return the pages for each process; the first, our own, makes the first of each kind too."""
    sharing = min(_processors(), 1 + len(numbers) // _FEWEST_PAGES)
    compiling = kinds * _PAGES_OF_A_KIND
    ours = max(0, (len(numbers) + compiling) // sharing - compiling)
    return [numbers[:ours], *(numbers[ours + each :: sharing - 1] for each in range(sharing - 1))]


def _processors() -> int:
    """Return how many processors may be used; one where a fork is not safe."""
    if sys.platform != "linux" or threading.active_count() > 1:
        return 1
    return len(os.sched_getaffinity(0))


def _begun(
    render: Render, documents: Sequence[Document], share: Sequence[int], memory: Memory
) -> Connection:
    """Return the end at which the pages of a share arrive, being rendered by another process."""
    from multiprocessing import get_context

    context = get_context("fork")
    receiver, sender = context.Pipe(duplex=False)

    def work() -> None:
        # Who interrupts a build hears of it once, from the process that was begun first.
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        known = set(memory.recalled)
        # What goes wrong here is met again where it can be reported.
        with suppress(Exception):
            pages = _done(render, documents, share)
            learned = memory.recalled.items()
            # Code can not be sent from one process to another, texts can.
            texts = {at: made for at, made in learned if at not in known and isinstance(made, str)}
            sender.send((pages, texts))

    sys.stdout.flush()
    context.Process(target=work, daemon=True).start()
    sender.close()
    return receiver


def _received(other: Connection) -> tuple[_Done, _Texts]:
    with other:
        try:
            pages, texts = other.recv()
        except (EOFError, OSError, UnpicklingError):
            # It could not send, or was ended before it had.
            return {}, {}
    return pages, texts
