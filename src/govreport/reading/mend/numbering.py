"""The numbers of rows and columns that stand in fields of their own: they are no cells."""

from collections.abc import Sequence
from itertools import pairwise

from govreport.reading.fold import key
from govreport.reading.lexer import VOCABULARY
from govreport.reading.mend.fields import Band, Field, Flavour, wrapped

_COLUMNS = 4  # so many fields that count up are numbers of columns; no row of the form adds up like that
_ROWS = 3
_LONGEST = 3  # digits of the number of a row
_MISSING = frozenset(("nan", "NaN", "None"))


def without_numbering(bands: Sequence[Band]) -> list[Band]:
    """The rows of a table without the numbers of its columns and rows.

    Data frames number both, and what they lack is empty. Others count the rows, or give ordinals a column.
    """
    return _without_ordinals(_without_frame(bands))


def _without_frame(bands: Sequence[Band]) -> list[Band]:
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


def _without_ordinals(bands: list[Band]) -> list[Band]:
    """The rows without a number before their label, where it is the label's own or counts the rows."""
    found = [(n, at) for n, band in enumerate(bands) if (at := _before_label(band)) is not None]
    counts = [int(bands[n].fields[at].raw) for n, at in found]
    counted = len(counts) >= _ROWS and all(b == a + 1 for a, b in pairwise(counts))
    for n, at in found:
        number, label = bands[n].fields[at : at + 2]
        if key(number.raw + label.raw) in VOCABULARY:
            whole = wrapped([number, label], label, label.index)
        elif counted and not any(f.raw for f in bands[n].fields[:at]):
            whole = label
        else:
            continue
        empty = Field("", number.start, number.start, number.index)
        fields = [*bands[n].fields[:at], empty, whole, *bands[n].fields[at + 2 :]]
        bands[n] = Band(fields, bands[n].flavour, bands[n].line)
    return bands


def _before_label(band: Band) -> int | None:
    """The place of the first cell of a row, where it is a number and a label stands behind it."""
    if band.flavour is not Flavour.DELIMITED:
        return None
    at = next((i for i, f in enumerate(band.fields[:-1]) if f.is_cell), None)
    if at is None or band.fields[at + 1].label is None:
        return None
    raw = band.fields[at].raw
    return at if raw.isdecimal() and len(raw) <= _LONGEST else None
