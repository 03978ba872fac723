"""What a damage works on: a document, what it says, the layout it will be written in."""

from random import Random

import attrs

from tests.damage.truth import Truth
from tests.layouts.document import Document
from tests.layouts.grid import Box, Grid
from tests.layouts.layouts import Layout


class NotApplicableError(Exception):
    """The document has no place for this damage."""


@attrs.frozen
class Case:
    """A document before it is written."""

    document: Document
    truth: Truth
    layout: Layout


@attrs.frozen
class Spot:
    """One value cell: the block of its table, its row, its place in the row."""

    block: int
    row: int
    index: int
    box: Box


def grid_at(case: Case, block: int) -> Grid:
    """The table that is this block."""
    grid = case.document.blocks[block]
    if not isinstance(grid, Grid):
        raise TypeError(f"block {block} is no table")
    return grid


def with_grid(case: Case, block: int, grid: Grid) -> Case:
    """The case with one table replaced."""
    return attrs.evolve(case, document=case.document.with_block(block, grid))


def spots(case: Case) -> list[Spot]:
    """Every value cell."""
    return [
        Spot(block, r, i, box)
        for block, grid in case.document.grids()
        for r, boxes in enumerate(grid.rows)
        for i, box in enumerate(boxes)
        if box.path
    ]


def pick(candidates: list[Spot], rng: Random) -> Spot:
    """One of them: first the table, then the cell, so that no table is left out."""
    if not candidates:
        raise NotApplicableError
    table = rng.choice(sorted({s.box.path.partition(".")[0] for s in candidates}))
    return rng.choice([s for s in candidates if s.box.path.startswith(table)])


def value_rows(case: Case) -> list[tuple[int, int]]:
    """(block, row) of every row that holds values."""
    return list(dict.fromkeys((s.block, s.row) for s in spots(case)))


def row_path(box: Box) -> str:
    """The path of the row that a value belongs to."""
    return box.path.rpartition(".")[0]
