"""A table of the form as WordprocessingML: a grid of columns, cells merged across and down."""

from collections.abc import Iterator
from itertools import pairwise

import attrs

from govreport.rendering.docx.markup import escaped, paragraph
from govreport.rendering.docx.parts import TEXT_WIDTH
from govreport.rendering.layout import Box, Row, Table

_TOGETHER = 6  # rows at the end of a table that stay on one page
# Columns of labels -> their shares of the width in percent; the columns of numbers share the rest evenly.
_LABEL_SHARES = {0: (), 1: (34,), 3: (8, 11, 28)}
_PADDING = 28  # on either side of a cell, in twentieths of a point
_DIGIT = 0.6  # the widest digit as a share of its height
_SIZE = 18  # half points: that of the labels
_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)


@attrs.frozen
class _Cell:
    """A cell of the grid, or the part of one that began in a row above."""

    box: Box
    goes_on: bool
    width: int


@attrs.frozen
class _Look:
    """How a row is set: as a heading or not, with the next row or not, its numbers in which size."""

    is_head: bool
    keep: bool
    size: int


def table_markup(table: Table, heading: str) -> str:
    """A table; `heading` names it to a screen reader where no line above it does."""
    widths = _widths(table)
    label = () if table.label is None else ((Box(table.label, True, colspan=len(widths)),),)
    rows = (*label, *table.head, *table.body)
    heads = len(rows) - len(table.body)
    kept = len(rows) - _TOGETHER  # from here on no page ends
    size = _size(table, widths[-1])
    lines = [
        _row(cells, _Look(i < heads, i < heads or kept <= i < len(rows) - 1, size))
        for i, cells in enumerate(_grid(rows, widths))
    ]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{TEXT_WIDTH}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblBorders>{_BORDERS}</w:tblBorders><w:tblLayout w:type="fixed"/>'
        f'<w:tblCellMar><w:left w:w="{_PADDING}" w:type="dxa"/>'
        f'<w:right w:w="{_PADDING}" w:type="dxa"/></w:tblCellMar>'
        f'<w:tblCaption w:val="{escaped(table.label or heading)}"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(lines)}</w:tbl>"
    )


def _widths(table: Table) -> list[int]:
    """The width of each column in twentieths of a point."""
    columns = sum(box.colspan for box in table.head[0])
    labels = columns - sum(not box.header for box in table.body[-1])
    shares = _LABEL_SHARES[labels]
    rest = (100 - sum(shares)) / (columns - labels)
    edges = [0.0]
    for share in (*shares, *[rest] * (columns - labels)):
        edges.append(edges[-1] + share)
    places = [round(edge * TEXT_WIDTH / 100) for edge in edges]
    return [right - left for left, right in pairwise(places)]


def _size(table: Table, width: int) -> int:
    """The size, in half points, in which every number stands on one line."""
    longest = max(len(box.text) for row in table.body for box in row if not box.header)
    points = (width - 2 * _PADDING) / 20 / (_DIGIT * max(longest, 1))
    return max(min(int(2 * points), _SIZE), 2)


def _grid(rows: tuple[Row, ...], widths: list[int]) -> Iterator[list[_Cell]]:
    """The cells of each row from left to right, with those that go on from above."""
    reaching: dict[int, tuple[Box, int]] = {}  # column -> a box that began above, and rows still to come
    for row in rows:
        boxes = iter(row)
        cells: list[_Cell] = []
        column = 0
        while column < len(widths):
            above = reaching.pop(column, None)
            box, left = above or (box := next(boxes), box.rowspan)
            if left > 1:
                reaching[column] = box, left - 1
            cells.append(_Cell(box, above is not None, sum(widths[column : column + box.colspan])))
            column += box.colspan
        yield cells


def _row(cells: list[_Cell], look: _Look) -> str:
    repeated = "<w:tblHeader/>" if look.is_head else ""
    boxes = "".join(_cell(cell, look) for cell in cells)
    return f'<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="340"/>{repeated}</w:trPr>{boxes}</w:tr>'


def _cell(cell: _Cell, look: _Look) -> str:
    box = cell.box
    across = f'<w:gridSpan w:val="{box.colspan}"/>' if box.colspan > 1 else ""
    down = ""
    if box.rowspan > 1:
        down = "<w:vMerge/>" if cell.goes_on else '<w:vMerge w:val="restart"/>'
    style = "TableLabel" if box.header and not look.is_head else "TableText"
    properties = "<w:keepNext/>" if look.keep else ""
    size = 0 if box.header else look.size
    text = paragraph("" if cell.goes_on else box.text, style, properties, size)
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{cell.width}" w:type="dxa"/>{across}{down}'
        f'<w:vAlign w:val="center"/></w:tcPr>{text}</w:tc>'
    )
