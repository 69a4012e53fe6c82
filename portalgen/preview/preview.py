"""What the preview shows: the site as it is, or what keeps it from being built.

After a change the new site is shown as soon as its content is read. What remains of the build,
the other pages and the look at the finished files, is done in steps, between requests. Where a
step fails, the problems are shown in place of pages until they are mended; the files of the last
site still answer.
"""

import traceback
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from itertools import count
from time import monotonic
from typing import TypeVar
from zoneinfo import ZoneInfo

from portalgen import days
from portalgen.build import Order, prepare
from portalgen.memory import Memory
from portalgen.preview.bar import bar_facts
from portalgen.preview.fault_page import fault_page
from portalgen.preview.insertion import page_tags, with_tags
from portalgen.preview.news import Advised, Failed, News, Rebuilt
from portalgen.preview.site import Answer, Site
from portalgen.preview.tabs import Tabs
from portalgen.problems import ContentError, Place, Problem, Weight

Result = TypeVar("Result")


class Preview:
    """The site of an order while its files are edited.

    `clock` tells what time it is, for builds of no `chosen` moment; `name` differs from that of
    every preview before. `tell` hears what happens.
    """

    def __init__(
        self,
        order: Order,
        memory: Memory,
        tabs: Tabs,
        *,
        chosen: datetime | None,
        clock: Callable[[], datetime],
        name: str,
        tell: Callable[[News], None],
    ) -> None:
        self.chosen = chosen
        self._order = order
        self._memory = memory
        self._tabs = tabs
        self._clock = clock
        self._tell = tell
        self._revisions = (f"{name}-{number}" for number in count(1))
        self._revision = next(self._revisions)
        self._site: Site | None = None
        self._problems: tuple[Problem, ...] = ()
        self._advised: frozenset[Problem] = frozenset()

    @property
    def base(self) -> str:
        """The address of the home page."""
        return self._site.base if self._site else "/"

    @property
    def revision(self) -> str:
        """What all pages have in common that are shown between two changes."""
        return self._revision

    @property
    def zone(self) -> ZoneInfo:
        """The zone of the practice; UTC while that is not known."""
        return self._site.prepared.subject.voice.where if self._site else days.zone("UTC")

    @property
    def bar(self) -> Mapping[str, object]:
        """What the bar on each page is to say."""
        subject = self._site.prepared.subject if self._site else None
        return bar_facts(subject, self.chosen, self._clock())

    def rebuild(self, changed: Iterable[str] = (), *, only_styles: bool = False) -> None:
        """Show the site of what the files hold now, or what is wrong with them."""
        begun, names = monotonic(), tuple(changed)
        was_fine = self._site is not None and not self._problems
        order = replace(self._order, moment=self.chosen or self._clock())
        site = self._tried(lambda: Site(prepare(order, self._memory)), names)
        if site is None:
            return
        self._site, self._problems = site, ()
        self._revision = next(self._revisions)
        self._tell(Rebuilt(names, site.pages, monotonic() - begun))
        if only_styles and was_fine:
            self._tabs.restyle()
        else:
            self._tabs.reload()

    def choose(self, moment: datetime | None) -> None:
        """Show the site as it is at another moment; None is now."""
        self.chosen = moment
        self.rebuild(("another moment" if moment else "back to now",))

    def work(self) -> bool:
        """Do the next piece of what remains of a build; False if nothing does."""
        site = self._site
        if site is None or site.built is not None or self._problems:
            return False
        return bool(self._tried(lambda: site.render_next() or self._finish(site)))

    def answer(self, path: str, host: str) -> Answer:
        """Return the answer to the path of a request; `host` is what the browser calls us."""
        answer = self._answer(path)
        if not answer.is_live_page:
            return answer
        return replace(answer, content=with_tags(answer.content, self._tags(host)))

    def _answer(self, path: str) -> Answer:
        site = self._site
        if site is not None and not self._problems:
            found = self._tried(lambda: site.answer(path))
            if found is not None:
                return found
        kept = site.file(path) if site is not None else None
        return kept or Answer(500, fault_page(self._problems))

    def _tags(self, host: str) -> str:
        is_moved = self.chosen is not None and self._site is not None and not self._problems
        moment = self._site.prepared.subject.desk.moment if self._site and is_moved else None
        return page_tags(self.bar, self._revision, host, moment)

    def _finish(self, site: Site) -> bool:
        site.finish()
        assert site.built is not None
        self._memory = Memory(self._memory.recalled)
        new = tuple(each for each in site.built.advice if each not in self._advised)
        self._advised = frozenset(site.built.advice)
        self._tell(Advised(new))
        return False

    def _tried(self, step: Callable[[], Result], changed: tuple[str, ...] = ()) -> Result | None:
        """Return what a step gives; None, with the problems shown, if it can not be done."""
        trace = ""
        try:
            return step()
        except ContentError as error:
            # Advice can wait until there is something to advise on.
            found = [each for each in error.problems if each.weight is Weight.PROBLEM]
        except Exception as error:
            found, trace = [_of_ours(error, self._order.label)], traceback.format_exc()
        if tuple(found) == self._problems:
            # Another file was saved, and this is not mended yet.
            return None
        self._problems = tuple(found)
        self._revision = next(self._revisions)
        self._tell(Failed(changed, self._problems, trace))
        self._tabs.reload()
        return None


def _of_ours(error: Exception, label: str) -> Problem:
    return Problem(
        Place(label),
        f"portalgen failed here ({type(error).__name__}: {error}). This is not your fault.",
        "Please report what the terminal shows.",
    )
