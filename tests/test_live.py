"""What the script is given: windows, and times as minutes."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from portalgen.edition import Edition, edition
from portalgen.live import iso, iso_spans, live_facts, window_of
from portalgen.loading import load
from portalgen.timeline.spans import Span
from portalgen.wording.badges import badges
from portalgen.wording.voice import Voice, voice_of

Write = Callable[[Mapping[str, str]], Path]
AVAILABILITY = """\
weekly:
  mon-thu: 09:00-12:00, 13:00-16:00
replies:
  - {by: email, within: 1 business day}
  - {by: phone, within: 30 minutes}
  - {by: text, within: 3 business hours}
  - {by: shared notes, within: 2 weeks}
"""
MOMENT = datetime(2026, 10, 20, 12, tzinfo=UTC)


def told(write: Write, away: str = "") -> tuple[Edition, Voice, dict[str, Any]]:
    """Return an edition of October 20, 2026, its voice, and the facts for the script."""
    folder = write({"availability.yaml": AVAILABILITY, "away.yaml": f"away: {away}\n"})
    found = edition(load(folder).portal, MOMENT)
    voice = voice_of(found.portal.practice, MOMENT.date().replace(day=1))
    return found, voice, live_facts(found, voice, "abc")


@pytest.mark.parametrize(
    ("starts", "ends", "is_shown"),
    [(None, None, True), (-1, 1, True), (0, 1, True), (-1, 0, False), (1, 2, False)],
)
def test_a_window_is_shown_without_scripts_if_it_holds_at_the_moment_of_building(
    starts: int | None, ends: int | None, is_shown: bool, write: Write
) -> None:
    found, _, _ = told(write)
    edges = [None if n is None else MOMENT + timedelta(hours=n) for n in (starts, ends)]
    assert window_of(edges[0], edges[1], found).is_shown is is_shown


def test_instants_are_written_in_utc() -> None:
    one, other = datetime(2026, 12, 21, 8, tzinfo=UTC), datetime(2027, 1, 4, 17, tzinfo=UTC)
    assert iso(one) == "2026-12-21T08:00:00Z"
    assert iso_spans([Span(one, other), Span(other, None)]) == (
        "2026-12-21T08:00:00Z/2027-01-04T17:00:00Z 2027-01-04T17:00:00Z/"
    )


def test_the_header_can_be_read_back_minute_by_minute(write: Write) -> None:
    found, voice, facts = told(write, "[{from: 2026-11-03, until: 2026-11-05}]")
    read, starts = [], 0
    for length, index, *named in facts["spans"]:
        state, text = facts["badges"][index]
        at = starts + (named[0] if named else length)
        read.append((starts, starts + length, state, text, at if named != [0] else None))
        starts += length
    begin = found.timeline.starts
    assert begin == datetime(1970, 1, 1, tzinfo=UTC) + timedelta(minutes=facts["from"])
    expected = [
        (
            (each.starts - begin) // timedelta(minutes=1),
            (each.ends - begin) // timedelta(minutes=1),
            each.state.value,
            each.text,
            None if each.at is None else (each.at - begin) // timedelta(minutes=1),
        )
        for each in badges(found.timeline, voice)
    ]
    assert read == expected
    assert starts == facts["end"]


def test_the_open_days_of_the_reply_clock_are_gaps_and_lengths(write: Write) -> None:
    found, _, facts = told(write, "[{from: 2026-10-06 10:00, until: 2026-10-06 14:00}]")
    first, second, third = facts["open"][:3]
    # Thursday, October 1; then Monday, and a Tuesday without its middle.
    assert first == [9 * 60, 180, 60, 180]
    assert second == [(8 + 3 * 24 + 9) * 60, 180, 60, 180]
    assert third == [17 * 60, 60, 4 * 60, 120]
    assert facts["still"] == [[(5 * 24 + 10) * 60, (5 * 24 + 14) * 60]]
    assert len(found.timeline.reply_clock.open_days) == len(facts["open"])


def test_the_offset_changes_with_the_clocks(write: Write) -> None:
    _, _, facts = told(write)
    # November 1, 2026, 2:00 am: 31 days of October and two hours.
    assert facts["offsets"] == [[0, -420], [(31 * 24 + 2) * 60, -480]]


def test_promises_have_their_unit_and_their_words(write: Write) -> None:
    _, _, facts = told(write)
    assert facts["replies"] == [
        [1, "bd", "Write now, hear back by {moment}."],
        [30, "m", "Call now, hear back by {moment}."],
        [3, "bh", "Write now, hear back by {moment}."],
        [14, "d", "Write now, hear back by {moment}."],
    ]


@pytest.mark.parametrize(
    ("absence", "slow"),
    [
        ("level: limited, replies_within: 2 days", [[48 * 60, 72 * 60, 2, "d"]]),
        ("level: limited", [[48 * 60, 72 * 60]]),
        ("level: closed", []),
        ("catch_up: 1 day, replies_within: 1 week", [[(4 * 24 + 9) * 60, 5 * 24 * 60, 7, "d"]]),
    ],
)
def test_slow_time_says_how_slow(absence: str, slow: list[list[object]], write: Write) -> None:
    # A Friday; the week has no hours before Monday.
    away = f"[{{from: 2026-10-03, until: 2026-10-03, {absence}}}]"
    found, _, facts = told(write, away)
    assert found.timeline.starts == datetime(2026, 10, 1, 7, tzinfo=UTC)
    assert facts["slow"] == slow


def test_an_absence_without_an_end_stands_still_for_ever(write: Write) -> None:
    _, _, facts = told(write, "[{from: 2026-10-20, until: further notice, review: 2026-10-23}]")
    assert facts["still"] == [[19 * 24 * 60, None]]
    assert sum(map(sum, facts["open"])) < 19 * 24 * 60
