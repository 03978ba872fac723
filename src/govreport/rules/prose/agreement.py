"""Whether a claim agrees with the tables, in any of the meanings that it may have."""

from collections.abc import Iterable, Iterator
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal

from govreport.claims import SHARE, Claim, Reading
from govreport.rules.cells import PLACES, Rows, number_of

_HANDLED = "applications.total_handled.total"
_RECEIVED = "applications.received.total"
_CARRIED_OVER = "applications.carried_over.total"
_WHOLES: tuple[Reading, ...] = ((_HANDLED,), (_RECEIVED,), (_RECEIVED, _CARRIED_OVER))


def contradiction(claim: Claim, rows: Rows) -> Decimal | None:
    """What the table says instead, in the likeliest meaning of the claim.

    Returns:
        None where a meaning agrees, or where the table is blank and nobody can tell.
    """
    likeliest = None
    for value in _shares(claim, rows) if claim.kind == SHARE else _sums(claim.readings, rows):
        if value is None or _agrees(claim, value):
            return None
        likeliest = value if likeliest is None else likeliest
    return None if likeliest is None else Decimal(likeliest)


def _agrees(claim: Claim, value: int | Decimal) -> bool:
    if claim.kind == SHARE:
        share = Decimal(value)
        return claim.value in (share.quantize(claim.value, way) for way in (ROUND_HALF_UP, ROUND_FLOOR))
    return claim.value <= value if claim.at_most else claim.value == value


def _sums(readings: Iterable[Reading], rows: Rows) -> Iterator[int | Decimal | None]:
    """The value of each reading; None for one that a blank leaves open. Rows not printed do not count."""
    for cells in readings:
        total: int | Decimal = 0
        is_printed = is_open = False
        for row, at in map(PLACES.__getitem__, cells):
            if row in rows:
                value = rows[row][at]
                if not isinstance(value, int):
                    value = number_of(value)
                if value is None:
                    is_open = True
                else:
                    is_printed = True
                    total += value
        if is_printed:
            yield None if is_open else total


def _shares(claim: Claim, rows: Rows) -> Iterator[Decimal | None]:
    for part in _sums(claim.readings, rows):
        for whole in _sums(_WHOLES, rows):
            if whole != 0:
                yield None if part is None or whole is None else Decimal(100 * part) / whole
