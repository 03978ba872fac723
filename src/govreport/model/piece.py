"""What a piece of a table was taken for, for `govreport.trace(report)`."""

from enum import StrEnum

import attrs

from govreport.diagnostics import Span
from govreport.model.cell import CellState


class Role(StrEnum):
    """What a piece of a table was taken for.

    `label`: the label of a row, or a part of one; `cell`: a value; `heading`: the heading of a column, of a
    group of rows or of one of several tables; `furniture`: a rule, a page foot, a header that a new page
    repeats; `unexplained`: none of these, and a diagnostic names it.
    """

    LABEL = "label"
    CELL = "cell"
    HEADING = "heading"
    FURNITURE = "furniture"
    UNEXPLAINED = "unexplained"


@attrs.frozen
class Piece:
    """A piece of a table as it stands in the text.

    A cell that a converter broke over lines, or printed once for each column that it spans, has several.

    Attributes:
        span: Where it stands.
        text: What stands there, without outer white space.
        role: What it was taken for.
        table: The table in whose region it stands: "proactive_disclosure", "applications" or "remedies".
        path: Of the cell; of the row for a label, and for a value whose column stayed open; else "".
        state: How the cell came to its value, for a cell.
    """

    span: Span
    text: str
    role: Role
    table: str
    path: str = ""
    state: CellState | None = None
