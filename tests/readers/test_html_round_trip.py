"""`read(render(report, "html")) == report` for every coherent report: no cell and no line is lost."""

import attrs
import pytest
from hypothesis import given, settings

import govreport
from govreport import Report, Section, strategies
from tests.readers.html_pages import INDEX, WPS, site, titled
from tests.test_round_trip import PLAIN

pytest.importorskip("selectolax")


def read_back(report: Report) -> Report:
    return govreport.read(govreport.render(report, "html").encode())


@given(strategies.reports())
def test_a_page_gives_back_the_report(report: Report) -> None:
    assert read_back(report) == report


@given(strategies.reports(consistent=False))
@settings(max_examples=40)
def test_numbers_that_do_not_add_up_are_kept_as_printed(report: Report) -> None:
    assert read_back(report) == report


@given(strategies.reports(blanks=False))
@settings(max_examples=40)
def test_a_full_report_is_read_without_a_doubt(report: Report) -> None:
    assert [d for d in read_back(report).diagnostics if d.severity != "info"] == []


@given(strategies.reports())
@settings(max_examples=40)
def test_the_soup_of_a_word_processor_on_a_site_loses_no_cell(report: Report) -> None:
    article = f"{titled(report)}<div class=TRS_Editor>{WPS.body(report)}</div>"
    back = govreport.read(site(article, before=INDEX).encode())
    assert (back.title, back.agency, back.year) == (report.title, report.agency, report.year)
    assert back.proactive_disclosure == report.proactive_disclosure
    assert back.applications == report.applications
    assert back.remedies == report.remedies


@pytest.mark.parametrize(
    "line",
    [
        "甲  乙　　丙。",
        "\u3000\u3000缩进。",
        "a\u00a0b。",
        "<甲>&amp;“乙”。",
        "１２％。",
        "（一）甲  乙",
        "网站 12 个",
        "前文\u2003后文。",
    ],
)
def test_prose_stays_as_printed(line: str) -> None:
    report = attrs.evolve(PLAIN, overview=Section(line), problems=Section(f"前。\n\n{line}\n后。"))
    report = govreport.parse(govreport.render(report, "text"))  # with the parts that the text has
    assert read_back(report) == report
