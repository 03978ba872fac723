"""Blocks to the text of a document: what is a table of data, and what is only laid out in one."""

from collections.abc import Iterable

from govreport.readers.docx.content import Blocks, Table
from govreport.readers.flow import Flow, GridCell, joined_lines


def write(blocks: Blocks, flow: Flow) -> None:
    """Add blocks to a document."""
    for block in blocks:
        if isinstance(block, str):
            flow.paragraph(block)
        else:
            _write_table(block, flow)


def _write_table(table: Table, flow: Flow) -> None:
    rows: list[list[GridCell]] = []
    for row in table.rows:
        cells = None if _is_frame(row) else _cells(row)
        if cells is not None:
            rows.append(cells)
            continue
        _flush(rows, flow)
        for cell in row:
            write(cell, flow)
    _flush(rows, flow)


def _flush(rows: list[list[GridCell]], flow: Flow) -> None:
    if rows:
        flow.table(rows)
        rows.clear()


def _is_frame(row: list[Blocks]) -> bool:
    """Whether a row is one cell around several paragraphs, which keep their lines."""
    return len(row) == 1 and sum(bool(b.strip()) for b in row[0] if isinstance(b, str)) > 1


def _cells(row: Iterable[Blocks]) -> list[GridCell] | None:
    """The cells of a row; those of a table of one row that stands in a cell are among them.

    None where a cell holds more than that: the table around it is a layout.
    """
    cells: list[GridCell] = []
    for blocks in row:
        tables = [b for b in blocks if isinstance(b, Table)]
        lines = [line for b in blocks if isinstance(b, str) for line in b.split("\n")]
        if not tables:
            cells.append(GridCell(joined_lines(lines)))
            continue
        inner = _cells(tables[0].rows[0]) if len(tables) == len(tables[0].rows) == 1 else None
        if inner is None or "".join(lines).strip():
            return None
        cells += inner
    return cells
