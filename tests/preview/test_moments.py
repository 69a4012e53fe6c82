from datetime import UTC, datetime

from portalgen import days
from tests.conftest import MOMENT
from tests.preview.conftest import Show

AWAY = """\
away:
  - id: over
    from: 2026-10-13
    until: 2026-10-14
  - id: winter
    from: 2026-12-21
    until: 2027-01-01
    announce: 1 day
    reason: Winter break
  - id: ill
    from: 2026-11-20
    until: further notice
    review: 2026-11-27
    level: limited
  - id: afternoon
    from: 2026-12-02 13:00
    until: 2026-12-02 17:00
  - id: called-off
    from: 2026-12-09
    until: 2026-12-10
    status: cancelled
  - id: new-number
    level: news
    from: 2026-12-14
    until: 2026-12-15
    message: The number is new.
"""
AVAILABILITY = "weekly:\n  mon-fri: 09:00-17:00\n"


def _absences(show: Show, chosen: datetime | None = None) -> dict[str, list[str]]:
    shown = show({"away.yaml": AWAY, "availability.yaml": AVAILABILITY}, chosen=chosen)
    absences = shown.preview.bar["absences"]
    assert isinstance(absences, list)
    return {each["label"]: [choice["label"] for choice in each["choices"]] for each in absences}


def test_start_middle_and_end_of_each_absence_can_be_chosen(show: Show) -> None:
    assert _absences(show) == {
        "ill, November 20 until further notice": ["Start: November 20"],
        "afternoon, December 2, 1:00 to 5:00 pm": [
            "Start: December 2, 1:00 pm",
            "Middle: December 2, 3:00 pm",
            "Back: December 3, 9:00 am",
        ],
        "new-number, December 14 to 15": [
            "Start: December 14",
            "Middle: December 15",
            "End: December 16",
        ],
        "Winter break, December 21 to January 1": [
            "Start: December 21",
            "Middle: December 27",
            "Back: January 4, 9:00 am",
        ],
    }


def test_an_absence_can_still_be_chosen_from_behind_it(show: Show) -> None:
    behind = datetime(2027, 6, 1, tzinfo=UTC)
    assert "Winter break, December 21 to January 1" in _absences(show, behind)
    before = datetime(2026, 10, 1, tzinfo=UTC)
    assert "over, October 13 to 14" in _absences(show, before)


def test_the_bar_says_now_where_no_moment_is_chosen(show: Show) -> None:
    assert show({}).preview.bar["says"] == "now"
    bar = show({}, chosen=MOMENT).preview.bar
    assert bar["says"] == ("Monday, November 23, 2026, 7:10 am, Pacific time (Los Angeles)")
    assert bar["local"] == "2026-11-23T07:10"


def test_the_zone_is_that_of_the_practice(show: Show) -> None:
    assert show({}).preview.zone == days.zone("America/Los_Angeles")
