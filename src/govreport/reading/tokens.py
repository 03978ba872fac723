"""The units that reading passes from stage to stage."""

from __future__ import annotations

from collections.abc import Sequence

from govreport import form
from govreport.reading.cells import Reading

# What a cell says, and the bounds of its field; its outer white space is cut off when a span is asked for.
# A plain tuple: hundreds are made for each report.
Cell = tuple[Reading, int, int]
NOWHERE = -1  # bounds of a cell that does not stand in the text

CELLS = "CELLS"
_TERMINALS = {size: terminal for table in form.TABLES for terminal, size in form.arities(table).items()}


class TableToken:
    """A label, a heading or a piece of text with its place; `type` is a terminal of the grammar."""

    __slots__ = ("end", "start", "type")

    def __init__(self, type: str, start: int, end: int) -> None:  # noqa: A002
        self.type = type
        self.start = start
        self.end = end

    def __repr__(self) -> str:
        return f"{self.type}[{self.start}:{self.end}]"


class CellRun(TableToken):
    """Cells with nothing between them; `type` is the terminal for so many, CELLS where there is none."""

    __slots__ = ("cells",)

    def __init__(self, cells: list[Cell]) -> None:
        self.type = _TERMINALS.get(len(cells), CELLS)
        self.start = cells[0][1]
        self.end = cells[-1][2]
        self.cells = cells


class Row:
    """The cells of one row of the form, as a rule of the grammar found them."""

    __slots__ = ("cells", "rule")

    def __init__(self, rule: str, cells: Sequence[Cell]) -> None:
        self.rule = rule
        self.cells = cells

    def __repr__(self) -> str:
        return f"{self.rule}({len(self.cells)})"
