"""Digits that a line strikes out: they are no part of the number beside them."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from govreport.readers.pages.page import Rule, Run

_MIDDLE = 0.2  # of the size: how far from the middle of a digit a line may strike it out
_COVERED = 0.8  # of the width of a digit, from its left edge, that the line goes on for


def mark_struck(runs: Sequence[Run], level: Sequence[Rule]) -> None:
    """Mark the digits that a level line goes through; the lines are in the order of their places."""
    rows: dict[float, list[Rule]] = {}
    for rule in level:
        rows.setdefault(rule.at, []).append(rule)
    places = list(rows)
    starts = [[rule.start for rule in row] for row in rows.values()]
    ends = [[rule.end for rule in row] for row in rows.values()]
    for run in runs:
        if run.turned or not run.text.isdigit():
            continue
        near = _MIDDLE * run.size
        for index in range(bisect_left(places, run.y - near), bisect_right(places, run.y + near)):
            # The lines at one place have gaps between them: only the last that begins before can reach.
            at = bisect_right(starts[index], run.x) - 1
            if at >= 0 and ends[index][at] >= run.x0 + _COVERED * (run.x1 - run.x0):
                run.struck = True
                break
