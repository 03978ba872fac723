"""Which columns the slots of a record are: by what full rows of the same shape show, by place on the line."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

import attrs

from govreport.reading.mend.fields import Field, Flavour
from govreport.reading.mend.records import Record, Records

_FAR, _NEAR = 0.6, 0.3  # parts of the gap between two columns: out of its own, and in one


@attrs.frozen
class Window:
    """How delimited rows of one table hold their values.

    Attributes:
        by_shape: (fields of the line, place of the first slot) -> empty fields before the values.
        leads: All numbers of empty fields before the values that full rows show.
        trails: The same behind them.
        natural: Field of the header row that holds the heading of the first column, or None.
    """

    by_shape: dict[tuple[int, int], int]
    leads: frozenset[int]
    trails: frozenset[int]
    natural: int | None


def learn(records: Records, arity: int, natural: int | None) -> Window:
    """Learn from the rows that print every value; `natural` is the field of the first column's heading."""
    shapes: dict[tuple[int, int], set[int]] = defaultdict(set)
    leads, trails = set(), set()
    for record in records.valued:
        if record.flavour is Flavour.DELIMITED and len(record.cells) == arity:
            lead = record.slots.index(record.cells[0])
            if is_contiguous(record):
                shapes[record.width, record.first].add(lead)
                leads.add(lead)
                trails.add(len(record.slots) - lead - arity)
    return Window(
        {s: next(iter(v)) for s, v in shapes.items() if len(v) == 1},
        frozenset(leads),
        frozenset(trails),
        natural,
    )


def place(record: Record, window: Window, arity: int) -> list[Field] | None:
    """The slots of the form's columns, empty ones included; None where the layout does not show them."""
    cells = record.cells
    if len(cells) == arity and is_contiguous(record):
        return cells
    if record.flavour is Flavour.FLAT:
        return (
            record.slots[:arity]
            if len(record.slots) >= arity and not any(not s.is_empty for s in record.slots[arity:])
            else None
        )
    if record.flavour is not Flavour.DELIMITED:
        return None
    lead = _lead(record, window, arity)
    if lead is None or len(record.slots) < lead + arity:
        return None
    outside = [*record.slots[:lead], *record.slots[lead + arity :]]
    return None if any(not s.is_empty for s in outside) else record.slots[lead : lead + arity]


def is_contiguous(record: Record) -> bool:
    """Whether no field between the first cell and the last is empty."""
    cells = record.cells
    return record.slots[record.slots.index(cells[0]) + len(cells) - 1] is cells[-1]


def _lead(record: Record, window: Window, arity: int) -> int | None:
    """Empty fields before the values of a row that prints some of them blank."""
    shape = (record.width, record.first)
    if shape in window.by_shape:
        return window.by_shape[shape]
    extra = len(record.slots) - arity
    if window.leads:
        leads = {lead for lead in window.leads if extra - lead in window.trails}
        return leads.pop() if len(leads) == 1 else None
    lead = window.natural - record.first if window.natural else 0
    return lead if 0 <= lead <= extra else None


def starting_place(record: Record) -> int:
    """The field of its line in which the first value of a record stands."""
    return record.first + (record.slots.index(record.cells[0]) if record.cells else 0)


def is_stray(record: Record, full: Sequence[Record], arity: int) -> bool:
    """Whether a full row in columns of spaces has a value that stands in the column of another.

    Measured from the first value on, since labels may move a row as a whole; from the left edge of the
    line too, where the rows around show that they do not.
    """
    nearest = _nearest(record, full)
    middles, gap = _middles(record, full, arity)
    if not middles:
        return False
    place = record.cells[0].column
    inside = _off([c.column - place for c in record.cells], [m - middles[0] for m in middles], gap)
    still = all(abs(r.cells[0].column - middles[0]) < gap * _NEAR for r in nearest)
    return inside or (still and _off([c.column for c in record.cells], middles, gap))


def _off(places: Sequence[float], middles: Sequence[float], gap: float) -> bool:
    return any(
        abs(place - middles[own]) > gap * _FAR and any(abs(place - m) < gap * _NEAR for m in middles)
        for own, place in enumerate(places)
    )


def _nearest(record: Record, full: Sequence[Record]) -> list[Record]:
    return sorted((r for r in full if r is not record), key=lambda r: abs(r.line - record.line))[:6]


def _middles(record: Record, full: Sequence[Record], arity: int) -> tuple[list[float], float]:
    """Where columns stand in the full rows nearest to a spaced one, and how far apart; none if near."""
    nearest = _nearest(record, full)
    if not nearest or record.flavour is not Flavour.SPACED:
        return [], 0.0
    middles = [_median([r.cells[c].column for r in nearest]) for c in range(arity)]
    gap = min(b - a for a, b in pairwise(middles)) if arity > 1 else 8.0
    return (middles, gap) if gap >= 4 else ([], gap)


def _median(values: list[float]) -> float:
    """As `statistics.median`, a tenth of its time for a few values."""
    values.sort()
    half = len(values) // 2
    return values[half] if len(values) % 2 else (values[half - 1] + values[half]) / 2


def by_position(record: Record, full: Sequence[Record], arity: int) -> list[Field] | None:
    """Columns of a spaced row as in the nearest full rows; None where a cell falls between two."""
    middles, gap = _middles(record, full, arity)
    if not middles:
        return None
    slots: list[Field | None] = [None] * arity
    last = -1
    for cell in record.cells:
        column = min(range(arity), key=lambda c: abs(middles[c] - cell.column))
        if column <= last or abs(middles[column] - cell.column) > gap * 0.4:
            return None
        slots[column] = cell
        last = column
    return [s or Field("", record.cells[0].start, record.cells[0].start) for s in slots]
