"""Whether a claim agrees with the tables, in any of the meanings that it may have."""

from collections.abc import Iterable, Iterator
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal

from govreport.claims import SHARE, Claim, Reading
from govreport.rules.cells import COLUMNS, Rows, number_of

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
    return likeliest


def _agrees(claim: Claim, value: Decimal) -> bool:
    if claim.kind == SHARE:
        return claim.value in (
            value.quantize(claim.value, ROUND_HALF_UP),
            value.quantize(claim.value, ROUND_FLOOR),
        )
    return claim.value <= value if claim.at_most else claim.value == value


def _sums(readings: Iterable[Reading], rows: Rows) -> Iterator[Decimal | None]:
    """The value of each reading; None for one that a blank leaves open. Rows not printed do not count."""
    for cells in readings:
        split = (path.rpartition(".") for path in cells)
        values = [number_of(rows[row][COLUMNS[row].index(column)]) for row, _, column in split if row in rows]
        if all(value is None for value in values):
            continue
        yield None if None in values else sum((v for v in values if v is not None), Decimal(0))


def _shares(claim: Claim, rows: Rows) -> Iterator[Decimal | None]:
    for part in _sums(claim.readings, rows):
        for whole in _sums(_WHOLES, rows):
            if whole != 0:
                yield None if part is None or whole is None else 100 * part / whole
