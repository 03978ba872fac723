"""What a row was read as: its cells under the headings of their columns."""

from collections.abc import Iterator, Sequence

from govreport import form
from govreport.cli.paint import Ink, Painter
from govreport.cli.table import column_label
from govreport.cli.width import clip, pad
from govreport.diagnostics import display_width, get_language
from govreport.model import Amount, Cell, CellState, Report

_GAP = " "
_ARROW = "→ "
_LONGEST_WORD = 7  # of a heading that is broken
_REPEAT = 13  # the headings are shown again after so many rows
_INKS = {
    CellState.REPAIRED: Ink.YELLOW,
    CellState.INFERRED: Ink.YELLOW,
    CellState.MISSING: Ink.ALARM,
    CellState.BLANK: Ink.FAINT,
}


class Values:
    """Writes the rows of one table; remembers which headings stand above."""

    def __init__(self, report: Report, table: str, paths: Sequence[str], width: int) -> None:
        self._report = report
        self._width = width
        self._headings: tuple[list[str], ...] = ()
        self._since = 0
        self._columns = {path: columns_of(report, path) for path in paths}
        self._names = {path: path.removeprefix(f"{table}.") for path in paths}
        self._table = table
        self._name_width = max(map(display_width, self._names.values()), default=0)

    def row(self, path: str, shown: frozenset[str], paint: Painter) -> Iterator[str]:
        """The headings where they are new, and the row; of its cells those that are to be shown."""
        columns = self._columns[path]
        cells = [self._report.cell(f"{path}.{c}") for c in columns]
        texts = [
            _text(cell) if f"{path}.{c}" in shown else "" for c, cell in zip(columns, cells, strict=True)
        ]
        headings, widths, name_width = self._grid(path)
        if any(texts) and (headings != self._headings or self._since >= _REPEAT):
            yield from (paint(line, Ink.FAINT) for line in _heading_lines(headings, widths, name_width))
            self._headings, self._since = headings, 0
        self._since += 1
        name = pad(clip(self._names[path], name_width), name_width if any(texts) else 0)
        line = _ARROW + paint(name, Ink.GREEN)
        for text, width, cell in zip(texts, widths, cells, strict=True):
            line += _GAP + paint(pad(_slot(text), -width), _INKS.get(cell.state, Ink.BOLD))
        yield line.rstrip()

    def _grid(self, path: str) -> tuple[tuple[list[str], ...], list[int], int]:
        """Headings, widths of the columns and of the name: on one line where there is room."""
        columns = self._columns[path]
        room = self._width - display_width(_ARROW)
        plain = tuple([column_label(self._table, path, c).replace("\n", "_")] for c in columns)
        broken = tuple(_broken(h[0]) for h in plain)
        for headings in (plain, broken):
            widths = [
                max(*(display_width(h) + 1 for h in heading), self._widest(c))
                for heading, c in zip(headings, columns, strict=True)
            ]
            left = room - sum(widths) - len(_GAP) * len(widths)
            if left >= self._name_width:
                return headings, widths, self._name_width
        return broken, widths, max(left, _LONGEST_WORD)

    def _widest(self, column: str) -> int:
        """Columns that the values take, with the place of a mark behind them."""
        paths = [p for p, columns in self._columns.items() if column in columns]
        return max(display_width(_slot(_text(self._report.cell(f"{p}.{column}")))) for p in paths)


def columns_of(report: Report, path: str) -> tuple[str, ...]:
    """The columns that a row was read with."""
    variants = [row.columns for row in form.rows(path.partition(".")[0]) if row.path == path]
    read = [v for v in variants if all(report.cell(f"{path}.{c}").state is not CellState.ABSENT for c in v)]
    return max(read or variants, key=len)


def _text(cell: Cell) -> str:
    """The value, marked where it is not simply what is printed."""
    if cell.value is None:
        signs = {CellState.MISSING: "?", CellState.BLANK: "-", CellState.ABSENT: ""}
        return signs.get(cell.state, "!")
    value = cell.value
    text = f"{value.value}{value.unit or ''}" if isinstance(value, Amount) else str(value)
    if cell.state is CellState.INFERRED:
        return f"={text}"
    return f"{text}*" if cell.state is CellState.REPAIRED else text


def _slot(text: str) -> str:
    """Digits end in one column, whether a mark stands behind them or not."""
    return text if text.endswith("*") else f"{text} "


def _broken(heading: str) -> list[str]:
    """A heading over several lines, as narrow as it may be."""
    if get_language() == "zh":
        return [heading[at : at + 2] for at in range(0, len(heading), 2)]
    return [w if len(w) <= _LONGEST_WORD else f"{w[: _LONGEST_WORD - 1]}." for w in heading.split("_")]


def _heading_lines(headings: Sequence[list[str]], widths: Sequence[int], name_width: int) -> Iterator[str]:
    height = max(map(len, headings))
    for at in range(height):
        line = " " * (display_width(_ARROW) + name_width)
        for heading, width in zip(headings, widths, strict=True):
            word = ([""] * (height - len(heading)) + heading)[at]
            line += _GAP + pad(f"{word} ", -width)
        yield line.rstrip()
