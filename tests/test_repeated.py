"""What is printed twice is read once, and every cell of it is named."""

from pathlib import Path

import govreport
from govreport import Report

TEXT = Path("examples/example-2024.txt").read_text("utf-8")
SECOND = TEXT[TEXT.index("第二十条第（一）项") : TEXT.index("三、收到")]

CONTENTS = ("一、", "二、", "三、", "四、", "五、", "六、")


def named(report: Report) -> set[str]:
    """The rows and tables whose cells the diagnostics name."""
    return {path for d in report.diagnostics for path in (d.path, *d.related)}


def test_the_rows_of_a_section_two_that_is_printed_twice_are_named() -> None:
    last_year = SECOND.replace("187", "155").replace("\t2\t1\t9", "\t4\t3\t8")
    report = govreport.parse(TEXT.replace(SECOND, f"（上年同期）\n{last_year}\n（本年）\n{SECOND}"))
    rows = ("rules", "normative_documents", "licensing", "penalties", "compulsion", "fees")
    assert named(report).issuperset(f"proactive_disclosure.{row}" for row in rows)


def _two_reports(first: str) -> Report:
    """Last year's report behind one of this year."""
    second = TEXT.replace("2024年", "2023年").replace("行政许可\t187", "行政许可\t155")
    return govreport.parse(f"{first}\n\n{second}")


def test_the_cells_of_a_table_that_two_reports_in_one_text_have_are_named() -> None:
    report = _two_reports(TEXT)
    assert report.proactive_disclosure.licensing.decisions == 155
    assert (report.year, report.period and report.period.end.year) == (2023, 2023)
    assert "proactive_disclosure.licensing" in named(report)


def test_a_table_of_the_other_report_does_not_end_the_front_of_the_one_that_is_read() -> None:
    start = TEXT.index("四、政府信息公开行政复议")
    report = _two_reports(TEXT[:start] + TEXT[start:].replace("\t1\n", "\t1\t0\n"))
    assert (report.year, report.period and report.period.end.year) == (2023, 2023)
    assert "remedies.reconsideration" in named(report)


def test_the_table_of_an_annex_does_not_silently_take_the_place_of_a_short_one() -> None:
    start, end = TEXT.index("行政复议\t"), TEXT.index("五、存在")
    table = TEXT[start:end]
    short = table.replace("2\t1\t0\t0\t3\t1", "2\t1\t0\t0\t3")
    none = table.replace("2\t1\t0\t0\t3", "0\t0\t0\t0\t0")
    report = govreport.parse(TEXT.replace(table, short) + f"\n附件：下属单位情况\n{none}")
    assert "remedies.reconsideration" in named(report)


def test_a_list_of_contents_shows_no_table_twice() -> None:
    headings = [line for line in TEXT.split("\n") if line[:2] in CONTENTS and "\t" not in line]
    for mark in ("\t", " …… ", "\n"):
        contents = "\n".join(f"{line}{mark}{page}" for page, line in enumerate(headings, 1))
        report = govreport.parse(f"目录\n{contents}\n\n{TEXT}")
        assert len(headings) == len(CONTENTS)
        assert "GR026" not in {d.code for d in report.diagnostics}
