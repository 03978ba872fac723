"""Mend section 四: fifteen cells under headings that converters scatter, or three tables of five."""

from collections.abc import Collection, Sequence
from itertools import pairwise, product

from govreport import form
from govreport.catalogue import note
from govreport.diagnostics import Diagnostic
from govreport.model import CellState
from govreport.reading.fold import key
from govreport.reading.mend import columns
from govreport.reading.mend.fields import Field, Flavour
from govreport.reading.mend.layout import read_bands
from govreport.reading.mend.records import Record, Records, read_records
from govreport.reading.mend.result import MendedRow, Outcome, cell_of, inferred_cell, integers
from govreport.reading.mend.settle import Candidate, agreed, candidates
from govreport.reading.mend.words import before_rests, explained, is_broken, name_unexplained, out_of_order
from govreport.reading.regions import Region
from govreport.reading.source import Source

_TABLE = "remedies"
_EACH = 5
_ALL = 15
_ORDER = ("UPHELD", "CORRECTED", "OTHER", "PENDING", "TOTAL")
_KINDS = ("RECONSIDERATION", "LITIGATION_DIRECT", "LITIGATION_AFTER_RECONSIDERATION")
_PLAIN: tuple[set[str], ...] = (set(), set(_ORDER))  # what stands over a row that has no label of its own
_FAR = 0.6  # of the gap between two headings
_MOST_READINGS = 2000


def mend_remedies(source: Source, region: Region) -> Outcome:
    """Read the table of reconsideration and litigation of a region."""
    bands = read_bands(region.lines)
    records = read_records(bands, _EACH)
    outcome = Outcome(fields=[f for band in bands for f in band.fields])
    valued = [r for r in records.valued if r.cells or len(r.slots) >= _EACH]
    headed = max((i for i, b in enumerate(bands) if any(f.raw for f in b.fields)), default=0)
    blank = [
        list(b.fields) for b in bands[headed:] if len(b.fields) == _ALL and not any(f.raw for f in b.fields)
    ]
    whole = [r for r in valued if _slots(r, _ALL) is not None]
    shifted = any(
        _is_shifted(r, _headings(records), _ALL) or _is_beside(r, records) or _has_words(r) for r in whole
    )
    doubt = len(valued) > 1 or shifted or bool(before_rests(records))
    if len(whole) == 1:
        slots = _slots(whole[0], _ALL) or []
        _put(source, outcome, [slots[i : i + _EACH] for i in range(0, _ALL, _EACH)], doubt=doubt)
    elif not valued and len(blank) == 1:
        _put(source, outcome, [blank[0][i : i + _EACH] for i in range(0, _ALL, _EACH)], doubt=False)
    elif len(valued) == len(_KINDS):
        _three_tables(source, valued, outcome)
    elif not whole and _run_on(valued) is not None:
        cells = _run_on(valued) or []
        _put(source, outcome, [cells[i : i + _EACH] for i in range(0, _ALL, _EACH)], doubt=False)
    else:
        _unsettled(source, valued, outcome)
    _name_columns(source, records, outcome)
    loose = [c for r in valued if r is not whole[0] for c in r.cells] if len(whole) == 1 else []
    outcome.diagnostics += _unexplained(source, records, loose)
    return outcome


def _slots(record: Record, width: int) -> list[Field] | None:
    """The slots of a record, if it shows exactly so many."""
    if len(record.cells) == width and columns.is_contiguous(record):
        return record.cells
    return record.slots if record.flavour is not Flavour.SPACED and len(record.slots) == width else None


def _is_shifted(record: Record, places: Collection[int], width: int) -> bool:
    """Whether the values follow an empty field, and it is no cell of theirs by what belongs above them."""
    if record.flavour is not Flavour.DELIMITED or not places or not record.slots[0].is_empty:
        return False
    surplus = len(record.slots) > width and columns.starting_place(record) > min(places)
    return surplus or (len(record.slots) == width and record.first < min(places))


def _is_beside(record: Record, records: Records) -> bool:
    """Whether values in columns of spaces keep step with the headings, and stand under others than theirs."""
    lines = [[f for f in line if f.spaced and f.label in _ORDER] for line in records.header]
    heads = next((line for line in lines if len(line) in (_ALL, _ALL - _EACH)), [])
    if record.flavour is not Flavour.SPACED or not heads:
        return False
    gap = min(b.column - a.column for a, b in pairwise(heads))
    off = [c.column - h.column for c, h in zip(record.cells[-len(heads) :], heads, strict=True)]
    in_step = sum(abs(b - a) < gap * _FAR for a, b in pairwise(off))
    return in_step * 3 > len(off) * 2 and any(abs(distance) > gap * _FAR for distance in off)


def _has_words(record: Record) -> bool:
    """Whether words that are none of the table's stand beside the values: one may be a misread cell."""
    beside = [f.raw for f in (*record.own, *record.after) if f.raw]
    above = [f.raw for f in record.before[-1:] if f.raw and record.flavour is Flavour.FLAT]
    return not all(map(key, above + beside)) or not all(explained(raw, _TABLE) for raw in beside)


def _headings(records: Records) -> set[int]:
    """The fields in which the headings of the table begin, line by line."""
    lines = records.header[:-1]
    return {line[0].index for line in lines if line and line[0].label in (*_ORDER, *_KINDS)}


def _run_on(valued: Sequence[Record]) -> list[Field] | None:
    """Fifteen cells that stand in several lines, by fives, with no words between them."""
    cells = [c for r in valued for c in r.cells]
    unbroken = all(len(r.cells) % _EACH == 0 and columns.is_contiguous(r) for r in valued if r.cells) and all(
        not r.own and not r.before for r in valued[1:]
    )
    return cells if len(cells) == _ALL and unbroken else None


def _put(source: Source, outcome: Outcome, rows: Sequence[Sequence[Field]], *, doubt: bool) -> None:
    """Take the values of the three rows; name them where a cell is broken or others stand beside."""
    broken = doubt or any(is_broken(fields) for fields in rows)
    for row, fields in zip(form.rows(_TABLE), rows, strict=True):
        outcome.rows[row.path] = MendedRow([cell_of(f) for f in fields])
        if broken:
            outcome.diagnostics.append(_doubt(source, row, fields))


def _doubt(
    source: Source, row: form.FormRow, fields: Sequence[Field], words: Sequence[Field] = ()
) -> Diagnostic:
    span = source.span(fields[0].start, fields[-1].end) if fields else None
    label = form.label(_TABLE, row.labels[0])
    return note("GR013", row.path, span, found=" ".join(f.raw for f in [*words, *fields]), label=label)


def _three_tables(source: Source, valued: Sequence[Record], outcome: Outcome) -> None:
    """Three rows or tables of five, each under its own label, or in the form's order."""
    named = [_kind(r) for r in valued]
    rows = form.rows(_TABLE)
    distinct = all(named) and len(set(named)) == len(_KINDS)
    order = [_KINDS.index(n) for n in named if n] if distinct else list(range(len(_KINDS)))
    certain = distinct or (any(named) and _in_order(valued, named))
    places = [columns.starting_place(r) for r in valued if len(r.slots) == _EACH]
    for place, record in zip(order, valued, strict=True):
        row = rows[place]
        fields = _slots(record, _EACH)
        if fields is None:
            _settle(source, row, record, outcome)
            continue
        outcome.rows[row.path] = MendedRow([cell_of(f) for f in fields])
        if not certain or is_broken(fields) or _is_shifted(record, places, _EACH) or _has_words(record):
            outcome.diagnostics.append(_doubt(source, row, fields, [*record.before, *record.own]))


def _in_order(valued: Sequence[Record], named: Sequence[str | None]) -> bool:
    """Whether the order of the form tells rows without labels: no word on them says another thing."""
    return all(
        name == kind or (name is None and {f.label for f in [*record.before, *record.own]} in _PLAIN)
        for record, name, kind in zip(valued, named, _KINDS, strict=True)
    )


def _kind(record: Record) -> str | None:
    return next((f.label for f in reversed([*record.before, *record.own]) if f.label in _KINDS), None)


def _settle(source: Source, row: form.FormRow, record: Record, outcome: Outcome) -> None:
    """A row of its own with fewer than five values: what its sum leaves open is named."""
    values = [v for v in integers(record.cells) if v is not None]
    usable = len(values) == len(record.cells) and 0 < len(values) < _EACH
    found = candidates(values, _EACH, dense=True) if usable else []
    _take(source, row, record.cells, found, _EACH, outcome)


def _unsettled(source: Source, valued: Sequence[Record], outcome: Outcome) -> None:
    """Another number of values than fifteen: settled where the three sums leave one reading, else named."""
    cells = valued[0].cells if len(valued) == 1 else [c for r in valued for c in r.cells]
    values = [v for v in integers(cells) if v is not None]
    usable = len(valued) == 1 and len(values) == len(cells) < _ALL
    readings = _readings(values) if usable else []
    for index, row in enumerate(form.rows(_TABLE)):
        _take(source, row, cells, [r[index] for r in readings], _ALL, outcome)


def _take(
    source: Source,
    row: form.FormRow,
    cells: Sequence[Field],
    found: Sequence[Candidate],
    expected: int,
    outcome: Outcome,
) -> None:
    tokens = [cell_of(None) for _ in row.columns]
    if found:
        for column, (value, ok) in enumerate(zip(*agreed(found), strict=True)):
            if ok and value is not None:
                tokens[column] = inferred_cell(value)
                outcome.states[f"{row.path}.{row.columns[column]}"] = CellState.REPAIRED
    outcome.rows[row.path] = MendedRow(tokens)
    printed = " ".join(c.raw for c in cells)
    span = source.span(cells[0].start, cells[-1].end) if cells else None
    related = tuple(f"{row.path}.{n}" for n in row.columns)
    label = form.label(_TABLE, row.labels[0])
    outcome.diagnostics.append(
        note(
            "GR015",
            row.path,
            span,
            related=related,
            found=len(cells),
            expected=expected,
            label=label,
            candidates=printed,
        )
    )


def _readings(values: list[int]) -> list[tuple[Candidate, ...]]:
    """All ways to cut the values into three rows that keep their sums."""
    found: list[tuple[Candidate, ...]] = []
    for a, b in product(range(1, _EACH + 1), repeat=2):
        c = len(values) - a - b
        if not 1 <= c <= _EACH:
            continue
        parts = (values[:a], values[a : a + b], values[a + b :])
        found += product(*(candidates(p, _EACH, dense=True) for p in parts))
        if len(found) > _MOST_READINGS:
            return []
    return found


def _name_columns(source: Source, records: Records, outcome: Outcome) -> None:
    """Name the table where the headings of its columns stand in another order than the form's."""
    header = [*records.header, *(r.before for r in records.valued[1:])]
    fields = out_of_order(header, (_ORDER, _KINDS), _TABLE)
    if fields and outcome.rows:
        span = source.span(fields[0].start, fields[-1].end)
        words = " ".join(f.raw for f in fields)
        outcome.diagnostics.append(note("GR021", _TABLE, span, related=tuple(outcome.rows), found=words))


def _unexplained(source: Source, records: Records, loose: Sequence[Field]) -> list[Diagnostic]:
    """Words that are none of the table's, and values beside the fifteen."""
    words = [f for r in records.valued for f in [*r.before, *r.own, *r.after]] + records.rest
    odd = [f for f in words if f.raw and not explained(f.raw, _TABLE)]
    return name_unexplained(_TABLE, source, [*odd, *loose])
