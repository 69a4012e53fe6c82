"""Compare the product with the oracle about one practice, and say where they differ.

Each minute of a fortnight around the day for which the practice was made and of one around the
edge of an absence, a minute on either side of each boundary of the year, and replies to messages
at some dozens of moments.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date
from functools import cached_property
from itertools import pairwise
from random import Random

from tests.oracle.naive import Absence, Naive
from tests.oracle.practices import Case
from tests.oracle.product import Product
from tests.oracle.wall import DAY, instant_of, start_of, wall_of

A_YEAR = 400 * DAY
MESSAGES = 36


@dataclass(frozen=True)
class Disagreement:
    """One question to which contract and product have different answers."""

    question: str
    minute: int | None
    contract: str
    product: str

    def told(self, zone: str) -> str:
        at = "" if self.minute is None else f" at {clock(self.minute, zone)}"
        return f"{self.question}{at}: contract {self.contract}, product {self.product}"


@dataclass(frozen=True)
class Comparison:
    """The two sides of one practice."""

    case: Case
    product: Product = field(repr=False)

    @cached_property
    def naive(self) -> Naive:
        return Naive(self.case.practice, self.product.starts, self.product.ends)

    def disagreements(self) -> Iterator[Disagreement]:
        """Yield all of them, the causes before what follows from them."""
        yield from self._about_the_timeline()
        yield from self._about_edges()
        yield from self._about_states()
        yield from self._about_what_is_told()
        yield from self._about_cover()
        yield from self._about_who_tells_cover()
        yield from self._about_replies()

    def _about_the_timeline(self) -> Iterator[Disagreement]:
        """Sixty days at least, to the end of a month of the owner's; spans touch and differ."""
        product, wall = self.product, wall_of(self.case.zone)
        if product.starts > self.case.moment or product.ends < self.case.moment + 60 * DAY:
            yield self._difference("timeline", None, "sixty days", (product.starts, product.ends))
        if instant_of(wall.shows(product.ends)).strftime("%d %H:%M") not in _STARTS_OF_MONTHS:
            yield self._difference("timeline", product.ends, "the end of a month", "another day")
        spans = list(product.spans())
        ends = [product.starts, *(each.ends for each in spans)]
        starts = [*(each.starts for each in spans), product.ends]
        if ends != starts:
            yield self._difference("spans of state", None, "they touch", "they do not")
        for one, next_one in pairwise(spans):
            if (one.state, one.absence_id) == (next_one.state, next_one.absence_id):
                yield self._difference("spans of state", one.ends, "neighbors differ", one.state)

    def _about_edges(self) -> Iterator[Disagreement]:
        ids = [each.id for each in self.naive.absences]
        if sorted(ids) != sorted(self.product.absence_ids):
            yield self._difference("absences", None, ids, list(self.product.absence_ids))
        for absence in self._absences():
            found = self.product.edges(absence.id)
            for name, expected in edges(self.naive, absence).items():
                if found[name] != expected:
                    question = f"{name} of {absence.id}"
                    yield self._difference(
                        question, None, self._shown(expected), self._shown(found[name])
                    )

    def _about_states(self) -> Iterator[Disagreement]:
        spans = {
            minute: span
            for span in self.product.spans()
            for minute in range(span.starts, span.ends)
            if minute in self._fortnights
        }
        for minute, span in spans.items():
            state, ids = self.naive.state(minute)
            if span.state != state or span.absence_id not in ids:
                found = (span.state, span.absence_id)
                yield self._difference("state", minute, (state, ids), found)
        for minute in self._boundaries:
            state, at_once = self.naive.state(minute)[0], self.product.state(minute)
            if at_once != state:
                yield self._difference("state that is asked for", minute, state, at_once)

    def _about_what_is_told(self) -> Iterator[Disagreement]:
        for minute in self._boundaries:
            expected, found = self.naive.told(minute), self.product.told(minute)
            if not _is_in_order(found, expected):
                yield self._difference("what is told", minute, expected, found)
            leading = self.product.leads(minute)
            if leading != set(found[:1]):
                yield self._difference("what leads", minute, found[:1], leading)

    def _about_cover(self) -> Iterator[Disagreement]:
        """For each service that an absence concerns; for all, where there are no services."""
        for absence in self._absences():
            for service in absence.services or self.naive.services or (None,):
                for minute in self._boundaries_of_cover(absence):
                    person = self.naive.in_charge(absence, service, minute)
                    expected = {person} if person else set()
                    found = self.product.in_charge(absence.id, service, minute)
                    if found != expected:
                        question = f"in charge of {service or 'all'} during {absence.id}"
                        yield self._difference(question, minute, expected, found)

    def _about_who_tells_cover(self) -> Iterator[Disagreement]:
        minutes = {m for each in self._absences() for m in self._boundaries_of_cover(each)}
        for service in self.naive.services or (None,):
            for minute in sorted(minutes):
                expected = self.naive.tells_cover(service, minute)
                found = self.product.tells_cover(service, minute)
                if expected is not None and not _is_one_of_each(found, expected):
                    question = f"what tells the cover of {service or 'all'}"
                    yield self._difference(question, minute, expected, found)

    def _about_replies(self) -> Iterator[Disagreement]:
        for written in self._messages():
            for promise in self._promises():
                expected = self.naive.answer_by(promise, written)
                found = self.product.answer_by(promise, written)
                if found != expected:
                    question = f"answer within {promise} to a message"
                    yield self._difference(
                        question, written, self._shown(expected), self._shown(found)
                    )

    # Which minutes are looked at.

    @cached_property
    def _fortnights(self) -> set[int]:
        """The fortnight around the day, and one around the edge of an absence in the timeline."""
        timeline = range(self.product.starts, self.product.ends)
        middles = [wall_of(self.case.zone).when(start_of(self.case.around))]
        edges = {edge for each in self._absences() for edge in self._edges_of(each)}
        seen = sorted(edge for edge in edges if edge in timeline)
        if seen:
            middles.append(Random(self.case.seed).choice(seen))
        return {
            minute
            for middle in middles
            for minute in range(middle - 7 * DAY, middle + 7 * DAY)
            if minute in timeline
        }

    @cached_property
    def _boundaries(self) -> list[int]:
        """A minute on either side of each boundary that one of the two knows, and itself."""
        known = [self.product.starts, self.product.ends]
        for absence in self._absences():
            known += self._edges_of(absence)
        for span in self.product.spans():
            known += [span.starts, span.ends]
        known += self.naive.changes_of_hours(self.product.starts, self.product.ends)
        year = range(self.product.starts - A_YEAR, self.product.starts + A_YEAR)
        return _either_side(minute for minute in known if minute in year)

    def _boundaries_of_cover(self, absence: Absence) -> list[int]:
        known = [*self._edges_of(absence), *self.product.cover_edges(absence.id)]
        return _either_side([*known, *self.naive.edges_of_cover(absence)])

    def _edges_of(self, absence: Absence) -> list[int]:
        both = (edges(self.naive, absence), self.product.edges(absence.id))
        return [edge for each in both for edge in each.values() if isinstance(edge, int)]

    def _messages(self) -> list[int]:
        """Return when messages are written: by chance, half of them right at a boundary."""
        random = Random(self.case.seed)
        within = [each for each in self._boundaries if self.product.starts <= each]
        within = [each for each in within if each < self.product.ends]
        at_boundaries = random.sample(within, min(len(within), MESSAGES // 2))
        any_time = range(self.product.starts, self.product.ends)
        return at_boundaries + [random.choice(any_time) for _ in range(MESSAGES // 2)]

    def _promises(self) -> list[str]:
        replies = self.case.practice.get("availability", {}).get("replies", [])
        return [str(each["within"]) for each in replies]

    def _absences(self) -> list[Absence]:
        return [each for each in self.naive.absences if each.id in self.product.absence_ids]

    # How a difference is told.

    def _shown(self, fact: int | date | None) -> object:
        return clock(fact, self.case.zone) if isinstance(fact, int) else fact

    def _difference(
        self, question: str, minute: int | None, contract: object, product: object
    ) -> Disagreement:
        return Disagreement(question, minute, str(contract), str(product))


def compare(case: Case, ask: Callable[[Case], Product] | None = None) -> list[Disagreement]:
    """Return where product and oracle differ about a practice.

    `ask` makes the product's side; tests plant faults there.
    """
    product = ask(case) if ask else Product(case.practice, case.moment)
    return list(Comparison(case, product).disagreements())


def edges(naive: Naive, absence: Absence) -> dict[str, int | date | None]:
    """Return what the oracle says of an absence, by the names under which the product does."""
    return {
        "starts": absence.starts,
        "ends": absence.ends,
        "announced": naive.announced(absence),
        "back": naive.back(absence),
        "catch-up ends": naive.catch_up_ends(absence),
        "gone": naive.gone(absence),
        "first day": naive.first_day(absence),
        "last day": naive.last_day(absence),
        "first day back": naive.first_day_back(absence),
    }


def clock(minute: int, zone: str) -> str:
    """Return a minute as the wall of a zone shows it and in UTC, for a reader of a report."""
    shown = instant_of(wall_of(zone).shows(minute))
    return f"{shown:%Y-%m-%d %H:%M} ({instant_of(minute).astimezone(UTC):%dT%H:%MZ})"


# The last minute of a month ends at midnight; where a zone skips that midnight, an hour later.
_STARTS_OF_MONTHS = ("01 00:00", "01 01:00", "01 00:15")


def _either_side(minutes: Iterable[int]) -> list[int]:
    return sorted({minute + step for minute in minutes for step in (-1, 0, 1)})


def _is_one_of_each(found: set[str], expected: list[set[str]]) -> bool:
    """Return whether a set has one of each group, and nothing else."""
    return len(found) == len(expected) and all(found & group for group in expected)


def _is_in_order(found: list[str], expected: list[set[str]]) -> bool:
    """Return whether a list has the groups in their order; within a group any order will do."""
    rest = list(found)
    for group in expected:
        if set(rest[: len(group)]) != group:
            return False
        rest = rest[len(group) :]
    return not rest
