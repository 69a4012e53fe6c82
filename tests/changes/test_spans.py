"""Times with a start and an end, as they are typed on a Monday morning."""

from datetime import date, datetime

import pytest

from portalgen.changes.spans import Typed, span_meant
from portalgen.model.values import FurtherNotice, Unreadable

MONDAY = datetime(2026, 11, 23, 7, 10)
BREAK = Typed(date(2026, 12, 21), date(2027, 1, 1))
AFTERNOON = Typed(datetime(2026, 11, 23, 14), datetime(2026, 11, 23, 17))
WEDNESDAY = Typed(datetime(2026, 12, 2, 13), datetime(2026, 12, 2, 17))


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2026-12-21", Typed(date(2026, 12, 21))),
        ("2026-12-21..2027-01-01", BREAK),
        ("2026-12-21 ... 2027-01-01", BREAK),
        ("2026-12-21…2027-01-01", BREAK),
        ("2026-12-21 - 2027-01-01", BREAK),
        ("2026-12-21 2027-01-01", BREAK),
        ("2026-12-21-2027-01-01", BREAK),
        ("2026-12-21 to 2027-01-01", BREAK),
        ("2026-12-21 through 2027-01-01", BREAK),
        ("monday..wednesday", Typed(date(2026, 11, 30), date(2026, 12, 2))),
        ("mon-wed", Typed(date(2026, 11, 30), date(2026, 12, 2))),
        ("friday..monday", Typed(date(2026, 11, 27), date(2026, 11, 30))),
        ("today..monday", Typed(date(2026, 11, 23), date(2026, 11, 30))),
        ("14:00-17:00", AFTERNOON),
        ("14:00 \u2013 17:00", AFTERNOON),
        ("today 14:00-17:00", AFTERNOON),
        ("14:00..17:00", AFTERNOON),
        ("2026-12-02 13:00..17:00", WEDNESDAY),
        ("2026-12-02 13:00-17:00", WEDNESDAY),
        ("2026-12-02 13:00..2026-12-02 17:00", WEDNESDAY),
        ("now until 24:00", Typed(MONDAY, datetime(2026, 11, 24))),
        ("now..further notice", Typed(MONDAY, FurtherNotice.FURTHER_NOTICE)),
    ],
)
def test_a_span_is_meant_as_the_owner_says_it(text: str, meant: Typed) -> None:
    assert span_meant(text, MONDAY) == meant


@pytest.mark.parametrize(
    ("text", "instead"),
    [
        ("9am-5pm", "Write 09:00-17:00."),
        ("monday..", "Write such as 2026-12-21..2027-01-01, monday..wednesday or 14:00-17:00."),
        ("mon-wed-fri", "Write such as 2026-12-21..2027-01-01, monday..wednesday or 14:00-17:00."),
        ("monday..wedsday", "Did you mean wednesday?"),
    ],
)
def test_what_is_no_span_is_told_with_what_may_be_meant(text: str, instead: str) -> None:
    with pytest.raises(Unreadable) as refused:
        span_meant(text, MONDAY)
    assert refused.value.instead == instead
