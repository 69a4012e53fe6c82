"""What holds of every timeline: spans touch or keep apart, and nothing costs too much."""

import sys
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from portalgen.model.portal import Portal
from portalgen.timeline.compile import Timeline, compile_timeline
from portalgen.timeline.spans import Span

ZONES = (
    "Europe/Berlin",
    "America/New_York",
    "Africa/Cairo",
    "America/Santiago",
    "Asia/Beirut",
    "Pacific/Apia",
    "Australia/Lord_Howe",
    "Asia/Kathmandu",
)
WEEKS: tuple[dict[str, str], ...] = (
    {"mon-thu": "09:00-12:00, 13:00-16:00"},
    {"mon-sun": "00:00-24:00"},
    {"thu-sun": "22:00-03:00"},
    {"sat": "23:30-00:30"},
    {"mon": "02:15-02:45", "sun": "00:00-02:10"},
    {},
)
DAYS = st.dates(date(2026, 1, 1), date(2027, 3, 1))


@st.composite
def absences(draw: st.DrawFn) -> dict[str, Any]:
    """An absence of days or moments, of any level, that may have no end."""
    first = draw(DAYS)
    clock = draw(st.sampled_from(("", " 00:00", " 02:30", " 13:00")))
    fields: dict[str, Any] = {
        "from": f"{first}{clock}",
        "level": draw(st.sampled_from(("away", "away", "closed", "limited"))),
        "status": draw(st.sampled_from(("planned", "planned", "planned", "cancelled"))),
        "detail": draw(st.sampled_from(("full", "dates"))),
    }
    if draw(st.integers(0, 9)) == 0:
        return fields | {"until": "further notice", "review": str(first + timedelta(days=3))}
    last = first + timedelta(days=draw(st.integers(0, 20)))
    until = draw(st.sampled_from(("", " 23:00")))
    fields["until"] = f"{last}{until}"
    if draw(st.booleans()):
        fields["catch_up"] = draw(st.sampled_from(("3 days", "2 business days", "5 hours")))
    return fields


@st.composite
def timelines(draw: st.DrawFn) -> Timeline:
    """The timeline of a practice with a few absences, in a zone with odd clock changes."""
    drawn = draw(st.lists(absences(), max_size=5))
    backups = [
        {"id": "dana", "name": "Dana", "consent": "2026-01-01", "timezone": "Asia/Kathmandu"}
        | {"away": [{"from": "2026-03-20", "until": "2026-04-10"}]},
        {"id": "sol", "name": "Sol", "consent": "2026-01-01", "services": ["one"]},
    ]
    portal = Portal.model_validate(
        {
            "practice": {
                "name": "P",
                "timezone": draw(st.sampled_from(ZONES)),
                "contact": {"email": "p@example.com"},
            },
            "availability": {"weekly": draw(st.sampled_from(WEEKS))},
            "services": {"services": draw(st.sampled_from(([], [{"id": "one", "title": "One"}])))},
            "backup": {"backups": backups},
            "away": {"away": [{"id": f"a{n}", **each} for n, each in enumerate(drawn)]},
        }
    )
    return compile_timeline(portal, datetime.combine(draw(DAYS), datetime.min.time(), UTC))


LAWS = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@LAWS
@given(timelines())
def test_states_touch_and_neighbors_differ(found: Timeline) -> None:
    assert (found.states[0].starts, found.states[-1].ends) == (found.starts, found.ends)
    for earlier, later in pairwise(found.states):
        assert earlier.starts < earlier.ends == later.starts
        assert (earlier.state, earlier.absence_id) != (later.state, later.absence_id)


@LAWS
@given(timelines())
def test_cover_touches_and_never_overlaps(found: Timeline) -> None:
    for stretch in found.stretches:
        spans = found.cover[stretch.absence.id]
        assert (spans == ()) == stretch.is_cancelled
        for services in {each.services for each in spans}:
            own = [each for each in spans if each.services == services]
            assert own[0].starts == stretch.starts
            for earlier, later in pairwise(own):
                assert earlier.ends == later.starts
                assert earlier.person_id != later.person_id
            last = own[-1].ends
            assert (last is None) == (stretch.ends is None)
            assert last is None or stretch.ends is None or last >= stretch.ends


@LAWS
@given(timelines())
def test_back_is_the_first_time_that_is_open_and_not_shut(found: Timeline) -> None:
    shutting = [Span(each.starts, each.ends) for each in found.stretches if each.shuts]
    for stretch in found.stretches:
        if stretch.ends is None or stretch.is_cancelled:
            assert stretch.back is None
            continue
        limit = stretch.back or stretch.ends + timedelta(days=40)
        for day, spans in found.open_time.open_days_from(stretch.ends):
            for span in spans:
                assert span.ends is not None
                moment = span.starts
                while moment < min(span.ends, limit):
                    assert any(each.holds(moment) for each in shutting), (day, moment)
                    moment += timedelta(minutes=15)
            if spans[-1].ends is not None and spans[-1].ends > limit:
                break
        if stretch.back is not None:
            assert not any(each.holds(stretch.back) for each in shutting)


@LAWS
@given(timelines(), st.integers(-30_000, 60_000))
def test_a_state_agrees_with_a_naive_look_at_the_clock(found: Timeline, minutes: int) -> None:
    instant = found.moment + timedelta(minutes=minutes)
    clock = instant.astimezone(found.zone)
    running = [each for each in found.stretches if each.holds(instant)]
    levels = {each.absence.level.value for each in running}
    state = found.state_at(instant).value
    if "away" in levels:
        assert state == "away"
    elif "closed" in levels:
        assert state == "closed"
    elif _is_near_a_clock_change(clock):
        assert state in {"open", "closed", "limited", "catching up"}
    elif not _looks_open(found, clock):
        assert state == "closed"
    else:
        slow = any(each.catch_up and each.catch_up.holds(instant) for each in found.stretches)
        expected = "limited" if "limited" in levels else "catching up" if slow else "open"
        assert state == expected


def _is_near_a_clock_change(clock: datetime) -> bool:
    around = (clock + timedelta(days=days) for days in (-2, 2))
    return any(each.utcoffset() != clock.utcoffset() for each in around)


def _looks_open(found: Timeline, clock: datetime) -> bool:
    """Whether the clock on the wall shows a time within the hours."""
    minute = clock.hour * 60 + clock.minute
    today, before = clock.date(), clock.date() - timedelta(days=1)
    return any(
        each.opens <= minute + late < each.closes
        for day, late in ((today, 0), (before, 24 * 60))
        for each in found.hours_on(day).hours.ranges
    )


def _calls(portal: Portal) -> int:
    """How many calls of functions it takes to compile a portal."""
    found = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal found
        found += event == "call"

    moment, before = datetime(2026, 11, 23, tzinfo=UTC), sys.getprofile()
    sys.setprofile(count)
    try:
        compile_timeline(portal, moment)
    finally:
        sys.setprofile(before)
    return found


def test_the_cost_grows_with_the_number_of_absences_and_not_faster(
    portal: Callable[..., Portal],
) -> None:
    def queued(number: int) -> Portal:
        first = date(2026, 11, 23)
        return portal(
            *(
                {"id": f"a{n}", "from": str(day), "until": str(day + timedelta(days=3))}
                for n in range(number)
                for day in [first + timedelta(days=7 * n)]
            )
        )

    compile_timeline(queued(1), datetime(2026, 11, 23, tzinfo=UTC))
    # Eight times as many: a cost that grew with the square would be 64 times as high.
    assert _calls(queued(160)) < 10 * _calls(queued(20))
