"""Days and moments of the owner's calendar."""

from datetime import UTC, datetime

import pytest

from portalgen.model.times import moment_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-12-21", datetime(2026, 12, 21)),
        (" 2026-12-21T09:00 ", datetime(2026, 12, 21, 9)),
        ("2026-12-21T08:00:00+00:00", datetime(2026, 12, 21, 8, tzinfo=UTC)),
        ("tomorrow", None),
        ("0001-01-01", None),
        ("9999-12-31", None),
        ("", None),
    ],
)
def test_only_a_moment_of_this_age_can_be_built_for(text: str, expected: datetime | None) -> None:
    assert moment_of(text) == expected
