"""The rows of a table: plain ones make a grid; one that holds tables or whole texts only arranges them."""

from collections.abc import Iterator, Sequence

from govreport.readers.flow import GridCell, joined_lines
from govreport.readers.html.boxes import Box, Grid, Line

_LONG = 150  # characters; with several lines it is a text, not a label
_PICTURE = "\N{OBJECT REPLACEMENT CHARACTER}"
_COLUMNS = 2  # a table has as many at least
_FEW = 3  # cells; a row of more is no arrangement of texts


class Cell(Box):
    """A cell and what stands in it."""

    __slots__ = ()

    @property
    def is_text(self) -> bool:
        """Whether it holds a text of several lines."""
        return self.lines > 1 and self.chars > _LONG

    def plain(self) -> GridCell:
        """The cell as one text; digits of one number that stand on two lines are in doubt."""
        lines = [item.text for item in self.flat() if isinstance(item, Line) and item.text]
        if not lines:
            return GridCell("")
        text = lines[0].strip() if len(lines) == 1 else joined_lines(lines)
        joined = len(lines) > 1 and any(map(str.isdigit, text)) and not any(map(str.isalpha, text))
        return GridCell(text, joined=joined)


class TableRows:
    """The rows of a table that is open."""

    def __init__(self) -> None:
        self._rows: list[list[Cell] | tuple[GridCell, ...]] = []
        self.has_picture = False  # whether the cell that is open shows one

    def begin_row(self) -> None:
        """The next cell begins a row."""
        self._rows.append([])

    def add_row(self, cells: tuple[GridCell, ...]) -> None:
        """Add a row of plain cells; a tuple tells it from a row of cells that may hold more."""
        self._rows.append(cells)

    def add(self, cell: Cell) -> None:
        """Add a cell that is complete."""
        if self.has_picture and not any(map(str.isalpha, cell.plain().text)):
            cell.add(Line(_PICTURE))  # its number may be drawn: the cell is not blank
        if self._rows and isinstance(row := self._rows[-1], list):
            row.append(cell)
        else:
            self._rows.append([cell])

    def items(self) -> Iterator[Line | Grid | Box]:
        """The table in pieces: grids of plain rows, and what other rows arrange."""
        if all(len(row) < _COLUMNS for row in self._rows):
            for row in self._rows:
                yield from map(_arranged, row)
            return
        plain: list[Sequence[GridCell]] = []
        linked = 0
        for row in self._rows:
            if isinstance(row, tuple):
                plain.append(row)
                continue
            cells = _plain_row(row)
            if cells is not None:
                plain.append(cells)
                linked += sum(cell.linked for cell in row)
                continue
            if plain:
                yield Grid(plain, linked)
                plain, linked = [], 0
            yield from map(_arranged, row)
        if plain:
            yield Grid(plain, linked)


def _arranged(cell: Cell | GridCell) -> Line | Box:
    """What stands in a cell that only arranges it."""
    return cell if isinstance(cell, Cell) else Line(cell.text)


def _plain_row(row: Sequence[Cell]) -> list[GridCell] | None:
    """The cells of a row, those of a table of one row within a cell among them; None for no plain row."""
    if len(row) <= _FEW and any(cell.is_text for cell in row):
        return None
    found: list[GridCell] = []
    for cell in row:
        if not cell.grids:
            found.append(cell.plain())
        elif (inner := _only_row(cell)) is not None:
            found += inner
        else:
            return None
    return found


def _only_row(cell: Cell) -> Sequence[GridCell] | None:
    """The row that is all of a cell, or None."""
    items = [item for item in cell.flat() if isinstance(item, Grid) or item.text]
    if len(items) == 1 and isinstance(items[0], Grid) and len(items[0].rows) == 1:
        return items[0].rows[0]
    return None
