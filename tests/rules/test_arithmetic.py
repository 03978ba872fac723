"""Properties of the sums and of the search for the culprit, on random consistent reports."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govreport import Report, Severity, strategies
from govreport.model.paths import cell_paths
from govreport.rules import run
from govreport.rules.arithmetic.holding import all_hold
from govreport.rules.arithmetic.ledger import examine
from govreport.rules.cells import rows_of
from govreport.strategies import Miscount, with_cell

FLOWS = ("received", "carried_over", "total_handled", "carried_forward")
MATRIX = [
    path for path in cell_paths() if path.startswith("applications.") and ".other_handling." not in path
]
full_reports = strategies.reports(blanks=False)


def sums_with(path: str) -> set[tuple[str, str]]:
    """The sums that hold a cell, from the form's definition: (code, path)."""
    row, _, column = path.rpartition(".")
    if path.startswith("remedies."):
        return {("GR104", f"{row}.total")}
    name = row.partition(".")[2]
    found = {("GR101", f"{row}.total")}
    if name == "total_handled" or name not in FLOWS:
        found.add(("GR102", f"applications.total_handled.{column}"))
    if name in FLOWS:
        found.add(("GR103", f"applications.carried_forward.{column}"))
    return found


@given(strategies.reports())
def test_a_consistent_report_has_no_error(report: Report) -> None:
    found = run(report, select=["GR1"])
    assert not [d for d in found if d.severity is Severity.ERROR]


@given(full_reports)
def test_a_consistent_report_without_blanks_has_no_finding(report: Report) -> None:
    assert run(report, select=["GR1"]) == ()


@given(full_reports | strategies.reports() | strategies.reports(consistent=False))
def test_the_short_way_is_taken_only_where_nothing_is_broken(report: Report) -> None:
    assert not all_hold(report) or not examine(report, rows_of(report)).breaches


@given(strategies.miscounts())
def test_a_changed_cell_breaks_exactly_its_sums(miscount: Miscount) -> None:
    found = run(miscount.wrong, select=["GR10"])
    assert {(d.code, d.path) for d in found} == sums_with(miscount.path)
    for diagnostic in found:
        assert miscount.path in (diagnostic.path, *diagnostic.related)
        assert diagnostic.path not in diagnostic.related


@given(strategies.miscounts())
def test_a_changed_cell_of_the_matrix_is_named_with_its_value(miscount: Miscount) -> None:
    """In section 四 no other sum confirms a row: a cell is named only where no other could be wrong."""
    found = run(miscount.wrong, select=["GR11"], ignore=["GR114"])
    named = [(d.path, d.suggestion) for d in found]
    right = [(miscount.path, miscount.report.cell(miscount.path).value)]
    assert named == right or (not named and miscount.path.startswith("remedies."))


@given(full_reports, st.sampled_from(MATRIX), st.sampled_from(MATRIX), st.integers(1, 9), st.integers(1, 9))
@settings(max_examples=40)
def test_two_changed_cells_are_never_told_without_the_right_answer(
    report: Report, first: str, second: str, k: int, j: int
) -> None:
    """Two errors can look like one; else all smallest explanations are named, the right one among them."""
    for path, by in ((first, k), (second, j)):
        value = report.cell(path).value
        assert isinstance(value, int)
        report = with_cell(report, path, value + by)
    found = run(report, select=["GR11"])
    named = {p for d in found for p in (d.path, *d.related)}
    explained_by_one_cell = len(found) == 1 and found[0].code in ("GR110", "GR111")
    assert {first, second} <= named or explained_by_one_cell


@pytest.mark.parametrize(
    "blank", ["applications.granted.natural_person", "applications.received.legal_service_agency"]
)
@given(report=full_reports)
@settings(max_examples=25)
def test_a_blanked_cell_is_no_error(blank: str, report: Report) -> None:
    before = report.cell(blank).value
    found = run(with_cell(report, blank, None), select=["GR1"])
    assert Severity.ERROR not in {d.severity for d in found}
    assert all(d.suggestion == before for d in found if d.code == "GR105")
    assert bool(found) == bool(before)
