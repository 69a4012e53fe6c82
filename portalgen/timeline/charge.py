"""Which absence tells who is in charge, where several have cover at one instant.

The leading one gives the cover, as it gives the headline. A pause of some services tells it of
these alone, and only while nothing shuts the practice as a whole.
"""

from collections.abc import Iterable, Mapping, Sequence

from portalgen.timeline.absences import Stretch, leading_first
from portalgen.timeline.cover import CoverSpan
from portalgen.timeline.spans import Span, merged, without


def charge_spans(
    stretches: Iterable[Stretch], cover: Mapping[str, Sequence[CoverSpan]]
) -> Mapping[str, tuple[Span, ...]]:
    """Return when each absence is the one that tells who is in charge, by its id.

    That is the time of its cover, which lasts to the first open time, but for what the cover of
    an absence that goes before takes of it.
    """
    covered = leading_first(each for each in stretches if cover[each.absence.id])
    whole = {each.absence.id: _whole(cover[each.absence.id]) for each in covered}
    found: dict[str, tuple[Span, ...]] = {}
    for index, stretch in enumerate(covered):
        taken = merged(
            whole[other.absence.id]
            for other_index, other in enumerate(covered)
            if other is not stretch and _goes_before(other, stretch, other_index < index)
        )
        found[stretch.absence.id] = without([whole[stretch.absence.id]], taken)
    return found


def _whole(spans: Sequence[CoverSpan]) -> Span:
    """Return the time from the first to the last instant of a cover."""
    ends = [span.ends for span in spans if span.ends is not None]
    is_endless = len(ends) < len(spans)
    return Span(min(span.starts for span in spans), None if is_endless else max(ends))


def _goes_before(other: Stretch, stretch: Stretch, is_ranked_before: bool) -> bool:
    if stretch.concerns_all:
        return other.concerns_all and is_ranked_before
    if other.concerns_all:
        return other.shuts
    shared = set(other.absence.services) & set(stretch.absence.services)
    return bool(shared) and is_ranked_before
