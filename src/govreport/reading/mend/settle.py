"""Short rows: which columns their values stand in, as far as the printed sums leave one answer.

A candidate puts the values, in order, into some of the seven columns. Candidates that break the row's own
sum, or a column sum whatever the other open rows hold, are struck out; what all that are left agree on is
settled. Sums are exact; nothing is settled by likelihood.
"""

from collections.abc import Mapping, Sequence
from itertools import combinations

import attrs

Values = tuple[int | None, ...]
_ROUNDS = 6


@attrs.frozen
class Candidate:
    """One way to read a short row.

    Attributes:
        places: Column of each value.
        values: The seven values; what the text lost is what the sums give, None where they leave it open.
        slack: How much the open ones hold together.
    """

    places: tuple[int, ...]
    values: Values
    slack: int = 0


def candidates(values: Sequence[int], width: int, *, dense: bool) -> list[Candidate]:
    """All readings of a row that keep its own sum; the last column is the total of the others.

    Args:
        values: The values that stand in the row, in order; fewer than `width`.
        width: Number of columns.
        dense: The table prints its zeros, so that a missing value is lost and not blank.
    """
    found = []
    last = width - 1
    for places in combinations(range(width), len(values)):
        row: list[int | None] = [None] * width
        for column, value in zip(places, values, strict=True):
            row[column] = value
        missing = [c for c in range(last) if row[c] is None]
        parts = sum(v for v in row[:last] if v is not None)
        total = row[last]
        if total is None:
            if dense and not missing:
                found.append(Candidate(places, (*row[:last], parts)))
            elif not dense and not parts:
                found.append(Candidate(places, tuple(row)))
            continue
        slack = total - parts
        if slack < 0 or (slack and (not dense or not missing)):
            continue
        if dense and (not slack or len(missing) == 1):
            for column in missing:
                row[column] = slack
            found.append(Candidate(places, tuple(row)))
        else:
            found.append(Candidate(places, tuple(row), slack))
    return found


def without_surplus(values: Sequence[int], raws: Sequence[str], width: int) -> list[Values]:
    """Readings of a row with one value too many: one of them is none, or two are one number cut in two."""
    found = set()
    for at in range(len(values)):
        found.add((*values[:at], *values[at + 1 :]))
        if at + 1 < len(values) and raws[at].isdigit() and raws[at + 1].isdigit():
            found.add((*values[:at], int(raws[at] + raws[at + 1]), *values[at + 2 :]))
    return [row for row in sorted(found) if len(row) == width and sum(row[:-1]) == row[-1]]


def prune(
    open_rows: Mapping[str, list[Candidate]],
    sums: Sequence[tuple[Sequence[str], Sequence[str]]],
    known: Mapping[str, Values],
) -> dict[str, list[Candidate]]:
    """Strike out candidates that no choice for the other rows can bring into agreement with the column sums.

    Args:
        open_rows: Row -> its candidates.
        sums: Pairs of rows whose columns add up to the same: ((outcomes…), (总计,)) and ((一, 二), (三, 四)).
        known: Row -> its settled values; blank counts as nothing.
    """
    left = {row: list(found) for row, found in open_rows.items()}
    for _ in range(_ROUNDS):
        changed = False
        for plus, minus in sums:
            rows = [*plus, *minus]
            if left.keys().isdisjoint(rows) or any(r not in known and r not in left for r in rows):
                continue
            for column in range(7):
                bounds = {r: _bounds(r, column, known, left) for r in rows}
                low = sum(bounds[r][0] for r in plus) - sum(bounds[r][1] for r in minus)
                high = sum(bounds[r][1] for r in plus) - sum(bounds[r][0] for r in minus)
                for row in rows:
                    if row not in left:
                        continue
                    kept = [
                        c for c in left[row] if _fits(c, column, bounds[row], low, high, positive=row in plus)
                    ]
                    if kept and len(kept) < len(left[row]):
                        left[row] = kept
                        changed = True
        if not changed:
            break
    return left


def _bounds(
    row: str, column: int, known: Mapping[str, Values], left: Mapping[str, list[Candidate]]
) -> tuple[int, int]:
    if row in known:
        value = known[row][column] or 0
        return value, value
    ranges = [_range(c, column) for c in left[row]]
    return min(a for a, _ in ranges), max(b for _, b in ranges)


def _range(candidate: Candidate, column: int) -> tuple[int, int]:
    value = candidate.values[column]
    return (value, value) if value is not None else (0, candidate.slack)


def _fits(
    candidate: Candidate, column: int, own: tuple[int, int], low: int, high: int, *, positive: bool
) -> bool:
    """Whether zero lies between the bounds of the difference once this row holds the candidate."""
    a, b = _range(candidate, column)
    if positive:
        return low - own[0] + a <= 0 <= high - own[1] + b
    return low + own[1] - b <= 0 <= high + own[0] - a


def agreed(found: Sequence[Candidate]) -> tuple[Values, tuple[bool, ...]]:
    """What all candidates agree on: the values, and for each whether it is settled."""
    columns = list(zip(*(c.values for c in found), strict=True))
    lost = any(c.slack for c in found)  # what is None was printed, and something
    settled = tuple(len(set(column)) == 1 and not (lost and column[0] is None) for column in columns)
    return tuple(column[0] if ok else None for column, ok in zip(columns, settled, strict=True)), settled


def placed_everywhere(found: Sequence[Candidate], column: int) -> bool:
    """Whether every candidate puts a printed value into the column."""
    return all(column in c.places for c in found)
