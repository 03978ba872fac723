"""Which cells of a row begin in it, and which go on from the cell above or to the left."""

from collections.abc import Iterable
from xml.etree.ElementTree import Element

from govreport.readers.docx.names import number, value, w

_WIDEST = 1000  # columns; Word has 63


class Spans:
    """Follows the merged cells of a table from row to row."""

    def __init__(self) -> None:
        self._open: set[int] = set()  # the columns at which merged cells of the row above begin

    def beginning(self, cells: Iterable[Element], row: Element | None) -> list[Element]:
        """The cells of the next row that begin in it; `row` has its properties."""
        above, self._open = self._open, set()
        column = number(value(row, w("gridBefore"))) or 0
        found = []
        for cell in cells:
            properties = cell.find(w("tcPr"))
            merge = _vertical(properties)
            goes_on = merge == "continue" and column in above
            if merge is not None:
                self._open.add(column)
            if not goes_on and value(properties, w("hMerge")) not in ("continue", ""):
                found.append(cell)
            column += min(max(number(value(properties, w("gridSpan"))) or 1, 1), _WIDEST)
        return found


def _vertical(properties: Element | None) -> str | None:
    """How a cell is merged with others in its column: "restart", "continue", or None if it is not."""
    tracked = None if properties is None else properties.find(w("cellMerge"))
    if tracked is not None:
        return {"cont": "continue", "rest": "restart"}.get(tracked.get(w("vMerge"), ""))
    merge = value(properties, w("vMerge"))
    return "continue" if merge == "" else merge
