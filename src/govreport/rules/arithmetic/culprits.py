"""Which cells explain the sums that do not hold: the smallest sets of changes, told as what happened."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise

import attrs

from govreport.rules.arithmetic.ledger import EMPTY, Breach, Ledger
from govreport.rules.arithmetic.localise import CellSet, localise
from govreport.rules.arithmetic.sums import COLUMNS, PLACES, RESULTS, Sum

CELL = "cell"  # one cell, one value
TOTAL = "total"  # the same, and the cell is a printed total
COLUMN = "column"  # so many cases stand in one column and belong to another
ROW = "row"  # so many cases stand in one row and belong to another
DIGITS = "digits"  # two one-digit cells are one number
SEVERAL = "several"  # one of several sets

Changes = tuple[tuple[str, int], ...]
"""Cells with the values that they would have to have, in the order of the form."""


@attrs.frozen
class Explanation:
    """What would mend sums that do not hold.

    Attributes:
        kind: CELL, TOTAL, COLUMN, ROW, DIGITS or SEVERAL.
        sets: The sets of changes that would, each as cells with the values they would have, in printed order.
        mends: The sums that hold afterwards.
    """

    kind: str
    sets: tuple[Changes, ...]
    mends: tuple[Sum, ...]

    @property
    def cells(self) -> tuple[str, ...]:
        """Every cell of every set."""
        return tuple(dict.fromkeys(path for each in self.sets for path, _ in each))


def explain(ledger: Ledger) -> tuple[Explanation, ...]:
    """Explain the breaches of each table or row that has sums of its own."""
    blocks: dict[str, list[Breach]] = defaultdict(list)
    for breach in ledger.breaches:
        if breach.kind != EMPTY:
            blocks[breach.sum.block].append(breach)
    return tuple(chain.from_iterable(_explain(ledger, found) for found in blocks.values()))


def _explain(ledger: Ledger, breaches: Sequence[Breach]) -> Iterator[Explanation]:
    sums = tuple(b.sum for b in breaches)
    sets = localise(ledger.values, ledger.sums, {b.sum: b.residual for b in breaches})
    if len(sums) == 1:
        sets = tuple(_joined_digits(ledger, breaches[0])) or (sets if len(sets) == 1 else ())
    if not sets:
        return
    certain = frozenset.intersection(*sets)
    open_sets = tuple(each - certain for each in sets if each != certain)
    kind = _kind(ledger, open_sets or (certain,))
    if not open_sets and kind in (COLUMN, ROW, DIGITS):
        certain, open_sets = frozenset(), (certain,)
    for path, value in _printed(certain):
        mended = tuple(each for each in sums if path in each.cells)
        yield Explanation(TOTAL if _is_total(path) else CELL, (((path, value),),), mended)
    if open_sets:
        cells = _cells(open_sets)
        mended = tuple(each for each in sums if not cells.isdisjoint(each.cells))
        yield Explanation(kind, tuple(_printed(each) for each in _likeliest(ledger, open_sets)), mended)


def _printed(changes: CellSet) -> Changes:
    """Changes in the order of the form."""
    return tuple(sorted(changes, key=lambda change: PLACES[change[0]]))


def _kind(ledger: Ledger, sets: Sequence[CellSet]) -> str:
    """What all sets have in common."""
    if all(_is_joined(ledger, each) for each in sets) and len(_cells(sets)) == 2:
        return DIGITS
    if all(_is_transfer(ledger, each) for each in sets):
        rows = {frozenset(path.rpartition(".")[0] for path, _ in each) for each in sets}
        columns = {frozenset(path.rpartition(".")[2] for path, _ in each) for each in sets}
        if len(columns) == 1 and all(len(each) == 1 for each in rows):
            return COLUMN
        if len(rows) == 1 and all(len(each) == 1 for each in columns):
            return ROW
    return SEVERAL


def _cells(sets: Sequence[CellSet]) -> set[str]:
    return {path for each in sets for path, _ in each}


def _is_transfer(ledger: Ledger, changes: CellSet) -> bool:
    """Whether one cell gives what the other gets."""
    return len(changes) == 2 and not sum(value - (ledger.values[path] or 0) for path, value in changes)


def _likeliest(ledger: Ledger, sets: Sequence[CellSet]) -> list[CellSet]:
    """Two values that have only changed places first, then in the order of the form."""

    def key(changes: CellSet) -> tuple[bool, list[int]]:
        printed = _printed(changes)
        before = [ledger.values[path] or 0 for path, _ in printed]
        is_swap = before == [value for _, value in printed][::-1]
        return not is_swap, [PLACES[path] for path, _ in printed]

    return sorted(sets, key=key)


def _is_joined(ledger: Ledger, changes: CellSet) -> bool:
    """Whether the changes put two neighbouring one-digit cells together: 1 and 2 to 12 and nothing."""
    paths = {path.rpartition(".")[0] for path, _ in changes}
    if len(changes) != 2 or len(paths) != 1:
        return False
    row = paths.pop()
    return any(changes in _joins(ledger, row, pair) for pair in pairwise(_columns(row)))


def _joined_digits(ledger: Ledger, breach: Breach) -> Iterator[CellSet]:
    """The joins that mend a sum which stands alone, and so has a culprit in each of its cells."""
    row = breach.sum.path.rpartition(".")[0]
    for pair in pairwise(_columns(row)):
        for changes in _joins(ledger, row, pair):
            if sum(value - (ledger.values[path] or 0) for path, value in changes) == -breach.residual:
                yield changes


def _columns(row: str) -> tuple[str, ...]:
    return (RESULTS if row.startswith("remedies") else COLUMNS)[:-1]


def _joins(ledger: Ledger, row: str, pair: tuple[str, str]) -> tuple[CellSet, ...]:
    """The two ways to put two one-digit cells together."""
    left, right = (f"{row}.{column}" for column in pair)
    tens, ones = ledger.values.get(left), ledger.values.get(right)
    if tens is None or ones is None or not 0 < tens < 10 or not 0 <= ones < 10:
        return ()
    joined = 10 * tens + ones
    return frozenset({(left, joined), (right, 0)}), frozenset({(left, 0), (right, joined)})


def _is_total(path: str) -> bool:
    row, _, column = path.rpartition(".")
    return column == "total" or row.endswith(".total_handled")
