"""What is told of an absence that changed."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from portalgen.model.portal import Portal
from portalgen.timeline.absences import Stretch
from portalgen.timeline.compile import compile_timeline
from portalgen.wording.update_texts import called_off_update, longer_update, return_update
from portalgen.wording.voice import Voice
from tests.wording.conftest import PORTAL, PRACTICE

NOW = datetime(2026, 12, 2, 18, 30, tzinfo=UTC)


def stretch(**fields: object) -> tuple[Stretch, Portal]:
    entry = {"id": "x", "from": "2026-11-30", **fields}
    portal = Portal.model_validate({**PORTAL, "practice": PRACTICE, "away": {"away": [entry]}})
    return compile_timeline(portal, NOW).stretches[0], portal


def test_what_is_called_off_is_said_so(speak: Callable[..., Voice]) -> None:
    assert called_off_update(speak()) == "Called off."


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        ({"until": "2026-12-04"}, "Back on Monday, December 7."),
        ({"until": "2026-12-02 10:30"}, "Back on Wednesday, December 2, 10:30 am."),
        ({"until": "2026-12-04", "level": "closed"}, "Open again on Monday, December 7."),
        (
            {"until": "2026-12-04", "level": "limited"},
            "Replies are as usual again from Monday, December 7.",
        ),
        (
            {"until": "2026-12-04", "services": ["one-to-one", "dishwashers"]},
            "One-to-one and Dishwashers again from Monday, December 7.",
        ),
    ],
)
def test_a_return_is_said_as_the_absence_was(
    fields: dict[str, object], text: str, speak: Callable[..., Voice]
) -> None:
    found, portal = stretch(**fields)
    assert return_update(found, found, portal, speak()) == text


def test_where_nobody_knows_the_return_the_end_is_said(speak: Callable[..., Voice]) -> None:
    found, portal = stretch(until="2026-12-04")
    before, sooner = stretch(until="2026-12-11")[0], replace(found, back=None)
    text = return_update(before, sooner, portal, speak())
    assert text == "Shorter than planned: through Friday, December 4."


OPEN_END = {"until": "further notice", "review": "2026-12-04"}
DAY = {"until": "2026-12-04"}


@pytest.mark.parametrize(
    ("before", "after", "text"),
    [
        (DAY, {"until": "2026-12-08"}, "Longer than planned: through Tuesday, December 8."),
        (
            DAY,
            {"until": "2026-12-08 13:00"},
            "Longer than planned: until Tuesday, December 8, 1:00 pm.",
        ),
        (DAY, OPEN_END, "Longer than planned: until further notice."),
        (OPEN_END, OPEN_END, "Next word by Friday, December 4."),
        (OPEN_END, DAY, "Expected to last through Friday, December 4."),
    ],
)
def test_what_lasts_longer_is_said_with_its_new_end(
    before: dict[str, object],
    after: dict[str, object],
    text: str,
    speak: Callable[..., Voice],
) -> None:
    assert longer_update(stretch(**before)[0], stretch(**after)[0], speak()) == text
