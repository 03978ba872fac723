"""Properties of the sums and of the search for the culprit, on random consistent reports."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govreport import Report
from govreport.rules import run
from govreport.rules.arithmetic.sums import APPLICATIONS, COLUMNS, REMEDIES, RESULTS
from tests.rules.building import ONLY_2019, report_of

PARTS = COLUMNS[:-1]
OUTCOMES = [row for row in APPLICATIONS[2:-2] if row.rpartition(".")[2] not in ONLY_2019]
CELLS = [
    f"{row}.{column}" for row in APPLICATIONS if row.rpartition(".")[2] not in ONLY_2019 for column in COLUMNS
]
counts = st.one_of(st.just(0), st.integers(0, 9), st.integers(0, 400))


@st.composite
def consistent(draw: st.DrawFn) -> dict[str, list[int]]:
    """The rows of a report whose sums all hold."""
    rows = {row: draw(st.lists(counts, min_size=6, max_size=6)) for row in OUTCOMES}
    handled = [sum(column) for column in zip(*rows.values(), strict=True)]
    carried_over = [draw(st.integers(0, total)) for total in handled]
    forward = draw(st.lists(counts, min_size=6, max_size=6))
    rows["applications.carried_over"] = carried_over
    rows["applications.total_handled"] = handled
    rows["applications.carried_forward"] = forward
    rows["applications.received"] = [
        h + f - c for h, f, c in zip(handled, forward, carried_over, strict=True)
    ]
    rows |= {row: draw(st.lists(counts, min_size=4, max_size=4)) for row in REMEDIES}
    return {row: [*values, sum(values)] for row, values in rows.items()}


def changed(rows: dict[str, list[int]], path: str, value: int) -> Report:
    row, _, column = path.rpartition(".")
    values = dict(zip(COLUMNS if row in APPLICATIONS else RESULTS, rows[row], strict=True))
    return report_of({"rows": {**rows, row: [*{**values, column: value}.values()]}})


def sums_with(path: str) -> set[tuple[str, str]]:
    """The sums that hold a cell, from the form's definition: (code, path)."""
    row, _, column = path.rpartition(".")
    found = {("GR101", f"{row}.total")}
    if row in (*OUTCOMES, "applications.total_handled"):
        found.add(("GR102", f"applications.total_handled.{column}"))
    if row not in OUTCOMES:
        found.add(("GR103", f"applications.carried_forward.{column}"))
    return found


@given(consistent())
def test_a_consistent_report_has_no_finding(rows: dict[str, list[int]]) -> None:
    assert run(report_of({"rows": rows}), select=["GR1"]) == ()


@given(consistent(), st.sampled_from(CELLS), st.integers(1, 300), st.booleans())
def test_a_changed_cell_breaks_its_sums_and_is_named(
    rows: dict[str, list[int]], path: str, k: int, less: bool
) -> None:
    row, _, column = path.rpartition(".")
    before = rows[row][COLUMNS.index(column)]
    value = before - k if less and before >= k else before + k
    found = run(changed(rows, path, value), select=["GR1"])
    assert {(d.code, d.path) for d in found if d.code < "GR110"} == sums_with(path)
    culprits = [d for d in found if d.code >= "GR110"]
    assert [(d.path, d.found, d.suggestion) for d in culprits] == [(path, value, before)]


@given(consistent(), st.sampled_from(CELLS), st.sampled_from(CELLS), st.integers(1, 9), st.integers(1, 9))
@settings(max_examples=40)
def test_two_changed_cells_are_never_told_without_the_right_answer(
    rows: dict[str, list[int]], first: str, second: str, k: int, j: int
) -> None:
    """Two errors can look like one; else all smallest explanations are named, the right one among them."""
    once = dict(rows)
    for path, by in ((first, k), (second, j)):
        row, _, column = path.rpartition(".")
        at = COLUMNS.index(column)
        once[row] = [v + by * (i == at) for i, v in enumerate(once[row])]
    found = run(report_of({"rows": once}), select=["GR11"])
    named = {p for d in found for p in (d.path, *d.related)}
    explained_by_one_cell = len(found) == 1 and found[0].code in ("GR110", "GR111")
    assert {first, second} <= named or explained_by_one_cell


@pytest.mark.parametrize(
    "blank", ["applications.granted.natural_person", "applications.received.legal_service_agency"]
)
@given(rows=consistent())
@settings(max_examples=25)
def test_a_blanked_cell_is_no_error(blank: str, rows: dict[str, list[int]]) -> None:
    row, _, column = blank.rpartition(".")
    values: list[Any] = list(rows[row])
    before = values[COLUMNS.index(column)]
    values[COLUMNS.index(column)] = None
    found = run(report_of({"rows": {**rows, row: values}}), select=["GR1"])
    assert {d.severity.value for d in found} <= {"warning", "info"}
    if before:
        assert all(d.suggestion == before for d in found if d.code == "GR105")
    else:
        assert found == ()
