"""Tables drawn with lines: rules between rows, bars between columns, cells that wrap inside their column."""

from collections.abc import Sequence

import attrs

from govreport.reading.mend.fields import Band, Field, Flavour, delimited, wrapped
from govreport.reading.mend.spaced import plain_band
from govreport.reading.regions import PART_RULE, Line


def read_boxes(lines: Sequence[tuple[int, Line]]) -> list[Band]:
    """A box-drawn table: what stands between two rules is one row, its lines joined within their columns.

    Where a cell spans rows, a rule is drawn beside it only; what stands in the cell goes on in the next row.
    """
    bands: list[Band] = []
    pending: list[tuple[int, Line]] = []

    def flush() -> None:
        if pending:
            bands.extend(_rows(pending))
            pending.clear()

    for number, line in lines:
        if line.is_rule:
            flush()
        elif "|" in line.text:
            if PART_RULE.search(line.text):
                flush()
                line = attrs.evolve(
                    line, text=PART_RULE.sub(lambda m: " " * len(m[0]), line.text).replace("+", "|")
                )
            pending.append((number, line))
        elif band := plain_band(line, number):
            flush()
            bands.append(band)
    flush()
    return bands


def _holds_rows(lines: Sequence[tuple[int, Line]]) -> bool:
    """Whether the lines between two rules are rows of their own: several have a label and cells."""
    return sum(bool(line.votes) and line.cells > 0 for _, line in lines) > 1


def _rows(lines: Sequence[tuple[int, Line]]) -> Sequence[Band]:
    """What stands between two rules: one row, unless its lines are rows, or parts of a row that was cut."""
    fields = [delimited(line, "|", closed=True) for _, line in lines]
    width, others = _misfits(fields)
    if _holds_rows(lines) or any(f.is_cell for f in others):
        return [Band(row, Flavour.DELIMITED, number) for (number, _), row in zip(lines, fields, strict=True)]
    return [_merged(fields, width, others, lines[0][0])]


def _misfits(rows: Sequence[list[Field]]) -> tuple[int, list[Field]]:
    """How many columns most lines of a row have, and what stands in the others."""
    widths = [len(row) for row in rows if sum(not f.is_empty for f in row) > 1] or [len(row) for row in rows]
    width = max(sorted(set(widths)), key=widths.count)
    return width, [f for row in rows if len(row) != width for f in row if not f.is_empty]


def _merged(rows: Sequence[list[Field]], width: int, others: Sequence[Field], number: int) -> Band:
    fitting = [row for row in rows if len(row) == width]
    columns = [[row[i] for row in fitting if row[i].raw] for i in range(width)]
    # Where one number of the row stands in one line, the others are one each too, however they wrap.
    numbers = [len(pieces) for pieces in columns if pieces and all(p.is_cell for p in pieces)]
    join = min(numbers, default=0) == 1
    fields = [wrapped(pieces, fitting[0][i], i, join_digits=join) for i, pieces in enumerate(columns)]
    return Band((*others, *fields), Flavour.DELIMITED, number)
