"""The readable table: aligned by display width, every doubtful cell marked."""

import attrs
import pytest

from govreport import (
    Amount,
    ApplicantCounts,
    Applications,
    CellState,
    DecisionCounts,
    FeeCounts,
    OtherHandling,
    ProactiveDisclosure,
    Report,
    SourceRecord,
    Span,
    set_language,
)
from govreport.cli.table import to_table
from govreport.diagnostics import display_width


@attrs.frozen
class States:
    """A source map that knows only states."""

    states: dict[str, CellState]
    text: str = ""
    record: SourceRecord = attrs.field(factory=lambda: SourceRecord("text"))

    def span(self, start: int, end: int) -> Span:
        return Span(start, end, 1, start + 1)

    def cell(self, path: str) -> tuple[str | None, CellState, Span | None, float]:
        return None, self.states.get(path, CellState.PRINTED), None, 1.0

    def locate(self, path: str) -> Span | None:
        return None


REPORT = Report(
    title="云汀区水务局2024年政府信息公开工作年度报告",
    year=2024,
    proactive_disclosure=ProactiveDisclosure(edition="2021", fees=FeeCounts(amount=Amount("128.46", "万元"))),
    applications=Applications(
        received=ApplicantCounts(41, 9, 1, 2, 3, 1, 57),
        other_handling=OtherHandling(other_reasons=ApplicantCounts(0, 1, 0, 0, 0, 0, 1)),
    ),
)


@pytest.fixture(autouse=True)
def _language() -> None:
    set_language("zh")


def line(table: str, start: str) -> str:
    return next(one for one in table.splitlines() if one.startswith(start))


def test_numbers_end_in_the_column_of_their_heading() -> None:
    table = to_table(REPORT)
    heading = next(one for one in table.splitlines() if "自然人" in one)
    row = line(table, "一、本年新收政府信息公开申请数量")
    assert row.split()[1:] == ["41", "9", "1", "2", "3", "1", "57"]
    assert display_width(heading) == display_width(row)
    at = display_width(heading[: heading.index("社会公益组织") + len("社会公益组织")])
    assert display_width(row[: row.index(" 2 ") + 2]) == at


def test_amounts_keep_their_digits_and_unit() -> None:
    assert line(to_table(REPORT), "行政事业性收费").split()[-1] == "128.46万元"


def test_only_printed_rows_and_columns_of_the_edition_are_shown() -> None:
    table = to_table(REPORT)
    assert "本年制发件数" in table
    assert "本年新制作数量" not in table
    assert "政府集中采购" not in table
    assert "（六）其他处理 3.其他" in table
    assert "1.申请人无正当理由逾期不补正" not in table


def test_a_column_of_the_other_edition_is_shown_where_it_holds_a_value() -> None:
    mixed = attrs.evolve(
        REPORT, proactive_disclosure=ProactiveDisclosure(edition="2021", fees=FeeCounts(items_last_year=7))
    )
    assert line(to_table(mixed), "行政事业性收费").split()[1:] == ["-", "7"]
    assert "上一年项目数量" in to_table(mixed)


def test_each_row_is_shown_once_with_the_columns_in_the_order_of_its_edition() -> None:
    disclosure = ProactiveDisclosure(
        edition="2019", penalties=DecisionCounts(12, 88, -6), compulsion=DecisionCounts(1, 9, 0)
    )
    table = to_table(attrs.evolve(REPORT, proactive_disclosure=disclosure))
    assert [one.split() for one in table.splitlines() if one.startswith(("行政处罚", "行政强制"))] == [
        ["行政处罚", "88", "-6", "12"],
        ["行政强制", "9", "0", "1"],
    ]


def test_doubtful_lost_and_blank_cells_are_marked() -> None:
    row = "applications.received"
    states = {
        f"{row}.natural_person": CellState.REPAIRED,
        f"{row}.commercial_enterprise": CellState.INFERRED,
        f"{row}.research_institution": CellState.MISSING,
        f"{row}.total": CellState.BLANK,
    }
    received = ApplicantCounts(41, 9, None, 2, 3, 1, None)
    report = attrs.evolve(REPORT, applications=Applications(received=received), source=States(states))
    assert line(to_table(report), "一、").split()[1:] == ["41*", "9*", "?", "2", "3", "1", "-"]


def test_in_english_rows_and_columns_bear_the_names_of_the_attributes() -> None:
    set_language("en")
    table = to_table(REPORT)
    assert line(table, "received").split()[1:] == ["41", "9", "1", "2", "3", "1", "57"]
    assert "other_handling.other_reasons" in table
    assert line(table, "agency: ?  year: 2024")
