"""One cell and its place, for `report.cell(path)`; the map from paths to places that a reader provides."""

import datetime
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


@attrs.frozen
class SourceRecord:
    """What a file, and the page around the report in it, say of themselves.

    Attributes:
        format: What was read: "text", "html", "docx", "pdf", "image", "ofd", "xlsx".
        name: The name of the file, or None where bytes were given.
        published: The day of publication that the page states (发布日期).
        publisher: Who published the page (发布机构).
        index_number: The index number of the page (索引号).
        origin: Where the page has the report from (来源).
    """

    format: str
    name: str | None = None
    published: datetime.date | None = None
    publisher: str | None = None
    index_number: str | None = None
    origin: str | None = None


class SourceMap(Protocol):
    """What a reader hands over beside a report: its text, and the places of its parts."""

    @property
    def text(self) -> str:
        """The text that positions refer to: the given one, or that of the document."""

    @property
    def record(self) -> SourceRecord:
        """What the file says of itself."""

    def span(self, start: int, end: int) -> Span:
        """The place of a stretch of the text, outer white space cut off."""

    def cell(self, path: str) -> tuple[str | None, CellState, Span | None, float]:
        """Raw text, state, span and confidence of the cell; KeyError if it is not a cell."""

    def locate(self, path: str) -> Span | None:
        """The place of a cell, row, table or section; None where the text does not show it."""
