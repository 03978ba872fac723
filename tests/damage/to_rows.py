"""Damage to rows, labels, columns and tables."""

import re
from random import Random

import attrs

from tests.damage.case import Case, NotApplicableError, grid_at, row_path, value_rows, with_grid
from tests.damage.truth import Cells
from tests.layouts.document import Heading
from tests.layouts.grid import Box, Grid, with_box, with_row, without_row
from tests.layouts.tables import Value

_MARKS = "甲乙"
_NOISE = "垦薇鑫痹Pqyl|]亍冫"


def _values(boxes: tuple[Box, ...]) -> list[Box]:
    return [b for b in boxes if b.path]


def _paths(boxes: tuple[Box, ...]) -> list[str]:
    return list(dict.fromkeys(row_path(b) for b in _values(boxes)))


def _some_row(case: Case, rng: Random, table: str = "") -> tuple[int, Grid, int]:
    rows = [(b, r) for b, r in value_rows(case) if grid_at(case, b).table.startswith(table)]
    if not rows:
        raise NotApplicableError
    chosen = rng.choice(sorted({grid_at(case, b).table for b, _ in rows}))
    block, row = rng.choice([(b, r) for b, r in rows if grid_at(case, b).table == chosen])
    return block, grid_at(case, block), row


def _lost(case: Case, boxes: tuple[Box, ...]) -> dict[str, Value]:
    return {b.path: None for b in _values(boxes)}


def row_dropped(case: Case, rng: Random) -> Case:
    """A row is missing; it must be said."""
    block, grid, row = _some_row(case, rng)
    truth = case.truth.with_cells(_lost(case, grid.rows[row])).naming(*_paths(grid.rows[row]))
    return attrs.evolve(with_grid(case, block, without_row(grid, row)), truth=truth)


def _own(boxes: tuple[Box, ...]) -> tuple[Box, ...]:
    """The boxes of a row without those that reach into the rows below."""
    return tuple(b for b in boxes if b.down == 1)


def row_doubled(case: Case, rng: Random) -> Case:
    """A row is printed twice."""
    block, grid, row = _some_row(case, rng)
    return with_grid(case, block, with_row(grid, row + 1, _own(grid.rows[row])))


def row_doubled_otherwise(case: Case, rng: Random) -> Case:
    """A row is printed twice with two numbers for one cell: both are there, and it must be said."""
    block, grid, row = _some_row(case, rng)
    boxes = grid.rows[row]
    counts = [b for b in boxes if re.fullmatch(r"\d+", b.text, re.ASCII) and not b.path.endswith("amount")]
    if not counts:
        raise NotApplicableError
    box = rng.choice(counts)
    other = int(box.text) + rng.randint(1, 9)
    copy = _own(tuple(attrs.evolve(b, text=str(other)) if b is box else b for b in boxes))
    choices: tuple[Cells, ...] = ({}, {box.path: other}, {box.path: None})
    truth = attrs.evolve(case.truth.naming(row_path(box)), choices=choices)
    return attrs.evolve(with_grid(case, block, with_row(grid, row + 1, copy)), truth=truth)


def row_moved(case: Case, rng: Random) -> Case:
    """A row stands elsewhere in its table."""
    block, grid, row = _some_row(case, rng, table="applications")
    boxes = grid.rows[row]
    if boxes != _own(boxes):
        raise NotApplicableError
    rest = without_row(grid, row)
    to = rng.choice([r for r in range(rest.header, len(rest.rows) + 1) if r != row])
    return with_grid(case, block, with_row(rest, to, boxes))


def _label(case: Case, rng: Random) -> tuple[int, Grid, int, int]:
    """A row and the place of the label next to its values."""
    block, grid, row = _some_row(case, rng)
    labels = [i for i, b in enumerate(grid.rows[row]) if not b.path]
    if not labels:
        raise NotApplicableError
    return block, grid, row, labels[-1]


def _relabelled(case: Case, block: int, grid: Grid, row: int, index: int, text: str) -> Case:
    box = attrs.evolve(grid.rows[row][index], text=text)
    return with_grid(case, block, with_box(grid, row, index, box))


def label_split(case: Case, rng: Random) -> Case:
    """A label goes on in a second line, or has a space within."""
    block, grid, row, index = _label(case, rng)
    text = grid.rows[row][index].text
    at = rng.randint(1, len(text) - 1)
    return _relabelled(case, block, grid, row, index, text[:at] + rng.choice("\n ") + text[at:])


def label_misread(case: Case, rng: Random) -> Case:
    """One or two characters of a label are read wrongly, lost or added."""
    block, grid, row, index = _label(case, rng)
    text = grid.rows[row][index].text
    for _ in range(1 if len(text) < 6 else rng.randint(1, 2)):
        at = rng.randrange(len(text))
        text = text[:at] + rng.choice(("", *_NOISE)) + text[at + rng.randint(0, 1) :]
    return _relabelled(case, block, grid, row, index, text)


def label_lost(case: Case, rng: Random) -> Case:
    """The values of a row stand there without their label; whose they are must not be passed over."""
    block, grid, row, index = _label(case, rng)
    if "other_handling" in _paths(grid.rows[row])[0]:  # the name of its group would then be its label
        raise NotApplicableError
    damaged = _relabelled(case, block, grid, row, index, "")
    choices: tuple[Cells, ...] = ({}, _lost(case, grid.rows[row]))
    return attrs.evolve(damaged, truth=attrs.evolve(case.truth, choices=choices))


def columns_exchanged(case: Case, rng: Random) -> Case:
    """Two columns stand in another order, under their own headers: the values follow the words."""
    places = [
        (block, p.row, p.column)
        for block, grid in case.document.grids()
        for p in grid.placed()
        if not p.box.path and _pair(grid, p.row, p.column)
    ]
    if not places:
        raise NotApplicableError
    block, row, column = rng.choice(places)
    grid = grid_at(case, block)
    rows = [list(boxes) for boxes in grid.rows]
    for r in range(row, len(rows)):
        pair = _pair(grid, r, column)
        if r > row and not (pair and rows[r][pair[0]].path):
            break
        if pair:
            i, j = pair
            rows[r][i], rows[r][j] = rows[r][j], rows[r][i]
    changed = attrs.evolve(grid, rows=tuple(tuple(boxes) for boxes in rows))
    if _words(case, grid) == _words(case, changed) or _alternate(case, changed, row, column):
        raise NotApplicableError
    return with_grid(case, block, changed)


def _words(case: Case, grid: Grid) -> list[str]:
    """The table as its layout writes it with one value everywhere: all that can tell the order of columns."""
    rows = tuple(tuple(attrs.evolve(b, text="0") if b.path else b for b in boxes) for boxes in grid.rows)
    return case.layout.table(attrs.evolve(grid, rows=rows), Random(0))


def _alternate(case: Case, grid: Grid, row: int, column: int) -> bool:
    """Whether two headings are printed piece by piece in turn, and never in one line: their order is lost."""
    boxes = list(grid.rows[row])
    for index, mark in zip(_pair(grid, row, column) or (), _MARKS, strict=False):
        boxes[index] = attrs.evolve(boxes[index], text=re.sub(r"\S", mark, boxes[index].text))
    rows = (*grid.rows[:row], tuple(boxes), *grid.rows[row + 1 :])
    lines = case.layout.table(attrs.evolve(grid, rows=rows), Random(0))
    one, other = ([n for n, line in enumerate(lines) if mark in line] for mark in _MARKS)
    return not set(one) & set(other) and max(one) > min(other) and max(other) > min(one)


def _pair(grid: Grid, row: int, column: int) -> tuple[int, int] | None:
    """The places in a row of two neighbours: values of one row, or different words directly above such."""
    boxes = grid.rows[row]
    found = {p.column: i for i, p in enumerate(q for q in grid.placed() if q.row == row)}
    if column not in found or column + 1 not in found:
        return None
    i, j = found[column], found[column + 1]
    one, two = boxes[i], boxes[j]
    if one.across > 1 or two.across > 1:
        return None
    if one.path and two.path:
        return i, j
    below = {p.column: p.box for p in grid.placed() if p.row == row + 1 and p.box.path}
    if one.path or two.path or one.text == two.text or column not in below or column + 1 not in below:
        return None
    return (i, j) if row_path(below[column]) == row_path(below[column + 1]) else None


def header_lost(case: Case, rng: Random) -> Case:
    """The rows above the first values of a table are missing."""
    block, grid, _ = _some_row(case, rng)
    if grid.table == "proactive_disclosure":
        raise NotApplicableError
    return with_grid(case, block, attrs.evolve(grid, rows=grid.rows[grid.header :]))


def group_label_lost(case: Case, rng: Random) -> Case:
    """A label that stands for several rows is missing."""
    found = [
        (block, r, i)
        for block, grid in case.document.grids()
        for r, boxes in enumerate(grid.rows)
        for i, box in enumerate(boxes)
        if r >= grid.header and box.down > 1
    ]
    if not found:
        raise NotApplicableError
    block, row, index = rng.choice(found)
    return _relabelled(case, block, grid_at(case, block), row, index, "")


def table_lost(case: Case, rng: Random) -> Case:
    """A whole table is missing; its rows must be named."""
    block, grid, _ = _some_row(case, rng)
    rows = [boxes for boxes in grid.rows if _values(boxes)]
    lost = {b.path: None for boxes in rows for b in _values(boxes)}
    truth = case.truth.with_cells(lost).naming(*(p for boxes in rows for p in _paths(boxes)))
    return attrs.evolve(case, document=case.document.with_block(block), truth=truth)


def heading_lost(case: Case, rng: Random) -> Case:
    """The heading of a section is missing."""
    places = [i for i, b in enumerate(case.document.blocks) if isinstance(b, Heading)]
    return attrs.evolve(case, document=case.document.with_block(rng.choice(places)))


def cut_off(case: Case, rng: Random) -> Case:
    """The text ends after a row; what is missing must be named."""
    block, grid, row = _some_row(case, rng)
    if case.layout.apart:
        raise NotApplicableError
    kept = grid.head(row + 1)
    lost = [boxes for boxes in grid.rows[row + 1 :] if _values(boxes)]
    for after in case.document.blocks[block + 1 :]:
        if isinstance(after, Grid):
            lost += [boxes for boxes in after.rows if _values(boxes)]
    none = {b.path: None for boxes in lost for b in _values(boxes)}
    truth = case.truth.with_cells(none).naming(*(p for boxes in lost for p in _paths(boxes)))
    document = attrs.evolve(case.document, blocks=(*case.document.blocks[:block], kept))
    return attrs.evolve(case, document=document, truth=truth)
