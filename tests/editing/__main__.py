"""`python -m tests.editing`: thousands of generated edits; ends with 1 if one of them is wrong.

Each edit is either made exactly or refused with a reason; how many are refused is told.
"""

import argparse
import re
from collections import Counter

from tests.editing.cases import case_of
from tests.editing.checker import outcome_of

TOLD = 5


def main() -> int:
    """Read the arguments and make the edits; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.editing", description=__doc__)
    parser.add_argument("--edits", type=int, default=5_000, help="how many")
    parser.add_argument("--seed", type=int, default=0, help="the first seed")
    parser.add_argument("--show", action="store_true", help="print each refused or wrong case")
    wanted = parser.parse_args()
    refused: Counter[str] = Counter()
    wrong = 0
    for seed in range(wanted.seed, wanted.seed + wanted.edits):
        case = case_of(seed)
        outcome = outcome_of(case)
        if outcome.refused:
            refused[re.sub(r"\S*:\d+: |`\w+`", "", outcome.refused)] += 1
        wrong += bool(outcome.wrong)
        if (outcome.wrong and wrong <= TOLD) or (wanted.show and outcome.refused):
            print(f"seed {seed}: {outcome.wrong or outcome.refused}\n{case.edit}")
            print(case.file.source.decode(), end="\n\n")
    share = refused.total() / wanted.edits
    print(f"{wanted.edits} edits: {wrong} wrong, {refused.total()} refused ({share:.1%})")
    for reason, count in refused.most_common():
        print(f"  {count:5}  {reason}")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
