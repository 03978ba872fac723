"""Print what checking costs beside reading. Run from the checkout: python -m benchmarks.rules [NUMBER]."""

import os
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

import attrs

import govreport
from benchmarks.made import texts
from benchmarks.speed import Rows, readable, show
from govreport.cli.paint import Painter
from govreport.cli.terminal import Terminal
from govreport.reporting import FORMATS, Checked, Writer, listed
from govreport.rules import run

_NUMBER = 1000
_ROUNDS = 3
_SELECTIONS: Mapping[str, tuple[str, ...]] = {"arithmetic": ("GR1",), "claims": ("GR3",), "all rules": ()}
_WRITERS: Mapping[str, Writer] = {"text": Terminal(None, Painter(colour=False), each=True), **FORMATS}


@attrs.define
class Group:
    """Texts that are measured together.

    Attributes:
        texts: Name -> text.
        seconds: What is measured -> the seconds it takes for all texts.
    """

    texts: Mapping[str, str]
    seconds: dict[str, float] = attrs.field(factory=dict)

    def __add__(self, other: "Group") -> "Group":
        seconds = {name: each + other.seconds[name] for name, each in self.seconds.items()}
        return Group({**self.texts, **other.texts}, seconds)

    def share(self, name: str) -> str:
        """The seconds of one thing as a share of those of parsing."""
        return f"{self.seconds[name] / self.seconds['parse']:.1%}"


def main(number: int) -> None:
    """Measure every group and print the shares."""
    groups = {name: Group(found) for name, found in corpora(number).items() if found}
    for group in groups.values():
        measure_group(group)
    groups["made, all"] = groups["made, sums hold"] + groups["made, sums broken"]
    show("Checking, as a share of the time of parsing the same texts", shares(groups, tuple(_SELECTIONS)))
    show("Writing what was found, as a share of it", shares(groups, tuple(_WRITERS)))


def corpora(number: int) -> dict[str, dict[str, str]]:
    """Made reports, and real texts where GOVREPORT_REPORTS names their folder."""
    made = {f"made-{at}": each for at, each in enumerate(texts(number))}
    folder = os.environ.get("GOVREPORT_REPORTS")
    paths = [*Path(folder).glob("*/report.txt"), *Path(folder).glob("*/converted/*.txt")] if folder else []
    real = {str(path): path.read_bytes().decode("utf-8") for path in sorted(paths)}
    return {
        "made, sums hold": {name: text for name, (text, broken) in made.items() if not broken},
        "made, sums broken": {name: text for name, (text, broken) in made.items() if broken},
        "real": {name: text for name, text in real.items() if readable(text)},
    }


def measure_group(group: Group) -> None:
    """Parse and check each text in turn, so that a slow moment of the machine hits all alike; then write."""
    group.seconds = dict.fromkeys(("parse", *_SELECTIONS), 0.0)
    checked = []
    for name, text in group.texts.items():
        report = govreport.parse(text)
        calls: dict[str, Callable[[], object]] = {"parse": partial(govreport.parse, text)}
        calls |= {what: partial(run, report, select=codes) for what, codes in _SELECTIONS.items()}
        for what, seconds in fastest(calls).items():
            group.seconds[what] += seconds
        checked.append(Checked(name, text, report, listed(run(report))))
    group.seconds |= fastest({name: partial(write, writer, checked) for name, writer in _WRITERS.items()})


def write(writer: Writer, checked: Sequence[Checked]) -> int:
    """Write all findings, and throw them away."""
    return sum(map(len, writer(checked)))


def fastest(calls: Mapping[str, Callable[[], object]]) -> dict[str, float]:
    """The least processor seconds of one call of each, over rounds in which all take their turn."""
    rounds = [dict(_round(calls)) for _ in range(_ROUNDS)]
    return {name: min(each[name] for each in rounds) for name in calls}


def _round(calls: Mapping[str, Callable[[], object]]) -> Iterator[tuple[str, float]]:
    for name, call in calls.items():
        start = time.process_time()
        call()
        yield name, time.process_time() - start


def shares(groups: Mapping[str, Group], names: Sequence[str]) -> Rows:
    """A line a group: how many texts, the time of parsing one, and the shares."""
    rows: Rows = [("texts", "number", "parse ms", *names)]
    for title, group in groups.items():
        milliseconds = 1000 * group.seconds["parse"] / len(group.texts)
        rows.append(
            (title, str(len(group.texts)), f"{milliseconds:.2f}", *(group.share(name) for name in names))
        )
    return rows


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else _NUMBER)
