"""A report as aligned tables for the terminal: wide characters take two columns.

In Chinese the labels are those that the form prints; in English they are the names of the attributes.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

import attrs

from govreport import form
from govreport.cli.width import pad
from govreport.diagnostics import Message, display_width, get_language
from govreport.model import Amount, Cell, CellState, Report

_DOUBTFUL = frozenset({CellState.REPAIRED, CellState.INFERRED})
_LEGEND = Message(
    zh="* 修复或推算所得；? 文本中丢失；- 留空",
    en="* repaired or inferred; ? lost in the text; - blank",
)
_GAP = "  "


@attrs.frozen
class _Line:
    """One row of the form as it is shown."""

    table: str
    path: str
    label: str
    columns: tuple[str, ...]


def to_table(report: Report) -> str:
    """The report's head and its three tables, one line a row of the form."""
    blocks = ["\n".join(_head(report))]
    for table in form.TABLES:
        for columns, lines in groupby(_lines(report, table), key=lambda line: line.columns):
            blocks.append("\n".join(_block(report, table, columns, list(lines))))
    return "\n\n".join([*blocks, str(_LEGEND)])


def _head(report: Report) -> Iterator[str]:
    if report.title:
        yield report.title
    known = {
        Message(zh="机关", en="agency"): report.agency,
        Message(zh="年度", en="year"): report.year,
        Message(zh="统计期限", en="period"): report.period
        and f"{report.period.start or '?'} – {report.period.end}",
        Message(zh="表格版本", en="edition"): report.proactive_disclosure.edition,
    }
    yield _GAP.join(f"{name}: {'?' if value is None else value}" for name, value in known.items())


def _lines(report: Report, table: str) -> Iterator[_Line]:
    """The rows of a table; each has the columns of the report's edition, and others that hold a value."""
    edition = report.proactive_disclosure.edition
    variants: dict[str, list[form.FormRow]] = {}
    for row in form.rows(table):
        variants.setdefault(row.path, []).append(row)
    for path, rows in variants.items():
        # The edition's own columns come first, in its order.
        rows.sort(key=lambda row: row.edition not in (None, edition))
        columns = tuple(
            dict.fromkeys(
                column
                for row in rows
                for column in row.columns
                if row.edition in (None, edition) or report.cell(f"{path}.{column}").value is not None
            )
        )
        cells = [report.cell(f"{path}.{column}") for column in columns]
        if any(cell.state is not CellState.ABSENT for cell in cells):
            yield _Line(table, path, _label(rows[0]), columns)


def _block(report: Report, table: str, columns: Sequence[str], lines: Sequence[_Line]) -> Iterator[str]:
    headings = [column_label(table, lines[0].path, column).split("\n") for column in columns]
    height = max(map(len, headings))
    grid = [["", *(_from_below(h, height)[i] for h in headings)] for i in range(height)]
    for line in lines:
        grid.append([line.label, *(_shown(report.cell(f"{line.path}.{column}")) for column in columns)])
    widths = [max(map(display_width, column)) for column in zip(*grid, strict=True)]
    for label, *cells in grid:
        padded = [pad(label, widths[0]), *(pad(c, -w) for c, w in zip(cells, widths[1:], strict=True))]
        yield _GAP.join(padded).rstrip()


def _label(row: form.FormRow) -> str:
    """What stands before a row: its group and label as printed, or its path."""
    table, _, path = row.path.partition(".")
    if get_language() == "en":
        return path
    own = form.label(table, row.labels[0])
    group, _, _ = path.rpartition(".")
    above = form.label(table, group.upper()) if group else ""
    return f"{above} {own}" if above and above != own else own


def column_label(table: str, path: str, column: str) -> str:
    """What stands above a column: the label of the form, or the words of its name, one a line."""
    if get_language() == "en":
        return column.replace("_", "\n")
    terminals = form.labels(table)
    own = f"{path.rpartition('.')[2]}_{column}".upper()
    return form.label(table, own if own in terminals else column.upper())


def _shown(cell: Cell) -> str:
    if cell.value is None:
        return "?" if cell.state is CellState.MISSING else "-"
    value = cell.value
    text = f"{value.value}{value.unit or ''}" if isinstance(value, Amount) else str(value)
    return f"{text}*" if cell.state in _DOUBTFUL else text


def _from_below(lines: list[str], height: int) -> list[str]:
    return [""] * (height - len(lines)) + lines
