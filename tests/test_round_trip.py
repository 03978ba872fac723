"""`parse(render(report)) == report` for every coherent report, whatever its numbers are."""

import datetime
from typing import Literal

import attrs
import pytest
from hypothesis import given, settings

import govreport
from govreport import (
    Amount,
    ApplicantCounts,
    Applications,
    DecisionCounts,
    DocumentCounts,
    FeeCounts,
    OtherHandling,
    ProactiveDisclosure,
    Report,
    Section,
    Signature,
    strategies,
)
from govreport.model.paths import cell_paths

PLAIN = Report(
    title="清河县人民政府2024年政府信息公开工作年度报告",
    agency="清河县人民政府",
    year=2024,
    overview=Section("概况。"),
    signature=Signature("清河县人民政府", datetime.date(2025, 1, 20)),
    proactive_disclosure=ProactiveDisclosure(
        edition="2021",
        rules=DocumentCounts(issued=0, repealed=1, in_force=2),
        normative_documents=DocumentCounts(issued=3, repealed=4, in_force=5),
        licensing=DecisionCounts(decisions=6),
        penalties=DecisionCounts(decisions=7),
        compulsion=DecisionCounts(decisions=8),
        fees=FeeCounts(amount=Amount("9.50", "万元")),
    ),
    applications=Applications(
        received=ApplicantCounts(1, 0, 0, 0, 0, 0, 1),
        other_handling=OtherHandling(undivided=ApplicantCounts(0, 0, 0, 0, 0, 0, 0)),
    ),
)


def read_back(report: Report) -> Report:
    return govreport.parse(govreport.render(report, "text"))


@given(strategies.reports("2021"))
def test_form_of_2021(report: Report) -> None:
    assert read_back(report) == report


@given(strategies.reports("2019"))
def test_form_of_2019(report: Report) -> None:
    assert read_back(report) == report


@given(strategies.reports(consistent=False))
def test_numbers_that_do_not_add_up_are_kept_as_printed(report: Report) -> None:
    assert read_back(report) == report


@given(strategies.miscounts())
def test_a_miscount_is_not_corrected(case: strategies.Miscount) -> None:
    assert read_back(case.wrong) == case.wrong


@given(strategies.reports(blanks=False))
def test_a_full_report_is_read_without_a_doubt(report: Report) -> None:
    assert [d for d in read_back(report).diagnostics if d.severity != "info"] == []


@pytest.mark.parametrize("name", ["markdown", "html"])
@given(report=strategies.reports())
@settings(max_examples=40)
def test_other_formats_lose_no_cell_in_silence(name: Literal["markdown", "html"], report: Report) -> None:
    back = govreport.parse(govreport.render(report, name))
    named = {path for d in back.diagnostics for path in (d.path, *d.related) if path}
    for path in cell_paths():
        value = back.cell(path).value
        if value != report.cell(path).value:
            around = {path, path.rpartition(".")[0]}
            assert around & named or (value is None and any(path.startswith(f"{n}.") for n in named)), path


def test_plain() -> None:
    assert read_back(PLAIN) == PLAIN


@pytest.mark.parametrize(
    "line",
    ["甲¦乙。", "┌─┐。", "１２％。", "a\u00a0b。", "‘’“”。", "\u3000缩进。", "1,234条。", "−3。", "<甲>。"],
)
def test_prose_stays_as_printed(line: str) -> None:
    report = attrs.evolve(PLAIN, overview=Section(line), problems=Section(f"前。\n\n{line}\n后。"))
    assert read_back(report) == report


@pytest.mark.parametrize(
    "title",
    [
        "清河县人民政府关于2024年政府信息公开工作的年度报告",
        "清河县人民政府2024年度政府信息公开工作报告",
        "2024年清河县人民政府政府信息公开工作年度报告",
        "清河县人民政府2024年政府信息公开年报",
    ],
)
def test_titles(title: str) -> None:
    report = attrs.evolve(PLAIN, title=title)
    assert read_back(report) == report


@pytest.mark.parametrize(
    "other",
    [
        {
            "rules": DocumentCounts(made=1, published=2, total_published=3),
            "normative_documents": DocumentCounts(made=4, published=5, total_published=6),
        },
        {
            "licensing": DecisionCounts(decisions=1, items_last_year=2, change=-3),
            "other_services": DecisionCounts(decisions=4, items_last_year=5, change=-6),
        },
        {
            "penalties": DecisionCounts(decisions=1, items_last_year=2, change=-3),
            "compulsion": DecisionCounts(decisions=4, items_last_year=5, change=-6),
        },
    ],
)
def test_one_table_of_the_other_form(other: dict[str, object]) -> None:
    disclosure = attrs.evolve(PLAIN.proactive_disclosure, **other)  # type: ignore[arg-type]
    report = attrs.evolve(PLAIN, proactive_disclosure=disclosure)
    assert read_back(report) == report


def test_blank_tables_are_blank_and_no_error() -> None:
    blank = Applications(other_handling=OtherHandling(undivided=ApplicantCounts()))
    report = attrs.evolve(PLAIN, applications=blank)
    back = read_back(report)
    assert back == report
    assert [d for d in back.diagnostics if d.severity == "error"] == []
    assert {
        back.cell(f"remedies.{row}.upheld").state for row in ("reconsideration", "litigation_direct")
    } == {"blank"}
