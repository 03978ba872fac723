"""Which cells of section 二 a report prints: the columns of the form's editions."""

from functools import cache

from govreport import form
from govreport.model import CellState, Report
from govreport.model.paths import cell_paths
from govreport.rules.cells import PATHS, PLACES, Rows

TABLE = "proactive_disclosure"
EDITIONS = ("2019", "2021")


@cache
def columns(edition: str) -> frozenset[str]:
    """The cells of section 二 in a form."""
    return frozenset(f"{r.path}.{c}" for r in form.rows(TABLE) if r.edition == edition for c in r.columns)


@cache
def own(edition: str) -> tuple[tuple[str, str, int], ...]:
    """The cells of section 二 that no other form has, each with its row and its place in it."""
    paths = columns(edition) - columns("2019" if edition == "2021" else "2021")
    return tuple((path, *PLACES[path]) for path in cell_paths() if path in paths)


def printed_editions(rows: Rows) -> dict[str, tuple[str, ...]]:
    """Edition -> the cells with a value in its own columns, for the editions that have any."""
    found = {
        edition: tuple([p for p, row, at in own(edition) if row in rows and rows[row][at] is not None])
        for edition in EDITIONS
    }
    return {edition: paths for edition, paths in found.items() if paths}


def blank_cells(report: Report, rows: Rows) -> dict[str, tuple[str, ...]]:
    """Table -> its cells that are printed blank; without a source, only of tables that have any value."""
    places = _places_of(report.proactive_disclosure.edition)
    blanks = [
        path
        for row, values in rows.items()
        if None in values
        for path, at in places[row]
        if values[at] is None and _is_blank(report, path)
    ]
    tables = dict.fromkeys(path.partition(".")[0] for path in blanks)
    return {
        table: tuple(path for path in blanks if path.startswith(table))
        for table in tables
        if report.source is not None or _has_values(table, rows)
    }


def _has_values(table: str, rows: Rows) -> bool:
    return any(set(values) != {None} for row, values in rows.items() if row.startswith(table))


def _is_blank(report: Report, path: str) -> bool:
    """Whether a cell without value is printed; reading names all others, so without diagnostics it is."""
    return not report.diagnostics or report.cell(path).state is CellState.BLANK


@cache
def _places_of(edition: str | None) -> dict[str, tuple[tuple[str, int], ...]]:
    """Path of a row -> the cells that a report of this edition has in it, each with its place."""
    foreign = {path for other in EDITIONS if other != edition for path, _, _ in own(other)}
    return {
        row: tuple((path, at) for at, path in enumerate(paths) if path not in foreign)
        for row, paths in PATHS.items()
    }
