"""Which sums of a report do not hold. A report whose sums hold costs a few additions and no objects."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

import attrs

from govreport.model import CellState, Report
from govreport.rules.arithmetic.sums import (
    APPLICATIONS,
    COLUMNS,
    PATHS,
    REMEDIES,
    UNDIVIDED,
    Sum,
    balance,
    outcome_sum,
    row_sum,
)
from govreport.rules.cells import Rows

Counts = Sequence[int | None]

HOLDS = "holds"
OPEN = "open"  # nobody can tell: the sum itself is blank, or both sides have blanks, or a cell is lost
BROKEN = "broken"  # certain: no value of a blank cell could mend it
SHORT = "short"  # the printed parts fall short, and blank cells may hold the rest
EMPTY = "empty"  # a total without any printed part

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
    values: dict[str, int | None] = attrs.field(factory=dict)

    def of(self, kind: str, sum_kind: str | None = None) -> Iterator[Breach]:
        """The breaches of a kind, of one family of sums or of all."""
        return (b for b in self.breaches if b.kind == kind and sum_kind in (None, b.sum.kind))


def examine(report: Report, rows: Rows) -> Ledger:
    """Check every sum of a report; `rows` are its values."""
    applications = [rows.get(path) for path in APPLICATIONS]
    remedies = [rows[path] for path in REMEDIES]
    if _matrix_holds(applications) and all(map(_row_holds, remedies)):
        return Ledger()
    values = _values(applications, remedies)
    known = {path: value or 0 for path, value in values.items()}
    breaches, binding = [], []
    for each in _sums(applications):
        residual = _residual(each, known)
        kind = _judge(each, residual, values, report) if residual else HOLDS
        if kind in (BROKEN, SHORT, EMPTY):
            breaches.append(_breach(each, kind, residual, values, report))
        if kind in (HOLDS, BROKEN, SHORT):
            binding.append(each)
    return Ledger(tuple(breaches), tuple(binding), values)


def _row_holds(row: Counts) -> bool:
    if None in row:
        return row[-1] is None or sum(v or 0 for v in row) == 2 * row[-1]
    return sum(row) == 2 * row[-1]  # type: ignore[arg-type, operator]


def _matrix_holds(rows: Sequence[Counts | None]) -> bool:
    printed = [row for row in rows if row is not None]
    if not all(map(_row_holds, printed)):
        return False
    if any(None in row for row in printed):
        printed = [tuple(v or 0 for v in row) for row in printed]
    for column in zip(*printed, strict=True):
        if sum(column[2:-2]) != column[-2] or column[0] + column[1] != column[-2] + column[-1]:
            return False
    return True


def _values(applications: Sequence[Counts | None], remedies: Sequence[Counts]) -> dict[str, int | None]:
    rows = zip((*APPLICATIONS, *REMEDIES), (*applications, *remedies), strict=True)
    printed = [(PATHS[path], row) for path, row in rows if row is not None]
    paths, cells = (chain.from_iterable(each) for each in zip(*printed, strict=True))
    return dict(zip(paths, cells, strict=True))


def _sums(applications: Sequence[Counts | None]) -> Iterator[Sum]:
    """Every sum of the form over the rows that are printed."""
    outcomes = _outcomes(applications)
    yield from (row_sum(p) for p, row in zip(APPLICATIONS, applications, strict=True) if row is not None)
    for column in COLUMNS:
        yield outcome_sum(column, outcomes)
        yield balance(column)
    yield from map(row_sum, REMEDIES)


def _outcomes(applications: Sequence[Counts | None]) -> tuple[str, ...]:
    """The printed outcome rows, without an undivided (六)其他处理 that is the subtotal of its three rows."""
    undivided, *divided = applications[UNDIVIDED : UNDIVIDED + 4]
    known = [[v or 0 for v in row] for row in divided if row is not None]
    subtotal = (
        undivided is not None
        and known
        and [v or 0 for v in undivided] == list(map(sum, zip(*known, strict=True)))
    )
    return tuple(
        path
        for i, path in enumerate(APPLICATIONS[2:-2], 2)
        if applications[i] is not None and not (subtotal and i == UNDIVIDED)
    )


def _residual(each: Sum, known: Mapping[str, int]) -> int:
    """The parts less the other side; every broken report has all its sums made, so without a loop of ours."""
    value = known.__getitem__
    return sum(map(value, each.parts)) - sum(map(value, each.others)) - value(each.path)


def _judge(each: Sum, residual: int, values: Mapping[str, int | None], report: Report) -> str:
    """What a sum is that does not hold as printed."""
    low = [p for p in each.parts if values[p] is None]
    high = [p for p in (*each.others, each.path) if values[p] is None]
    if not (low or high):
        return BROKEN
    if (low and high) or (each.kind != "balance" and high):
        return OPEN
    if residual > 0 if low else residual < 0:
        return BROKEN
    if any(report.cell(p).state is CellState.MISSING for p in low or high):
        return OPEN
    return EMPTY if len(low) == len(each.parts) and each.kind != "balance" else SHORT


def _breach(each: Sum, kind: str, residual: int, values: Mapping[str, int | None], report: Report) -> Breach:
    paths = (*each.related, each.path)
    return Breach(
        sum=each,
        kind=kind,
        residual=residual,
        blanks=tuple(p for p in paths if values[p] is None),
        # Reading names every cell that it doubts, so without diagnostics there is none.
        doubtful=bool(report.diagnostics) and any(report.cell(p).state in _DOUBTFUL for p in paths),
    )
