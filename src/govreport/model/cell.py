"""One cell and its place, for `report.cell(path)`; the map from paths to places that a reader provides."""

from enum import StrEnum
from typing import Protocol

import attrs

from govreport.diagnostics import Span
from govreport.model.tables import Amount


class CellState(StrEnum):
    """How a cell came to its value.

    `printed`: the text holds it; `blank`: the text holds an empty cell; `repaired`: read, but placed or put
    together with doubt; `inferred`: only the printed sums give it; `missing`: the form has it, the text lost
    it; `absent`: its row is not printed.
    """

    PRINTED = "printed"
    BLANK = "blank"
    REPAIRED = "repaired"
    INFERRED = "inferred"
    MISSING = "missing"
    ABSENT = "absent"


@attrs.frozen
class Cell:
    """A cell of a table.

    Attributes:
        value: What the report's attribute of the same path holds.
        raw: The text of the cell as it stands in the source; None without a source or where the text lost it.
        state: How the value came about.
        span: Where the cell stands in the source, or None.
        confidence: 1.0 for printed and blank cells, lower where reading had to repair or infer.
    """

    value: int | Amount | None
    raw: str | None
    state: CellState
    span: Span | None = None
    confidence: float = 1.0


class SourceMap(Protocol):
    """What a reader hands over beside a report: the places of its parts."""

    def cell(self, path: str) -> tuple[str | None, CellState, Span | None, float]:
        """Raw text, state, span and confidence of the cell; KeyError if it is not a cell."""

    def locate(self, path: str) -> Span | None:
        """The place of a cell, row, table or section; None where the text does not show it."""
