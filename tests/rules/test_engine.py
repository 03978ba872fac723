"""Whatever a report holds, the rules answer, with findings about parts that a report has."""

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govreport import Amount, Report, strategies
from govreport.diagnostics import in_text_order
from govreport.model import Section
from govreport.model.paths import is_cell, is_path
from govreport.rules import Config, registry, run

any_report = strategies.reports(consistent=False)
SENSITIVE = Config(change_factor=1.01, copied_share=0.01)


@given(any_report, st.none() | any_report)
@settings(max_examples=60, deadline=None)
def test_findings_are_about_parts_of_a_report(report: Report, previous: Report | None) -> None:
    for diagnostic in run(report, previous=previous, config=SENSITIVE):
        assert is_path(diagnostic.path)
        assert all(is_cell(path) or is_path(path) for path in diagnostic.related)
        assert diagnostic.path not in diagnostic.related
        assert "{" not in diagnostic.message.zh + diagnostic.message.en
        assert "None" not in diagnostic.message.zh + diagnostic.message.en


@given(any_report)
@settings(max_examples=30, deadline=None)
def test_a_selection_is_what_all_rules_say_of_it(report: Report) -> None:
    found = run(report)
    for prefix in ("GR1", "GR2", "GR5"):
        assert run(report, select=[prefix]) == in_text_order([d for d in found if d.code.startswith(prefix)])


def test_an_amount_that_is_no_number_breaks_no_rule() -> None:
    report = Report()
    fees = attrs.evolve(report.proactive_disclosure.fees, amount=Amount("若干", None))
    report = attrs.evolve(report, proactive_disclosure=attrs.evolve(report.proactive_disclosure, fees=fees))
    assert run(report, previous=report, config=SENSITIVE) is not None


def test_an_empty_report_has_no_finding_about_its_tables() -> None:
    assert not [d for d in run(Report()) if d.code < "GR5"]
    assert len(registry()) > 30


@pytest.mark.parametrize("piece", ["\n", " \n", "。2022年", "例：\n", "申请数", "1,111", "受理申请1件，"])
def test_a_long_hostile_section_ends(piece: str) -> None:
    """Were a rule superlinear, this would take minutes."""
    prose = Section("收到申请" + piece * (200_000 // len(piece) ** 2))
    report = Report(title="清河县2023年报告", year=2023, overview=prose, problems=prose, other_matters=prose)
    assert run(report, previous=report, config=SENSITIVE)
