"""Runs of text to printed lines, and a line to a string: what stands close is one word, the rest is apart."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

import attrs

from govreport.readers.flow import digits_meet
from govreport.readers.pages.page import Run

_SAME_LINE = 0.5  # of the size: runs whose middles differ by less stand on one line
_OVERPRINT = 0.3  # of the width: the same character again, nearer than this, is printed twice to look bold
_COVERED = 0.35  # of the narrower: digits that share more of their place were printed one over the other
_CLOSE = 0.28  # of the size: letters and digits further apart are two words
_APART = 0.9  # of the size: Chinese characters further apart are two words
_UNIT = 4.0  # points that a space stands for where parts of a line keep their places
_RAISED = 0.9  # of the size: digits smaller than this beside others are the mark of a note, 12¹ is not 121
_LIFTED = 0.15  # of the size: so are digits whose middle is higher or lower by this
COLUMN = 1.5  # of the size: what is further apart stands in another column
_UNCLEAR = "\ufffd"  # between digits of which one hides the other: no number


@attrs.define
class Line:
    """A printed line: its runs from left to right."""

    runs: list[Run]

    @property
    def x0(self) -> float:
        """Left edge."""
        return self.runs[0].x0

    @property
    def x1(self) -> float:
        """Right edge."""
        return self.runs[-1].x1

    @property
    def y(self) -> float:
        """Middle."""
        return sum(run.y for run in self.runs) / len(self.runs)

    @property
    def size(self) -> float:
        """Height of its largest type."""
        return max(run.size for run in self.runs)

    @property
    def confidence(self) -> float:
        """That of its least certain characters."""
        return min(run.confidence for run in self.runs)

    @property
    def text(self) -> str:
        """What it says, with one space between words."""
        return "".join(a.text + " " * apart(a, b) for a, b in pairwise(self.runs)) + self.runs[-1].text

    @property
    def spread(self) -> str:
        """What it says, each part at its place on the line: tables without rules keep their columns."""
        whole, width = "", 0
        for index, run in enumerate(self.runs):
            before = self.runs[index - 1] if index else None
            if before is None or run.x0 - before.x1 > COLUMN * max(run.size, before.size):
                pad = max(round(run.x0 / _UNIT) - width, 2 if index else 0)
            else:
                pad = int(apart(before, run))
            whole += " " * pad + run.text
            width += pad + sum(1 if c.isascii() else 2 for c in run.text)
        return whole

    @property
    def has_columns(self) -> bool:
        """Whether parts of it stand as far apart as the columns of a table."""
        return any(b.x0 - a.x1 > COLUMN * max(a.size, b.size) for a, b in pairwise(self.runs))


def lines(runs: Iterable[Run]) -> list[Line]:
    """The lines that runs make, from top to bottom."""
    found: list[Line] = []
    row: list[Run] = []
    for run in sorted(runs, key=lambda r: r.y):
        if row and run.y - row[0].y > _SAME_LINE * min(run.size, row[0].size):
            found.append(_line(row))
            row = []
        row.append(run)
    if row:
        found.append(_line(row))
    return found


def apart(a: Run, b: Run) -> bool:
    """Whether two neighbours are two words."""
    gap, size = b.x0 - a.x1, max(a.size, b.size)
    if a.spaced and gap > 0:
        return True
    is_lifted = min(a.size, b.size) < _RAISED * size or abs(a.y - b.y) > _LIFTED * size
    if (is_lifted or a.struck != b.struck) and digits_meet(a.text, b.text):
        return True
    is_latin = a.text[-1].isascii() and b.text[0].isascii()
    return gap > (_CLOSE if is_latin else _APART) * size


def _line(row: Sequence[Run]) -> Line:
    kept: list[Run] = []
    for run in sorted(row, key=lambda r: r.x0):
        last = kept[-1] if kept else None
        if last and last.text == run.text and run.x0 - last.x0 < _OVERPRINT * (run.x1 - run.x0):
            continue
        if last and _is_covered(last, run):
            kept.append(attrs.evolve(run, text=_UNCLEAR, spaced=False))
        kept.append(run)
    return Line(kept)


def _is_covered(a: Run, b: Run) -> bool:
    """Whether a digit stands on another: a number was painted over, and which is seen is not told."""
    if not digits_meet(a.text, b.text):
        return False
    width = min((run.x1 - run.x0) / len(run.text) for run in (a, b))
    return min(a.x1, b.x1) - b.x0 > _COVERED * width
