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
    """Return when each absence tells who is in charge, of one service at least, by its id.

    That is the time of its cover, which lasts to the first open time, but for what the cover of
    absences that go before takes of it.
    """
    return {
        absence_id: merged(span for spans in by_service.values() for span in spans)
        for absence_id, by_service in charge_by_service(stretches, cover).items()
    }


def charge_by_service(
    stretches: Iterable[Stretch], cover: Mapping[str, Sequence[CoverSpan]]
) -> Mapping[str, Mapping[str | None, tuple[Span, ...]]]:
    """Return when each absence tells who is in charge of each service, by its id.

    The services are those that it names; None is for all, where it names none.
    """
    covered = leading_first(each for each in stretches if cover[each.absence.id])
    whole = {each.absence.id: _whole(cover[each.absence.id]) for each in covered}
    found: dict[str, Mapping[str | None, tuple[Span, ...]]] = {}
    for index, stretch in enumerate(covered):
        own = whole[stretch.absence.id]
        services: tuple[str | None, ...] = stretch.absence.services or (None,)
        found[stretch.absence.id] = {
            service: without(
                [own],
                merged(
                    whole[other.absence.id]
                    for other_index, other in enumerate(covered)
                    if other is not stretch
                    and _goes_before(other, stretch, service, other_index < index)
                ),
            )
            for service in services
        }
    return found


def _whole(spans: Sequence[CoverSpan]) -> Span:
    """Return the time from the first to the last instant of a cover."""
    ends = [span.ends for span in spans if span.ends is not None]
    is_endless = len(ends) < len(spans)
    return Span(min(span.starts for span in spans), None if is_endless else max(ends))


def _goes_before(
    other: Stretch, stretch: Stretch, service: str | None, is_ranked_before: bool
) -> bool:
    """Return whether another absence tells who is in charge of a service, and this one not."""
    if stretch.concerns_all:
        return other.concerns_all and is_ranked_before
    if other.concerns_all:
        return other.shuts
    return service in other.absence.services and is_ranked_before
