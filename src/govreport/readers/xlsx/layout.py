"""The rows of a sheet as paragraphs and tables: where a table begins and ends, and how wide it is."""

from collections.abc import Iterable

from govreport.readers.flow import Flow, GridCell, joined_lines
from govreport.readers.xlsx.sheet import SheetRow


def write(rows: Iterable[SheetRow], flow: Flow) -> None:
    """Add a sheet to a document.

    A row with one cell is a paragraph, as titles, headings and prose are; between them, rows that follow on
    each other without a gap are a table, as wide as its widest row.
    """
    table: list[SheetRow] = []
    for row in rows:
        if table and row.number > table[-1].number + 1:
            _write_table(table, flow)
        if len(row.texts) > 1:
            table.append(row)
            continue
        _write_table(table, flow)
        for text in row.texts.values():
            flow.paragraph(text)
    _write_table(table, flow)


def _write_table(rows: list[SheetRow], flow: Flow) -> None:
    """Write the rows that were collected, and begin anew."""
    if rows:
        left = min(min(row.texts) for row in rows)
        right = max(max(row.texts) for row in rows)
        flow.table(
            [
                GridCell(joined_lines(row.texts.get(column, "").split("\n")))
                for column in range(left, right + 1)
                if column not in row.covered
            ]
            for row in rows
        )
    rows.clear()
