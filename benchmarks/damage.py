"""Damaged texts by the thousand: what is read exactly, what is named, what is silently wrong.

    python -m benchmarks.damage [-n 20000] [--first 0] [--layout NAME] [--damage NAME] [--jobs 2]
    python -m benchmarks.damage --only SEED [--layout NAME] [--damage NAME]     # one text, and its verdict

Every text has a number, the seed of its report, hand, layout and damage. Exit 1 if any is silent or crashed.
"""

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from functools import partial

from tests.damage import DAMAGES, Outcome, Sample, Verdict, judge, sample
from tests.layouts import LAYOUTS

import govreport

Result = tuple[str, str, str, Verdict]


def result(seed: int, layout: str, damage: str) -> Result:
    """Make and judge one text."""
    made = sample(seed, layout, damage)
    return made.again, made.layout, made.damage, judge(made.text, made.truth)


def run(seeds: range, layout: str, damage: str, jobs: int) -> Iterable[Result]:
    """Judge texts, in order, in several processes if wanted."""
    one = partial(result, layout=layout, damage=damage)
    if jobs == 1:
        yield from map(one, seeds)
        return
    with ProcessPoolExecutor(jobs) as pool:
        yield from pool.map(one, seeds, chunksize=50)


def table(title: str, tallies: dict[str, Counter[str]]) -> None:
    """Print one line a kind, and all together."""
    columns = [*Outcome]
    print(f"\n{title:34}{'texts':>8}" + "".join(f"{c:>9}" for c in columns) + f"{'noise':>9}")
    whole: Counter[str] = sum(tallies.values(), Counter())
    for name, tally in [*sorted(tallies.items()), ("all", whole)]:
        noise = f"{tally['noise'] / max(tally['values'], 1):9.2%}"
        counts = "".join(f"{tally[c]:9}" for c in columns)
        print(f"{name:34}{sum(tally[c] for c in columns):8}{counts}{noise}")


def show(made: Sample) -> None:
    """Print one text, what was said about it, and the verdict."""
    print(made.text)
    verdict = judge(made.text, made.truth)
    try:
        for diagnostic in govreport.check(govreport.parse(made.text)):
            print(diagnostic)
    except govreport.ParseError as error:
        print(error)
    print(f"\n{made.again}: {made.damage} in {made.layout}: {verdict.outcome}")
    for path, printed, read in verdict.silent:
        print(f"   {path}: printed {printed}, read {read}")


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description="Judge damaged texts.")
    parser.add_argument("-n", type=int, default=20_000, help="how many texts")
    parser.add_argument("--first", type=int, default=0, help="the number of the first")
    parser.add_argument("--layout", default="", choices=["", *LAYOUTS])
    parser.add_argument("--damage", default="", choices=["", *DAMAGES])
    parser.add_argument("--jobs", type=int, default=1, help="processes")
    parser.add_argument("--show", type=int, default=20, help="how many silent texts to list")
    parser.add_argument("--only", type=int, help="print one text and its verdict")
    given = parser.parse_args()
    if given.only is not None:
        show(sample(given.only, given.layout, given.damage))
        return 0
    by_damage: dict[str, Counter[str]] = defaultdict(Counter)
    by_layout: dict[str, Counter[str]] = defaultdict(Counter)
    bad: list[Result] = []
    for found in run(range(given.first, given.first + given.n), given.layout, given.damage, given.jobs):
        _, layout, damage, verdict = found
        counts = Counter({verdict.outcome: 1, "noise": verdict.noise, "values": verdict.values})
        by_damage[damage] += counts
        by_layout[layout] += counts
        if verdict.outcome in (Outcome.SILENT, Outcome.CRASHED):
            bad.append(found)
    table("damage", by_damage)
    table("layout", by_layout)
    for again, layout, damage, verdict in bad[: given.show]:
        print(f"\n{again}: {damage} in {layout}: {verdict.outcome}")
        for path, printed, read in verdict.silent[:4]:
            print(f"   {path}: printed {printed}, read {read}")
    return bool(bad)


if __name__ == "__main__":
    sys.exit(main())
