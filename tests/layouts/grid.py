"""The geometry of a table: rows of boxes that may reach over several columns and rows, as in HTML.

Every layout writes tables from this form, and damage is done to it, so that what a text holds is known.
"""

import unicodedata
from collections.abc import Iterator
from enum import Enum
from functools import cache, lru_cache

import attrs


class Span(Enum):
    """What a converter makes of the places that a merged cell covers."""

    OMITTED = "omitted"
    EMPTY = "empty"
    REPEATED = "repeated"


@attrs.frozen
class Box:
    """A cell: its text, how far it reaches, and the path of the value that it holds ("" for words)."""

    text: str
    across: int = 1
    down: int = 1
    path: str = ""


@attrs.frozen
class Placed:
    """A box in its place."""

    row: int
    column: int
    box: Box


@attrs.frozen
class Grid:
    """A table: rows of boxes; a place that a box above reaches into is not listed again."""

    table: str
    rows: tuple[tuple[Box, ...], ...]

    def placed(self) -> tuple[Placed, ...]:
        """Every box with its row and column."""
        return _placed(self.rows)

    @property
    def width(self) -> int:
        """Number of columns."""
        return max(p.column + p.box.across for p in self.placed())

    @property
    def header(self) -> int:
        """How many rows stand above the first value."""
        return next((r for r, boxes in enumerate(self.rows) if any(b.path for b in boxes)), len(self.rows))

    def head(self, count: int) -> "Grid":
        """The first rows; boxes that reach below them end with them."""
        rows = tuple(
            tuple(attrs.evolve(b, down=min(b.down, count - r)) for b in boxes)
            for r, boxes in enumerate(self.rows[:count])
        )
        return attrs.evolve(self, rows=rows)

    def fields(self, across: Span, down: Span) -> list[list[str]]:
        """The rows as a converter prints them; short rows are filled up where merged places are."""
        cover = {
            (p.row + i, p.column + j): (p, i, j)
            for p in self.placed()
            for i in range(p.box.down)
            for j in range(p.box.across)
        }
        width = self.width
        return [list(self._row(r, width, cover, across, down)) for r in range(len(self.rows))]

    def _row(
        self,
        r: int,
        width: int,
        cover: dict[tuple[int, int], tuple[Placed, int, int]],
        across: Span,
        down: Span,
    ) -> Iterator[str]:
        for c in range(width):
            if (r, c) not in cover:
                if across is Span.EMPTY:
                    yield ""
                continue
            placed, below, beside = cover[r, c]
            modes = {down} if below else set()
            modes |= {across} if beside else set()
            if Span.OMITTED not in modes:
                yield "" if Span.EMPTY in modes else placed.box.text


@lru_cache(maxsize=64)
def _placed(rows: tuple[tuple[Box, ...], ...]) -> tuple[Placed, ...]:
    """By HTML's rule: the next place that is free."""
    taken: set[tuple[int, int]] = set()
    found = []
    for r, boxes in enumerate(rows):
        column = 0
        for box in boxes:
            while (r, column) in taken:
                column += 1
            found.append(Placed(r, column, box))
            taken |= {(r + i, column + j) for i in range(box.down) for j in range(box.across)}
            column += box.across
    return tuple(found)


def with_box(grid: Grid, row: int, index: int, *boxes: Box) -> Grid:
    """The grid with one box replaced by none, one or several."""
    changed = (*grid.rows[row][:index], *boxes, *grid.rows[row][index + 1 :])
    return attrs.evolve(grid, rows=(*grid.rows[:row], changed, *grid.rows[row + 1 :]))


def without_row(grid: Grid, row: int) -> Grid:
    """The grid without one row: boxes that reach into it shrink, those that begin in it begin below."""
    rows: list[list[Box]] = [list(boxes) for boxes in grid.rows]
    for p in grid.placed():
        if p.row < row < p.row + p.box.down:
            index = rows[p.row].index(p.box)
            rows[p.row][index] = attrs.evolve(p.box, down=p.box.down - 1)
    falling = [attrs.evolve(b, down=b.down - 1) for b in rows[row] if b.down > 1]
    if row + 1 < len(rows):
        rows[row + 1][:0] = falling
    del rows[row]
    return attrs.evolve(grid, rows=tuple(tuple(boxes) for boxes in rows))


def with_row(grid: Grid, row: int, boxes: tuple[Box, ...]) -> Grid:
    """The grid with one more row before `row`; boxes that reach over the place grow."""
    rows: list[list[Box]] = [list(b) for b in grid.rows]
    for p in grid.placed():
        if p.row < row < p.row + p.box.down:
            index = rows[p.row].index(p.box)
            rows[p.row][index] = attrs.evolve(p.box, down=p.box.down + 1)
    rows.insert(row, [attrs.evolve(b, down=1) for b in boxes])
    return attrs.evolve(grid, rows=tuple(tuple(b) for b in rows))


def display_width(text: str) -> int:
    """Columns of a terminal: two for a wide character, none for a combining one."""
    return sum(map(_columns, text))


@cache
def _columns(char: str) -> int:
    return 0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1


def wrapped(text: str, width: int) -> list[str]:
    """The text in lines of at most `width` columns; its own line ends are kept."""
    lines = []
    for paragraph in text.split("\n"):
        start = used = 0
        for n, char in enumerate(paragraph):
            used += _columns(char)
            if used > width and n > start:
                lines.append(paragraph[start:n])
                start, used = n, _columns(char)
        lines.append(paragraph[start:])
    return lines
