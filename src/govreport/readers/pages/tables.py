"""The ruled tables of a page: which cells there are, and what is printed in each."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

import attrs

from govreport.readers.flow import OBJECT, GridCell
from govreport.readers.pages.cells import CellText, cell_text
from govreport.readers.pages.grids import Grid, grids
from govreport.readers.pages.page import Area, Page, Run
from govreport.readers.pages.rules import straightened
from govreport.readers.pages.struck import mark_struck

_TOUCHING = 0.15  # of the size: digits as near as this are one number, whatever line stands between them
_BAND = 16.0  # points: the height of a row, about
_ACROSS = 0.2  # of the width of a digit that lies beyond a line


@attrs.define
class TableCell:
    """A cell of a table on a page.

    Attributes:
        content: What is printed in it.
        page: Its page.
        left: Its left edge.
        right: Its right edge.
        rows: How many rows it spans.
        spills: Whether digits of it run into its neighbour, or those of the neighbour into it.
    """

    content: CellText
    page: int
    left: float
    right: float
    rows: int = 1
    spills: bool = False

    @property
    def text(self) -> str:
        """What is printed in it, in one line."""
        return self.content.text

    def grid_cell(self) -> GridCell:
        """The cell as it is written."""
        content = self.content
        return GridCell(content.text, self.page, content.confidence, content.joined or self.spills)


@attrs.define
class Table:
    """A ruled table, of one page or put together from several.

    Attributes:
        rows: Its cells by the row in which they begin.
        columns: The places of its vertical lines, on its last page.
        foot: The cells that reach its lower edge.
        top: Its upper edge, on its first page.
        bottom: Its lower edge, on its last page.
    """

    rows: list[list[TableCell]]
    columns: Sequence[float]
    foot: list[TableCell]
    top: float
    bottom: float


def tables(page: Page) -> tuple[list[Table], list[Run]]:
    """The ruled tables of a page, and the text outside of them."""
    level, upright = straightened(page.level), straightened(page.upright)
    mark_struck(page.runs, level)
    held: list[tuple[Grid, dict[int, list[Run]]]] = [(grid, {}) for grid in grids(level, upright)]
    bands: dict[int, list[tuple[Grid, dict[int, list[Run]]]]] = {}
    for each in held:
        ys = each[0].ys
        for band in range(int(ys[0] // _BAND), int(ys[-1] // _BAND) + 1):
            bands.setdefault(band, []).append(each)
    outside: list[Run] = []
    for run in page.runs:
        for grid, contents in bands.get(int(run.y // _BAND), ()):
            index = grid.at(run.x, run.y)
            if index is not None:
                contents.setdefault(index, []).append(run)
                break
        else:
            outside.append(run)
    filled = [(grid, contents) for grid, contents in held if contents]
    _mark(filled, page.unread)
    return [_table(grid, contents, page.number) for grid, contents in filled], outside


def _mark(filled: Sequence[tuple[Grid, dict[int, list[Run]]]], unread: Sequence[Area]) -> None:
    """Keep cells in which something is seen from being blank."""
    areas = sorted(unread, key=lambda area: area.y0)
    tops = [area.y0 for area in areas]
    marked: set[Area] = set()
    for grid, contents in filled:
        left, right = grid.xs[0], grid.xs[-1]
        for area in areas[bisect_left(tops, grid.ys[0]) : bisect_right(tops, grid.ys[-1])]:
            if area.x0 < left or area.x1 > right or area in marked:
                continue
            index = grid.around(area)
            if index is not None:
                marked.add(area)
                middle = (area.y0 + area.y1) / 2
                contents.setdefault(index, [Run(OBJECT, area.x0, area.x1, middle, area.y1 - area.y0)])


def _table(grid: Grid, contents: dict[int, list[Run]], page: int) -> Table:
    spilling = set(_spilling(grid, contents))
    height = len(grid.ys) - 1
    rows: list[list[TableCell]] = [[] for _ in range(height)]
    foot = []
    for index, box in enumerate(grid.boxes):
        left, right = grid.edges(box)
        content = cell_text(contents.get(index, ()), right - left)
        cell = TableCell(content, page, left, right, box.rows, index in spilling)
        rows[box.row].append(cell)
        if box.row + box.rows == height:
            foot.append(cell)
    return Table([row for row in rows if row], grid.xs, foot, grid.ys[0], grid.ys[-1])


def _spilling(grid: Grid, contents: dict[int, list[Run]]) -> Iterator[int]:
    """The cells with digits that lie across a line, or touch digits on its other side."""
    digits = [(run, index) for index, runs in contents.items() for run in runs if run.text[-1].isdigit()]
    for run, index in digits:
        left, right = grid.edges(grid.boxes[index])
        beyond = _ACROSS * (run.x1 - run.x0)
        if run.x0 < left - beyond or run.x1 > right + beyond:
            yield index
    digits.sort(key=lambda pair: (round(pair[0].y), pair[0].x0))
    for (a, one), (b, other) in pairwise(digits):
        if one != other and abs(a.y - b.y) < 1 and abs(b.x0 - a.x1) < _TOUCHING * a.size:
            yield one
            yield other
