"""Tables that a page break divides, where the text of each page stands before its tables."""

import pytest

import govreport
from tests.example import PLAIN, TEXT


def _divided(text: str, first: str) -> str:
    """The text with the rows of section 三 from one on behind the text of the last page."""
    start = text.index(first)
    end = text.index("四、政府信息公开行政复议")
    return f"{text[:start]}- 2 -\n{text[end:].rstrip()}\n- 3 -\n{text[start:end]}"


@pytest.mark.parametrize("first", ["二、上年结转", "（四）无法提供", "（七）总计", "四、结转下年度"])
def test_the_rows_of_a_table_go_on_behind_the_text_of_their_page(first: str) -> None:
    text = _divided(TEXT, first)
    report = govreport.parse(text)
    assert report.applications == PLAIN.applications
    assert (report.remedies, report.signature) == (PLAIN.remedies, PLAIN.signature)
    assert (report.problems, report.other_matters) == (PLAIN.problems, PLAIN.other_matters)
    cell = report.cell("applications.carried_forward.total")
    assert cell.span is not None
    assert cell.span.start > text.index("- 3 -")


def test_every_piece_of_a_divided_table_is_accounted_for() -> None:
    report = govreport.parse(_divided(TEXT, "（四）无法提供"))
    pieces = govreport.trace(report)
    rows = {piece.path for piece in pieces if piece.table == "applications"}
    assert {"applications.granted", "applications.carried_forward"} <= {
        r.rpartition(".")[0] for r in rows
    } | rows
    assert not [piece for piece in pieces if piece.role.value == "unexplained"]


def test_a_row_on_both_sides_of_the_break_is_named() -> None:
    row = next(line for line in TEXT.splitlines() if line.startswith("四、结转下年度"))
    report = govreport.parse(f"{TEXT.rstrip()}\n- 3 -\n{row[:-1]}9\n")
    assert "applications.carried_forward" in {p for d in report.diagnostics for p in (d.path, *d.related)}


def test_a_row_of_numbers_alone_on_the_next_page_is_named() -> None:
    row = TEXT[: TEXT.index("五、存在")].rstrip().rpartition("\n")[2]
    assert row.count("\t") == 14
    report = govreport.parse(f"{TEXT.rstrip()}\n- 3 -\n9{row}\n")
    assert report.remedies == PLAIN.remedies
    assert "remedies.reconsideration" in {p for d in report.diagnostics for p in (d.path, *d.related)}


@pytest.mark.parametrize("between", ["附：2023年数据", "附件：下属单位情况"])
def test_rows_of_an_annex_are_not_those_of_a_table_that_is_cut(between: str) -> None:
    start, end = TEXT.index("行政处罚\t"), TEXT.index("三、收到")
    report = govreport.parse(f"{TEXT[:start]}{TEXT[end:].rstrip()}\n\n{between}\n\n{TEXT[start:end]}")
    assert report.proactive_disclosure.penalties.decisions is None
    assert "proactive_disclosure.penalties" in {d.path for d in report.diagnostics}
