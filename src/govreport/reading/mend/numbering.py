"""The numbers that data frames write before their rows and above their columns: they are no cells."""

from collections.abc import Sequence
from itertools import pairwise

from govreport.reading.mend.fields import Band, Field, Flavour

_COLUMNS = 4  # so many fields that count up are numbers of columns; no row of the form adds up like that
_ROWS = 3
_MISSING = frozenset(("nan", "NaN", "None"))


def without_numbering(bands: Sequence[Band]) -> list[Band]:
    """The rows of a table without the numbers of its columns and rows; what a data frame lacks is empty."""
    rows = [band for band in bands if not _counts_columns(band)]
    if len(rows) < len(bands):
        rows = [Band([_printed(f) for f in b.fields], b.flavour, b.line) for b in rows]
    side_by_side = [band for band in rows if band.flavour is not Flavour.FLAT]
    numbers: list[int] = []
    for band in side_by_side:
        number = _number(band)
        if number is None:
            return rows
        numbers.append(number)
    if len(numbers) < _ROWS or not _counts_rows(numbers):
        return rows
    return [b if b.flavour is Flavour.FLAT else Band(b.fields[1:], b.flavour, b.line) for b in rows]


def _printed(field: Field) -> Field:
    return Field("", field.start, field.start, field.index) if field.raw in _MISSING else field


def _counts_columns(band: Band) -> bool:
    """Whether a row is 0 1 2 3 and so on."""
    if len(band.fields) < _COLUMNS or band.fields[0].raw not in ("", "0"):
        return False
    printed = [f.raw for f in band.fields if f.raw]
    return len(printed) >= _COLUMNS and printed == [str(i) for i in range(len(printed))]


def _number(band: Band) -> int | None:
    """The number that a row begins with."""
    raw = band.fields[0].raw
    return int(raw) if raw.isdecimal() and len(raw) < _COLUMNS else None


def _counts_rows(numbers: Sequence[int]) -> bool:
    """Whether each number follows the one before, or begins anew at nought for another table."""
    return all(b in (a + 1, 0) for a, b in pairwise(numbers)) and any(
        b == a + 1 for a, b in pairwise(numbers)
    )
