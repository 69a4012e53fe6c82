"""Half-open spans, many at a time."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portalgen.timeline.spans import Span, clipped, index_at, is_in, merged, without

START = datetime(2026, 1, 1, tzinfo=UTC)


def at(minute: int) -> datetime:
    return START + timedelta(minutes=minute)


def span(starts: int, ends: int | None) -> Span:
    return Span(at(starts), None if ends is None else at(ends))


SPANS = st.lists(
    st.builds(
        span,
        st.integers(0, 50),
        st.integers(0, 70),
    ),
    max_size=8,
)


def test_a_span_holds_its_start_and_not_its_end() -> None:
    assert span(1, 3).holds(at(1))
    assert not span(1, 3).holds(at(3))
    assert span(1, None).holds(at(10_000))


@pytest.mark.parametrize(
    ("spans", "result"),
    [
        ([], []),
        ([span(3, 4), span(1, 2)], [span(1, 2), span(3, 4)]),
        ([span(1, 2), span(2, 3)], [span(1, 3)]),
        ([span(1, 9), span(2, 3)], [span(1, 9)]),
        ([span(1, None), span(5, 6)], [span(1, None)]),
        ([span(5, None), span(1, 6)], [span(1, None)]),
        ([span(4, 4), span(6, 5)], []),
    ],
)
def test_spans_are_joined_where_they_touch_or_overlap(
    spans: list[Span], result: list[Span]
) -> None:
    assert merged(spans) == tuple(result)


def test_spans_are_cut_to_a_time() -> None:
    some = [span(1, 3), span(5, 7), span(9, None)]
    assert clipped(some, at(2), at(6)) == (span(2, 3), span(5, 6))
    assert clipped([span(1, None)], at(2), at(6)) == (span(2, 6),)


@pytest.mark.parametrize(
    ("others", "left"),
    [
        ([], [span(10, 20)]),
        ([span(0, 10), span(20, 30)], [span(10, 20)]),
        ([span(5, 12), span(14, 15), span(19, None)], [span(12, 14), span(15, 19)]),
        ([span(10, 20)], []),
        ([span(0, None)], []),
    ],
)
def test_what_others_hold_is_taken_out(others: list[Span], left: list[Span]) -> None:
    assert without([span(10, 20)], others) == tuple(left)


@given(SPANS)
def test_joined_spans_hold_the_same_minutes_and_neither_touch_nor_overlap(
    spans: list[Span],
) -> None:
    found = merged(spans)
    for minute in range(75):
        assert is_in(found, at(minute)) == any(each.holds(at(minute)) for each in spans)
    for earlier, later in pairwise(found):
        assert earlier.ends is not None
        assert earlier.ends < later.starts


@given(SPANS, SPANS)
def test_taking_out_agrees_with_every_minute(spans: list[Span], others: list[Span]) -> None:
    some, taken = merged(spans), merged(others)
    left = without(some, taken)
    for minute in range(75):
        assert is_in(left, at(minute)) == (is_in(some, at(minute)) and not is_in(taken, at(minute)))


def test_the_span_of_an_instant_is_found() -> None:
    spans = [span(1, 2), span(2, 3), span(5, None)]
    found = [index_at(spans, at(minute)) for minute in range(7)]
    assert found == [None, 0, 1, None, None, 2, 2]
