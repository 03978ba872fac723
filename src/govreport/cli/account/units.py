"""Source lines that are shown together: those of one row, or a run of headings."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

import attrs

from govreport.model import Piece, Role


@attrs.frozen
class Unit:
    """Lines that stand one below the other, with what they hold.

    Attributes:
        lines: The pieces, line by line.
        rows: Paths of the rows that the pieces belong to.
    """

    lines: tuple[tuple[Piece, ...], ...]
    rows: tuple[str, ...]

    @property
    def start(self) -> int:
        """Offset of the first piece."""
        return self.lines[0][0].span.start

    @property
    def end(self) -> int:
        """Offset behind the last piece."""
        return self.lines[-1][-1].span.end

    @property
    def numbers(self) -> str:
        """The line, or the first and the last line; in a document page, table and row: "p2 t4 r7"."""
        first, last = self.lines[0][0].span, self.lines[-1][0].span
        if not first.is_in_document:
            return _range(first.line, last.line)
        page = [] if first.page is None else [f"p{first.page}"]
        if first.table is None or first.row is None:
            return " ".join(page)
        end = last.row if last.row is not None and last.table == first.table else first.row
        return " ".join([*page, f"t{first.table}", f"r{_range(first.row, end)}"])

    @property
    def cells(self) -> frozenset[str]:
        """Paths of the cells that stand here."""
        return frozenset(p.path for line in self.lines for p in line if p.role is Role.CELL)


def _range(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}-{last}"


def units_of(pieces: Iterable[Piece]) -> list[Unit]:
    """The pieces of one table, in order, as units."""
    units: list[Unit] = []
    for line in _lines(pieces):
        rows = rows_of(line)
        last = units[-1] if units else None
        if last is not None and _goes_on(last, line, rows):
            units[-1] = Unit((*last.lines, line), tuple(dict.fromkeys((*last.rows, *rows))))
        else:
            units.append(Unit((line,), rows))
    return units


def rows_of(pieces: Sequence[Piece]) -> tuple[str, ...]:
    """Paths of the rows of labels, cells and values without a column, each once."""
    paths = (p.path.rpartition(".")[0] if p.role is Role.CELL else p.path for p in pieces)
    return tuple(dict.fromkeys(path for path in paths if path))


def _lines(pieces: Iterable[Piece]) -> Iterator[tuple[Piece, ...]]:
    for _, line in groupby(pieces, key=lambda p: p.span.line):
        yield tuple(line)


def _goes_on(unit: Unit, line: Sequence[Piece], rows: Sequence[str]) -> bool:
    """Whether a line belongs to the row of those above it, or to a run of headings of one piece each."""
    if rows or unit.rows:
        return bool(set(rows) & set(unit.rows)) and not _again(unit, line)
    before = unit.lines[-1]
    near = line[0].span.line - before[0].span.line <= _NEAR
    alike = before[0].role is line[0].role and line[0].role is not Role.UNEXPLAINED
    return near and alike and len(before) == len(line) == 1


def _again(unit: Unit, line: Sequence[Piece]) -> bool:
    """Whether a line begins the row anew: its label stands there although its cells have been."""
    return bool(unit.cells) and line[0].role is Role.LABEL


_NEAR = 2
