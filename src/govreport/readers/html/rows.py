"""Rows of a table whose cells hold nothing but words, taken from its markup all at once."""

import re
from itertools import pairwise

from govreport.readers.flow import GridRow
from govreport.readers.html.markup import ATTRIBUTES, BLANKS, BREAK, IN_BROKEN_RUNS, joined, unescaped
from govreport.readers.html.space import cell_words, collapsed
from govreport.readers.html.table import FEW, plain_cell

PARTS = ("tbody", "thead", "tfoot", "colgroup", "col")  # of a table; they say nothing of the rows in them

_BETWEEN = rf"(?:{BLANKS}</?(?:{'|'.join(PARTS)}){ATTRIBUTES}>)*+{BLANKS}"
_FIRST = rf"{_BETWEEN}<tr{ATTRIBUTES}>{BLANKS}"
FIRST_ROW = re.compile(_FIRST)
_NEXT_ROW = re.compile(rf"</tr>{_FIRST}")
_END = re.compile(rf"</tr>{_BETWEEN}")
_CELL = re.compile(rf"<td{ATTRIBUTES}>([^<]*+)</td>{BLANKS}")
_SPACE = r"\s*+(?:&nbsp;\s*+)*+"
_CELL_OF_RUNS = re.compile(
    rf"<(t[dh]){ATTRIBUTES}>{_SPACE}(<p{ATTRIBUTES}>{_SPACE})?+{IN_BROKEN_RUNS}(?(2)</p>{_SPACE})</\1>{BLANKS}"
)


class RowReader:
    """Reads the tables of a page; what the cells of one look like, those of the next do as well."""

    def __init__(self) -> None:
        self._has_runs = False

    def read(self, markup: str) -> list[GridRow] | None:
        """The rows that some markup holds, or None where more than words stands in a cell or between them."""
        if not self._has_runs:
            pieces = _CELL.split(markup)
            if starts := _row_starts(pieces[::2]):
                words = pieces[1::2]
                return _rows(list(map(unescaped, words)) if "&" in markup else words, starts)
        pieces = _CELL_OF_RUNS.split(markup)
        if (starts := _row_starts(pieces[::5])) is None:
            return None
        self._has_runs = True
        cells = list(zip(pieces[3::5], pieces[4::5], strict=True))
        rows = _rows([joined(*cell) if cell[1] or "&" in cell[0] else cell[0] for cell in cells], starts)
        if "<br" not in markup:
            return rows
        for number, (start, end) in enumerate(pairwise(starts)):
            if any("<br" in more for _, more in cells[start:end]):
                if end - start <= FEW:
                    return None  # it may arrange whole texts
                rows[number] = GridRow.of([plain_cell(_lines(*cell)) for cell in cells[start:end]])
        return rows


def _row_starts(gaps: list[str]) -> list[int] | None:
    """The cell with which each row begins, and the number of cells; None if more than tags stands between."""
    if not (FIRST_ROW.fullmatch(gaps[0]) and _END.fullmatch(gaps[-1])):
        return None
    starts = [index for index, gap in enumerate(gaps) if gap]
    return starts if all(map(_NEXT_ROW.fullmatch, {gaps[index] for index in starts[1:-1]})) else None


def _rows(words: list[str], starts: list[int]) -> list[GridRow]:
    texts = cell_words(words)
    return [GridRow(texts[start:end]) for start, end in pairwise(starts)]


def _lines(first: str, more: str) -> list[str]:
    """The lines of a cell, without blank ones."""
    line, *others = BREAK.split(more)
    lines = (joined(first, line), *(joined("", other) for other in others))
    return [line for line in map(collapsed, lines) if line.strip()]
