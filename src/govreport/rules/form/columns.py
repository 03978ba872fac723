"""Which cells of section 二 a report prints: the columns of the form's editions."""

from collections.abc import Iterator
from functools import cache

from govreport import form
from govreport.model import CellState, Report
from govreport.model.paths import cell_paths
from govreport.rules.cells import COLUMNS, Rows

TABLE = "proactive_disclosure"
EDITIONS = ("2019", "2021")
_ROWS = tuple(row for row in COLUMNS if row.startswith(TABLE))


@cache
def columns(edition: str) -> frozenset[str]:
    """The cells of section 二 in a form."""
    return frozenset(f"{r.path}.{c}" for r in form.rows(TABLE) if r.edition == edition for c in r.columns)


@cache
def own(edition: str) -> tuple[str, ...]:
    """The cells of section 二 that no other form has."""
    return tuple(
        p
        for p in cell_paths()
        if p in columns(edition) and p not in columns("2019" if edition == "2021" else "2021")
    )


def printed_editions(rows: Rows) -> dict[str, tuple[str, ...]]:
    """Edition -> the cells with a value in its own columns, for the editions that have any."""
    values = {f"{row}.{c}": v for row in _ROWS for c, v in zip(COLUMNS[row], rows.get(row, ()), strict=False)}
    found = {edition: tuple(p for p in own(edition) if values.get(p) is not None) for edition in EDITIONS}
    return {edition: paths for edition, paths in found.items() if paths}


def blank_cells(report: Report, rows: Rows, table: str) -> Iterator[str]:
    """The cells of a table that are printed blank; without a source, of a table that has any value."""
    own_rows = {row: values for row, values in rows.items() if row.startswith(table)}
    if report.source is None and all(v is None for values in own_rows.values() for v in values):
        return
    for row, values in own_rows.items():
        if None not in values:
            continue
        foreign = _foreign(report.proactive_disclosure.edition) if table == TABLE else frozenset()
        for column, value in zip(COLUMNS[row], values, strict=True):
            path = f"{row}.{column}"
            if value is None and path not in foreign and _is_blank(report, path):
                yield path


def _is_blank(report: Report, path: str) -> bool:
    """Whether a cell without value is printed; reading names all others, so without diagnostics it is."""
    return not report.diagnostics or report.cell(path).state is CellState.BLANK


@cache
def _foreign(edition: str | None) -> frozenset[str]:
    """The cells that a report of this edition does not have."""
    return frozenset(p for other in EDITIONS if other != edition for p in own(other))
