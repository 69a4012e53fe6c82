from datetime import UTC, datetime

import pytest

from portalgen.checks.review_dates_lie_ahead import review_dates_lie_ahead
from portalgen.problems import Weight
from tests.checks.conftest import Run

POLICY = "---\ntitle: Payment\nsummary: By card.\nreview_by: 2026-11-27\n{}---\nText.\n"
AWAY = "away:\n  - from: 2026-11-23\n    until: further notice\n    review: 2026-11-27\n"


@pytest.mark.parametrize(("day", "found"), [(27, 0), (28, 1)])
@pytest.mark.parametrize(
    "files",
    [{"policies/payment.md": POLICY.format("")}, {"away.yaml": AWAY}],
    ids=["policy", "away"],
)
def test_a_day_is_overdue_from_the_day_after_it(
    files: dict[str, str], day: int, found: int, run: Run
) -> None:
    told = run(review_dates_lie_ahead, files, datetime(2026, 11, day, 18, tzinfo=UTC))
    assert len(told) == found
    assert all(each.overdue and each.weight is Weight.ADVICE for each in told)


@pytest.mark.parametrize(
    "files",
    [
        {"policies/payment.md": POLICY.format("status: retired\n")},
        {"away.yaml": AWAY + "    back: 2026-12-10\n"},
        {"away.yaml": AWAY + "    status: cancelled\n"},
    ],
    ids=["a retired policy", "an absence that has an end by now", "an absence that is called off"],
)
def test_what_is_over_is_not_overdue(files: dict[str, str], run: Run) -> None:
    assert run(review_dates_lie_ahead, files, datetime(2026, 12, 5, tzinfo=UTC)) == []
