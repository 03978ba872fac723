"""The blank form: nothing is invented, 上年结转 is what the last report left, and it reads back as it is."""

import attrs
import pytest
from hypothesis import given, settings

import govreport
from govreport import ApplicantCounts, CellState, Report, blank, strategies
from govreport.model.paths import cell_paths
from tests.model.samples import full_report


@given(strategies.reports("2021"))
@settings(max_examples=10)
def test_what_the_last_report_left_is_carried_over_and_nothing_else(previous: Report) -> None:
    form = blank(2030, "某某局", previous)
    assert form.applications.carried_over == previous.applications.carried_forward
    filled = {path.rpartition(".")[0] for path in cell_paths() if form.cell(path).value is not None}
    assert filled <= {"applications.carried_over"}
    assert (form.overview.text, form.problems.text, form.other_matters.text) == ("", "", "")
    assert (form.preamble, form.signature, form.period) == ("", None, None)


@pytest.mark.parametrize(
    ("year", "edition"), [(2019, "2019"), (2020, "2019"), (2021, "2021"), (2026, "2021")]
)
@pytest.mark.parametrize("name", ["docx", "html", "text"])
def test_the_form_in_force_is_read_back_as_it_is(year: int, edition: str, name: str) -> None:
    form = blank(year, "某某局", full_report("2021"))
    assert form.title == f"某某局{year}年政府信息公开工作年度报告"
    assert form.proactive_disclosure.edition == edition
    written = govreport.render(form, name)
    back = govreport.read(written if isinstance(written, bytes) else written.encode())
    assert back == form
    assert back.cell("applications.granted.total").state is CellState.BLANK
    assert {d.severity.value for d in back.diagnostics} <= {"info"}


@pytest.mark.parametrize("year", [2020, 2026])
def test_the_blank_cells_are_named(year: int) -> None:
    """What an office forgets to fill in is a finding; what its last report left for this year is none."""
    back = govreport.read(govreport.render(blank(year, "某某局", full_report("2021")), "docx"))
    found = {d.path for d in govreport.check(back, select=["GR204", "GR205", "GR501"])}
    assert {"proactive_disclosure", "applications", "remedies", "overview", "problems"} <= found


def test_the_rows_of_an_edition() -> None:
    old, new = blank(2020, "某某局"), blank(2021, "某某局")
    assert old.applications.other_handling.undivided == ApplicantCounts()
    assert new.applications.other_handling.undivided is None
    assert new.applications.other_handling.fee_overdue == ApplicantCounts()
    assert (old.proactive_disclosure.procurement is None, new.proactive_disclosure.procurement) == (
        False,
        None,
    )


def test_a_blank_cell_is_carried_as_a_blank() -> None:
    previous = full_report("2021")
    left = attrs.evolve(previous.applications.carried_forward, natural_person=None)
    previous = attrs.evolve(previous, applications=attrs.evolve(previous.applications, carried_forward=left))
    assert blank(2026, "某某局", previous).applications.carried_over == left


@pytest.mark.parametrize(("year", "agency"), [(2018, "某局"), (2100, "某局"), (2026, ""), (2026, " \n")])
def test_what_has_no_form(year: int, agency: str) -> None:
    with pytest.raises(ValueError, match=r"20|agency|机关"):
        blank(year, agency)


def test_white_space_in_a_name_is_left_out() -> None:
    assert blank(2026, " 某 某\n局").agency == "某某局"
