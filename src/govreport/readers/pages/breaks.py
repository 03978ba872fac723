"""A table that goes on overleaf: a cut row made whole, spans carried on, a repeated heading left out."""

import re
from collections.abc import Sequence

import attrs

from govreport.readers.flow import joined_lines
from govreport.readers.pages.cells import CellText
from govreport.readers.pages.tables import Table, TableCell

_TOLERANCE = 4.0  # points between the columns of two pages
_ORDINAL = re.compile(r"[(（]?(?:[一二三四五六七八九十]{1,3}|[0-9０-９]{1,2})[)）、.．,，]")
_DIGITS = re.compile(r"[\d,.，．]+")

Pair = tuple[TableCell | None, TableCell]  # a cell at the foot, if there is one of its width, and one on top


def goes_on(table: Table, then: Table) -> bool:
    """Whether a table at the top of a page can be the rest of one at the foot of the page before."""
    one, other = table.columns, then.columns
    few, many = (one, other) if len(one) <= len(other) else (other, one)
    return (
        abs(one[0] - other[0]) <= _TOLERANCE
        and abs(one[-1] - other[-1]) <= _TOLERANCE
        and all(any(abs(x - y) <= _TOLERANCE for y in many) for x in few)
    )


def joined(table: Table, then: Table) -> Table:
    """Both as one table."""
    rows = then.rows[_heading(table.rows, then.rows) :]
    if not rows:
        return table
    pairs = [(_above(cell, table.foot), cell) for cell in rows[0]]
    carried = [(a, b) for a, b in pairs if a and _is_carried(a, b)]
    rest = [pair for pair in pairs if pair not in carried]
    merged = [*carried, *((a, b) for a, b in rest if a)] if _is_cut(rest) else carried
    taken = {id(b): a for a, b in merged}
    for above, cell in merged:
        above.content = _both(above.content, cell.content)
    first = [cell for cell in rows[0] if id(cell) not in taken]
    foot = [taken.get(id(cell), cell) for cell in then.foot]
    return Table(
        [*table.rows, *([first] if first else []), *rows[1:]], then.columns, foot, table.top, then.bottom
    )


def _heading(rows: Sequence[Sequence[TableCell]], then: Sequence[Sequence[TableCell]]) -> int:
    """How many rows of the second table only repeat the first ones of the first."""
    count = 0
    for one, other in zip(rows, then, strict=False):
        texts = [cell.text for cell in other]
        if texts != [cell.text for cell in one] or not any(texts) or any(map(_DIGITS.fullmatch, texts)):
            break
        count += 1
    return count


def _above(cell: TableCell, foot: Sequence[TableCell]) -> TableCell | None:
    for other in foot:
        if abs(other.left - cell.left) <= _TOLERANCE and abs(other.right - cell.right) <= _TOLERANCE:
            return other
    return None


def _is_carried(above: TableCell, cell: TableCell) -> bool:
    """Whether a cell goes on from the page before, because one of both spans rows."""
    if above.rows == 1 and cell.rows == 1:
        return False
    return not cell.text or not above.text or _continues(cell)


def _is_cut(pairs: Sequence[Pair]) -> bool:
    """Whether the last row of a page and the first of the next are one: no cell speaks for itself."""
    has_above = has_below = False
    for above, cell in pairs:
        if above is None:
            return False
        if above.text and cell.text and not (above.content.is_full and _continues(cell)):
            return False
        has_above |= bool(above.text)
        has_below |= bool(cell.text)
    return has_above and has_below


def _continues(cell: TableCell) -> bool:
    """Whether the text of a cell can be the rest of another's: no new item, no number."""
    return not _ORDINAL.match(cell.text) and not _DIGITS.fullmatch(cell.text)


def _both(above: CellText, below: CellText) -> CellText:
    return attrs.evolve(
        above,
        text=joined_lines([above.text, below.text]),
        joined=above.joined or below.joined,
        is_full=below.is_full if below.text else above.is_full,
        confidence=min(above.confidence, below.confidence),
    )
