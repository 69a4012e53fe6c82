"""`make oracle`: compare product and oracle about many practices.

Ends with 1 if they differ anywhere. The practices are those of the seeds from `--first` on, so
every run is the same.
"""

import argparse
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor

import yaml

from tests.oracle.agreement import Disagreement, clock, compare
from tests.oracle.practices import Case, case_of
from tests.oracle.smallest import smallest

TOLD = 10
MADE_SMALL = 3
TOLD_OF_EACH = 4
AT_ONCE = 20


def main() -> int:
    """Read the arguments and compare; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.oracle", description=__doc__)
    parser.add_argument("--practices", type=int, default=10_000, help="how many")
    parser.add_argument("--jobs", type=int, default=2, help="processes at one time")
    parser.add_argument("--first", type=int, default=0, help="the first seed")
    parser.add_argument("--seed", type=int, help="one practice alone, made small if it fails")
    parser.add_argument("--show", action="store_true", help="with --seed: print it as YAML")
    wanted = parser.parse_args()
    if wanted.seed is not None:
        return _one(wanted.seed, wanted.show)
    return _all(range(wanted.first, wanted.first + wanted.practices), wanted.jobs)


def _one(seed: int, is_shown: bool) -> int:
    case = case_of(seed)
    if is_shown:
        print(_written(case))
    found = compare(case)
    if found:
        _print_failure(case, found)
        _print_smallest(case, found[0])
    return 1 if found else 0


def _all(seeds: range, jobs: int) -> int:
    begun, failed = time.monotonic(), []
    for done, (seed, found) in enumerate(_compared(seeds, jobs), start=1):
        if found:
            failed.append((seed, found[0]))
            if len(failed) <= TOLD:
                _print_failure(case_of(seed), found)
        if done % 100 == 0 or done == len(seeds):
            seconds = time.monotonic() - begun
            print(f"{done} of {len(seeds)} in {seconds:.0f} s, {len(failed)} differ", flush=True)
    for seed, first in failed[:MADE_SMALL]:
        _print_smallest(case_of(seed), first)
    if failed:
        print("seeds:", *(seed for seed, _ in failed))
    return 1 if failed else 0


def _compared(seeds: range, jobs: int) -> Iterator[tuple[int, list[Disagreement]]]:
    with ProcessPoolExecutor(jobs) as pool:
        yield from zip(seeds, pool.map(_of_seed, seeds, chunksize=AT_ONCE), strict=True)


def _of_seed(seed: int) -> list[Disagreement]:
    try:
        return compare(case_of(seed))
    except Exception as fault:
        return [Disagreement("fault", None, "an answer", repr(fault))]


def _print_failure(case: Case, found: list[Disagreement]) -> None:
    print(f"\nseed {case.seed}, {case.zone}: {len(found)} answers differ")
    for each in found[:TOLD_OF_EACH]:
        print(f"  {each.told(case.zone)}")


def _print_smallest(case: Case, disagreement: Disagreement) -> None:
    small = smallest(case, disagreement.question)
    print(f"\nseed {case.seed}, as small as it gets: {disagreement.told(case.zone)}")
    print(_written(small))


def _written(case: Case) -> str:
    text = yaml.safe_dump(case.practice, sort_keys=False, allow_unicode=True)
    return f"# Built {clock(case.moment, case.zone)}, made around {case.around}.\n{text}"


if __name__ == "__main__":
    sys.exit(main())
