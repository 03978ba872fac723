"""The search for the smallest sets against one that leaves nothing out."""

from collections.abc import Iterator, Mapping
from itertools import combinations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from govreport import Report, strategies
from govreport.rules.arithmetic.ledger import examine
from govreport.rules.arithmetic.localise import CellSet, localise
from govreport.rules.arithmetic.sums import Sum
from govreport.rules.cells import rows_of
from govreport.strategies import with_cell
from tests.rules.test_arithmetic import MATRIX

Broken = Mapping[Sum, int]


def after(broken: Broken, sums: tuple[Sum, ...], deltas: Mapping[str, int]) -> list[int]:
    """What every sum lacks once some cells have changed."""
    return [broken.get(s, 0) + sum(sign * deltas[p] for p, sign in s.terms if p in deltas) for s in sums]


def every_set(values: Mapping[str, int | None], sums: tuple[Sum, ...], broken: Broken) -> Iterator[CellSet]:
    """All sets of two cells that mend everything; a change is always what some broken sum lacks."""
    touched = sorted({path for each in broken for path, _ in each.terms})
    amounts = {sign * residual for residual in broken.values() for sign in (1, -1)}
    for pair in combinations(touched, 2):
        about = tuple(s for s in sums if s in broken or any(path in pair for path, _ in s.terms))
        for first in amounts:
            for second in amounts:
                deltas = dict(zip(pair, (first, second), strict=True))
                new = {path: (values[path] or 0) + delta for path, delta in deltas.items()}
                if min(new.values()) >= 0 and not any(after(broken, about, deltas)):
                    yield frozenset(new.items())


@given(
    strategies.reports(blanks=False),
    st.lists(st.tuples(st.sampled_from(MATRIX), st.integers(1, 3)), min_size=2, max_size=2),
)
@settings(max_examples=8)
def test_all_sets_of_two_are_found(report: Report, changes: list[tuple[str, int]]) -> None:
    for path, by in changes:
        value = report.cell(path).value
        assert isinstance(value, int)
        report = with_cell(report, path, value + by)
    ledger = examine(report, rows_of(report))
    broken = {b.sum: b.residual for b in ledger.breaches}
    found = localise(ledger.values, ledger.sums, broken)
    assume(found and len(next(iter(found))) == 2)
    assert set(found) == set(every_set(ledger.values, ledger.sums, broken))


@pytest.mark.parametrize("cells", [2, 3, 4])
@given(report=strategies.reports(blanks=False), data=st.data())
@settings(max_examples=10)
def test_every_set_mends_all_and_none_is_larger_than_what_was_changed(
    cells: int, report: Report, data: st.DataObject
) -> None:
    for path in data.draw(st.lists(st.sampled_from(MATRIX), min_size=cells, max_size=cells, unique=True)):
        report = with_cell(report, path, data.draw(st.integers(0, 200)))
    ledger = examine(report, rows_of(report))
    broken = {b.sum: b.residual for b in ledger.breaches}
    assume(broken)
    for changes in localise(ledger.values, ledger.sums, broken):
        assert 0 < len(changes) <= cells
        deltas = {path: value - (ledger.values[path] or 0) for path, value in changes}
        assert not any(after(broken, ledger.sums, deltas))
