"""Rows of a table whose cells hold nothing but words, taken from the skeleton of a page all at once."""

import re
from collections.abc import Sequence
from itertools import accumulate, pairwise

from govreport.readers.flow import GridRow
from govreport.readers.html.markup import coded, telling, told
from govreport.readers.html.space import cell_words, collapsed
from govreport.readers.html.table import FEW, plain_cell

_CELLS = "(?:<td>(?:<p></p>)?+</td>|<th>(?:<p></p>)?+</th>)++"
_BROKEN = "(?:<td>(?:<p><br>*+</p>|<br>*+)</td>|<th>(?:<p><br>*+</p>|<br>*+)</th>)"
# A row of few cells may arrange whole texts where they have several lines.
ROWS = re.compile(coded(rf"(?:<tr>(?:{_CELLS}</tr>|{_BROKEN}{{{FEW + 1},}}+</tr>)<tbody>*+)++"))

_ROW = re.compile(coded("<tr>([^</tr>]*+)"))
_CELL = re.compile(coded("[<td><th>]([^</td></th>]*+)"))
_ROW_TAG, _BREAK, _PARAGRAPH = map(coded, ("<tr>", "<br>", "<p>"))
_END, _HEAD_END = map(coded, ("</td>", "</th>"))
_WRAPS = [(coded(f"<{cell}><p>"), coded("<td p><p>")) for cell in ("td", "th")]
_TEXT = telling("<td><th><p>")
_BESIDE = telling("<td p></p>")


def read_rows(tags: str, words: list[str]) -> list[GridRow] | None:
    """The rows of tags that match `ROWS`, or None if words stand beside the paragraph of a cell.

    Args:
        tags: Part of a skeleton.
        words: What stands behind each of the tags.
    """
    plain = tags
    if _PARAGRAPH in tags:
        for start, wrapped in _WRAPS:
            plain = plain.replace(start, wrapped)
        if "".join(told(plain, words, _BESIDE)).strip():
            return None
    texts = cell_words(told(plain, words, _TEXT))
    ends = accumulate([row.count(_END) + row.count(_HEAD_END) for row in tags.split(_ROW_TAG)])
    rows = [GridRow(texts[start:end]) for start, end in pairwise(ends)]
    if _BREAK in tags:
        for number, found in enumerate(_ROW.finditer(tags)):
            if _BREAK in found[0]:
                rows[number] = _broken(found[1], words[found.start(1) : found.end(1)])
    return rows


def _broken(tags: str, words: Sequence[str]) -> GridRow:
    """A row some of whose cells have several lines."""
    cells = _CELL.finditer(tags)
    return GridRow.of([plain_cell(_lines(words[cell.start() : cell.end()])) for cell in cells])


def _lines(words: Sequence[str]) -> list[str]:
    """The lines of a cell, without blank ones."""
    return [collapsed(line) for line in words if line.strip()]
