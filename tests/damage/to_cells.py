"""Damage to one value cell."""

import re
from itertools import combinations, pairwise
from random import Random

import attrs

from govreport.model import Amount
from tests.damage.case import Case, NotApplicableError, Spot, grid_at, pick, row_path, spots, with_grid
from tests.damage.truth import Cells
from tests.layouts.grid import Box, with_box
from tests.layouts.tables import Value

_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
_LOOKALIKE = {"0": "O", "1": "l", "5": "S", "8": "B", "6": "b", "2": "Z"}
_REMARKS = ("（其中重大{n}件）", "(含上年{n}件)", "（注{n}）", " *", "（见说明）")


def _with_text(case: Case, spot: Spot, text: str) -> Case:
    grid = grid_at(case, spot.block)
    return with_grid(
        case, spot.block, with_box(grid, spot.row, spot.index, attrs.evolve(spot.box, text=text))
    )


def _digits(case: Case, least: int = 1) -> list[Spot]:
    return [s for s in spots(case) if len(re.findall(r"\d", s.box.text)) >= least]


def _placements(case: Case, spot: Spot) -> tuple[Cells, ...]:
    """Where a row lost a cell without a trace: every way to set its values, none in a wrong column."""
    boxes = [b for b in grid_at(case, spot.block).rows[spot.row] if b.path]
    paths = [b.path for b in boxes]
    full: list[Value] = [case.truth.cells[p] for p in paths]
    left = [v for p, v in zip(paths, full, strict=True) if p != spot.box.path and v is not None]
    found = []
    for places in combinations(range(len(paths)), len(left)):
        if all(full[place] == value for place, value in zip(places, left, strict=True)):
            found.append({p: full[i] if i in places else None for i, p in enumerate(paths)})
    return tuple(found)


def _filled(case: Case, spot: Spot, *values: Value) -> Case:
    """The case where several values now stand for one, if they may fill the place of a blank cell.

    Where blanks leave no trace, one blank in the row makes the number of its values right again; where
    columns are told by position, a blank at the end of the row takes up what moves to the right.
    """
    paths = [b.path for b in grid_at(case, spot.block).rows[spot.row] if b.path]
    at = paths.index(spot.box.path)
    cells = [case.truth.cells[p] for p in paths]
    moved = [*cells[:at], *values, *cells[at + 1 :]]
    if not case.layout.shows_blanks and cells.count(None) == len(values) - 1:
        moved = [value for value in moved if value is not None]
    elif not (case.layout.placed and cells[-1] is None):
        return case
    reading: Cells = dict(zip(paths, moved, strict=False))
    return attrs.evolve(case, truth=attrs.evolve(case.truth, choices=({}, reading)))


def deleted(case: Case, rng: Random) -> Case:
    """A cell is lost with its delimiter; the rest of the row closes up."""
    spot = pick([s for s in _digits(case) if s.box.across == 1], rng)
    grid = grid_at(case, spot.block)
    choices = _placements(case, spot)
    if not case.layout.ragged:  # the row is filled up at its end: as it stands, its values are shifted
        boxes = grid.rows[spot.row]
        after = [b for b in boxes[spot.index :] if b.path]
        shifted = {a.path: _standing_in(a.path, case.truth.cells[b.path]) for a, b in pairwise(after)}
        choices = (*choices, {**shifted, after[-1].path: None})
    damaged = with_grid(case, spot.block, with_box(grid, spot.row, spot.index))
    return attrs.evolve(damaged, truth=attrs.evolve(case.truth, choices=choices))


def _standing_in(path: str, value: Value) -> Value:
    """A value as it reads in another column: an amount without unit and decimals is a count there."""
    if (
        isinstance(value, Amount)
        and value.unit is None
        and value.value.isdigit()
        and not path.endswith("amount")
    ):
        return int(value.value)
    return value


def blanked(case: Case, rng: Random) -> Case:
    """A cell is emptied."""
    spot = pick(_digits(case), rng)
    truth = case.truth.with_cells({spot.box.path: None})
    if not case.layout.shows_blanks:
        truth = attrs.evolve(case.truth, choices=_placements(case, spot))
    return attrs.evolve(_with_text(case, spot, ""), truth=truth)


def doubled(case: Case, rng: Random) -> Case:
    """A cell is printed twice, the second beside the first."""
    spot = pick(_digits(case), rng)
    grid = grid_at(case, spot.block)
    value = case.truth.cells[spot.box.path]
    case = _filled(case, spot, value, value)
    return with_grid(case, spot.block, with_box(grid, spot.row, spot.index, spot.box, spot.box))


def inserted(case: Case, rng: Random) -> Case:
    """An empty cell stands before a number and moves the rest of its row."""
    spot = pick(_digits(case), rng)
    grid = grid_at(case, spot.block)
    if case.layout.placed:
        case = _filled(case, spot, None, case.truth.cells[spot.box.path])
    return with_grid(case, spot.block, with_box(grid, spot.row, spot.index, Box(""), spot.box))


def exchanged(case: Case, rng: Random) -> Case:
    """Two neighbours have changed places."""
    found = [
        (s, t)
        for s, t in zip(spots(case), spots(case)[1:], strict=False)
        if (s.block, s.row) == (t.block, t.row)
        and s.box.text != t.box.text
        and s.box.text
        and t.box.text
        and s.box.path.rpartition(".")[2] != "amount" != t.box.path.rpartition(".")[2]
    ]
    if not found:
        raise NotApplicableError
    first, second = rng.choice(found)
    cells = case.truth.cells
    case = _with_text(_with_text(case, first, second.box.text), second, first.box.text)
    swapped = {first.box.path: cells[second.box.path], second.box.path: cells[first.box.path]}
    return attrs.evolve(case, truth=case.truth.with_cells(swapped))


def digit_changed(case: Case, rng: Random) -> Case:
    """Another digit stands in a number; it is what the text now says."""
    spot = pick([s for s in _digits(case) if re.fullmatch(r"\d+(\.\d+)?", s.box.text, re.ASCII)], rng)
    text = spot.box.text
    at = rng.choice([i for i, c in enumerate(text) if c.isdigit()])
    others = [d for d in "0123456789" if d != text[at] and not (d == "0" and at == 0 and len(text) > 1)]
    changed = text[:at] + rng.choice(others) + text[at + 1 :]
    old = case.truth.cells[spot.box.path]
    new = attrs.evolve(old, value=changed) if isinstance(old, Amount) else int(changed)
    return attrs.evolve(_with_text(case, spot, changed), truth=case.truth.with_cells({spot.box.path: new}))


def digit_misread(case: Case, rng: Random) -> Case:
    """A digit became a letter: no number any more, and it must be said."""
    spot = pick([s for s in spots(case) if set(s.box.text) & _LOOKALIKE.keys()], rng)
    text = spot.box.text
    at = rng.choice([i for i, c in enumerate(text) if c in _LOOKALIKE])
    damaged = _with_text(case, spot, text[:at] + _LOOKALIKE[text[at]] + text[at + 1 :])
    path = spot.box.path
    return attrs.evolve(damaged, truth=case.truth.with_cells({path: None}).naming(path))


def leading_zero(case: Case, rng: Random) -> Case:
    """A zero stands before a number: perhaps the rest of another, so never quiet."""
    spot = pick([s for s in _digits(case) if re.fullmatch(r"[1-9]\d*", s.box.text, re.ASCII)], rng)
    damaged = _with_text(case, spot, f"0{spot.box.text}")
    old = case.truth.cells[spot.box.path]
    choices: tuple[Cells, ...] = ({}, {spot.box.path: None})
    if isinstance(old, Amount):
        choices = (*choices, {spot.box.path: attrs.evolve(old, value=f"0{old.value}")})
    return attrs.evolve(damaged, truth=attrs.evolve(case.truth.naming(row_path(spot.box)), choices=choices))


def _split(case: Case, rng: Random, by: str) -> Case:
    spot = pick([s for s in _digits(case, least=2) if re.search(r"\d\d", s.box.text)], rng)
    at = rng.choice([m.start() + 1 for m in re.finditer(r"\d(?=\d)", spot.box.text)])
    pieces = [re.sub(r"\D", "", part) for part in (spot.box.text[:at], spot.box.text[at:])]
    if not spot.box.path.endswith("amount"):
        case = _filled(case, spot, *(int(piece) for piece in pieces))
    return _with_text(case, spot, spot.box.text[:at] + by + spot.box.text[at:])


def split_by_space(case: Case, rng: Random) -> Case:
    """A space stands within a number."""
    return _split(case, rng, " ")


def split_by_line(case: Case, rng: Random) -> Case:
    """A number goes on in the next line of its cell."""
    return _split(case, rng, "\n")


def full_width(case: Case, rng: Random) -> Case:
    """The digits of one number are full-width."""
    spot = pick(_digits(case), rng)
    return _with_text(case, spot, spot.box.text.translate(_FULL_WIDTH))


def remark(case: Case, rng: Random) -> Case:
    """A remark stands behind a number, in its cell."""
    spot = pick([s for s in _digits(case) if s.box.path.rpartition(".")[2] != "amount"], rng)
    note = rng.choice(_REMARKS).format(n=rng.randint(1, 9))
    return _with_text(case, spot, spot.box.text + note)


def remark_cell(case: Case, rng: Random) -> Case:
    """A remark stands at the end of a row, in a cell of its own."""
    spot = pick(spots(case), rng)
    grid = grid_at(case, spot.block)
    boxes = grid.rows[spot.row]
    full = all(case.truth.cells[b.path] is not None for b in boxes if b.path)
    note = Box(rng.choice(("备注：无", "含下属单位", "（重大案件1件）", "↑2件" if full else "见附注")))
    return with_grid(case, spot.block, with_box(grid, spot.row, len(boxes) - 1, boxes[-1], note))
