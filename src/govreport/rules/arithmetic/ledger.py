"""Which sums of a report do not hold."""

from collections.abc import Mapping, Sequence
from itertools import chain, compress
from operator import add, sub

import attrs

from govreport.model import CellState, Report
from govreport.rules.arithmetic.sums import APPLICATIONS, REMEDIES, Sum, sums_of
from govreport.rules.cells import PATHS, Rows

Lines = Mapping[str, Sequence[int]]
"""Path of a row -> its values."""

OPEN = "open"  # nobody can tell: the sum itself is blank, or both sides have blanks, or a cell is lost
BROKEN = "broken"  # certain: no value of a blank cell could mend it
SHORT = "short"  # the printed parts fall short, and blank cells may hold the rest
EMPTY = "empty"  # a total without any printed part

_UNDIVIDED, *_DIVIDED = (path for path in APPLICATIONS if ".other_handling." in path)
_DOUBTFUL = (CellState.REPAIRED, CellState.INFERRED, CellState.MISSING)


@attrs.frozen
class Breach:
    """A sum that does not hold as printed.

    Attributes:
        sum: The sum.
        kind: BROKEN, SHORT or EMPTY.
        residual: The parts less the other side, blanks taken as nothing.
        blanks: Its cells that are printed blank.
        doubtful: Whether reading had to repair one of its cells.
    """

    sum: Sum
    kind: str
    residual: int
    blanks: tuple[str, ...]
    doubtful: bool


@attrs.frozen
class Ledger:
    """The sums of a report.

    Attributes:
        breaches: Those that do not hold, in the order of the form.
        sums: All that bind their cells; empty where there is no breach.
        values: Path -> value of every cell in them, blanks as None.
    """

    breaches: tuple[Breach, ...] = ()
    sums: tuple[Sum, ...] = ()
    values: Mapping[str, int | None] = attrs.field(factory=dict)


SOUND = Ledger()


def examine(report: Report, rows: Rows) -> Ledger:
    """Check every sum of a report; `rows` are its values."""
    printed = tuple([path for path in APPLICATIONS if path in rows])
    try:
        outcomes, residuals = _add_up(printed, rows)
    except TypeError:  # a cell is blank
        filled = {path: [value or 0 for value in rows[path]] for path in (*printed, *REMEDIES)}
        outcomes, residuals = _add_up(printed, filled)
    sums, values = sums_of(printed, outcomes), _values([*printed, *REMEDIES], rows)
    breaches, loose = [], set()
    for each, residual in compress(zip(sums, residuals, strict=True), residuals):
        blanks = tuple([path for path in each.cells if values[path] is None])
        kind = _judge(each, residual, blanks, report) if blanks else BROKEN
        if kind != OPEN:
            breaches.append(Breach(each, kind, residual, blanks, _is_doubtful(each, report)))
        if kind in (OPEN, EMPTY):
            loose.add(each)
    binding = tuple(each for each in sums if each not in loose) if loose else sums
    return Ledger(tuple(breaches), binding, values) if breaches else SOUND


def _values(paths: Sequence[str], rows: Rows) -> dict[str, int | None]:
    """Path -> value of every cell of these rows."""
    cells = chain.from_iterable([PATHS[path] for path in paths])
    return dict(zip(cells, chain.from_iterable([rows[path] for path in paths]), strict=True))


def _add_up(printed: tuple[str, ...], rows: Lines) -> tuple[tuple[str, ...], list[int]]:
    """The outcome rows that count, and what the parts of each sum have too much, as `sums_of` orders them."""
    outcomes = _outcomes(printed[2:-2], rows)
    lines = [rows[path] for path in printed]
    by_row = [a + b + c + d + e + f - total for a, b, c, d, e, f, total in lines]
    answered = map(sum, zip(*[rows[path] for path in outcomes], strict=True))
    received, carried_over, *_, handled, forward = lines
    balances = map(sub, map(add, received, carried_over), map(add, handled, forward))
    by_column = chain.from_iterable(zip(map(sub, answered, handled), balances, strict=True))
    remedies = [a + b + c + d - total for a, b, c, d, total in [rows[path] for path in REMEDIES]]
    return outcomes, [*by_row, *by_column, *remedies]


def _outcomes(printed: tuple[str, ...], rows: Lines) -> tuple[str, ...]:
    """The outcome rows, without an undivided (六)其他处理 that is the subtotal of its three rows."""
    if _UNDIVIDED in rows:
        divided = [rows[path] for path in _DIVIDED if path in rows]
        if divided and [*rows[_UNDIVIDED]] == [*map(sum, zip(*divided, strict=True))]:
            return tuple(path for path in printed if path != _UNDIVIDED)
    return printed


def _judge(each: Sum, residual: int, blanks: tuple[str, ...], report: Report) -> str:
    """What a sum with blanks is that does not hold as printed."""
    low = [path for path in blanks if path in each.parts]
    high = [path for path in blanks if path not in each.parts]
    if (low and high) or (each.kind != "balance" and high):
        return OPEN
    if residual > 0 if low else residual < 0:
        return BROKEN
    if any(report.cell(p).state is CellState.MISSING for p in low or high):
        return OPEN
    return EMPTY if len(low) == len(each.parts) and each.kind != "balance" else SHORT


def _is_doubtful(each: Sum, report: Report) -> bool:
    """Whether reading had to repair a cell of a sum."""
    # It names all that it doubts, so without diagnostics there are none.
    return bool(report.diagnostics) and any(report.cell(path).state in _DOUBTFUL for path in each.cells)
