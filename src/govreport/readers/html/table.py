"""The rows of a table: plain ones make a grid; one that holds tables or whole texts only arranges them."""

from collections.abc import Iterable, Iterator, Sequence

from govreport.readers.flow import OBJECT, GridCell, GridRow, joined_lines
from govreport.readers.html.boxes import Box, Grid, Line

_LONG = 150  # characters; with several lines it is a text, not a label
_COLUMNS = 2  # a table has as many at least
FEW = 3  # cells; a row of more is no arrangement of texts


class Cell(Box):
    """A cell and what stands in it."""

    __slots__ = ()

    @property
    def is_text(self) -> bool:
        """Whether it holds a text of several lines."""
        return self.lines > 1 and self.chars > _LONG

    def plain(self) -> GridCell:
        """The cell as one text."""
        return plain_cell([item.text for item in self.flat() if isinstance(item, Line) and item.text])


def plain_cell(lines: Sequence[str]) -> GridCell:
    """The cell of some lines; digits of one number that stand on two of them are in doubt."""
    if not lines:
        return GridCell("")
    text = lines[0].strip() if len(lines) == 1 else joined_lines(lines)
    joined = len(lines) > 1 and any(map(str.isdigit, text)) and not any(map(str.isalpha, text))
    return GridCell(text, joined=joined)


class TableRows:
    """The rows of a table that is open."""

    def __init__(self) -> None:
        self._rows: list[list[Cell] | GridRow] = []
        self.has_picture = False  # whether the cell that is open shows one

    def begin_row(self) -> None:
        """The next cell begins a row."""
        self._rows.append([])

    def add_rows(self, rows: Iterable[GridRow]) -> None:
        """Add rows of cells that hold nothing but words."""
        self._rows += rows

    def add(self, cell: Cell) -> None:
        """Add a cell that is complete."""
        if self.has_picture and not any(map(str.isalpha, cell.plain().text)):
            cell.add(Line(OBJECT))  # its number may be drawn: the cell is not blank
        if self._rows and isinstance(row := self._rows[-1], list):
            row.append(cell)
        else:
            self._rows.append([cell])

    @property
    def is_narrow(self) -> bool:
        """Whether it has one column, so that it only arranges what stands in it."""
        return all(_columns(row) < _COLUMNS for row in self._rows)

    def items(self) -> Iterator[Line | Grid | Box]:
        """The table in pieces: grids of plain rows, and what other rows arrange."""
        if self.is_narrow:
            for row in self._rows:
                yield from _arranged(row)
            return
        plain: list[GridRow] = []
        linked = 0
        for row in self._rows:
            if isinstance(row, GridRow):
                plain.append(row)
                continue
            cells = _plain_row(row)
            if cells is not None:
                plain.append(GridRow.of(cells))
                linked += sum(cell.linked for cell in row)
                continue
            if plain:
                yield Grid(plain, linked)
                plain, linked = [], 0
            yield from row
        if plain:
            yield Grid(plain, linked)


def _columns(row: Sequence[Cell] | GridRow) -> int:
    return len(row.texts if isinstance(row, GridRow) else row)


def _arranged(row: Sequence[Cell] | GridRow) -> Iterator[Line | Box]:
    """What stands in the cells of a row that only arranges it."""
    return map(Line, row.texts) if isinstance(row, GridRow) else iter(row)


def _plain_row(row: Sequence[Cell]) -> list[GridCell] | None:
    """The cells of a row, those of a table of one row within a cell among them; None for no plain row."""
    if len(row) <= FEW and any(cell.is_text for cell in row):
        return None
    found: list[GridCell] = []
    for cell in row:
        if not cell.grids:
            found.append(cell.plain())
        elif (inner := _only_row(cell)) is not None:
            found += inner.cells or map(GridCell, inner.texts)
        else:
            return None
    return found


def _only_row(cell: Cell) -> GridRow | None:
    """The row that is all of a cell, or None."""
    items = [item for item in cell.flat() if isinstance(item, Grid) or item.text]
    if len(items) == 1 and isinstance(items[0], Grid) and len(items[0].rows) == 1:
        return items[0].rows[0]
    return None
