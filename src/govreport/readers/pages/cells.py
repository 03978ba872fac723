"""The text of one ruled cell, its lines joined as they were before they were wrapped."""

import re
from collections.abc import Sequence
from itertools import pairwise

import attrs

from govreport.readers.flow import joined_lines
from govreport.readers.pages.lines import Line, lines
from govreport.readers.pages.page import Run

_NUMBER = re.compile(r"[+\-−—]?[\d,.，．]+")
_NARROW_MARGINS, _WIDE_MARGINS = 4.0, 12.0  # points: both margins of a cell as they are, and as Word has them
_MOST_STACKED = 2.2  # widths of a character: a column of vertical writing is no wider


@attrs.frozen
class CellText:
    """What stands in a cell.

    Attributes:
        text: Its text in one line.
        joined: Whether digits of it were put together with doubt.
        is_full: Whether its last line leaves no room for another character, so that it may go on elsewhere.
        confidence: How certain its characters are.
    """

    text: str = ""
    joined: bool = False
    is_full: bool = False
    confidence: float = 1.0


def cell_text(runs: Sequence[Run], width: float) -> CellText:
    """Read the runs of a cell that is so wide."""
    if not runs:
        return CellText()
    confidence = min(run.confidence for run in runs)
    turned = max({run.turned for run in runs}, key=[run.turned for run in runs].count)
    if turned:
        return CellText(
            joined_lines(line.text for line in lines(_upright(runs, turned))), confidence=confidence
        )
    if columns := _stacked(runs):
        return CellText("".join(run.text for column in columns for run in column), confidence=confidence)
    found = lines(runs)
    text, joined = _whole(found, width)
    return CellText(text, joined, _room(found[-1], found[-1].runs[-1], width) <= _WIDE_MARGINS, confidence)


def _whole(found: Sequence[Line], width: float) -> tuple[str, bool]:
    """The text of lines, and whether digits were joined with doubt.

    Digits grow together only where their line had no room for one more: else they are two numbers.
    """
    texts = [line.text for line in found]
    if len(texts) > 1 and all(map(_NUMBER.fullmatch, texts)):
        room = max(_room(a, b.runs[0], width) for a, b in pairwise(found))
        if room <= _WIDE_MARGINS:
            return "".join(texts), room > _NARROW_MARGINS
    return joined_lines(texts), False


def _room(line: Line, then: Run, width: float) -> float:
    """What would be left of the width of a cell, with its margins, if the next character stood there too."""
    last = line.runs[-1]
    character = max((run.x1 - run.x0) / len(run.text) for run in (last, then))
    return width - (line.x1 - line.x0) - character


def _upright(runs: Sequence[Run], turned: int) -> list[Run]:
    """Turned text as if the page were turned until it stands upright."""
    found = []
    for run in runs:
        half = (run.x1 - run.x0) / 2
        x, y = (run.y, -run.x) if turned == 1 else (-run.y, run.x)
        found.append(attrs.evolve(run, x0=x - half, x1=x + half, y=y, turned=0))
    return found


def _stacked(runs: Sequence[Run]) -> list[list[Run]]:
    """The columns of vertical writing, right to left, if the file writes the cell from top to bottom."""
    columns: list[list[Run]] = [[runs[0]]]
    for a, b in pairwise(runs):
        if b.y - a.y > a.size * 0.6 and abs(b.x - a.x) < a.size * 0.5:
            columns[-1].append(b)
        else:
            columns.append([b])
    is_stacked = len(columns) > 1 and all(_overlap(a, b) for a, b in pairwise(columns))
    return columns if is_stacked and len(columns) * 2 <= len(runs) else []


def _overlap(right: Sequence[Run], left: Sequence[Run]) -> bool:
    """Whether a column of writing stands directly left of another, beginning at the same height."""
    distance = right[0].x - left[0].x
    return 0 < distance < _MOST_STACKED * right[0].size and abs(left[0].y - right[0].y) < right[0].size
