"""Which columns the slots of a record are: by what full rows of the same shape show, by place on the line."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from math import inf
from operator import attrgetter

import attrs

from govreport.reading.mend.fields import Field, Flavour
from govreport.reading.mend.records import Record, Records

_NARROW, _LONE = 4, 8.0  # columns that stand nearer show nothing; the gap of one that stands alone
_FEW = 6  # so many rows around one show where its columns are
_line = attrgetter("line")
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


def is_stray(record: Record, full: Sequence[Record]) -> bool:
    """Whether a full row in columns of spaces has a value that stands in the column of another.

    Measured from the first value on, since labels may move a row as a whole; from the left edge of the
    line too, where the rows around show that they do not.
    """
    nearest = _nearest(record, full)
    middles, gap = _middles(record, nearest)
    if not middles:
        return False
    places = record.columns
    by = [place - m for place, m in zip(places, middles, strict=True)]
    if max(by) - min(by) > gap * _FAR:  # else none is off by as much
        inside = [place - places[0] for place in places]
        if _off(inside, [m - middles[0] for m in middles], gap):
            return True
    return all(abs(r.columns[0] - middles[0]) < gap * _NEAR for r in nearest) and _off(places, middles, gap)


def _off(places: Sequence[float], middles: Sequence[float], gap: float) -> bool:
    far, near = gap * _FAR, gap * _NEAR
    astray = [p for p, own in zip(places, middles, strict=True) if not -far <= p - own <= far]
    return any(abs(place - m) < near for place in astray for m in middles) if astray else False


def _nearest(record: Record, full: Sequence[Record]) -> list[Record]:
    """The few rows whose lines are nearest, of rows in the order of their lines."""
    line = record.line
    right = bisect_left(full, line, key=_line)
    left = right - 1
    right += right < len(full) and full[right] is record
    found: list[Record] = []
    while len(found) < _FEW and (left >= 0 or right < len(full)):
        if right == len(full) or (left >= 0 and line - full[left].line <= full[right].line - line):
            found.append(full[left])
            left -= 1
        else:
            found.append(full[right])
            right += 1
    return found


def _middles(record: Record, nearest: Sequence[Record]) -> tuple[list[float], float]:
    """Where columns stand in the full rows nearest to a spaced one, and how far apart; none if near."""
    if not nearest or record.flavour is not Flavour.SPACED:
        return [], 0.0
    left, right = (len(nearest) - 1) // 2, len(nearest) // 2
    middles: list[float] = []
    gap = inf
    for column in zip(*[r.columns for r in nearest], strict=True):
        places = sorted(column)
        middle = (places[left] + places[right]) / 2  # the median
        gap = min(gap, middle - middles[-1]) if middles else inf
        if gap < _NARROW:
            return [], gap
        middles.append(middle)
    return middles, gap if len(middles) > 1 else _LONE


def by_position(record: Record, full: Sequence[Record], arity: int) -> list[Field] | None:
    """Columns of a spaced row as in the nearest full rows; None where a cell falls between two."""
    middles, gap = _middles(record, _nearest(record, full))
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
