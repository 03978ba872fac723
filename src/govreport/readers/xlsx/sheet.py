"""One sheet as rows of printed cells, each merged cell once, where it begins."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

import attrs

from govreport.diagnostics import Message
from govreport.readers.refusals import damaged, too_large
from govreport.readers.xlsx.names import m, position
from govreport.readers.xlsx.values import Values

MOST_CELLS = 2_000_000  # of the rectangle that a sheet fills; a report has some five hundred
_LAST_COLUMN = 16_384
_HIDDEN = ("1", "true")
_NOT = ("0", "false")
_ZERO = re.compile(r"0+(?:\.0*)?")


@attrs.frozen
class SheetRow:
    """A visible row that holds something.

    Attributes:
        number: Its number in the sheet, from 1.
        texts: Column -> what its cell prints; empty cells with a border are among them.
        covered: Columns that belong to a cell which began further up or left.
    """

    number: int
    texts: dict[int, str]
    covered: set[int]


@attrs.frozen
class _Merged:
    """A merged range: its first and last row and column."""

    top: int
    left: int
    bottom: int
    right: int


def read_sheet(sheet: Element, values: Values) -> list[SheetRow]:
    """The visible rows of a sheet that hold something, from above.

    Raises:
        ReadError: Its merged cells overlap, or the rectangle that it fills is beyond a bound.
    """
    hidden = _hidden_columns(sheet)
    views = sheet.iterfind(f"{m('sheetViews')}/{m('sheetView')}")
    zeros = all(view.get("showZeros") not in _NOT for view in views)
    rows = [(number, _texts(row, values, hidden, zeros=zeros)) for number, row in _rows(sheet)]
    filled = [(number, texts) for number, texts in rows if texts]
    width = max((max(texts) for _, texts in filled), default=0)
    if len(filled) * width > MOST_CELLS:
        raise too_large(Message(zh="单元格", en="cells"), len(filled) * width, MOST_CELLS)
    coming = sorted(_merged(sheet), key=lambda found: found.top, reverse=True)
    reaching: list[_Merged] = []
    found = []
    for number, texts in filled:
        while coming and coming[-1].top <= number:
            reaching.append(coming.pop())
        reaching = [merged for merged in reaching if merged.bottom >= number]
        covered = _covered(number, reaching, width) | hidden
        found.append(SheetRow(number, {c: t for c, t in texts.items() if c not in covered}, covered))
    return found


def _covered(number: int, reaching: list[_Merged], width: int) -> set[int]:
    covered: set[int] = set()
    count = 0
    for merged in reaching:
        columns = range(merged.left + (merged.top == number), min(merged.right, width) + 1)
        covered.update(columns)
        count += len(columns)
        if count > width:  # checked here, so that ranges without end over each other cost nothing
            raise damaged(Message(zh="合并单元格互相重叠", en="merged cells overlap"))
    return covered


def _rows(sheet: Element) -> Iterator[tuple[int, Element]]:
    """The visible rows with their numbers; one without a number follows the row before."""
    number = 0
    for row in sheet.iterfind(f"{m('sheetData')}/{m('row')}"):
        given = row.get("r", "")
        number = int(given) if given.isascii() and given.isdigit() and len(given) < 8 else number + 1
        if not _is_hidden(row, "ht"):
            yield number, row


def _texts(row: Element, values: Values, hidden: set[int], *, zeros: bool) -> dict[int, str]:
    texts = {}
    column = 0
    for cell in row.iterfind(m("c")):
        place = position(cell.get("r", ""))
        column = place[1] if place is not None else column + 1
        text = values.text(cell, zeros=zeros)
        if column <= _LAST_COLUMN and column not in hidden and (text or values.framed(cell)):
            texts[column] = text
    return texts


def _hidden_columns(sheet: Element) -> set[int]:
    hidden: set[int] = set()
    for columns in sheet.iterfind(f"{m('cols')}/{m('col')}"):
        first, last = columns.get("min", ""), columns.get("max", "")
        if _is_hidden(columns, "width") and first.isdecimal() and last.isdecimal():
            hidden.update(range(int(first[:5]), min(int(last[:5]), _LAST_COLUMN) + 1))
    return hidden


def _is_hidden(line: Element, extent: str) -> bool:
    """Whether a row or columns are hidden: by the mark for it, or as they are of no height or width."""
    return line.get("hidden") in _HIDDEN or _ZERO.fullmatch(line.get(extent, "")) is not None


def _merged(sheet: Element) -> Iterator[_Merged]:
    for merged in sheet.iterfind(f"{m('mergeCells')}/{m('mergeCell')}"):
        first, _, last = merged.get("ref", "").partition(":")
        begin, end = position(first), position(last)
        if begin is not None and end is not None:
            yield _Merged(*begin, *end)
