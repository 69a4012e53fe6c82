"""Of which absences clients read at an instant, in the order in which they are told.

What runs and concerns everybody leads, in the order of `leading_first`. Then comes what is next
or just over, then what is called off, then pauses of single services, then news; of each kind
the earlier first.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from itertools import zip_longest

from portalgen.model.away import Level
from portalgen.timeline.absences import Stretch, leading_first
from portalgen.timeline.spans import Span, merged
from portalgen.timeline.sweep import Sweep


def told_at(stretches: Iterable[Stretch], instant: datetime) -> tuple[Stretch, ...]:
    """Return the absences of which clients read at an instant, the leading one first."""
    running: list[Stretch] = []
    others: list[Stretch] = []
    for each in stretches:
        if each.has_notice(instant):
            leads = _kind(each) == 0 and each.holds(instant)
            (running if leads else others).append(each)
    return *leading_first(running), *in_order(others)


def in_order(stretches: Iterable[Stretch]) -> tuple[Stretch, ...]:
    """Return absences in the order in which those that do not lead are told, at any instant."""
    return tuple(sorted(stretches, key=lambda each: (_kind(each), each.starts)))


def lead_spans(stretches: Iterable[Stretch]) -> Mapping[str, tuple[Span, ...]]:
    """Return when each of some absences leads, by its id."""
    told = tuple(stretches)
    noticed = Sweep(told, lambda each: Span(each.announced, each.gone))
    begun = {each.starts for each in told} | {each.ends for each in told if each.ends is not None}
    edges = sorted(noticed.edges | begun)
    leads: dict[str, list[Span]] = {each.absence.id: [] for each in told}
    for edge, following in zip_longest(edges, edges[1:]):
        for leading in told_at(noticed.at(edge), edge)[:1]:
            leads[leading.absence.id].append(Span(edge, following))
    return {name: merged(spans) for name, spans in leads.items()}


def _kind(stretch: Stretch) -> int:
    if stretch.absence.level is Level.NEWS:
        return 3
    if not stretch.concerns_all:
        return 2
    return 1 if stretch.is_cancelled else 0
