"""Whether a claim agrees with the tables, in any of the meanings that it may have."""

from collections.abc import Iterable, Iterator
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal

from govreport.claims import SHARE, Claim, Reading
from govreport.model import Amount, CellState, Report

_YUAN = {"元": 1, "万元": 10_000, "亿元": 100_000_000}
_HANDLED = "applications.total_handled.total"
_RECEIVED = "applications.received.total"
_CARRIED_OVER = "applications.carried_over.total"
_WHOLES: tuple[Reading, ...] = ((_HANDLED,), (_RECEIVED,), (_RECEIVED, _CARRIED_OVER))


def contradiction(claim: Claim, report: Report) -> Decimal | None:
    """What the table says instead, in the likeliest meaning of the claim.

    Returns:
        None where a meaning agrees, or where the table is blank and nobody can tell.
    """
    values = list(_shares(claim, report) if claim.kind == SHARE else _sums(claim.readings, report))
    if not values or None in values:
        return None
    known = [value for value in values if value is not None]
    if claim.at_most:
        return None if claim.value <= max(known) else known[0]
    agrees = _rounds_to if claim.kind == SHARE else Decimal.__eq__
    return None if any(agrees(value, claim.value) for value in known) else known[0]


def _sums(readings: Iterable[Reading], report: Report) -> Iterator[Decimal | None]:
    """The value of each reading; None for one that a blank leaves open. Rows that are not printed do not "
    "count."""
    for cells in readings:
        values = [_value(report, path) for path in cells if report.cell(path).state is not CellState.ABSENT]
        if all(value is None for value in values):
            continue
        yield None if None in values else sum((v for v in values if v is not None), Decimal(0))


def _shares(claim: Claim, report: Report) -> Iterator[Decimal | None]:
    for part in _sums(claim.readings, report):
        for whole in _sums(_WHOLES, report):
            if part is None or whole is None:
                yield None
            elif whole:
                yield 100 * part / whole


def _rounds_to(value: Decimal, stated: Decimal) -> bool:
    return stated in (value.quantize(stated, ROUND_HALF_UP), value.quantize(stated, ROUND_FLOOR))


def _value(report: Report, path: str) -> Decimal | None:
    value = report.cell(path).value
    if isinstance(value, Amount):
        return Decimal(value.value) * _YUAN.get(value.unit or "万元", 1)
    return None if value is None else Decimal(value)
