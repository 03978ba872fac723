"""The rows of a report as plain tuples: what the rules that look at every cell go through."""

from decimal import Decimal, InvalidOperation
from itertools import chain
from operator import attrgetter
from typing import Any

from govreport.model import Amount, Report
from govreport.model.paths import cell_paths

COLUMNS: dict[str, tuple[str, ...]] = {}
"""Path of a row -> the names of its cells, for every row of the three tables in the order of the classes."""
for _row, _, _column in (path.rpartition(".") for path in cell_paths()):
    COLUMNS[_row] = (*COLUMNS.get(_row, ()), _column)

PATHS = {row: tuple(f"{row}.{column}" for column in columns) for row, columns in COLUMNS.items()}
"""Path of a row -> the paths of its cells."""

PLACES = {path: (row, at) for row, paths in PATHS.items() for at, path in enumerate(paths)}
"""Path of a cell -> its row, and where it stands in it."""

YUAN = {"元": 1, "万元": 10_000, "亿元": 100_000_000}

_all_rows = attrgetter(*COLUMNS)
_getters = tuple(attrgetter(*columns) for columns in COLUMNS.values())

Rows = dict[str, tuple[Any, ...]]
"""Path of a row -> its values, for the rows that the report has."""


def number_of(value: int | Amount | None) -> Decimal | None:
    """The number in a cell, an amount in yuan (万元 where no unit is printed); None where there is none."""
    if not isinstance(value, Amount):
        return None if value is None else Decimal(value)
    try:
        return Decimal(value.value) * YUAN.get(value.unit or "万元", 1)
    except InvalidOperation:
        return None


def values_of(report: Report) -> dict[str, Any]:
    """Path -> value of every cell in the rows that the report has."""
    rows = rows_of(report)
    paths = chain.from_iterable([PATHS[row] for row in rows])
    return dict(zip(paths, chain.from_iterable(rows.values()), strict=True))


def rows_of(report: Report) -> Rows:
    """The values of every row; an amount is an `Amount`."""
    rows = zip(COLUMNS, _getters, _all_rows(report), strict=True)
    return {path: get(row) for path, get, row in rows if row is not None}
