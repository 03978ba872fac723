"""Mend section 四: fifteen cells under headings that converters scatter, or three tables of five."""

from collections.abc import Sequence
from itertools import product

from govreport import form
from govreport.catalogue import note
from govreport.model import CellState
from govreport.reading.mend.align import align
from govreport.reading.mend.layout import Field, Flavour, read_bands
from govreport.reading.mend.records import Record, Records, read_records
from govreport.reading.mend.result import MendedRow, Outcome, cell_of, inferred_cell, integers
from govreport.reading.mend.settle import Candidate, agreed, candidates
from govreport.reading.mend.words import leftovers, printed_order
from govreport.reading.regions import Region
from govreport.reading.source import Source

_TABLE = "remedies"
_EACH = 5
_ALL = 15
_ORDER = ("UPHELD", "CORRECTED", "OTHER", "PENDING", "TOTAL")
_KINDS = ("RECONSIDERATION", "LITIGATION_DIRECT", "LITIGATION_AFTER_RECONSIDERATION")


def mend_remedies(source: Source, region: Region) -> Outcome:
    """Read the table of reconsideration and litigation of a region."""
    records = read_records(read_bands(region.lines), _EACH)
    outcome = Outcome()
    slots = _fifteen(records)
    if slots is not None:
        _put(outcome, [slots[i : i + _EACH] for i in range(0, _ALL, _EACH)])
    elif not _by_label(source, records, outcome):
        _by_sums(source, records, outcome)
    _name_columns(source, records, outcome)
    taken = align(records, form.rows(_TABLE), _TABLE) if slots is None else []
    if slots is None:
        outcome.diagnostics += leftovers(_TABLE, source, records, taken)
    return outcome


def _put(outcome: Outcome, rows: Sequence[Sequence[Field]]) -> None:
    for row, fields in zip(form.rows(_TABLE), rows, strict=True):
        outcome.rows[row.path] = MendedRow([cell_of(f) for f in fields])


def _fifteen(records: Records) -> list[Field] | None:
    """The fifteen slots, where one row or an unbroken run of values shows them all."""
    for record in records.valued:
        slots = _of_one_row(record)
        if slots is not None:
            return slots
    cells = [c for r in records.valued for c in r.cells]
    unlabelled = all(not r.own and not r.before for r in records.valued[1:])
    return cells if len(cells) == _ALL and unlabelled else None


def _of_one_row(record: Record) -> list[Field] | None:
    if len(record.cells) == _ALL:
        return record.cells
    if record.flavour is Flavour.DELIMITED and record.cells and len(record.slots) == _ALL:
        return record.slots
    if record.flavour is Flavour.FLAT and len(record.slots) == _ALL:
        return record.slots
    return None


def _by_label(source: Source, records: Records, outcome: Outcome) -> bool:
    """Three rows or tables of five, each with its own label or in the form's order."""
    valued = [r for r in records.valued if r.cells or len(r.slots) >= _EACH]
    if len(valued) != len(_KINDS) or any(len(r.cells) != _EACH and not (r.flavour is not Flavour.SPACED and len(r.slots) == _EACH) for r in valued):
        return False
    named = [_kind(r) for r in valued]
    rows = form.rows(_TABLE)
    in_order = all(n in (None, kind) for n, kind in zip(named, _KINDS, strict=True))
    order = [_KINDS.index(n) for n in named if n] if all(named) and len(set(named)) == len(_KINDS) else list(range(len(_KINDS)))
    for place, record in zip(order, valued, strict=True):
        fields = record.cells if len(record.cells) == _EACH else record.slots
        path = rows[place].path
        outcome.rows[path] = MendedRow([cell_of(f) for f in fields])
        if not (in_order and any(named)):
            label = form.label(_TABLE, rows[place].labels[0])
            span = source.span(fields[0].start, fields[-1].end)
            outcome.diagnostics.append(note("GR013", path, span, found=" ".join(f.raw for f in [*record.before, *record.own]), label=label))
    return True


def _kind(record: Record) -> str | None:
    return next((f.label for f in reversed([*record.before, *record.own]) if f.label in _KINDS), None)


def _by_sums(source: Source, records: Records, outcome: Outcome) -> None:
    """Fewer or more than fifteen values: settled where the three sums leave one reading, else named."""
    cells = max((r.cells for r in records.valued), key=len, default=[])
    values = integers(cells)
    span = source.span(cells[0].start, cells[-1].end) if cells else None
    readings = _readings([v for v in values if v is not None]) if None not in values and 0 < len(cells) < _ALL else []
    related = tuple(f"{r.path}.{n}" for r in form.rows(_TABLE) for n in r.columns)
    label = form.label("outline", "REMEDIES_HEADING")
    printed = " ".join(c.raw for c in cells)
    for index, row in enumerate(form.rows(_TABLE)):
        tokens = [cell_of(None) for _ in row.columns]
        if readings:
            agreed_values, settled = agreed([r[index] for r in readings])
            for column, (value, ok) in enumerate(zip(agreed_values, settled, strict=True)):
                if ok and value is not None:
                    tokens[column] = inferred_cell(value)
                    outcome.states[f"{row.path}.{row.columns[column]}"] = CellState.REPAIRED
        outcome.rows[row.path] = MendedRow(tokens)
        outcome.diagnostics.append(
            note("GR015", row.path, span, related=related, found=len(cells), expected=_ALL, label=label, candidates=printed)
        )


def _readings(values: list[int]) -> list[tuple[Candidate, ...]]:
    """All ways to cut the values into three rows that keep their sums."""
    found: list[tuple[Candidate, ...]] = []
    for a, b in product(range(_EACH + 1), repeat=2):
        c = len(values) - a - b
        if not 0 <= c <= _EACH:
            continue
        parts = (values[:a], values[a : a + b], values[a + b :])
        options = [candidates(p, _EACH, dense=True) if p else [] for p in parts]
        if all(options):
            found += product(*options)
        if len(found) > 2000:
            return []
    return found


def _name_columns(source: Source, records: Records, outcome: Outcome) -> None:
    wrong = next((w for row in records.header for w in [printed_order([row], _ORDER)] if w), [])
    kinds = printed_order([[f for row in records.header for f in row if f.label in _KINDS]], _KINDS)
    if (wrong or kinds) and outcome.rows:
        fields = wrong or kinds
        span = source.span(fields[0].start, fields[-1].end)
        outcome.diagnostics.append(note("GR021", _TABLE, span, related=tuple(outcome.rows), found=" ".join(f.raw for f in fields)))
