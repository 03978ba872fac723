"""Rows of section 三 with more or fewer values than columns: settled by the sums, or named."""

from govreport import form
from govreport.model import CellState
from govreport.reading.cells import Kind
from govreport.reading.mend import settle
from govreport.reading.mend.fields import Field
from govreport.reading.mend.matrix import WIDTH, Matrix
from govreport.reading.mend.records import Record
from govreport.reading.mend.result import MendedRow, cell_of, inferred_cell, integers
from govreport.reading.tokens import NOWHERE, Cell

_HEADS = tuple(f"applications.{n}" for n in ("received", "carried_over"))
_HANDLED = "applications.total_handled"
_ENDS = (_HANDLED, "applications.carried_forward")
_MOST_SHOWN = 4  # so many candidates are written out


def settle_short_rows(matrix: Matrix) -> None:
    """Build the rows that the layout alone could not place."""
    if not matrix.short:
        return
    known = {p: tuple(integers(s)) for p, s in matrix.placed.items()}
    dense = _is_dense(matrix)
    found = {path: _candidates(record, dense=dense) for path, record in matrix.short.items()}
    left = settle.prune({p: c for p, c in found.items() if c}, _sums(matrix), known)
    for path, record in matrix.short.items():
        if path in left:
            _take(matrix, path, record, left[path])
        else:
            _leave(matrix, path, record)


def _candidates(record: Record, *, dense: bool) -> list[settle.Candidate]:
    """The readings of a row that keep its own sum; none where a cell of it is no number."""
    values = [f.reading.integer for f in record.cells if f.reading and f.reading.kind is Kind.NUMBER]
    numbers = [v for v in values if v is not None]
    if not numbers or len(numbers) < len(record.cells):
        return []
    if len(numbers) < WIDTH:
        return settle.candidates(numbers, WIDTH, dense=dense)
    rows = settle.without_surplus(numbers, [f.raw for f in record.cells], WIDTH)
    return [settle.Candidate(tuple(range(WIDTH)), rows[0])] if len(rows) == 1 else []


def _sums(matrix: Matrix) -> list[tuple[list[str], list[str]]]:
    """The pairs of rows whose columns add up to the same, of those that the table has."""
    found = {*matrix.placed, *matrix.short}
    outcomes = [r.path for r in matrix.rows if r.path in found and r.path not in (*_HEADS, *_ENDS)]
    sums = [(outcomes, [_HANDLED])]
    if all(p in found for p in (*_HEADS, *_ENDS)):
        sums.append((list(_HEADS), list(_ENDS)))
    return sums


def _is_dense(matrix: Matrix) -> bool:
    """Whether the table prints its zeros, so that a value that is not there was lost."""
    placed = [s for slots in matrix.placed.values() for s in slots]
    cells = placed or [c for r in matrix.short.values() for c in r.cells]
    readings = [c.reading for c in cells if c.reading is not None]
    zeros = len([r for r in readings if r.integer == 0])
    blanks = len([c for c in cells if not c.raw]) + len([r for r in readings if r.kind is Kind.BLANK])
    return zeros > blanks


def _leave(matrix: Matrix, path: str, record: Record) -> None:
    """Nothing of the row can be settled: its cells are None, and named with what is printed."""
    names = form.row(path).columns
    matrix.outcome.rows[path] = MendedRow([cell_of(None) for _ in names])
    code = "GR019" if len(record.cells) > WIDTH else "GR015"
    printed = " ".join(c.raw for c in record.cells)
    cells = tuple(f"{path}.{n}" for n in names)
    matrix.name(code, path, matrix.span_of(record), cells, len(record.cells), candidates=printed)


def _take(matrix: Matrix, path: str, record: Record, found: list[settle.Candidate]) -> None:
    """Take what all candidates agree on; name the row, what only sums give, and what stays open."""
    names, span = form.row(path).columns, matrix.span_of(record)
    values, settled = settle.agreed(found)
    cells = []
    for column, name in enumerate(names):
        cell = f"{path}.{name}"
        printed = _cell(record, found, column, values[column]) if settled[column] else cell_of(None)
        if values[column] is not None:
            inferred = printed[1] == NOWHERE
            matrix.outcome.states[cell] = CellState.INFERRED if inferred else CellState.REPAIRED
            if inferred and len(found) == 1:
                matrix.name("GR016", cell, span, suggestion=values[column] or 0)
        cells.append(printed)
    matrix.outcome.rows[path] = MendedRow(cells)
    open_cells = tuple(f"{path}.{n}" for n, ok in zip(names, settled, strict=True) if not ok)
    if open_cells:
        options = " / ".join(
            " ".join("·" if v is None else str(v) for v in c.values) for c in found[:_MOST_SHOWN]
        )
        matrix.name("GR015", path, span, open_cells, len(record.cells), candidates=options)
    elif len(record.cells) > WIDTH:
        matrix.name("GR017", path, span, found=" ".join(c.raw for c in record.cells))
    else:
        matrix.name("GR014", path, span, found=len(record.cells))


def _cell(record: Record, found: list[settle.Candidate], column: int, value: int | None) -> Cell:
    """A settled cell: the printed one, one that only the sums give, or a blank."""
    if value is None:
        return cell_of(Field("", record.cells[0].start, record.cells[0].start))
    field = _field_of(record, found, column)
    return cell_of(field) if field is not None and integers([field]) == [value] else inferred_cell(value)


def _field_of(record: Record, found: list[settle.Candidate], column: int) -> Field | None:
    """The printed cell that every candidate puts into a column, or None."""
    if len(record.cells) > WIDTH or not settle.placed_everywhere(found, column):
        return None
    fields = {c.places.index(column) for c in found}
    return record.cells[fields.pop()] if len(fields) == 1 else None
