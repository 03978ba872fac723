"""Which cells of section 二 a report prints: the columns of the form's editions."""

from collections.abc import Iterator
from functools import cache

from govreport import form
from govreport.model import CellState, Report
from govreport.model.paths import cell_paths
from govreport.rules.cells import COLUMNS, Rows

TABLE = "proactive_disclosure"


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


def printed_editions(report: Report) -> dict[str, tuple[str, ...]]:
    """Edition -> the cells that are printed of its own columns, for the editions that have any."""
    found = {edition: tuple(p for p in own(edition) if is_printed(report, p)) for edition in ("2019", "2021")}
    return {edition: paths for edition, paths in found.items() if paths}


def is_printed(report: Report, path: str) -> bool:
    """Whether the report prints this cell, with a value or blank; without a source, whether it has a "
    "value."""
    cell = report.cell(path)
    if report.source is None:
        return cell.value is not None
    return cell.state is not CellState.ABSENT


def blank_cells(report: Report, rows: Rows, table: str) -> Iterator[str]:
    """The cells of a table that are printed blank."""
    for row, values in rows.items():
        if None not in values or not row.startswith(table):
            continue
        for column, value in zip(COLUMNS[row], values, strict=True):
            path = f"{row}.{column}"
            if value is None and _is_blank(report, path):
                yield path


def _is_blank(report: Report, path: str) -> bool:
    """Whether the text prints the cell blank; without a source, whether the report's edition has it."""
    if report.source is not None:
        return report.cell(path).state is CellState.BLANK
    edition = report.proactive_disclosure.edition
    return not path.startswith(TABLE) or (edition is not None and path in columns(edition))
