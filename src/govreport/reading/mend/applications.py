"""Mend section 三: 23 or 25 rows of seven cells, held together by their sums."""

from collections.abc import Sequence

from govreport import form
from govreport.reading.mend import columns
from govreport.reading.mend.align import align
from govreport.reading.mend.doubts import name_columns, name_doubts, name_missing
from govreport.reading.mend.fields import Field
from govreport.reading.mend.layout import read_bands
from govreport.reading.mend.matrix import TABLE, WIDTH, Matrix
from govreport.reading.mend.records import Records, read_records
from govreport.reading.mend.result import MendedRow, Outcome, cell_of, integers
from govreport.reading.mend.short_rows import settle_short_rows
from govreport.reading.mend.words import leftovers
from govreport.reading.regions import Region
from govreport.reading.source import Source

_ROWS = form.rows(TABLE)
_LABELS = frozenset(t for r in _ROWS for t in r.labels)


def mend_applications(source: Source, region: Region) -> Outcome:
    """Read the matrix of a region."""
    bands = read_bands(region.lines)
    records = read_records(bands, WIDTH, _LABELS)
    outcome = Outcome(fields=[f for band in bands for f in band.fields])
    matrix = Matrix(source, records, align(records, _ROWS, TABLE), _ROWS, outcome)
    outcome.labels = {matrix.path(m): m.fields for m in matrix.matches}
    _place(matrix)
    settle_short_rows(matrix)
    name_doubts(matrix)
    name_missing(matrix)
    name_columns(matrix)
    outcome.diagnostics += leftovers(TABLE, source, records, matrix.matches)
    return outcome


def _place(matrix: Matrix) -> None:
    """Put slots into columns where the layout alone shows them."""
    window = columns.learn(matrix.records, WIDTH, _natural(matrix.records))
    full = [r for r in matrix.records.valued if len(r.cells) == WIDTH]
    for match in matrix.matches:
        record, path = matrix.record(match), matrix.path(match)
        slots = columns.place(record, window, WIDTH) if len(record.cells) <= WIDTH else None
        if slots is None and len(record.cells) < WIDTH:
            slots = columns.by_position(record, full, WIDTH)
            if slots is not None and not _adds_up(slots):
                slots = None
        if slots is None:
            matrix.short[path] = record
        else:
            matrix.placed[path] = slots
            matrix.outcome.rows[path] = MendedRow([cell_of(s) for s in slots])


def _natural(records: Records) -> int | None:
    """The field of the header row that holds the first column's heading."""
    return next((f.index for row in records.header for f in row if f.label == "NATURAL_PERSON"), None)


def _adds_up(slots: Sequence[Field]) -> bool:
    values = integers(list(slots))
    return values[-1] is not None and sum(v or 0 for v in values[:-1]) == values[-1]
