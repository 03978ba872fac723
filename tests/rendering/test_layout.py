"""The tables as boxes: they tile their rectangle, and every cell of the report stands in one."""

from collections import Counter

import attrs
import pytest
from hypothesis import given

from govreport import (
    Amount,
    DecisionCounts,
    FeeCounts,
    ProactiveDisclosure,
    ProcurementCounts,
    Report,
    form,
    strategies,
)
from govreport.rendering.layout import Table, chapters
from tests.model.samples import full_report


def tables(report: Report) -> list[Table]:
    return [table for chapter in chapters(report) for table in chapter.tables]


def coverage(table: Table) -> list[Counter[int]]:
    """For each row, how many boxes cover each column."""
    rows = (*table.head, *table.body)
    covered: list[Counter[int]] = [Counter() for _ in rows]
    for y, row in enumerate(rows):
        x = 0
        for box in row:
            while covered[y][x]:
                x += 1
            for line in covered[y : y + box.rowspan]:
                line.update(range(x, x + box.colspan))
    return covered


@given(strategies.reports())
def test_boxes_tile_the_table(report: Report) -> None:
    for table in tables(report):
        width = sum(box.colspan for box in table.head[0])
        assert coverage(table) == [Counter(range(width))] * (len(table.head) + len(table.body))


def test_coverage_sees_a_hole_and_an_overlap() -> None:
    remedies = tables(Report())[-1]
    short = attrs.evolve(remedies, body=(remedies.body[0][:-1],))
    assert len(coverage(short)[-1]) == 14
    long = attrs.evolve(remedies.head[0][0], rowspan=2)
    twice = attrs.evolve(remedies, head=((long, remedies.head[0][1]), *remedies.head[1:]))
    assert coverage(twice)[1] != coverage(remedies)[1]


@pytest.mark.parametrize("edition", ["2019", "2021"])
def test_a_full_report_prints_every_row_of_its_form_once(edition: str) -> None:
    report = full_report(edition)
    printed = [box.text for table in tables(report) for row in table.body for box in row if box.header]
    for table in ("proactive_disclosure", "applications"):
        for row in form.rows(table):
            if row.edition in (None, edition):
                assert form.label(table, row.labels[0]) in printed
    if edition == "2021":
        assert form.label("proactive_disclosure", "PROCUREMENT") not in printed


def test_chapters_are_the_sections_of_the_form() -> None:
    headings = [name for name in form.definitions("outline") if name.endswith("_HEADING")]
    assert [chapter.heading for chapter in chapters(Report())] == [form.label("outline", h) for h in headings]


def columns(report: Report, row: str) -> list[str]:
    """The heading of the table of section 二 that holds a row, with the row's cells."""
    label = form.label("proactive_disclosure", row.upper())
    for table in tables(report):
        for line in table.body:
            if line[0].text == label:
                return [box.text for box in (*table.head[0][1:], *line[1:])]
    return []


def with_disclosure(year: int = 2024, **rows: object) -> Report:
    return Report(year=year, proactive_disclosure=ProactiveDisclosure(**rows))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("unit", "expected"),
    [
        ("万元", ["本年收费金额（单位：万元）", "36.50"]),
        ("元", ["本年收费金额（单位：万元）", "36.50元"]),
        ("亿元", ["本年收费金额（单位：万元）", "36.50亿元"]),
        (None, ["本年收费金额", "36.50"]),
    ],
)
def test_fees_keep_their_unit(unit: str | None, expected: list[str]) -> None:
    assert columns(with_disclosure(fees=FeeCounts(amount=Amount("36.50", unit))), "fees") == expected


def test_procurement_names_its_unit_in_the_cell() -> None:
    report = with_disclosure(2019, procurement=ProcurementCounts(2, Amount("3", "万元")))
    assert columns(report, "procurement") == ["采购项目数量", "采购总金额", "2", "3万元"]
    report = with_disclosure(2019, procurement=ProcurementCounts(2, Amount("3")))
    assert columns(report, "procurement") == ["采购项目数量", "采购总金额", "2", "3"]


def test_the_edition_of_a_blank_table_is_that_of_the_report() -> None:
    assert columns(with_disclosure(2024), "rules")[0] == "本年制发件数"
    assert columns(with_disclosure(2020), "rules")[0] == "本年新制作数量"
    assert columns(with_disclosure(2024, edition="2019"), "rules")[0] == "本年新制作数量"


def test_the_edition_of_a_filled_table_is_its_own() -> None:
    report = with_disclosure(2020, edition="2019", fees=FeeCounts(amount=Amount("1", "万元")))
    assert columns(report, "fees") == ["本年收费金额（单位：万元）", "1"]
    assert columns(report, "rules")[0] == "本年新制作数量"


def test_a_table_without_the_row_of_2019_is_that_of_2021() -> None:
    licensing = DecisionCounts(decisions=5)
    report = with_disclosure(2020, edition="2019", licensing=licensing)
    assert columns(report, "licensing") == ["本年处理决定数量", "5"]
    report = with_disclosure(2020, edition="2019", licensing=licensing, other_services=DecisionCounts())
    assert columns(report, "licensing")[:2] == ["上一年项目数量", "本年增/减"]


def test_a_table_that_fills_both_editions_loses_nothing() -> None:
    report = with_disclosure(fees=FeeCounts(amount=Amount("1", "万元"), items_last_year=7, change=-2))
    headings = [[b.text for b in t.head[0]] for t in tables(report) if t.label == "第二十条第（八）项"]
    assert len(headings) == 2
    text = [box.text for table in tables(report) for row in table.body for box in row]
    assert {"1", "7", "-2"} <= set(text)
