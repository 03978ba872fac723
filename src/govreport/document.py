"""What a reader makes of a file: its text, and where each piece of that text stands in the document.

A table is written as a copy from a browser gives it: a line for each row, a tab between its cells, a spanned
cell once, an empty cell as an empty field. So every format is read by the same stages as plain text, and a
position in the text leads back to page, table, row and cell.
"""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import cached_property

import attrs

from govreport.model import SourceRecord


class Place:
    """Where a stretch of a document's text stands in it; a plain slotted class, made for each cell.

    Attributes:
        start: Offset of its first character in the text.
        end: Offset after its last.
        page: Page, from 1, or None where the document has none.
        table: Table of the document, from 1, or None for a paragraph.
        row: Row in that table, from 1.
        cell: Cell among those that begin in that row, from 1.
        confidence: How certain its characters are: 1.0, or less where they were recognised in a picture.
        joined: Whether digits of it that stand on two lines were put together.
    """

    __slots__ = ("cell", "confidence", "end", "joined", "page", "row", "start", "table")

    def __init__(
        self,
        start: int,
        end: int,
        page: int | None = None,
        table: int | None = None,
        row: int | None = None,
        cell: int | None = None,
        confidence: float = 1.0,
        *,
        joined: bool = False,
    ) -> None:
        self.start = start
        self.end = end
        self.page = page
        self.table = table
        self.row = row
        self.cell = cell
        self.confidence = confidence
        self.joined = joined

    @property
    def is_plain(self) -> bool:
        """Whether its text is certain."""
        return self.confidence >= CERTAIN and not self.joined


CERTAIN = 0.9  # characters recognised with less are named


@attrs.frozen
class Document:
    """A file as text.

    Attributes:
        text: Its paragraphs and the rows of its tables, one a line.
        record: What the file and the page around the report say of themselves.
        raw: Whether the text is as a person got it, so that tags in it may be markup and lines may be cut.
        is_certain: Whether all of its characters are, so that no place of it need be looked at.
    """

    text: str
    record: SourceRecord
    _lay_out: Callable[[], Sequence[Place]] = attrs.field(default=tuple, repr=False, eq=False)
    raw: bool = False
    is_certain: bool = True

    @cached_property
    def places(self) -> Sequence[Place]:
        """Where the text stands in the document, in the order of the text; laid out when first asked for."""
        return self._lay_out()

    @cached_property
    def _starts(self) -> list[int]:
        return [place.start for place in self.places]

    def place(self, offset: int) -> Place | None:
        """What stands at an offset of the text, or None where the document does not tell."""
        index = bisect_right(self._starts, offset) - 1
        return self.places[index] if index >= 0 and offset <= self.places[index].end else None
