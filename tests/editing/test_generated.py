"""Some hundred generated edits; `python -m tests.editing` makes thousands."""

import pytest

from tests.editing.cases import case_of
from tests.editing.checker import outcome_of

EDITS = 300
AT_ONCE = 50


@pytest.mark.parametrize("first", range(0, EDITS, AT_ONCE))
def test_a_generated_edit_is_made_exactly_or_refused(first: int) -> None:
    outcomes = {seed: outcome_of(case_of(seed)) for seed in range(first, first + AT_ONCE)}
    assert {seed: each.wrong for seed, each in outcomes.items() if each.wrong} == {}
    refused = [each.refused for each in outcomes.values() if each.refused]
    assert len(refused) <= AT_ONCE // 10, refused
