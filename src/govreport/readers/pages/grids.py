"""Ruling lines to tables: the lines that touch make a grid, and what no line divides is one cell."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import product

import attrs

from govreport.readers.pages.page import Area, Rule
from govreport.readers.pages.rules import levels

_NARROWEST = 4.5  # points: lines as near are the strokes of a double line, or the edges of two cells
_TOUCH = 4.0  # points by which a line may miss another that it meets
_COVERED = 0.6  # share of a side that must be drawn


@attrs.frozen
class Box:
    """A cell of a grid: where it begins, and how many rows and columns it spans."""

    row: int
    column: int
    rows: int
    columns: int


@attrs.frozen
class Grid:
    """A ruled table on a page.

    Attributes:
        xs: Its vertical lines from left to right.
        ys: Its horizontal lines from top to bottom.
        boxes: Its cells in the order of their beginnings, by row and column.
    """

    xs: Sequence[float]
    ys: Sequence[float]
    boxes: Sequence[Box]
    _owners: Sequence[Sequence[int]]

    @property
    def area(self) -> float:
        """Of its outline."""
        return (self.xs[-1] - self.xs[0]) * (self.ys[-1] - self.ys[0])

    def at(self, x: float, y: float) -> int | None:
        """The index of the box at a point, or None outside."""
        column, row = bisect_right(self.xs, x) - 1, bisect_right(self.ys, y) - 1
        inside = 0 <= column < len(self.xs) - 1 and 0 <= row < len(self.ys) - 1
        return self._owners[row][column] if inside else None

    def around(self, area: Area) -> int | None:
        """The index of the box that holds an area as a whole, or None."""
        index = self.at(area.middle.x0, area.middle.y0)
        if index is None:
            return None
        box = self.boxes[index]
        left, right = self.edges(box)
        is_level = self.ys[box.row] <= area.y0 and area.y1 <= self.ys[box.row + box.rows]
        return index if is_level and left <= area.x0 and area.x1 <= right else None

    def edges(self, box: Box) -> tuple[float, float]:
        """The left and right edge of a box."""
        return self.xs[box.column], self.xs[box.column + box.columns]


def grids(level: Sequence[Rule], upright: Sequence[Rule]) -> list[Grid]:
    """The tables that straightened lines make, smaller first: a point belongs to the first that holds it."""
    found = []
    for rows, columns in _tied(level, upright):
        grid = _grid(rows, columns)
        if len(grid.boxes) > 1:
            found.append(grid)
    return sorted(found, key=lambda g: g.area)


def _tied(level: Sequence[Rule], upright: Sequence[Rule]) -> Iterator[tuple[list[Rule], list[Rule]]]:
    """The lines that touch, directly or by others."""
    parent = list(range(len(level) + len(upright)))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    for (i, row), (j, column) in product(enumerate(level), enumerate(upright, len(level))):
        if _meets(row, column.at) and _meets(column, row.at):
            parent[root(i)] = root(j)
    tied: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for index, rule in enumerate([*level, *upright]):
        tied.setdefault(root(index), ([], []))[index >= len(level)].append(rule)
    return (lines for lines in tied.values() if all(lines))


def _meets(rule: Rule, at: float) -> bool:
    return rule.start - _TOUCH <= at <= rule.end + _TOUCH


def _grid(rows: list[Rule], columns: list[Rule]) -> Grid:
    xs = _bounded([c.at for c in columns], [r.start for r in rows], [r.end for r in rows])
    ys = _bounded([r.at for r in rows], [c.start for c in columns], [c.end for c in columns])
    beside = _sides(columns, xs, ys)
    below = _sides(rows, ys, xs)
    height, width = len(ys) - 1, len(xs) - 1
    owners = [[-1] * width for _ in range(height)]
    boxes: list[Box] = []
    for row, column in product(range(height), range(width)):
        if owners[row][column] < 0:
            boxes.append(_filled(row, column, owners, len(boxes), beside, below))
    return Grid(xs, ys, boxes, owners)


def _bounded(places: list[float], starts: list[float], ends: list[float]) -> list[float]:
    """The places of lines, and the edges of a table that has no line there: it is open at the side."""
    found = levels(places, _NARROWEST)
    low, high = min(starts), max(ends)
    if low < found[0] - _NARROWEST:
        found.insert(0, low)
    if high > found[-1] + _NARROWEST:
        found.append(high)
    return found


def _sides(lines: Sequence[Rule], places: Sequence[float], across: Sequence[float]) -> set[tuple[int, int]]:
    """The sides that are drawn: (index of the line's place, index of the stretch between two others)."""
    drawn: dict[tuple[int, int], float] = {}
    for line in lines:
        place = min(range(len(places)), key=lambda i: abs(places[i] - line.at))
        first = max(bisect_right(across, line.start) - 1, 0)
        for stretch in range(first, len(across) - 1):
            low, high = across[stretch], across[stretch + 1]
            if low >= line.end:
                break
            share = (min(high, line.end) - max(low, line.start)) / (high - low)
            drawn[place, stretch] = drawn.get((place, stretch), 0.0) + share
    return {side for side, share in drawn.items() if share >= _COVERED}


def _filled(
    row: int,
    column: int,
    owners: list[list[int]],
    index: int,
    beside: set[tuple[int, int]],
    below: set[tuple[int, int]],
) -> Box:
    """The box that begins here: everything that can be reached without crossing a line."""
    bottom, right = row, column
    owners[row][column] = index
    waiting = [(row, column)]
    while waiting:
        y, x = waiting.pop()
        bottom, right = max(bottom, y), max(right, x)
        for v, u, is_open in (
            (y, x + 1, (x + 1, y) not in beside),
            (y, x - 1, (x, y) not in beside),
            (y + 1, x, (y + 1, x) not in below),
            (y - 1, x, (y, x) not in below),
        ):
            inside = 0 <= v < len(owners) and 0 <= u < len(owners[0])
            if is_open and inside and owners[v][u] < 0:
                owners[v][u] = index
                waiting.append((v, u))
    return Box(row, column, bottom - row + 1, right - column + 1)
