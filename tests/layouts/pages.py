"""Tables as PDF extractors leave them: wrapped labels, the numbers before, in or after them, on pages."""

from collections.abc import Callable
from itertools import groupby
from random import Random

import attrs

from tests.layouts.delimited import TableWriter
from tests.layouts.grid import Grid, Placed, display_width, wrapped


@attrs.frozen
class Laid:
    """A box on the page: its lines, where the first stands in half lines, and its column."""

    placed: Placed
    lines: list[str]
    top: int


def _columns(grid: Grid, rng: Random) -> list[int]:
    """Column widths of a printed page: narrow label columns, so that long labels wrap."""
    values = {p.column for p in grid.placed() if p.box.path}
    labels = [c for c in range(grid.width) if c < min(values, default=grid.width)]
    narrow = {3: (6, rng.choice((10, 12, 16)), rng.choice((20, 24, 26))), 1: (rng.choice((14, 16)),)}
    widths = list(narrow.get(len(labels), (12,) * len(labels))) + [6] * (grid.width - len(labels))
    for p in grid.placed():
        last = p.column + p.box.across - 1
        need = display_width(p.box.text) if p.box.path else 4
        widths[last] += max(0, need + 2 - sum(widths[p.column : last + 1]))
    return widths


def _laid(grid: Grid, widths: list[int], centred: bool) -> list[Laid]:
    """Every box with the half line on which its text begins."""
    placed = grid.placed()
    texts = [wrapped(p.box.text, sum(widths[p.column : p.column + p.box.across])) for p in placed]
    heights = [2] * len(grid.rows)
    for single in (True, False):
        for p, lines in zip(placed, texts, strict=True):
            rows = range(p.row, p.row + p.box.down)
            short = 2 * len(lines) - sum(heights[r] for r in rows)
            if (p.box.down == 1) is single and short > 0:
                heights[rows[-1]] += short
    tops = [sum(heights[:r]) for r in range(len(heights) + 1)]
    found = []
    for p, lines in zip(placed, texts, strict=True):
        room = tops[p.row + p.box.down] - tops[p.row] - 2 * len(lines)
        found.append(Laid(p, lines, tops[p.row] + (room // 2 if centred else 0)))
    return found


def _visual(laid: list[Laid], snapped: bool) -> list[list[tuple[Placed, str]]]:
    """The lines of the page from top to bottom; half lines stand apart or are snapped to full ones."""
    rows: dict[int, list[tuple[Placed, str]]] = {}
    for item in laid:
        for n, line in enumerate(item.lines):
            y = item.top + 2 * n
            if line:
                rows.setdefault(y - y % 2 if snapped else y, []).append((item.placed, line))
    return [sorted(rows[y], key=lambda part: part[0].column) for y in sorted(rows)]


def spaced(centred: bool, snapped: bool) -> TableWriter:
    """One space between the cells of a line, as pdfplumber gives it.

    Args:
        centred: Numbers stand in the middle of a wrapped label, else beside its first line.
        snapped: A number half a line off is printed with the line above, else between two lines.
    """

    def write(grid: Grid, rng: Random) -> list[str]:
        laid = _laid(grid, _columns(grid, rng), centred)
        return [" ".join(text for _, text in line) for line in _visual(laid, snapped)]

    return write


def spread(measure: Callable[[str], int], centred: bool) -> TableWriter:
    """Columns kept by spaces, as `pdftotext -layout` gives them.

    Args:
        measure: Whether columns count characters or display width.
        centred: Text stands in the middle of its cell, else at its left edge.
    """

    def write(grid: Grid, rng: Random) -> list[str]:
        widths = _columns(grid, rng)
        indent = rng.randint(0, 6)
        starts = [indent + sum(widths[:c]) + 2 * c for c in range(grid.width + 1)]
        lines = []
        for parts in _visual(_laid(grid, widths, centred), snapped=True):
            line = ""
            for placed, text in parts:
                at, end = starts[placed.column], starts[placed.column + placed.box.across] - 2
                if centred:
                    at += max(0, end - at - display_width(text)) // 2
                line += " " * max(1 if line else 0, at - measure(line)) + text
            lines.append(line)
        return lines

    return write


def in_cell_order(grid: Grid, rng: Random) -> list[str]:
    """Cell after cell, as pypdfium gives it: wrapped cells on lines of their own, the others joined."""
    widths = _columns(grid, rng)
    lines = []
    laid = [item for item in _laid(grid, widths, centred=False) if item.lines != [""]]
    for _, items in groupby(laid, key=lambda item: item.placed.row):
        joined: list[str] = []
        for item in items:
            if len(item.lines) == 1:
                joined += item.lines
                continue
            if joined:
                lines.append(" ".join(joined))
            lines += item.lines
            joined = []
        if joined:
            lines.append(" ".join(joined))
    return lines
